"""Compare two runs item by item: what became better, what worse, and what may be chance."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from evals.comparison import Comparison, ItemChange, MeasureChange, Run, ScoreChange, Verdict
from evals.measure import MEASURES, Measure, MeasureKind
from evals.record import Exchange, Item, Record
from evals.statistic import Interval, compare_pairs

LEVEL = 0.05
"""How unlikely a change must be by chance, one-sided, to be called certain."""

_SMALLEST = 1e-9
"""Scores closer than this are the same."""

_DRAWN_FROM = {"unanswerable": ("answerable", "unanswerable")}
"""Tasks whose items a task's figures over all items rest on, where it is not that task alone."""

_Pair = tuple[Item, Item]


def compare(before: Record, after: Record) -> Comparison:
    """Return how `after` differs from `before`, over the items that both have.

    Items of the same id are the same unless both show what was asked, and that differs.
    """
    first = {(item.task, item.id): item for item in before.items}
    second = {(item.task, item.id): item for item in after.items}
    common = [key for key in second if key in first and _is_same(first[key], second[key])]
    pairs = [(first[key], second[key]) for key in common]
    paired = set(common)
    only_before = tuple(key for key in first if key not in paired)
    only_after = tuple(key for key in second if key not in paired)
    tasks = {task for task, _ in (*only_before, *only_after)}
    return Comparison(
        before=_describe(before),
        after=_describe(after),
        measures=(*_compare_scores(pairs), *_compare_figures(before, after, tasks)),
        items=tuple(change for pair in pairs if (change := _find_change(*pair))),
        common=len(common),
        only_before=only_before,
        only_after=only_after,
    )


def _is_same(before: Item, after: Item) -> bool:
    if before.exchange is None or after.exchange is None:
        return True
    return before.exchange.question == after.exchange.question


def _describe(record: Record) -> Run:
    return Run(record.created, record.engine, record.documents, record.gold)


def _compare_scores(pairs: Sequence[_Pair]) -> Iterator[MeasureChange]:
    for task, measures in MEASURES.items():
        own = [pair for pair in pairs if pair[0].task == task]
        for measure in measures:
            change = compare_measure(task, measure, own)
            if change is not None:
                yield change


def compare_measure(
    task: str, measure: Measure, pairs: Sequence[tuple[Item, Item]]
) -> MeasureChange | None:
    """Return what happened to one measure; None if no pair has it on both sides.

    Args:
        task: Which task the pairs are of.
        measure: Which of its measures.
        pairs: The same items before and after.
    """
    name = measure.name
    having = [
        (b, a) for b, a in pairs if _score(b, name) is not None and _score(a, name) is not None
    ]
    if not having:
        return None
    old = [_score(item, name) or 0.0 for item, _ in having]
    new = [_score(item, name) or 0.0 for _, item in having]
    scale = len(having) if measure.kind is MeasureKind.COUNT else 1
    unpaired = sum((_score(b, name) is None) != (_score(a, name) is None) for b, a in pairs)
    plain = MeasureChange(
        task=task,
        measure=name,
        n=len(having),
        unpaired=unpaired,
        before=sum(old) * scale / len(having),
        after=sum(new) * scale / len(having),
    )
    if measure.kind is MeasureKind.TIME:
        return plain
    return _judge(plain, measure, old, new, [item.cluster for _, item in having])


def _judge(
    plain: MeasureChange,
    measure: Measure,
    old: Sequence[float],
    new: Sequence[float],
    clusters: Sequence[str],
) -> MeasureChange:
    """Return `plain` with how much of its difference is chance."""
    sign = -1.0 if measure.is_better_high is False else 1.0
    first, second = [value * sign for value in old], [value * sign for value in new]
    paired = compare_pairs(first, second, clusters)
    scale = plain.n if measure.kind is MeasureKind.COUNT else 1
    ends = sorted(sign * scale * end for end in (paired.interval.low, paired.interval.high))
    change = replace(plain, interval=Interval(*ends))
    if measure.is_better_high is None:
        return change
    verdict = Verdict.UNCLEAR if paired.better or paired.worse else Verdict.UNCHANGED
    gains = compare_pairs(second, first, clusters).probability
    if paired.interval.low > 0 and gains < LEVEL:
        verdict = Verdict.BETTER
    elif paired.interval.high < 0 and paired.probability < LEVEL:
        verdict = Verdict.WORSE
    return replace(
        change,
        better=paired.better,
        worse=paired.worse,
        loss_probability=paired.probability,
        verdict=verdict,
    )


def _compare_figures(
    before: Record, after: Record, unlike: Collection[str]
) -> Iterator[MeasureChange]:
    """Yield the figures over all items that no one item has by itself.

    Args:
        before: The first run.
        after: The second.
        unlike: Tasks of which the runs do not have the same items: their figures say nothing.
    """
    for figure in after.figures:
        if not set(_DRAWN_FROM.get(figure.task, (figure.task,))).isdisjoint(unlike):
            continue
        own = {measure.name for measure in MEASURES.get(figure.task, ())}
        old = before.figure(figure.task, figure.measure)
        if figure.group != "all" or figure.measure in own or old is None:
            continue
        if old.value is not None and figure.value is not None:
            yield MeasureChange(figure.task, figure.measure, figure.n, 0, old.value, figure.value)


def _find_change(before: Item, after: Item) -> ItemChange | None:
    """Return what differs between an item's two outcomes; None if nothing does."""
    names = [m.name for m in MEASURES.get(after.task, ()) if m.kind is not MeasureKind.TIME]
    scores = tuple(
        ScoreChange(name, _score(before, name), _score(after, name))
        for name in names
        if _is_other(_score(before, name), _score(after, name))
    )
    if not scores:
        return None
    return ItemChange(
        task=after.task,
        id=after.id,
        part=after.part,
        kind=after.kind,
        scores=scores,
        before=_visible(before),
        after=_visible(after),
    )


def _visible(item: Item) -> Exchange | None:
    return None if item.part == "test" else item.exchange


def _is_other(before: float | None, after: float | None) -> bool:
    if before is None or after is None:
        return before is not after
    return abs(after - before) > _SMALLEST


def _score(item: Item, name: str) -> float | None:
    return item.scores.get(name)
