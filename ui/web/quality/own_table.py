"""A plain table of words, which a screen reader reads row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.web.quality.following import render_own


@dataclass(frozen=True)
class OwnTable:
    """A table of words.

    Attributes:
        caption: What it shows.
        columns: The names of the columns.
        rows: As many cells each.
        empty: What stands there where there are no rows.
        told: A sentence above it.
        after: A sentence below it.
        heading: Which column names its row, from 0.
        folded: What unfolds the table; "" shows it at once.
    """

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    empty: str = ""
    told: str = ""
    after: str = ""
    heading: int = 0
    folded: str = ""


def render_table(table: OwnTable) -> str:
    """Return a table as HTML; every word in it is encoded."""
    return render_own("own_table.html", **vars(table))
