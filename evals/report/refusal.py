"""How many questions are refused where the line for refusing is drawn here or there."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.measure import FALSE_REFUSAL_LEVELS
from evals.metric.refusal import FOLDS, Refused, cross_validate, refuse_at
from evals.record import Figure, Item, Record
from evals.report import refusal_texts, texts
from evals.report.number import Unit, danish, show, show_figure
from evals.report.view import Row, Table
from evals.report.wording import group_text, kind_note
from evals.statistic import wilson

_Scores = Mapping[str, float]

_CHOOSERS: dict[str, Callable[[_Scores, _Scores, float], Refused]] = {
    "test": refuse_at,
    "dev": cross_validate,
}
"""By part, in the order of the page: how its thresholds are chosen."""


@dataclass(frozen=True)
class Part:
    """What is refused in one part of the questions.

    Attributes:
        title: Which part.
        chosen: How its thresholds were chosen.
        told: What the threshold in use gives.
        table: What each threshold refuses, in all and by kind.
    """

    title: str
    chosen: str
    told: str
    table: Table


@dataclass(frozen=True)
class RefusalPage:
    """What the page shows of refusing.

    Attributes:
        title: Its heading.
        explanation: How to read it, paragraph by paragraph.
        parts: The test part, then the dev part.
    """

    title: str
    explanation: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class _Column:
    """What one threshold does to the questions, by id: 1 where it refuses, else 0."""

    name: str
    answerable: _Scores
    unanswerable: _Scores


def build_refusals(record: Record) -> RefusalPage | None:
    """Return what the page shows; None without enough questions of both sorts in any part."""
    parts: list[Part] = []
    for part in _CHOOSERS:
        answerable, unanswerable = (
            [item for item in record.of(task) if item.part == part and _is_judged(item)]
            for task in ("answerable", "unanswerable")
        )
        if len(answerable) >= FOLDS and unanswerable:
            parts.append(_build_part(part, answerable, unanswerable))
    if not parts:
        return None
    return RefusalPage(refusal_texts.TITLE, refusal_texts.EXPLANATION, tuple(parts))


def _is_judged(item: Item) -> bool:
    return item.scores.get("answerability") is not None


def _build_part(part: str, answerable: Sequence[Item], unanswerable: Sequence[Item]) -> Part:
    in_use = _Column(
        refusal_texts.IN_USE,
        _scores(answerable, "false_refusal"),
        _scores(unanswerable, "refused"),
    )
    columns = [*_choose_columns(part, answerable, unanswerable), in_use]
    title = refusal_texts.PARTS[part]
    told = refusal_texts.TOLD.format(
        rightly=_show_share(in_use.unanswerable.values()),
        wrongly=_show_share(in_use.answerable.values()),
    )
    table = Table(
        refusal_texts.CAPTION.format(part=title),
        (refusal_texts.GROUP, *(column.name for column in columns), texts.COUNT),
        tuple(_build_rows(columns, answerable, unanswerable)),
    )
    return Part(title, refusal_texts.CHOSEN[part], told, table)


def _choose_columns(
    part: str, answerable: Sequence[Item], unanswerable: Sequence[Item]
) -> list[_Column]:
    held, unheld = (_scores(items, "answerability") for items in (answerable, unanswerable))
    columns: list[_Column] = []
    for level in FALSE_REFUSAL_LEVELS:
        refused = _CHOOSERS[part](held, unheld, level)
        wrongly = {name: float(name in refused.wrongly) for name in held}
        rightly = {name: float(name in refused.rightly) for name in unheld}
        shown = f"{danish(level * 100, 0)}\N{NO-BREAK SPACE}%"
        columns.append(_Column(refusal_texts.LEVEL.format(level=shown), wrongly, rightly))
    return columns


def _build_rows(
    columns: Sequence[_Column], answerable: Sequence[Item], unanswerable: Sequence[Item]
) -> list[Row]:
    """Return all unanswerable questions, each of their kinds, worst first, and the answerable."""
    kinds = {kind: [i for i in unanswerable if i.kind == kind] for kind in _kinds(unanswerable)}
    by_kind = [column.unanswerable for column in columns]
    first = columns[0].unanswerable
    worst = sorted(kinds, key=lambda kind: _mean([first[item.id] for item in kinds[kind]]))
    return [
        Row(
            refusal_texts.UNANSWERABLE,
            _cells(by_kind, unanswerable),
            refusal_texts.UNANSWERABLE_EXPLAINED if kinds else "",
        ),
        *(
            Row(
                group_text(f"kind:{kind}"),
                _cells(by_kind, kinds[kind]),
                kind_note("unanswerable", kind),
            )
            for kind in worst
        ),
        Row(
            refusal_texts.ANSWERABLE,
            _cells([column.answerable for column in columns], answerable),
            refusal_texts.ANSWERABLE_EXPLAINED,
        ),
    ]


def _kinds(items: Iterable[Item]) -> list[str]:
    return sorted({item.kind for item in items if item.kind})


def _cells(columns: Iterable[_Scores], items: Sequence[Item]) -> tuple[str, ...]:
    shown = [_show([column[item.id] for item in items if item.id in column]) for column in columns]
    return (*shown, show(len(items), Unit.COUNT))


def _show(values: Sequence[float]) -> str:
    if not values:
        return texts.MISSING
    interval = wilson(round(sum(values)), len(values))
    figure = Figure("", "", "", _mean(values), interval.low, interval.high, len(values), 0)
    return show_figure(figure, Unit.PERCENT)


def _show_share(values: Iterable[float]) -> str:
    having = list(values)
    return show(_mean(having) if having else None, Unit.PERCENT)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _scores(items: Iterable[Item], name: str) -> dict[str, float]:
    """Return a score by id, of the items that have it."""
    found = {item.id: item.scores.get(name) for item in items}
    return {name: score for name, score in found.items() if score is not None}
