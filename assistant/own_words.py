"""The files with what people added to the documents: changed one at a time, and undone again."""

import json
import os
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from assistant.errors import EditInvalidError, EditUnusableError
from assistant.journal import Change, Entry, hash_content, parse_entries, write_entries
from corpus.enrichment import (
    THESAURUS_NAME,
    QuestionLine,
    question_path,
    read_questions,
    read_thesaurus,
)

JOURNAL = "own-changes.jsonl"
_LOCK = ".own-words.lock"
_LOCK_SECONDS = 10.0


class OwnWords:
    """Questions and words that people added, in a folder of their own.

    The files are of the same format as the documents' own (`corpus.enrichment`) and may be
    written by hand. Threads and processes may share the folder: each change is made under a lock,
    and every file is replaced whole.

    Args:
        folder: Made at the first change.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read_questions(self, document: str) -> list[QuestionLine]:
        """Return the lines for the document of this name."""
        return list(read_questions(question_path(self._folder, document)))

    def read_words(self) -> list[tuple[str, ...]]:
        """Return the groups of words, the documents' word first."""
        return list(read_thesaurus(self._folder))

    @property
    def changes(self) -> list[Change]:
        """What was changed and can be undone, the newest first."""
        return [entry.change for entry in reversed(self._entries())]

    def write_questions(self, document: str, lines: Sequence[QuestionLine], change: Change) -> None:
        """Replace the lines for a document; call it within `changing`."""
        path = question_path(self._folder, document)
        self._change(path.name, _to_text([_to_object(line) for line in lines]), change)

    def write_words(self, groups: Sequence[Sequence[str]], change: Change) -> None:
        """Replace the groups of words; call it within `changing`."""
        rows: list[dict[str, object]] = [
            {"canonical": group[0], "terms": list(group[1:])} for group in groups
        ]
        self._change(THESAURUS_NAME, _to_text(rows), change)

    def undo(self) -> Change:
        """Put back what stood before the newest change, and return that change.

        Raises:
            EditInvalidError: If nothing is left to undo, or the file was changed by hand since.
        """
        with self.changing():
            entries = self._entries()
            if not entries:
                raise EditInvalidError("undo_nothing")
            *rest, last = entries
            if hash_content(self._read(last.file)) != last.result:
                raise EditInvalidError("undo_changed", path=str(self._folder / last.file))
            self._write(last.file, last.content)
            self._write(JOURNAL, write_entries(rest))
            return last.change

    @contextmanager
    def changing(self) -> Generator[None]:
        """Keep everybody else from changing anything meanwhile.

        Raises:
            EditUnusableError: If the folder cannot be written, or somebody else holds it long.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / _LOCK, timeout=_LOCK_SECONDS):
                yield
        except Timeout as error:
            raise EditUnusableError("own_busy", path=str(self._folder)) from error
        except OSError as error:
            raise EditUnusableError("own_unwritable", path=str(self._folder)) from error

    def _change(self, file: str, content: str | None, change: Change) -> None:
        """Write a file, its undoing first: what a crash parts is told by `_entries`."""
        entry = Entry(change, file, self._read(file), hash_content(content))
        self._write(JOURNAL, write_entries([*self._entries(), entry]))
        self._write(file, content)

    def _entries(self) -> list[Entry]:
        """Return the journal, without a last change that never was made or is undone already."""
        entries = parse_entries(self._read(JOURNAL) or "", self._folder / JOURNAL)
        if entries and self._read(entries[-1].file) == entries[-1].content:
            entries.pop()
        return entries

    def _read(self, file: str) -> str | None:
        path = self._folder / file
        try:
            return path.read_bytes().decode("utf-8")  # as it is: no line end is translated
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise EditUnusableError("own_unreadable", path=str(path)) from error

    def _write(self, file: str, content: str | None) -> None:
        path = self._folder / file
        if content is None:
            path.unlink(missing_ok=True)
            return
        handle, name = tempfile.mkstemp(prefix=f".{file}-", dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content.encode())
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def _to_object(line: QuestionLine) -> dict[str, object]:
    lists = {
        "section": line.section,
        "questions": line.questions,
        "pointers": line.pointers,
        "removed": line.removed,
    }
    return {"passage": line.passage, **{name: list(kept) for name, kept in lists.items() if kept}}


def _to_text(rows: Sequence[dict[str, object]]) -> str | None:
    """Return rows as JSON Lines; None where there are none, for then there is no file."""
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    return "".join(f"{line}\n" for line in lines) if lines else None
