"""HR's cases as a spreadsheet holds them: pasted in, and given out as a file."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from assistant.errors import AssistantError
from assistant.question import clean_question, parse_role
from ui.errors import InputUnusableError
from ui.failure import explain
from ui.storage.export import BYTE_ORDER_MARK, make_safe
from ui.storage.noun import CaseDraft, TestCase
from ui.web.quality import own_texts
from ui.web.quality.places import Places

MOST_PASTED = 500
_COLUMNS = len(own_texts.CASES_HEADER)


def export_cases(cases: Iterable[TestCase]) -> bytes:
    """Return cases as a file that a Danish spreadsheet and `evals run --cases` read."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(own_texts.CASES_HEADER)
    for case in cases:
        writer.writerow(make_safe(cell) for cell in (case.question, case.section, case.role))
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8", "replace")


def read_pasted(text: str, places: Places) -> list[CaseDraft]:
    """Return the cases of rows that were copied from a spreadsheet; a header is left out.

    Raises:
        InputUnusableError: If there are none, too many, or one of them is no case.
    """
    rows = [row for row in _split(text) if any(cell.strip() for cell in row)]
    if rows and rows[0][0].strip().casefold() == own_texts.CASES_HEADER[0]:
        rows = rows[1:]
    if not rows:
        raise InputUnusableError("cases_none")
    if len(rows) > MOST_PASTED:
        raise InputUnusableError("cases_too_many", limit=str(MOST_PASTED))
    return [_read(number, row, places) for number, row in enumerate(rows, start=1)]


def _split(text: str) -> Iterator[list[str]]:
    first = text.lstrip().split("\n", 1)[0]
    delimiter = "\t" if "\t" in first else ";"
    return csv.reader(StringIO(text.strip("\r\n")), delimiter=delimiter)


def _read(number: int, row: list[str], places: Places) -> CaseDraft:
    question, section, role = (*row, *([""] * _COLUMNS))[:_COLUMNS]
    try:
        asked, asker = clean_question(question), parse_role(role.strip())
    except AssistantError as error:
        reason = explain(error)
        raise InputUnusableError("cases_row_invalid", line=str(number), reason=reason) from error
    place = places.named(section)
    if place is None:
        raise InputUnusableError("cases_place_unknown", line=str(number), name=section.strip())
    return CaseDraft(asked, asker.value if asker else "", place.section, place.passage_id)
