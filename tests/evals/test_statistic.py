import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistic import bootstrap_mean, compare_pairs, wilson

VALUES = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=12)


def test_wilson_s_interval_is_that_of_the_formula():
    # Centre (p + z²/2n)/(1 + z²/n), half width z·sqrt(p(1-p)/n + z²/4n²)/(1 + z²/n), z = 1.96.
    interval = wilson(8, 10)
    z, p, n = 1.959964, 0.8, 10
    centre = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z * (p * (1 - p) / n + z**2 / (4 * n**2)) ** 0.5 / (1 + z**2 / n)
    assert interval.low == pytest.approx(centre - half, abs=1e-6)
    assert interval.high == pytest.approx(centre + half, abs=1e-6)


def test_no_failure_in_twenty_still_leaves_room_for_one():
    interval = wilson(20, 20)
    assert interval.low == pytest.approx(0.8389, abs=1e-4)
    assert interval.high == pytest.approx(1.0)


@given(st.data(), st.integers(1, 400))
def test_a_rate_lies_in_its_interval_within_0_and_1(data, trials):
    successes = data.draw(st.integers(0, trials))
    interval = wilson(successes, trials)
    assert 0.0 <= interval.low <= successes / trials + 1e-9
    assert successes / trials - 1e-9 <= interval.high <= 1.0


def test_no_trials_are_an_error():
    with pytest.raises(ValueError, match="no trials"):
        wilson(0, 0)


def test_one_cluster_leaves_nothing_to_chance():
    interval = bootstrap_mean([0.0, 1.0, 1.0, 1.0], ["a"] * 4)
    assert (interval.low, interval.high) == (0.75, 0.75)


def test_two_clusters_that_differ_give_either_alone_as_the_ends():
    # Both drawn "a" or both "b" happen in a quarter of the draws each.
    interval = bootstrap_mean([0.0, 0.0, 1.0, 1.0], ["a", "a", "b", "b"])
    assert (interval.low, interval.high) == (0.0, 1.0)


def test_values_that_come_in_clusters_leave_more_to_chance_than_the_same_values_apart():
    values = [0.0] * 10 + [1.0] * 10
    apart = bootstrap_mean(values, [str(n) for n in range(20)])
    together = bootstrap_mean(values, [str(n // 5) for n in range(20)])
    assert together.high - together.low > apart.high - apart.low


def test_the_bootstrap_interval_of_many_is_close_to_the_normal_one():
    rng = np.random.default_rng(1)
    values = rng.random(400)
    interval = bootstrap_mean(list(values), [str(n) for n in range(400)])
    half = 1.96 * values.std() / 20
    assert interval.low == pytest.approx(values.mean() - half, abs=0.005)
    assert interval.high == pytest.approx(values.mean() + half, abs=0.005)


@given(VALUES)
def test_the_bootstrap_interval_lies_within_the_values_and_is_the_same_every_time(values):
    clusters = [str(n % 3) for n in range(len(values))]
    interval = bootstrap_mean(values, clusters)
    assert min(values) - 1e-9 <= interval.low <= interval.high <= max(values) + 1e-9
    assert bootstrap_mean(values, clusters) == interval


@pytest.mark.parametrize(("values", "clusters"), [([], []), ([1.0], []), ([1.0], ["a", "b"])])
def test_values_without_a_cluster_each_are_an_error(values, clusters):
    with pytest.raises(ValueError, match="values in"):
        bootstrap_mean(values, clusters)


def test_a_pairwise_comparison_counts_what_rose_and_what_fell():
    before, after = [1, 1, 1, 1, 0, 0.5], [0, 0, 0, 1, 1, 0.5]
    difference = compare_pairs(before, after, list("abcdef"))
    assert (difference.better, difference.worse) == (1, 3)
    assert difference.before == pytest.approx(4.5 / 6)
    assert difference.after == pytest.approx(2.5 / 6)
    # Three falls or more among four changes: (4 + 1) / 16.
    assert difference.probability == pytest.approx(5 / 16)
    assert difference.interval.low <= -2 / 6 <= difference.interval.high


def test_five_falls_of_five_are_unlikely_to_be_chance_and_four_are_not():
    five = compare_pairs([1] * 5, [0] * 5, list("abcde"))
    four = compare_pairs([1] * 4, [0] * 4, list("abcd"))
    assert five.probability == pytest.approx(1 / 32)
    assert four.probability == pytest.approx(1 / 16)


def test_no_change_is_no_evidence():
    difference = compare_pairs([1, 0], [1, 0], ["a", "b"])
    assert (difference.better, difference.worse, difference.probability) == (0, 0, 1.0)
    assert (difference.interval.low, difference.interval.high) == (0.0, 0.0)


def test_unequal_numbers_of_values_are_an_error():
    with pytest.raises(ValueError, match="2 values before, 1 after"):
        compare_pairs([1, 0], [1], ["a", "b"])
