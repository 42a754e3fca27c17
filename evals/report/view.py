"""What a page or a terminal shows: tables and pictures, already in Danish."""

from dataclasses import dataclass, replace

from evals.report import texts


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes:
        heading: What the row is about.
        cells: One for each column after the first.
        explanation: More about the heading, or "".
    """

    heading: str
    cells: tuple[str, ...]
    explanation: str = ""


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        caption: What it shows.
        columns: The heading of each column, that of the rows' headings included.
        rows: From top to bottom.
        is_words: Whether its cells are words and not numbers.
        is_folded: Whether the reader unfolds it, because a picture shows the same.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    is_words: bool = False
    is_folded: bool = False


@dataclass(frozen=True)
class Picture:
    """A drawing.

    Attributes:
        caption: What it shows.
        alternative: The same in words, for those who do not see it.
        svg: The drawing, which holds no script and points to nothing outside itself.
    """

    caption: str
    alternative: str
    svg: str


def drop_empty(table: Table) -> Table:
    """Return the table without the columns in which nothing stands but dashes."""
    columns = range(1, len(table.columns))
    kept = [n for n in columns if any(row.cells[n - 1] != texts.MISSING for row in table.rows)]
    rows = (replace(row, cells=tuple(row.cells[n - 1] for n in kept)) for row in table.rows)
    names = (table.columns[0], *(table.columns[n] for n in kept))
    return replace(table, columns=names, rows=tuple(rows))
