"""Print figures as tables in the terminal, in Danish."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from evals.record import Record
from evals.report import texts
from evals.report.number import danish, show_moment
from evals.report.section import measure_table, tasks_of
from evals.report.view import Table


def print_record(record: Record, console: Console) -> None:
    """Print the measures of every task, with intervals, part by part."""
    console.print(Text(texts.RUN_AT.format(moment=show_moment(record.created))))
    for task in tasks_of(record):
        print_table(measure_table(record, task), console)


def print_table(table: Table, console: Console) -> None:
    """Print a table; its explanations are left to the page."""
    grid = Grid(title=Text(table.caption), title_justify="left")
    for place, column in enumerate(table.columns):
        is_number = place and not table.is_words
        grid.add_column(Text(column), justify="right" if is_number else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Text(cell) for cell in (row.heading, *row.cells)))
    console.print(grid)


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
