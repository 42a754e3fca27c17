"""Read a table as spreadsheets save it: parted by semicolon, comma or tab."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.gold.row import GoldInvalidError, Row, read_text

_DELIMITERS = ";,\t"


@dataclass(frozen=True)
class _Line:
    """One line's cells, which may go on over several lines; it is called after the first.

    Attributes:
        number: One-based.
        cells: None where the line is no CSV.
    """

    number: int
    cells: list[str] | None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        return self.cells is not None and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class Sheet:
    """A table with a header.

    Attributes:
        path: The file.
        header: The names of the columns, as written.
        lines: What is below it; blank lines are left out.
    """

    path: Path
    header: tuple[str, ...]
    lines: tuple[_Line, ...]

    def row(self, line: _Line, needed: int) -> Row:
        """Return the cells of a line by the names of their columns.

        Args:
            line: One of the lines.
            needed: How many cells there must be.

        Raises:
            GoldInvalidError: If it is no CSV, or has too few cells, or more than columns.
        """
        if line.cells is None:
            raise GoldInvalidError("not_csv", self.path, line.number)
        if len(line.cells) < needed:
            raise GoldInvalidError("cells_missing", self.path, line.number)
        if any(cell.strip() for cell in line.cells[len(self.header) :]):
            raise GoldInvalidError("cells_extra", self.path, line.number)
        fields: dict[str, object] = dict(zip(self.header, line.cells, strict=False))
        return Row(self.path, line.number, fields)


def read_sheet(path: Path) -> Sheet:
    """Return the table in a file of UTF-8, UTF-16 with a byte-order mark, or Windows-1252.

    Raises:
        GoldInvalidError: If it cannot be read, or holds no text.
    """
    text = read_text(path, otherwise="cp1252")
    if "\0" in text:
        raise GoldInvalidError("not_text", path)
    lines = [line for line in _split(text) if not line.is_blank]
    if not lines:
        raise GoldInvalidError("empty", path)
    if lines[0].cells is None:
        raise GoldInvalidError("not_csv", path, lines[0].number)
    return Sheet(path, tuple(lines[0].cells), tuple(lines[1:]))


def _split(text: str) -> Iterator[_Line]:
    delimiter = max(_DELIMITERS, key=text.lstrip("\n").split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            yield _Line(number, cells)
            number = reader.line_num + 1
    except csv.Error:
        yield _Line(number, None)
