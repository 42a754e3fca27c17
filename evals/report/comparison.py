"""Show two runs side by side, in the terminal and as a page."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.text import Text

from evals.comparison import Comparison, MeasureChange, Run, Verdict
from evals.report import texts
from evals.report.change import ChangedTask, gather_changes
from evals.report.number import (
    FEWEST,
    Unit,
    shorten_hash,
    show,
    show_difference,
    show_difference_range,
    show_moment,
)
from evals.report.rendering import render, split_long
from evals.report.summary import warn
from evals.report.table import print_table
from evals.report.view import Row, Table
from evals.report.wording import item_name, measure_text, name_version, read_wording, task_text

_IDS_SHOWN = 20
_SMALLEST = 1e-9


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
    if comparison.common and not comparison.items:
        console.print(Text(texts.CHANGED_NONE))
    for task in gather_changes(comparison.items):
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
        tasks=gather_changes(comparison.items),
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
        texts.GOLD: [shorten_hash(run.gold) for run in runs],
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
    """Return which items are in one of the runs only, task by task.

    Where that goes for all of them, a warning has said so.
    """
    if not comparison.common:
        return []
    sentences: list[str] = []
    for pattern, keys in (
        (texts.ONLY_BEFORE, comparison.only_before),
        (texts.ONLY_AFTER, comparison.only_after),
    ):
        for task, members in groupby(keys, key=lambda key: key[0]):
            ids = [item_name(task, identity) for _, identity in members]
            shown = texts.AMONG.join(ids[:_IDS_SHOWN])
            more = texts.AND_MORE if len(ids) > _IDS_SHOWN else ""
            title = task_text(task).title
            sentences.append(pattern.format(title=title, count=len(ids), ids=f"{shown}{more}"))
    return sentences


def _measure_row(change: MeasureChange) -> Row:
    words = measure_text(change.task, change.measure)
    difference = show_difference(change.before, change.after, words.unit)
    if change.interval is not None and change.n >= FEWEST:
        low, high = change.interval.low, change.interval.high
        difference = f"{difference} ({show_difference_range(low, high, words.unit)})"
    cells = (
        show(change.before, words.unit),
        show(change.after, words.unit),
        difference,
        _number(change.better),
        _number(change.worse),
        show(change.n, Unit.COUNT),
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
        Row(item.id, (_cut(item.question) or texts.HIDDEN, "\n".join(item.scores)))
        for item in task.items
    )
    columns = (texts.ITEM, texts.QUESTION, texts.WHAT_CHANGED)
    caption = f"{task.title} {task.left_out}".rstrip()
    return Table(caption, columns, rows, is_words=True)


def _cut(question: str) -> str:
    parts = split_long(question)
    return f"{parts.head}{texts.CUT}" if parts.rest else question


def _engine(run: Run) -> str:
    return read_wording().engines.get(run.engine, run.engine)


def _documents(run: Run) -> str:
    return ", ".join(map(name_version, run.documents))


def _number(value: int | None) -> str:
    return texts.MISSING if value is None else str(value)
