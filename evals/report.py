"""Print figures as tables, in Danish."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table

_NAMES = {
    "first_right": "første henvisning rigtig",
    "any_right": "mindst én henvisning rigtig",
    "precision": "henvisningspræcision",
    "nuggets": "andel af svarets dele",
    "hit_at_1": "søgning, første træf",
    "hit_at_5": "søgning, fem træf",
    "refused": "ikke besvaret",
    "wrong_quotes": "forkerte citater (antal)",
}


def danish(value: float | None, decimals: int = 3) -> str:
    """Return `value` with a decimal comma, or a dash for a missing one.

    >>> danish(0.8), danish(None)
    ('0,800', '–')
    """
    return "–" if value is None else f"{value:.{decimals}f}".replace(".", ",")


def print_summaries(title: str, summaries: Mapping[str, Mapping[str, float | None]]) -> None:
    """Print a table with a row for each metric and a column for each summary."""
    table = Table(title=title)
    table.add_column("Mål")
    for name in summaries:
        table.add_column(name, justify="right")
    for metric, label in _NAMES.items():
        values = [summary.get(metric) for summary in summaries.values()]
        decimals = 0 if metric == "wrong_quotes" else 3
        if any(value is not None for value in values):
            table.add_row(label, *(danish(value, decimals) for value in values))
    Console().print(table)


def print_times(title: str, rows: Mapping[str, Sequence[float]], unit: str) -> None:
    """Print a table of times: median, 95th percentile and the longest of each row."""
    table = Table(title=title)
    for heading in ("", "antal", f"median ({unit})", f"p95 ({unit})", f"længste ({unit})"):
        table.add_column(heading, justify="right" if heading else "left")
    for name, values in rows.items():
        if not values:
            continue
        ordered = sorted(values)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        median = ordered[len(ordered) // 2]
        figures = (danish(figure, 2) for figure in (median, p95, ordered[-1]))
        table.add_row(name, str(len(ordered)), *figures)
    Console().print(table)
