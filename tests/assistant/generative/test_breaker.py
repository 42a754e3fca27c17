from assistant.generative.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def _failing(clock, times):
    breaker = Breaker(most=3, pause=60, clock=clock)
    for _ in range(times):
        assert breaker.lets_through()
        breaker.fail()
    return breaker


def test_it_opens_after_so_many_failures_in_a_row():
    assert _failing(Clock(), 2).lets_through()
    assert not _failing(Clock(), 3).lets_through()


def test_a_success_starts_the_count_again():
    breaker = _failing(Clock(), 2)
    breaker.succeed()
    breaker.fail()
    assert breaker.lets_through()


def test_after_the_pause_one_may_try():
    clock = Clock()
    breaker = _failing(clock, 3)
    clock.now = 61
    assert breaker.lets_through()
    assert not breaker.lets_through()
    breaker.succeed()
    assert breaker.lets_through()


def test_a_try_that_fails_starts_a_new_pause():
    clock = Clock()
    breaker = _failing(clock, 3)
    clock.now = 61
    assert breaker.lets_through()
    breaker.fail()
    clock.now = 100
    assert not breaker.lets_through()
    clock.now = 122
    assert breaker.lets_through()
