"""How well a probability separates what the document answers from what it does not."""

from collections.abc import Sequence
from dataclasses import dataclass


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


def _share_below(values: Sequence[float], limit: float) -> float:
    return sum(value < limit for value in values) / len(values) if values else 0.0
