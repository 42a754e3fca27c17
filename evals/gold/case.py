"""HR's own cases: a question and the section it should be answered from, as a table or JSONL."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from assistant.question import Role
from corpus.document import Document
from evals.gold.place import Directory, PlaceUnknownError
from evals.gold.question import GoldQuestion
from evals.gold.row import GoldInvalidError, Row, lines_of, parse_row
from evals.gold.sheet import read_sheet
from index.language import fold

_NAMES = {
    "id": ("id",),
    "question": ("question", "spoergsmaal"),
    "section": ("section", "afsnit", "forventet afsnit"),
    "role": ("role", "rolle"),
}
_HEADER = "spørgsmål;afsnit;rolle"
_JSON_LINES = frozenset({".jsonl", ".ndjson", ".json"})

T = TypeVar("T")

_Rows = list[Callable[[], Row]]
"""Rows still to be read, each of which may be broken."""


class CasesInvalidError(ValueError):
    """Lines of a file of cases are not what they should be.

    Attributes:
        errors: What is wrong, in the order of the lines; at least one.
        names: Every section that can be named.
    """

    def __init__(self, errors: Sequence[GoldInvalidError], names: Sequence[str]) -> None:
        super().__init__("; ".join(map(str, errors)))
        self.errors = tuple(errors)
        self.names = tuple(names)


@dataclass(frozen=True)
class Cases:
    """What a file of cases says.

    Attributes:
        questions: In the order of the file; one without gold is expected not to be answered.
        ignored: Columns or fields that mean nothing here, as written.
    """

    questions: tuple[GoldQuestion, ...]
    ignored: tuple[str, ...] = ()


def read_cases(path: Path, documents: Sequence[Document]) -> Cases:
    """Return the cases of a file; one without a section is expected not to be answered.

    The first line of a table names its columns: spørgsmål, afsnit and, if wanted, rolle.

    Raises:
        GoldInvalidError: If the file as a whole is not what it should be.
        CasesInvalidError: If lines of it are not, or name unknown sections.
    """
    is_table = path.suffix.casefold() not in _JSON_LINES
    rows = _read_table(path) if is_table else _read_json_lines(path)
    if not rows:
        raise GoldInvalidError("questions_none", path)
    reader = _Reader(Directory(documents))
    questions = [question for row in rows if (question := reader.read(row))]
    if reader.errors:
        raise CasesInvalidError(reader.errors, reader.directory.names)
    return Cases(tuple(questions), tuple(reader.ignored))


def _read_table(path: Path) -> _Rows:
    sheet = read_sheet(path)
    header = [_canonical(name) for name in sheet.header]
    for name, called in (("question", "spørgsmål"), ("section", "afsnit")):
        if name not in header:
            raise GoldInvalidError("column_missing", path, 1, field=called, detail=_HEADER)
    needed = max(header.index(name) for name in ("question", "section")) + 1
    return [partial(sheet.row, line, needed) for line in sheet.lines]


def _read_json_lines(path: Path) -> _Rows:
    return [partial(parse_row, path, number, line) for number, line in lines_of(path)]


def _canonical(name: str) -> str:
    folded = fold(name).strip()
    return next((known for known, names in _NAMES.items() if folded in names), folded)


class _Reader:
    """Reads one row after the other and goes on after what is wrong, to tell all of it at once.

    Args:
        directory: Where sections are looked up.
    """

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.errors: list[GoldInvalidError] = []
        self.ignored: dict[str, None] = {}
        self._seen: set[str] = set()

    def read(self, read_row: Callable[[], Row]) -> GoldQuestion | None:
        """Return the case of a row, or None if there is no row; `errors` say what is wrong."""
        written = self._attempt(read_row, None)
        if written is None:
            return None
        fields = {_canonical(name): value for name, value in written.fields.items()}
        unknown = (n for n in written.fields if n.strip() and _canonical(n) not in _NAMES)
        self.ignored |= dict.fromkeys(unknown)
        row = replace(written, fields=fields)
        named = self._attempt(lambda: row.optional("section").strip(), "")
        return GoldQuestion(
            id=self._attempt(lambda: self._identity(row), ""),
            question=self._attempt(lambda: _question(row), ""),
            role=self._attempt(lambda: _role(row), ""),
            gold=self._attempt(lambda: self._gold(row, named), ()),
            section=named,
            own=True,
        )

    def _attempt(self, read: Callable[[], T], otherwise: T) -> T:
        try:
            return read()
        except GoldInvalidError as error:
            self.errors.append(error)
            return otherwise

    def _identity(self, row: Row) -> str:
        identity = row.optional("id").strip() or f"linje {row.line}"
        if identity in self._seen:
            raise row.error("id_twice", identity)
        self._seen.add(identity)
        return identity

    def _gold(self, row: Row, named: str) -> tuple[str, ...]:
        try:
            return tuple(p.text for p in self.directory.find(named)) if named else ()
        except PlaceUnknownError as error:
            raise row.error(error.code, named, error.detail) from error


def _question(row: Row) -> str:
    if "question" not in row.fields:
        raise row.error("text_missing", "spørgsmål")
    question = row.optional("question")
    if not question.strip():
        raise row.error("question_empty")
    return question.strip()


def _role(row: Row) -> str:
    role = row.optional("role").strip().casefold()
    if role and role not in set(Role):
        raise row.error("value_unknown", role, ", ".join(Role))
    return role
