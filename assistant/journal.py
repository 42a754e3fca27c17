"""What people changed, in order, each change with what it takes to undo it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from assistant.errors import EditUnusableError

MOST_KEPT = 200
"""Changes that can be undone; older ones are forgotten."""


class ChangeKind(StrEnum):
    """What was done."""

    QUESTION_ADDED = "question_added"
    QUESTION_CHANGED = "question_changed"
    QUESTION_REMOVED = "question_removed"
    QUESTION_RESTORED = "question_restored"
    WORD_ADDED = "word_added"
    WORD_REMOVED = "word_removed"


@dataclass(frozen=True)
class Change:
    """One change to the questions or words that people added.

    Attributes:
        kind: What was done.
        place: The label of the passage, or the documents' word.
        text: The question or the word it was done to, as it is after the change.
        before: The question as it was before, where it was changed; else "".
        at: When, in UTC.
    """

    kind: ChangeKind
    place: str
    text: str
    before: str
    at: datetime


@dataclass(frozen=True)
class Entry:
    """A change with what it takes to undo it.

    Attributes:
        change: What people see of it.
        file: Name of the file that was changed.
        content: What stood in it before; None if it was not there.
        result: Hash of what stood in it afterwards.
    """

    change: Change
    file: str
    content: str | None
    result: str


def hash_content(content: str | None) -> str:
    """Return what tells a file's content from any other; None is a file that is not there."""
    return sha256(content.encode()).hexdigest() if content is not None else ""


def write_entries(entries: Sequence[Entry]) -> str:
    """Return the newest of `entries`, oldest first, as JSON Lines."""
    return "".join(f"{_to_line(entry)}\n" for entry in entries[-MOST_KEPT:])


def parse_entries(text: str, path: Path) -> list[Entry]:
    """Return the entries that `write_entries` wrote.

    Args:
        text: What it returned.
        path: Where it was read, for the error.

    Raises:
        EditUnusableError: If it is something else.
    """
    entries: list[Entry] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            entries.append(_from_object(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise EditUnusableError(
                "own_journal_invalid", path=str(path), line=str(number)
            ) from error
    return entries


def _to_line(entry: Entry) -> str:
    change = entry.change
    fields = {
        "at": change.at.isoformat(),
        "kind": change.kind.value,
        "place": change.place,
        "text": change.text,
        "before": change.before,
        "file": entry.file,
        "content": entry.content,
        "result": entry.result,
    }
    return json.dumps(fields, ensure_ascii=False)


def _from_object(fields: dict[str, Any]) -> Entry:
    place, text, before, file, result = (
        str(fields[name]) for name in ("place", "text", "before", "file", "result")
    )
    content = fields["content"]
    if Path(file).name != file or not isinstance(content, str | None):
        raise ValueError(file)
    at = datetime.fromisoformat(fields["at"])
    return Entry(Change(ChangeKind(fields["kind"]), place, text, before, at), file, content, result)
