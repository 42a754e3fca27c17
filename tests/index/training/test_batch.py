import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.training.batch import plan_batches


@given(st.lists(st.integers(0, 9), min_size=1, max_size=200), st.integers(1, 20))
def test_no_key_occurs_twice_in_a_batch_and_no_row_is_lost(keys, size):
    rows = np.arange(len(keys))
    rng = np.random.default_rng(1)
    batches = plan_batches(rows, keys, size=size, smallest=1, rng=rng)
    for batch in batches:
        batch_keys = [keys[row] for row in batch]
        assert len(set(batch_keys)) == len(batch_keys) <= size
    assert sorted(np.concatenate(batches).tolist()) == rows.tolist()


def test_a_row_shown_twice_is_in_two_batches():
    rows = np.array([0, 1, 0, 1])
    batches = plan_batches(rows, "ab", size=4, smallest=1, rng=np.random.default_rng(1))
    assert sorted(sorted(batch.tolist()) for batch in batches) == [[0, 1], [0, 1]]


def test_batches_that_are_too_small_are_left_out():
    rows = np.arange(10)
    batches = plan_batches(rows, list(rows), size=4, smallest=3, rng=np.random.default_rng(1))
    assert [len(batch) for batch in batches] == [4, 4]


def test_the_same_seed_gives_the_same_batches():
    plans = [
        plan_batches(
            np.arange(50), list(range(50)), size=8, smallest=1, rng=np.random.default_rng(5)
        )
        for _ in range(2)
    ]
    assert all(np.array_equal(a, b) for a, b in zip(*plans, strict=True))
