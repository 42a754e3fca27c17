"""Show two runs side by side, in the terminal and as a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from evals.comparison import Comparison, ItemChange, MeasureChange, Run, Verdict
from evals.measure import MeasureKind, find_measure
from evals.record import Exchange
from evals.report import texts
from evals.report.failure import SHOWN
from evals.report.number import (
    show,
    show_difference,
    show_difference_range,
    show_moment,
)
from evals.report.rendering import render
from evals.report.summary import warn
from evals.report.table import print_table
from evals.report.view import Row, Table
from evals.report.wording import group_text, measure_text, read_wording, task_text

_IDS_SHOWN = 20
_SMALLEST = 1e-9


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


def print_comparison(comparison: Comparison, console: Console) -> None:
    """Print what differs between two runs."""
    print_table(runs_table(comparison), console)
    for sentence in warn(comparison):
        console.print(Text(sentence, style="bold"))
    changed = [change for change in comparison.measures if _is_changed(change)]
    for table in measure_tables(changed):
        print_table(table, console)
    unchanged = len(comparison.measures) - len(changed)
    if unchanged:
        console.print(Text(texts.UNCHANGED.format(count=unchanged)))
    if not comparison.items:
        console.print(Text(texts.CHANGED_NONE))
    for task in _changed_tasks(comparison.items):
        print_table(_items_table(task), console)
    for sentence in only_sentences(comparison):
        console.print(Text(sentence))


def write_comparison_page(comparison: Comparison, path: Path) -> None:
    """Write what differs between two runs as one HTML page."""
    page = render(
        "comparison.html.j2",
        title=texts.COMPARISON,
        warnings=warn(comparison),
        runs=runs_table(comparison),
        measures=measure_tables(comparison.measures),
        tasks=_changed_tasks(comparison.items),
        count=len(comparison.items),
        only=only_sentences(comparison),
    )
    path.write_text(page, encoding="utf-8")


def runs_table(comparison: Comparison) -> Table:
    """Return what was measured in each run."""
    runs = (comparison.before, comparison.after)
    facts = {
        texts.WHEN: [show_moment(run.created) for run in runs],
        texts.ENGINE: [_engine(run) for run in runs],
        texts.DOCUMENTS: [_documents(run) for run in runs],
        texts.GOLD: [run.gold for run in runs],
    }
    rows = tuple(Row(name, tuple(cells)) for name, cells in facts.items())
    return Table(texts.RUNS, (texts.RUN, texts.BEFORE, texts.AFTER), rows, is_words=True)


def measure_tables(measures: Iterable[MeasureChange]) -> list[Table]:
    """Return the differences, one table for each task."""
    columns = (
        texts.MEASURE,
        texts.BEFORE,
        texts.AFTER,
        texts.DIFFERENCE,
        texts.BETTER,
        texts.WORSE,
        texts.COUNT,
        texts.VERDICT,
    )
    by_task: dict[str, list[MeasureChange]] = {}
    for change in measures:
        by_task.setdefault(change.task, []).append(change)
    return [
        Table(task_text(task).title, columns, tuple(_measure_row(change) for change in changes))
        for task, changes in by_task.items()
    ]


def only_sentences(comparison: Comparison) -> list[str]:
    """Return which items are in one of the runs only, task by task."""
    sentences: list[str] = []
    for pattern, keys in (
        (texts.ONLY_BEFORE, comparison.only_before),
        (texts.ONLY_AFTER, comparison.only_after),
    ):
        for task, members in groupby(keys, key=lambda key: key[0]):
            ids = [identity for _, identity in members]
            shown = ", ".join(ids[:_IDS_SHOWN])
            more = texts.AND_MORE if len(ids) > _IDS_SHOWN else ""
            title = task_text(task).title
            sentences.append(pattern.format(title=title, count=len(ids), ids=f"{shown}{more}"))
    return sentences


def _measure_row(change: MeasureChange) -> Row:
    words = measure_text(change.task, change.measure)
    difference = show_difference(change.difference, words.unit)
    if change.interval is not None:
        low, high = change.interval.low, change.interval.high
        difference = f"{difference} ({show_difference_range(low, high, words.unit)})"
    cells = (
        show(change.before, words.unit),
        show(change.after, words.unit),
        difference,
        _number(change.better),
        _number(change.worse),
        str(change.n),
        texts.VERDICTS[change.verdict] if change.verdict else texts.MISSING,
    )
    return Row(words.name, cells, words.explanation)


def _is_changed(change: MeasureChange) -> bool:
    if change.verdict is not None:
        return change.verdict is not Verdict.UNCHANGED
    return abs(change.difference) > _SMALLEST


def _items_table(task: ChangedTask) -> Table:
    """Return a task's items for the terminal, where answers have no room."""
    rows = tuple(
        Row(item.id, (item.question or texts.HIDDEN, "\n".join(item.scores))) for item in task.items
    )
    columns = (texts.ITEM, texts.QUESTION, texts.WHAT_CHANGED)
    caption = f"{task.title} {task.left_out}".rstrip()
    return Table(caption, columns, rows, is_words=True)


def _changed_tasks(changes: Iterable[ItemChange]) -> list[ChangedTask]:
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
        id=change.id,
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


def _engine(run: Run) -> str:
    return read_wording().engines.get(run.engine, run.engine)


def _documents(run: Run) -> str:
    return ", ".join(
        texts.VERSION.format(name=source.name, version=source.version) for source in run.documents
    )


def _number(value: int | None) -> str:
    return texts.MISSING if value is None else str(value)
