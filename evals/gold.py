"""Read gold questions; a broken file is an error that names file and line."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

BUNDLED_GOLD = Path(__file__).parent / "data"
"""The gold sets for the bundled document; see README.md there."""


class GoldInvalidError(ValueError):
    """A gold file cannot be read.

    Attributes:
        path: The file.
        line: One-based line number, 0 where the whole file is meant.
    """

    def __init__(self, path: Path, line: int, detail: str) -> None:
        super().__init__(f"{path}:{line}: {detail}")
        self.path = path
        self.line = line


@dataclass(frozen=True)
class GoldQuestion:
    """A question with what a correct answer may rest on.

    Attributes:
        id: Unique; the number decides the part.
        question: As asked.
        role: Who asks, or "".
        kind: What kind of question, for reports.
        gold: Slices of the document that a correct answer may rest on; none if unanswerable.
        must: Short slices that a complete answer contains.
    """

    id: str
    question: str
    role: str
    kind: str
    gold: tuple[str, ...]
    must: tuple[str, ...]

    @property
    def is_dev(self) -> bool:
        """Whether it may be looked at (even number) or is only scored (odd)."""
        digits = "".join(char for char in self.id if char.isdigit())
        return int(digits or 0) % 2 == 0


def read_gold(path: Path) -> list[GoldQuestion]:
    """Return the questions of a JSON Lines file.

    Raises:
        GoldInvalidError: If the file or a line is not what it should be.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldInvalidError(path, 0, str(error)) from error
    return [
        _parse(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()
    ]


def _parse(path: Path, number: int, line: str) -> GoldQuestion:
    try:
        row: object = json.loads(line)
    except ValueError as error:
        raise GoldInvalidError(path, number, f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise GoldInvalidError(path, number, "not an object")
    fields = cast("dict[str, Any]", row)
    for name in ("id", "question"):
        if not isinstance(fields.get(name), str) or not fields[name].strip():
            raise GoldInvalidError(path, number, f"{name!r} must be a text")
    return GoldQuestion(
        id=fields["id"],
        question=fields["question"],
        role=str(fields.get("role") or ""),
        kind=str(fields.get("kind") or ""),
        gold=_texts(path, number, fields, "gold"),
        must=_texts(path, number, fields, "must"),
    )


def _texts(path: Path, number: int, fields: dict[str, Any], name: str) -> tuple[str, ...]:
    value: object = fields.get(name) or []
    items = cast("list[object]", value) if isinstance(value, list) else [None]
    if not all(isinstance(item, str) for item in items):
        raise GoldInvalidError(path, number, f"{name!r} must be a list of texts")
    return tuple(str(item) for item in items)
