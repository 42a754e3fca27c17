"""HR's own cases: a question and the section it should be answered from, as CSV or JSONL."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rapidfuzz import process

from assistant.question import Role
from corpus.document import Document, Passage
from evals.gold.question import GoldQuestion
from evals.gold.row import GoldInvalidError, Row, read_rows
from index.language import fold

_NAMES = {
    "question": ("question", "spoergsmaal"),
    "section": ("section", "afsnit", "forventet afsnit"),
    "role": ("role", "rolle"),
}
_HEADER = "spørgsmål;afsnit;rolle"
_SUGGESTED = 3


def read_cases(path: Path, documents: Sequence[Document]) -> list[GoldQuestion]:
    """Return the cases of a file; one without a section is expected not to be answered.

    The first line of a CSV file names its columns: spørgsmål, afsnit and, if wanted, rolle.
    Spreadsheets write CSV as UTF-8 or Windows-1252, parted by semicolon, comma or tab.

    Raises:
        GoldInvalidError: If a line is not what it should be, or names an unknown section.
    """
    is_csv = path.suffix.casefold() == ".csv"
    rows = _read_csv(path) if is_csv else [_rename(row) for row in read_rows(path, numbered=True)]
    return [_parse(row, documents) for row in rows]


def _read_csv(path: Path) -> list[Row]:
    text = _decode(path)
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    lines = _split(text, delimiter, path)
    header = [_canonical(name) for name in lines[0].cells] if lines else []
    if "question" not in header or "section" not in header:
        missing = "spørgsmål" if "question" not in header else "afsnit"
        raise GoldInvalidError("column_missing", path, 1, field=missing, detail=_HEADER)
    rows: list[Row] = []
    for line in lines[1:]:
        if any(cell.strip() for cell in line.cells):
            fields: dict[str, object] = dict(zip(header, line.cells, strict=False))
            rows.append(Row(path, line.number, {**fields, "id": f"linje {line.number}"}))
    if not rows:
        raise GoldInvalidError("empty", path)
    return rows


@dataclass(frozen=True)
class _Line:
    """The cells of one line, which may go on over several; its number is that of the last."""

    number: int
    cells: list[str]


def _split(text: str, delimiter: str, path: Path) -> list[_Line]:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(unified), delimiter=delimiter, strict=True)
    try:
        return [_Line(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise GoldInvalidError("not_csv", path, reader.line_num, detail=str(error)) from error


def _decode(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise GoldInvalidError("unreadable", path, detail=str(error)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _canonical(name: str) -> str:
    folded = fold(name).strip()
    return next((known for known, names in _NAMES.items() if folded in names), folded)


def _rename(row: Row) -> Row:
    return replace(row, fields={_canonical(name): value for name, value in row.fields.items()})


def _parse(row: Row, documents: Sequence[Document]) -> GoldQuestion:
    role = row.optional("role").strip().casefold()
    if role and role not in set(Role):
        raise row.error("value_unknown", role, ", ".join(Role))
    question = row.optional("question").strip()
    if not question:
        raise row.error("text_missing", "spørgsmål")
    named = row.optional("section").strip()
    passages = _find(named, documents) if named else []
    if named and not passages:
        raise row.error("section_unknown", named, _suggest(named, documents))
    return GoldQuestion(
        id=row.text("id"),
        question=question,
        role=role,
        gold=tuple(passage.text for passage in passages),
        section=named,
        own=True,
    )


def _find(named: str, documents: Sequence[Document]) -> list[Passage]:
    """Return the answering passages of what people call `named`: a section or a passage.

    Where no label is the same, sections with that heading are meant, all of them.
    """
    wanted = fold(named)
    sections = [(document, section) for document in documents for section in document.sections]
    labelled = [place for place in sections if fold(place[1].label) == wanted]
    titled = [s for s in sections if wanted in {fold(s[1].title), fold(s[1].path[-1])}]
    for places in (labelled, titled):
        found = [p for document, section in places for p in document.under(section.path)]
        if found:
            return list(dict.fromkeys(found))
    return [p for document in documents for p in document.answers if fold(p.label) == wanted]


def _suggest(named: str, documents: Sequence[Document]) -> str:
    labels = dict.fromkeys(
        s.label for document in documents for s in document.sections if document.under(s.path)
    )
    closest = process.extract(named, list(labels), processor=fold, limit=_SUGGESTED)
    return ", ".join(f"»{label}«" for label, _, _ in closest)
