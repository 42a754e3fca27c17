"""How well a probability separates what the document answers from what it does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FOLDS = 5
"""Of a cross-validation."""


@dataclass(frozen=True)
class CurvePoint:
    """What one threshold gives.

    Attributes:
        threshold: Questions below it are refused.
        false_refusals: Share of the answerable questions that it refuses.
        refused: Share of the unanswerable questions that it refuses.
    """

    threshold: float
    false_refusals: float
    refused: float


@dataclass(frozen=True)
class Refused:
    """Which questions a threshold refuses, by id.

    Attributes:
        wrongly: Of those that the document answers.
        rightly: Of those that it does not answer.
    """

    wrongly: frozenset[str]
    rightly: frozenset[str]


def refusal_curve(answerable: Sequence[float], unanswerable: Sequence[float]) -> list[CurvePoint]:
    """Return what every threshold gives, from the one that refuses nothing.

    Args:
        answerable: Probability that the document answers, for questions that it answers.
        unanswerable: The same for questions that it does not answer.
    """
    thresholds = [0.0, *sorted({*answerable, *unanswerable} - {0.0}), float("inf")]
    return [
        CurvePoint(limit, _share_below(answerable, limit), _share_below(unanswerable, limit))
        for limit in thresholds
    ]


def refused_at(
    answerable: Sequence[float], unanswerable: Sequence[float], false_refusals: float
) -> float | None:
    """Return the best share refused that costs at most `false_refusals`; None without questions.

    >>> refused_at([0.9, 0.8, 0.4, 0.7], [0.1, 0.5, 0.95], 0.25)
    0.6666666666666666
    """
    if not answerable or not unanswerable:
        return None
    curve = refusal_curve(answerable, unanswerable)
    return max(point.refused for point in curve if point.false_refusals <= false_refusals)


def choose_threshold(answerable: Sequence[float], false_refusals: float) -> float:
    """Return the highest threshold that refuses at most `false_refusals` of the answerable.

    Infinite, if all of them may be refused.

    Raises:
        ValueError: If there are no questions.

    >>> choose_threshold([0.9, 0.8, 0.7, 0.4], 0.25)
    0.7
    """
    if not answerable:
        raise ValueError("no answerable questions to choose a threshold on")
    allowed = (v for v in answerable if _share_below(answerable, v) <= false_refusals)
    return float("inf") if false_refusals >= 1 else max(allowed)


def refuse_at(
    answerable: Mapping[str, float], unanswerable: Mapping[str, float], false_refusals: float
) -> Refused:
    """Return what is refused where the threshold is chosen on the questions that it is tried on.

    Args:
        answerable: By id: probability that the document answers, for questions that it answers.
        unanswerable: The same for questions that it does not answer.
        false_refusals: Share of the answerable questions that may be refused.

    Raises:
        ValueError: If there are no answerable questions.
    """
    limit = choose_threshold(list(answerable.values()), false_refusals)
    return Refused(_below(answerable, limit), _below(unanswerable, limit))


def cross_validate(
    answerable: Mapping[str, float], unanswerable: Mapping[str, float], false_refusals: float
) -> Refused:
    """Return what is refused where the threshold is chosen on other questions.

    Sorted by id, the questions are dealt out to `FOLDS` folds. Each fold is tried with the
    threshold chosen on the answerable questions of the others, so every question is tried once.

    Args:
        answerable: As of `refuse_at`.
        unanswerable: As of `refuse_at`.
        false_refusals: Share of the answerable questions chosen on that may be refused.

    Raises:
        ValueError: If there are fewer answerable questions than folds.
    """
    if len(answerable) < FOLDS:
        raise ValueError(f"{len(answerable)} answerable questions for {FOLDS} folds")
    wrongly: frozenset[str] = frozenset()
    rightly: frozenset[str] = frozenset()
    for fold in range(FOLDS):
        tried = _fold(answerable, fold)
        others = [value for name, value in answerable.items() if name not in tried]
        limit = choose_threshold(others, false_refusals)
        wrongly |= _below(tried, limit)
        rightly |= _below(_fold(unanswerable, fold), limit)
    return Refused(wrongly, rightly)


def _fold(values: Mapping[str, float], fold: int) -> dict[str, float]:
    return {name: values[name] for name in sorted(values)[fold::FOLDS]}


def _below(values: Mapping[str, float], limit: float) -> frozenset[str]:
    return frozenset(name for name, value in values.items() if value < limit)


def _share_below(values: Sequence[float], limit: float) -> float:
    return sum(value < limit for value in values) / len(values) if values else 0.0
