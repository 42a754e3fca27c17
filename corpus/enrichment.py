"""Hand-written enrichment: questions per passage and a thesaurus, matched to passages by text."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from corpus.document import Document, Passage
from corpus.errors import EnrichmentInvalidError

BUNDLED_THESAURUS = Path(__file__).parent / "data" / "thesaurus.jsonl"
"""Workplace, leadership and municipal synonyms; good for any document."""

QUESTIONS_ENDING = ".questions.jsonl"
THESAURUS_NAME = "thesaurus.jsonl"

_SHORTEST_CONTAINED = 15


@dataclass(frozen=True)
class PassageQuestions:
    """Everyday questions for one passage.

    Attributes:
        answered: What the passage itself answers.
        pointers: What it is the nearest place for without answering it.
        own: Those of `answered` that the people who use the document added to it.
    """

    answered: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        """Both kinds; either leads a question to the passage."""
        return self.answered + self.pointers


@dataclass(frozen=True)
class Unmatched:
    """A line of enrichment whose passage no longer stands in the document."""

    path: Path
    line: int
    passage: str


@dataclass(frozen=True)
class Enrichment:
    """What people wrote to help the documents be found.

    Attributes:
        questions: Keyed by passage id.
        thesaurus: Groups of terms that mean nearly the same, the usual word first.
        unmatched: Lines that match no passage; reported, never dropped in silence.
        synonyms: The groups of `thesaurus` that were written for these documents: the document's
            word first, then what people here say for it.
    """

    questions: dict[str, PassageQuestions] = field(default_factory=dict[str, PassageQuestions])
    thesaurus: tuple[tuple[str, ...], ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class QuestionLine:
    """One line of a file of questions.

    Attributes:
        line: One-based.
        passage: The text of the passage it was written for.
        section: The headings above that, or ().
        questions: What the passage answers.
        pointers: What it is the nearest place for.
        removed: Questions for it of the document's own file that are not to count.
    """

    line: int
    passage: str
    section: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def load_enrichment(
    folder: Path, documents: Sequence[Document], *, additional: Path | None = None
) -> Enrichment:
    """Return the enrichment of `documents` that lies beside them in `folder`.

    Reads ``NAME.questions.jsonl`` (objects with ``passage``, ``questions`` and, where wanted,
    ``section`` and ``pointers``), ``thesaurus.jsonl`` (``canonical`` and ``terms``) and the
    bundled thesaurus.

    Args:
        folder: The documents' own folder.
        documents: What stands in it.
        additional: A folder with files of the same names that people added later; in these a
            line may also have ``removed``, the questions of the first that are not to count.

    Raises:
        EnrichmentInvalidError: If a line is not the JSON object it should be.
    """
    gathered: defaultdict[str, PassageQuestions] = defaultdict(PassageQuestions)
    unmatched: list[Unmatched] = []
    for document in documents:
        for place, add in ((folder, _add_shipped), (additional, _add_own)):
            path = question_path(place, document.name) if place else None
            for row in read_questions(path) if path else ():
                matches = match_passages(document, row.passage, row.section)
                if not matches:
                    unmatched.append(Unmatched(path or folder, row.line, row.passage))
                for passage in matches:
                    gathered[passage.id] = add(gathered[passage.id], row)
    own = [group for place in (folder, additional) if place for group in read_thesaurus(place)]
    bundled = _read_groups(BUNDLED_THESAURUS)
    return Enrichment(dict(gathered), (*bundled, *own), tuple(unmatched), tuple(own))


def question_path(folder: Path, name: str) -> Path:
    """Return where the questions for the document called `name` lie in `folder`."""
    return folder / f"{name}{QUESTIONS_ENDING}"


def read_questions(path: Path) -> Iterator[QuestionLine]:
    """Yield the lines of a file of questions; none if it is missing.

    Raises:
        EnrichmentInvalidError: If a line is not the JSON object it should be.
    """
    for line, row in _rows(path):
        yield QuestionLine(
            line,
            _text(row, "passage", path, line),
            *(
                _texts(row, key, path, line)
                for key in ("section", "questions", "pointers", "removed")
            ),
        )


def read_thesaurus(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the groups of the thesaurus that lies in `folder`; none if there is none.

    Raises:
        EnrichmentInvalidError: If a line is not the JSON object it should be.
    """
    return _read_groups(folder / THESAURUS_NAME)


def _add_shipped(known: PassageQuestions, row: QuestionLine) -> PassageQuestions:
    return PassageQuestions(known.answered + row.questions, known.pointers + row.pointers)


def _add_own(known: PassageQuestions, row: QuestionLine) -> PassageQuestions:
    """Return `known` with what people changed; a question of theirs is there once."""
    dropped = {*row.removed, *row.questions}
    kept = tuple(text for text in known.answered if text not in dropped)
    pointers = tuple(text for text in known.pointers if text not in dropped)
    own = frozenset(known.own - set(row.removed) | set(row.questions))
    return PassageQuestions(
        kept + tuple(dict.fromkeys(row.questions)), pointers + row.pointers, own
    )


def match_passages(document: Document, text: str, section: Sequence[str] = ()) -> list[Passage]:
    """Return the passages of `document` that `text` was written for.

    A passage matches that says the same (but for case, spaces and punctuation), else one that
    contains the text or that the text contains. Among several the ones under `section` win.
    What matches only a subtitle goes to the first answering passage under its heading.
    """
    wanted = _normalise(text)
    same = [p for p in document.passages if _normalise(p.plain) == wanted]
    found = same or [p for p in document.answers if _contains(_normalise(p.plain), wanted)]
    leaf = _normalise(section[-1]) if section else ""
    nearer = [p for p in found if p.section and _normalise(p.section[-1]) == leaf]
    redirected = [_redirect(document, passage) for passage in nearer or found]
    return [passage for passage in redirected if passage is not None]


def _redirect(document: Document, passage: Passage) -> Passage | None:
    if passage.kind.is_answer:
        return passage
    later = (p for p in document.under(passage.section) if p.start > passage.start)
    return next(later, None)


def _contains(passage: str, wanted: str) -> bool:
    shorter, longer = sorted((passage, wanted), key=len)
    return len(shorter) >= _SHORTEST_CONTAINED and shorter in longer


def _normalise(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(re.sub(r"[^\w]+", " ", folded).split())


def _read_groups(path: Path) -> Iterator[tuple[str, ...]]:
    for line, row in _rows(path):
        canonical = _text(row, "canonical", path, line)
        yield (canonical, *_texts(row, "terms", path, line))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a JSON Lines file with their line numbers; none if it is missing."""
    if not path.exists():
        return
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EnrichmentInvalidError(path, str(error)) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row: object = json.loads(line)
        except ValueError as error:
            raise EnrichmentInvalidError(path, "not JSON", line=number) from error
        if not isinstance(row, dict):
            raise EnrichmentInvalidError(path, "not an object", line=number)
        yield number, cast("dict[str, Any]", row)


def _text(row: dict[str, Any], key: str, path: Path, line: int) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise EnrichmentInvalidError(path, f"{key!r} must be a text", line=line)
    return unicodedata.normalize("NFC", value)


def _texts(row: dict[str, Any], key: str, path: Path, line: int) -> tuple[str, ...]:
    value: object = row.get(key, [])
    if isinstance(value, str):
        value = [value]
    items = cast("list[object]", value) if isinstance(value, list) else [None]
    if not all(isinstance(item, str) for item in items):
        raise EnrichmentInvalidError(path, f"{key!r} must be a list of texts", line=line)
    return tuple(unicodedata.normalize("NFC", str(item)) for item in items)
