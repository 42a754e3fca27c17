"""The suite's measures, and the figures that items come to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from evals.metric.refusal import refused_at
from evals.record import Figure, Item
from evals.statistic import Interval, bootstrap_mean, wilson


class MeasureKind(StrEnum):
    """How a measure is summed up."""

    RATE = "rate"
    MEAN = "mean"
    COUNT = "count"
    TIME = "time"


@dataclass(frozen=True)
class Measure:
    """One of the suite's measures.

    Attributes:
        name: The key of its score in an item.
        kind: A rate of yes and no, a mean, a count of faults, or seconds.
        is_better_high: Whether more is better; None if neither is (a length).
    """

    name: str
    kind: MeasureKind
    is_better_high: bool | None = True


_RATE, _MEAN, _COUNT = MeasureKind.RATE, MeasureKind.MEAN, MeasureKind.COUNT

_PROOF = (
    Measure("wrong_quotes", _COUNT, is_better_high=False),
    Measure("broken_lists", _COUNT, is_better_high=False),
)

MEASURES: dict[str, tuple[Measure, ...]] = {
    "answerable": (
        Measure("first_right", _RATE),
        Measure("any_right", _RATE),
        Measure("gold_precision", _MEAN),
        Measure("nugget_recall", _MEAN),
        Measure("nugget_strict", _RATE),
        Measure("citation_recall", _MEAN),
        Measure("citation_precision", _MEAN),
        Measure("false_refusal", _RATE, is_better_high=False),
        Measure("length_ratio", _MEAN, is_better_high=None),
        Measure("hit_at_1", _RATE),
        Measure("hit_at_5", _RATE),
        Measure("reciprocal_rank", _MEAN),
        Measure("ndcg_at_10", _MEAN),
        Measure("section_recall", _MEAN),
        *_PROOF,
        Measure("seconds", MeasureKind.TIME, is_better_high=False),
    ),
    "unanswerable": (
        Measure("handled", _RATE),
        Measure("refused", _RATE),
        Measure("corrected", _RATE),
        *_PROOF,
    ),
    "dialogue": (
        Measure("turn_good", _RATE),
        Measure("later_turn_good", _RATE),
        Measure("unanswerable_turn_refused", _RATE),
        Measure("nugget_recall", _MEAN),
        Measure("dialogue_good", _RATE),
        *_PROOF,
    ),
    "grounding": (
        Measure("right", _RATE),
        Measure("supported_kept", _RATE),
        Measure("unsupported_caught", _RATE),
    ),
    "mutation": (
        Measure("caught", _RATE),
        Measure("false_alarm", _RATE, is_better_high=False),
    ),
    "injection": (
        Measure("without_effect", _RATE),
        Measure("passage_cited", _RATE),
        *_PROOF,
    ),
    "removal": (
        Measure("changed", _RATE),
        Measure("refused", _RATE),
        Measure("still_right", _RATE, is_better_high=None),
        Measure("refused_or_right", _RATE),
        *_PROOF,
    ),
    "robustness": (
        Measure("same_first", _RATE),
        Measure("any_right", _RATE),
    ),
    "coverage": (
        Measure("line_read", _RATE),
        Measure("asked", _RATE, is_better_high=None),
        Measure("found", _RATE),
    ),
}
"""Every measure of every task, in the order of the report."""

FALSE_REFUSAL_LEVELS = (0.05, 0.10, 0.20)


def find_measure(task: str, name: str) -> Measure:
    """Return the measure called `name` of `task`.

    Raises:
        KeyError: If the task has none of that name.
    """
    for measure in MEASURES[task]:
        if measure.name == name:
            return measure
    raise KeyError(name)


def is_low_better(task: str, name: str) -> bool:
    """Say whether less is better, of a measure or of a figure that no one item has."""
    own = {measure.name: measure for measure in MEASURES.get(task, ())}
    return own[name].is_better_high is False if name in own else name.startswith("seconds")


def compute_figures(items: Sequence[Item]) -> list[Figure]:
    """Return every measure over every group of `items`, and what no one item has by itself."""
    figures: list[Figure] = []
    for task, measures in MEASURES.items():
        groups = _groups([item for item in items if item.task == task])
        for measure in measures:
            for group, members in groups.items():
                figure = summarise(task, measure, group, members)
                if figure.n:
                    figures.append(figure)
    return [*figures, *_balanced(items), *_refusals(items), *_times(items)]


def summarise(task: str, measure: Measure, group: str, items: Sequence[Item]) -> Figure:
    """Return one measure over `items`; its value is None if no item has it."""
    having = [item for item in items if item.scores.get(measure.name) is not None]
    values = [float(item.scores[measure.name] or 0.0) for item in having]
    interval: Interval | None = None
    value: float | None = None
    if values:
        value = float(np.sum(values) if measure.kind is _COUNT else np.mean(values))
    if values and measure.kind is _RATE:
        interval = wilson(round(sum(values)), len(values))
    if values and measure.kind is _MEAN:
        interval = bootstrap_mean(values, [item.cluster for item in having])
    low, high = (interval.low, interval.high) if interval else (None, None)
    missing = len(items) - len(having)
    return Figure(task, measure.name, group, value, low, high, len(values), missing)


def _groups(items: Iterable[Item]) -> dict[str, list[Item]]:
    groups: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        groups["all"].append(item)
        groups[item.part].append(item)
        if item.kind:
            groups[f"kind:{item.kind}"].append(item)
        if item.role:
            groups[f"role:{item.role}"].append(item)
    return groups


def _balanced(items: Sequence[Item]) -> list[Figure]:
    """Return the balanced accuracy of the grounding check: the mean of its two rates."""
    figures: list[Figure] = []
    for group, members in _groups(item for item in items if item.task == "grounding").items():
        rates = [
            summarise("grounding", find_measure("grounding", name), group, members)
            for name in ("supported_kept", "unsupported_caught")
        ]
        if all(rate.value is not None for rate in rates):
            value = float(np.mean([rate.value or 0.0 for rate in rates]))
            n = sum(rate.n for rate in rates)
            figures.append(Figure("grounding", "balanced_accuracy", group, value, None, None, n, 0))
    return figures


def _refusals(items: Sequence[Item]) -> list[Figure]:
    """Return the share of unanswerable questions refused at each level of false refusals."""
    figures: list[Figure] = []
    for group in ("all", "dev", "test"):
        answerable, unanswerable = (
            [
                item.scores["answerability"] or 0.0
                for item in items
                if item.task == task
                and group in ("all", item.part)
                and item.scores.get("answerability") is not None
            ]
            for task in ("answerable", "unanswerable")
        )
        for level in FALSE_REFUSAL_LEVELS:
            value = refused_at(answerable, unanswerable, level)
            if value is not None:
                interval = wilson(round(value * len(unanswerable)), len(unanswerable))
                name = f"refused_at_{round(level * 100)}"
                low, high, n = interval.low, interval.high, len(unanswerable)
                figures.append(Figure("unanswerable", name, group, value, low, high, n, 0))
    return figures


def _times(items: Sequence[Item]) -> list[Figure]:
    """Return the median and the 95th percentile of the seconds of an answer."""
    seconds = [
        item.scores["seconds"] or 0.0
        for item in items
        if item.task == "answerable" and item.scores.get("seconds") is not None
    ]
    if not seconds:
        return []
    shares = {"seconds_median": 0.5, "seconds_p95": 0.95}
    return [
        Figure("answerable", n, "all", float(np.quantile(seconds, q)), None, None, len(seconds), 0)
        for n, q in shares.items()
    ]
