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
    """

    answered: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()

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
    """

    questions: dict[str, PassageQuestions] = field(default_factory=dict[str, PassageQuestions])
    thesaurus: tuple[tuple[str, ...], ...] = ()
    unmatched: tuple[Unmatched, ...] = ()


def load_enrichment(folder: Path, documents: Sequence[Document]) -> Enrichment:
    """Return the enrichment of `documents` that lies beside them in `folder`.

    Reads ``NAME.questions.jsonl`` (objects with ``passage``, ``questions`` and, where wanted,
    ``section`` and ``pointers``), ``thesaurus.jsonl`` (``canonical`` and ``terms``) and the
    bundled thesaurus.

    Raises:
        EnrichmentInvalidError: If a line is not the JSON object it should be.
    """
    gathered: defaultdict[str, PassageQuestions] = defaultdict(PassageQuestions)
    unmatched: list[Unmatched] = []
    for document in documents:
        path = folder / f"{document.name}{QUESTIONS_ENDING}"
        for line, row in _rows(path):
            text = _text(row, "passage", path, line)
            added = PassageQuestions(
                _texts(row, "questions", path, line), _texts(row, "pointers", path, line)
            )
            matches = match_passages(document, text, _texts(row, "section", path, line))
            if not matches:
                unmatched.append(Unmatched(path, line, text))
            for passage in matches:
                known = gathered[passage.id]
                gathered[passage.id] = PassageQuestions(
                    known.answered + added.answered, known.pointers + added.pointers
                )
    groups = [*_read_thesaurus(BUNDLED_THESAURUS), *_read_thesaurus(folder / THESAURUS_NAME)]
    return Enrichment(dict(gathered), tuple(groups), tuple(unmatched))


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


def _read_thesaurus(path: Path) -> Iterator[tuple[str, ...]]:
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
