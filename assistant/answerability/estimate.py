"""Fit the regressions: on n-grams, and on signals with a calibrated probability and threshold."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.answerability.regression import Regression
from assistant.answerability.wording import Wording, hash_ngrams

_SMALLEST_SCALE = 1e-4
_ITERATIONS = 3000


def fit_wording(
    texts: Sequence[str], labels: Sequence[int], *, bits: int, strength: float
) -> Wording:
    """Return a regression on the n-grams of folded `texts`.

    Args:
        texts: Folded.
        labels: 1 or 0 for each.
        bits: The regression has 2**bits places.
        strength: Inverse of the L2 penalty.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    size = 1 << bits
    places = [hash_ngrams(text, size) for text in texts]
    rarity = _rarity(places, size)
    rows = np.repeat(np.arange(len(places)), [len(found) for found in places])
    columns = np.concatenate(places)
    lengths = np.array([max(float(np.linalg.norm(rarity[found])), 1e-9) for found in places])
    values = rarity[columns] / lengths[rows]
    matrix: Any = csr_matrix((values, (rows, columns)), shape=(len(places), size))
    model: Any = LogisticRegression(C=strength, class_weight="balanced", max_iter=_ITERATIONS)
    model.fit(matrix, np.asarray(labels))
    weights = np.asarray(model.coef_[0], dtype=np.float32)
    return Wording(weights, rarity, float(model.intercept_[0]))


def _rarity(places: Sequence[NDArray[np.intp]], size: int) -> NDArray[np.float32]:
    held = np.bincount(np.concatenate(places), minlength=size)
    return (np.log((1 + len(places)) / (1 + held)) + 1).astype(np.float32)


def fit_regression(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[int],
    names: Sequence[str],
) -> Regression:
    """Return a regression on the signals called `names`, balanced between the two kinds."""
    from sklearn.linear_model import LogisticRegression

    matrix = np.array([[row[name] for name in names] for row in rows])
    means = matrix.mean(axis=0)
    # A signal that never changes is left as it is.
    scales = np.where(matrix.std(axis=0) > _SMALLEST_SCALE, matrix.std(axis=0), 1.0)
    model: Any = LogisticRegression(class_weight="balanced", max_iter=_ITERATIONS)
    model.fit((matrix - means) / scales, np.asarray(labels))

    def named(values: Any) -> dict[str, float]:  # noqa: ANN401  a numpy row
        return {name: round(float(value), 6) for name, value in zip(names, values, strict=True)}

    intercept = round(float(model.intercept_[0]), 6)
    return Regression(named(model.coef_[0]), named(means), named(scales), intercept)


def calibrate(
    regression: Regression, rows: Sequence[Mapping[str, float]], labels: Sequence[int]
) -> Regression:
    """Return `regression` with log-odds that mean what they say on `rows` (Platt 1999)."""
    from sklearn.linear_model import LogisticRegression

    totals = [sum(regression.contributions(row).values()) + regression.intercept for row in rows]
    model: Any = LogisticRegression(C=1e6, class_weight="balanced")
    model.fit(np.array(totals).reshape(-1, 1), np.asarray(labels))
    slope, offset = float(model.coef_[0][0]), float(model.intercept_[0])
    return replace(regression, slope=round(slope, 6), offset=round(offset, 6))


def choose_threshold(
    regression: Regression,
    answerable: Sequence[Mapping[str, float]],
    *,
    risk: float,
    confidence: float,
) -> Regression:
    """Return `regression` with the highest threshold whose false refusals stay below `risk`.

    The upper bound of Clopper and Pearson (1934) on the share of false refusals is at most
    `risk`, with the stated `confidence`.

    Args:
        regression: Already calibrated.
        answerable: Signals of answerable questions that it was not fitted on.
        risk: The share of answerable questions that may be refused.
        confidence: Of the bound, in [0, 1].
    """
    chances = sorted(regression.probability(row) for row in answerable)
    allowed = most_refused(len(chances), risk=risk, confidence=confidence)
    threshold = chances[min(allowed, len(chances) - 1)] if chances else regression.threshold
    return replace(regression, threshold=floor(threshold * 1e6) / 1e6)


def most_refused(questions: int, *, risk: float, confidence: float) -> int:
    """Return how many of `questions` may be refused, for the bound to stay at most `risk`.

    >>> most_refused(100, risk=0.05, confidence=0.95)
    1
    """
    from scipy.stats import beta

    allowed = 0
    while allowed + 1 < questions:
        bound = float(beta.ppf(confidence, allowed + 2, questions - allowed - 1))
        if bound > risk:
            return allowed
        allowed += 1
    return allowed
