from ui.web.quality import texts
from ui.web.quality.progressing import announce, render_progress
from ui.web.quality.run_state import Phase, RunKind, RunState


def _running(done):
    return RunState(RunKind.SUITE, Phase.RUNNING, done=done, total=200, task="Samtaler")


def test_the_bar_tells_how_far_the_run_is_in_numbers_and_words():
    shown = render_progress(_running(50))
    assert 'role="progressbar"' in shown
    assert 'aria-valuenow="25"' in shown
    assert 'aria-valuetext="Samtaler: 50 af 200 opgaver (25 %)"' in shown


def test_thousands_are_parted_by_points():
    state = RunState(RunKind.SUITE, Phase.RUNNING, done=1200, total=4935, task="Samtaler")
    assert "1.200 af 4.935 opgaver" in render_progress(state)


def test_there_is_no_bar_where_nothing_runs():
    assert render_progress(RunState()) == ""
    assert render_progress(RunState(phase=Phase.DONE)) == ""
    assert announce(RunState()) == ""


def test_a_screen_reader_hears_of_each_quarter_only():
    heard = dict.fromkeys(announce(_running(done)) for done in range(1, 200))
    assert len(heard) == 4
    assert texts.PERCENT_DONE.format(percent=75) in list(heard)[-1]


def test_the_end_is_told_and_failures_in_the_words_of_the_child():
    done = announce(RunState(phase=Phase.DONE, seconds=92))
    assert texts.DONE in done
    assert "sekunder" not in done, "the result tells how long it took"
    assert texts.CANCELLED in announce(RunState(phase=Phase.CANCELLED))
    failed = announce(RunState(phase=Phase.FAILED, message="Linje <1>\nLinje 2"))
    assert "<p>Linje &lt;1&gt;</p><p>Linje 2</p>" in failed
    assert "fejl" in failed
