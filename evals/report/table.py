"""Print figures as tables in the terminal, in Danish."""

import re
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from evals.record import Record
from evals.report import own_texts, texts
from evals.report.choice import is_own
from evals.report.number import danish, show_moment
from evals.report.section import measure_table, tasks_of
from evals.report.view import Table

_LINE, _WORD = re.compile(r"[^\n]+"), re.compile(r"[^ \n]+")
"""What is not to be broken: a number stays with its unit, which a no-break space joins to it."""

_FRAME = 3
"""Columns of the console that a table's column takes besides its words."""

_INDENT = 4


def print_record(record: Record, console: Console) -> None:
    """Print the measures of every task, with intervals, part by part."""
    console.print(Text(texts.RUN_AT.format(moment=show_moment(record.created))))
    if is_own(record):
        console.print(Text(own_texts.NOTE))
    for task in tasks_of(record):
        print_table(measure_table(record, task), console)


def print_table(table: Table, console: Console) -> None:
    """Print a table; its explanations are left to the page.

    Where the console is too narrow for the longest words, the cells of a row stand below it.
    """
    room = console.width - _FRAME * len(table.columns) - 1
    widths = _fit(table, room)
    if widths is None:
        _print_stacked(table, console)
        return
    grid = Grid(title=Text(table.caption), title_justify="left")
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        justify = "right" if place and not table.is_words else "left"
        grid.add_column(Text(column), justify=justify, overflow="fold", width=width)
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in (row.heading, *row.cells)))
    console.print(grid)


def _fit(table: Table, room: int) -> list[int] | None:
    """Return how wide to make each column, or None if some word would have to be broken."""
    lines = [table.columns, *((row.heading, *row.cells) for row in table.rows)]
    columns = list(zip(*lines, strict=True))
    widths = [_widest(column, _WORD) for column in columns]
    wanted = [_widest(column, _LINE) for column in columns]
    spare = room - sum(widths)
    if spare < 0:
        return None
    for _ in range(min(spare, sum(wanted) - sum(widths))):
        lacking = [n for n, width in enumerate(widths) if width < wanted[n]]
        widths[min(lacking, key=widths.__getitem__)] += 1  # a long column starves no short one
    return widths


def _widest(column: Sequence[str], part: re.Pattern[str]) -> int:
    return max(cell_len(found) for cell in column for found in (part.findall(cell) or [""]))


def _print_stacked(table: Table, console: Console) -> None:
    console.print(Text(f"\n{table.caption}", style="bold"))
    for row in table.rows:
        console.print(Text(row.heading))
        for name, cell in zip(table.columns[1:], row.cells, strict=True):
            if cell == texts.MISSING:
                continue
            shown = Text(texts.STACKED.format(name=name, cell=cell.replace("\n", "; ")))
            console.print(Padding(shown, (0, 0, 0, _INDENT), expand=False))


def print_times(title: str, rows: Mapping[str, Sequence[float]], unit: str) -> None:
    """Print a table of times: median, 95th percentile and the longest of each row."""
    columns = tuple(column.format(unit=unit) for column in texts.TIME_COLUMNS)
    grid = Grid(title=title)
    for column in columns:
        grid.add_column(column, justify="right" if column else "left")
    for name, values in rows.items():
        if not values:
            continue
        ordered = sorted(values)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        median = ordered[len(ordered) // 2]
        figures = (danish(figure, 2) for figure in (median, p95, ordered[-1]))
        grid.add_row(name, str(len(ordered)), *figures)
    Console().print(grid)
