"""HR's cases as a spreadsheet holds them: pasted in, and given out as a file."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import TypeVar

from rapidfuzz import process

from assistant.errors import AssistantError, RoleUnknownError
from assistant.question import Role, clean_question, parse_role
from ui.errors import InputUnusableError, RowsUnusableError
from ui.storage.export import BYTE_ORDER_MARK, make_safe
from ui.storage.noun import CaseDraft, TestCase
from ui.web.quality import own_texts
from ui.web.quality.case_form import read_note
from ui.web.quality.place_name import fold_name
from ui.web.quality.places import NOWHERE, Place, Places, find_called

MOST_PASTED = 500
_CLOSE = 75
"""Of 100: a role that is less alike is no slip of the pen."""

_COLUMNS = ("question", "section", "role", "note")
"""In this order where no header says otherwise."""

_HEADINGS = {
    "spoergsmaal": "question",
    "question": "question",
    "afsnit": "section",
    "forventet afsnit": "section",
    "section": "section",
    "rolle": "role",
    "role": "role",
    "note": "note",
}

T = TypeVar("T")


def export_cases(cases: Iterable[TestCase]) -> bytes:
    """Return cases as a file that a Danish spreadsheet and `evals run --cases` read."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(own_texts.CASES_HEADER)
    for case in cases:
        cells = (case.question, case.section, case.role, case.note)
        writer.writerow(make_safe(cell) for cell in cells)
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8", "replace")


def read_pasted(text: str, places: Places) -> list[CaseDraft]:
    """Return the cases of rows that were copied from a spreadsheet; a header names the columns.

    Raises:
        RowsUnusableError: If some of them are no case; all that is wrong is told at once.
        InputUnusableError: If there are none, or too many.
    """
    rows = [(n, row) for n, row in enumerate(_split(text), start=1) if any(map(str.strip, row))]
    columns = _read_header(rows[0][1]) if rows else {}
    rows = rows[1:] if columns else rows
    if not rows:
        raise InputUnusableError("cases_none")
    if len(rows) > MOST_PASTED:
        raise InputUnusableError("cases_too_many", limit=str(MOST_PASTED))
    reader = _Reader(places.all, columns or {name: n for n, name in enumerate(_COLUMNS)})
    drafts = [reader.read(number, row) for number, row in rows]
    if reader.errors:
        raise RowsUnusableError("cases_rows_invalid", reader.errors)
    return drafts


def _split(text: str) -> Iterator[list[str]]:
    first = text.lstrip().split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ";"
    return csv.reader(StringIO(text), delimiter=delimiter)


def _read_header(row: Sequence[str]) -> dict[str, int]:
    """Return where each column is, or nothing where the row is no header."""
    named = {_HEADINGS.get(fold_name(cell), ""): n for n, cell in reversed(list(enumerate(row)))}
    return {name: n for name, n in named.items() if name} if "question" in named else {}


class _Reader:
    """Reads one row after the other and goes on after what is wrong, to tell all of it at once.

    Args:
        places: What a section may be called.
        columns: Where each column is.
    """

    def __init__(self, places: Sequence[Place], columns: Mapping[str, int]) -> None:
        self._places = places
        self._columns = columns
        self.errors: list[tuple[int, InputUnusableError]] = []

    def read(self, number: int, row: Sequence[str]) -> CaseDraft:
        """Return the case of a row; what could not be read is left out of it, and told."""
        question, section, role, note = (self._cell(row, name) for name in _COLUMNS)
        place = self._try(number, lambda: find_called(section, self._places), NOWHERE)
        return CaseDraft(
            self._try(number, lambda: clean_question(question), ""),
            self._try(number, lambda: _read_role(role), ""),
            place.section,
            place.passage_id,
            self._try(number, lambda: read_note(note), ""),
        )

    def _cell(self, row: Sequence[str], name: str) -> str:
        at = self._columns.get(name, len(row))
        return row[at].strip() if at < len(row) else ""

    def _try(self, number: int, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except InputUnusableError as error:
            self.errors.append((number, error))
        except AssistantError as error:
            self.errors.append((number, InputUnusableError(error.code, **error.fields)))
        return otherwise


def _read_role(name: str) -> str:
    try:
        role = parse_role(name)
    except RoleUnknownError as error:
        roles = [each.value for each in Role]
        close = process.extractOne(fold_name(name), roles, score_cutoff=_CLOSE)
        if close is None:
            raise
        raise InputUnusableError("case_role_close", name=name, close=close[0]) from error
    return role.value if role else ""
