"""Intervals and paired tests: how much of a figure is chance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

CONFIDENCE = 0.95
_DRAWS = 2000
_SEED = 20160831


@dataclass(frozen=True)
class Interval:
    """Where a figure lies with 95 % confidence, both ends included."""

    low: float
    high: float


def wilson(successes: int, trials: int) -> Interval:
    """Return Wilson's score interval of a rate (Wilson 1927).

    Raises:
        ValueError: If there are no trials.

    >>> interval = wilson(9, 10)
    >>> round(interval.low, 3), round(interval.high, 3)
    (0.596, 0.982)
    """
    if trials < 1:
        raise ValueError(f"no trials: {trials}")
    interval = binomtest(successes, trials).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(float(interval.low), float(interval.high))


def bootstrap_mean(values: Sequence[float], clusters: Sequence[str]) -> Interval:
    """Return the percentile bootstrap interval of a mean, whole clusters drawn together.

    Questions on one section are alike; drawing them one by one would make the interval too
    narrow (Cameron, Gelbach and Miller 2008).

    Args:
        values: One for each question.
        clusters: Which cluster each belongs to.

    Raises:
        ValueError: If there are no values, or not one cluster for each.
    """
    if not values or len(values) != len(clusters):
        raise ValueError(f"{len(values)} values in {len(clusters)} clusters")
    names, member = np.unique(np.asarray(clusters), return_inverse=True)
    sums = np.bincount(member, weights=np.asarray(values, dtype=np.float64))
    sizes = np.bincount(member)
    drawn = np.random.default_rng(_SEED).integers(0, len(names), (_DRAWS, len(names)))
    means: NDArray[np.float64] = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return Interval(float(low), float(high))


@dataclass(frozen=True)
class PairedDifference:
    """What a change did to one figure, question by question.

    Attributes:
        before: The mean before, over the questions that both have.
        after: The mean after.
        interval: Of the difference, after minus before, by clustered bootstrap.
        better: Questions that rose.
        worse: Questions that fell.
        probability: Of as many falls among the changed questions or more, were rises and falls
            equally likely (exact one-sided sign test; for rates McNemar's exact test).
    """

    before: float
    after: float
    interval: Interval
    better: int
    worse: int
    probability: float


def compare_pairs(
    before: Sequence[float], after: Sequence[float], clusters: Sequence[str]
) -> PairedDifference:
    """Return how `after` differs from `before`, the same questions in the same order.

    Raises:
        ValueError: If there are none, or the numbers differ.

    >>> compare_pairs([1, 1, 0], [1, 0, 0], ["a", "b", "c"]).worse
    1
    """
    if len(before) != len(after):
        raise ValueError(f"{len(before)} values before, {len(after)} after")
    differences = [new - old for old, new in zip(before, after, strict=True)]
    better = sum(difference > 0 for difference in differences)
    worse = sum(difference < 0 for difference in differences)
    changed = better + worse
    return PairedDifference(
        before=float(np.mean(before)),
        after=float(np.mean(after)),
        interval=bootstrap_mean(differences, clusters),
        better=better,
        worse=worse,
        probability=_sign_test(worse, changed),
    )


def _sign_test(worse: int, changed: int) -> float:
    if not changed:
        return 1.0
    return float(binomtest(worse, changed, alternative="greater").pvalue)
