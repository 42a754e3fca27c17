"""Read the rows of a gold file; what is broken is named by file and line.

    GoldInvalidError

A code names what is wrong, and `field` where it is wrong; `evals.texts` turns it into Danish.
"""

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

BUNDLED_GOLD = Path(__file__).parent.parent / "data"
"""The gold sets of the bundled document; see README.md there."""


class GoldInvalidError(ValueError):
    """A gold file cannot be used as it is.

    Attributes:
        code: "unreadable", "not_text", "not_json", "not_csv", "not_object", "text_missing",
            "not_texts", "not_truth_value", "not_rows", "value_unknown", "id_twice", "empty",
            "other_document"; of one's own cases also "column_missing", "cells_missing",
            "cells_extra", "questions_none", "question_empty", "section_unknown",
            "section_ambiguous", "point_unknown" or "points_none".
        path: The file.
        line: One-based line number, 0 where the whole file is meant.
        field: The field or value that is meant, or "".
        detail: More about it, such as what is allowed, or "".
    """

    def __init__(
        self, code: str, path: Path, line: int = 0, *, field: str = "", detail: str = ""
    ) -> None:
        super().__init__(f"{path}:{line}: {code} {field} {detail}".rstrip())
        self.code = code
        self.path = path
        self.line = line
        self.field = field
        self.detail = detail


@dataclass(frozen=True)
class Row:
    """The fields of one line, or of an object within one.

    Attributes:
        path: The file.
        line: One-based line number.
        fields: By name.
    """

    path: Path
    line: int
    fields: dict[str, object]

    def text(self, name: str) -> str:
        """Return the text called `name`, which must be there.

        Raises:
            GoldInvalidError: If it is not a text, or blank.
        """
        value = self.fields.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self.error("text_missing", name)
        return value

    def optional(self, name: str) -> str:
        """Return the text called `name`, or "" if it is left out.

        Raises:
            GoldInvalidError: If it is there and no text.
        """
        value = self.fields.get(name)
        if value is not None and not isinstance(value, str):
            raise self.error("text_missing", name)
        return value or ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the list of texts called `name`, empty if it is left out.

        Raises:
            GoldInvalidError: If it is no list of texts.
        """
        value = self.fields.get(name)
        items = cast("list[object]", value) if isinstance(value, list) else []
        if (value is not None and not isinstance(value, list)) or not all(
            isinstance(item, str) and item.strip() for item in items
        ):
            raise self.error("not_texts", name)
        return tuple(str(item) for item in items)

    def rows(self, name: str) -> tuple["Row", ...]:
        """Return the objects of the list called `name`, which must hold one or more.

        Raises:
            GoldInvalidError: If it does not.
        """
        value = self.fields.get(name)
        items = cast("list[object]", value) if isinstance(value, list) else []
        if not items or not all(isinstance(item, dict) for item in items):
            raise self.error("not_rows", name)
        return tuple(Row(self.path, self.line, cast("dict[str, object]", item)) for item in items)

    def truth(self, name: str) -> bool:
        """Return the truth value called `name`.

        Raises:
            GoldInvalidError: If it is none.
        """
        value = self.fields.get(name)
        if not isinstance(value, bool):
            raise self.error("not_truth_value", name)
        return value

    def error(self, code: str, field: str = "", detail: str = "") -> GoldInvalidError:
        """Return the error that names this row."""
        return GoldInvalidError(code, self.path, self.line, field=field, detail=detail)


def read_text(path: Path, *, otherwise: str = "") -> str:
    """Return what the file holds in UTF-8, or UTF-16 where a byte-order mark says so.

    The mark is left out, and every line ends in a line feed.

    Args:
        path: The file.
        otherwise: The encoding of what is neither; "" if there is none.

    Raises:
        GoldInvalidError: If it cannot be read so.
    """
    try:
        text = _decode(path.read_bytes(), otherwise)
    except (OSError, UnicodeDecodeError) as error:
        raise GoldInvalidError("unreadable", path, detail=str(error)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes, otherwise: str) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if not otherwise:
            raise
        return content.decode(otherwise, errors="replace")


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a JSON Lines file, blank lines left out; every row has its own "id".

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    rows = [parse_row(path, number, line) for number, line in lines_of(path)]
    if not rows:
        raise GoldInvalidError("empty", path)
    seen: set[str] = set()
    for row in rows:
        identity = row.text("id")
        if identity in seen:
            raise row.error("id_twice", identity)
        seen.add(identity)
    return rows


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that are not blank, with their one-based numbers.

    Raises:
        GoldInvalidError: If it cannot be read.
    """
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if line.strip():
            yield number, line


def parse_row(path: Path, number: int, line: str) -> Row:
    """Return the row of one line of JSON.

    Raises:
        GoldInvalidError: If it is no JSON object.
    """
    try:
        value: object = json.loads(line)
    except (ValueError, RecursionError) as error:  # the latter for brackets without end
        raise GoldInvalidError("not_json", path, number, detail=str(error)) from error
    if not isinstance(value, dict):
        raise GoldInvalidError("not_object", path, number)
    return Row(path, number, cast("dict[str, object]", value))


def part_of(identity: str) -> str:
    """Return "dev" for an even number, which may be looked at, and "test" for an odd one.

    >>> part_of("Q002"), part_of("D017")
    ('dev', 'test')
    """
    digits = "".join(char for char in identity if char.isdigit())
    return "dev" if int(digits or 0) % 2 == 0 else "test"
