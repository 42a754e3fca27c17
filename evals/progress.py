"""Show how far a run is: a bar for people, a JSON line for programs, or nothing."""

import json
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from evals.record import Item
from evals.report.wording import task_text
from evals.task.plan import Task

OnItem = Callable[[Item], None]


@contextmanager
def show_progress(kind: str, tasks: Sequence[Task]) -> Generator[OnItem]:
    """Give what is to be called after each item.

    Args:
        kind: "bar", "lines" (one JSON object a line on standard error: task and what it
            is called in Danish, done, total, and the last two of the whole run) or "none".
        tasks: What is run.
    """
    if kind == "bar":
        with _bar(tasks) as on_item:
            yield on_item
    elif kind == "lines":
        yield _lines(tasks)
    else:
        yield lambda _: None


@contextmanager
def _bar(tasks: Sequence[Task]) -> Generator[OnItem]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        whole = progress.add_task("", total=sum(task.total for task in tasks))

        def advance(item: Item) -> None:
            progress.update(whole, advance=1, description=task_text(item.task).title)

        yield advance


def _lines(tasks: Sequence[Task]) -> OnItem:
    totals = {task.name: 0 for task in tasks}
    for task in tasks:
        totals[task.name] += task.total
    done = dict.fromkeys(totals, 0)

    def write(item: Item) -> None:
        done[item.task] += 1
        line = {
            "task": item.task,
            "title": task_text(item.task).title,
            "done": done[item.task],
            "total": totals[item.task],
            "all_done": sum(done.values()),
            "all_total": sum(totals.values()),
        }
        sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stderr.flush()

    return write
