"""The items that came out otherwise in one run than in another, to be read by a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from evals.comparison import ItemChange
from evals.measure import MeasureKind, find_measure
from evals.record import Exchange
from evals.report import texts
from evals.report.failure import SHOWN
from evals.report.number import show
from evals.report.wording import group_text, item_name, measure_text, task_text


@dataclass(frozen=True)
class ChangedItem:
    """An item that came out otherwise, to be read by a person.

    Attributes:
        id: As in the gold set.
        question: What was asked, or "" where it is not to be seen.
        tags: Part and kind.
        scores: Each score that differs, before and after.
        sides: What was given before and after; none where it is not to be seen.
    """

    id: str
    question: str
    tags: tuple[str, ...]
    scores: tuple[str, ...]
    sides: tuple[Exchange, ...]


@dataclass(frozen=True)
class ChangedTask:
    """The items of one task that came out otherwise.

    Attributes:
        title: The task, with how many.
        items: Those that are shown.
        left_out: That some were left out, or "".
    """

    title: str
    items: tuple[ChangedItem, ...]
    left_out: str


def gather_changes(changes: Iterable[ItemChange]) -> list[ChangedTask]:
    """Return what came out otherwise, task by task."""
    tasks: list[ChangedTask] = []
    for task, members in groupby(changes, key=lambda change: change.task):
        items = [_changed_item(change) for change in members]
        title = texts.CHANGED_TASK.format(title=task_text(task).title, count=len(items))
        left_out = ""
        if len(items) > SHOWN:
            left_out = texts.FAILURES_LEFT_OUT.format(shown=SHOWN, count=len(items))
        tasks.append(ChangedTask(title, tuple(items[:SHOWN]), left_out))
    return tasks


def _changed_item(change: ItemChange) -> ChangedItem:
    kinds = [f"kind:{change.kind}"] if change.kind else []
    sides = (change.before, change.after)
    return ChangedItem(
        id=item_name(change.task, change.id),
        question=change.question,
        tags=tuple(group_text(group) for group in (change.part, *kinds)),
        scores=tuple(_scores(change)),
        sides=tuple(side or Exchange("") for side in sides) if any(sides) else (),
    )


def _scores(change: ItemChange) -> list[str]:
    return [
        texts.CHANGED_SCORE.format(
            name=measure_text(change.task, score.measure).name,
            before=_score(change.task, score.measure, score.before),
            after=_score(change.task, score.measure, score.after),
        )
        for score in change.scores
    ]


def _score(task: str, measure: str, value: float | None) -> str:
    if value is not None and find_measure(task, measure).kind is MeasureKind.RATE:
        return texts.YES if value else texts.NO
    return show(value, measure_text(task, measure).unit)
