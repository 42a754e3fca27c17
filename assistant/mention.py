"""Search as a reader expects it: first where the words stand, then what is about the same."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.library import Library
from assistant.question import clean_question
from corpus.document import Passage, PassageKind
from index.language import fold

MOST_RELATED = 8
"""Related places that are shown at most."""

LEAST_RELATED = 0.5
"""Share of the best possible fused score that a related place has at least; below it, places are
the least bad rather than close (tried on words that the bundled document knows and does not)."""

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = Path(__file__).parent / "data" / "small_words.txt"
"""Words that a search for other words does without."""

_LONG_ENOUGH = 4
"""Letters of a word that is also marked where it only begins or ends a longer one."""


@dataclass(frozen=True)
class Extract:
    """Some of a place's text.

    Attributes:
        text: The text.
        is_match: Whether it is a word that was searched for.
    """

    text: str
    is_match: bool = False


@dataclass(frozen=True)
class Place:
    """A place that was found.

    Attributes:
        passage: The passage's id.
        document: Name of its document.
        label: What a person would call the place.
        extracts: Its plain text, the words that were searched for apart.
    """

    passage: str
    document: str
    label: str
    extracts: tuple[Extract, ...]


@dataclass(frozen=True)
class Mentions:
    """What a search found.

    Attributes:
        words: What was searched for, as it was written, without small words.
        stated: Where every word stands, headings first, then exact forms, in order.
        related: Where it is about the same, best first.
    """

    words: tuple[str, ...]
    stated: tuple[Place, ...]
    related: tuple[Place, ...]


def find_mentions(library: Library, query: str) -> Mentions:
    """Return where the words of `query` stand in any form, and the places related to it.

    Raises:
        QuestionInvalidError: If there is nothing to read in `query`, or too much.
    """
    cleaned = clean_question(query)
    words = _carrying(_WORD.findall(cleaned))
    matcher = _Matcher(words, library.retriever.channels.lemmatise)
    passages = [passage for d in library.documents for passage in d.passages if _is_shown(passage)]
    stated = [passage for passage in passages if words and matcher.is_stated_in(passage.plain)]
    stated.sort(key=lambda passage: (_is_below(passage), not matcher.is_exact_in(passage.plain)))
    known = {passage.id for passage in stated}
    related = [
        hit.passage
        for hit in library.search(cleaned)
        if hit.score >= LEAST_RELATED and hit.passage.id not in known
    ]
    return Mentions(
        tuple(words),
        tuple(matcher.place(passage) for passage in stated),
        tuple(matcher.place(passage) for passage in related[:MOST_RELATED]),
    )


def excerpt(passage: Passage) -> Place:
    """Return a place of which no word was searched for."""
    return Place(passage.id, passage.document, passage.label, (Extract(passage.plain),))


def _carrying(written: list[str]) -> list[str]:
    """Return the words that carry a search, or all of them if none does."""
    return [word for word in written if word.casefold() not in _read_small_words()] or written


@cache
def _read_small_words() -> frozenset[str]:
    return frozenset(_SMALL_WORDS.read_text(encoding="utf-8").split())


def _is_below(passage: Passage) -> bool:
    return passage.kind is not PassageKind.HEADING


def _is_shown(passage: Passage) -> bool:
    return passage.kind not in {PassageKind.NOTICE, PassageKind.TABLE_HEADER}


class _Matcher:
    """Knows the words that are searched for, as they are written and in every other form."""

    def __init__(self, words: list[str], lemmatise: Callable[[str], list[str]]) -> None:
        self._forms = {fold(word) for word in words}
        self._lemmatise = lemmatise
        self._lemmas = {lemma for word in words for lemma in lemmatise(word)}

    def is_stated_in(self, text: str) -> bool:
        """Say whether every word stands in `text`, in any form."""
        found = set(self._lemmatise(text)) | {fold(word) for word in _WORD.findall(text)}
        return self._lemmas <= found or self._forms <= found

    def is_exact_in(self, text: str) -> bool:
        """Say whether every word stands in `text` as it is written."""
        return self._forms <= {fold(word) for word in _WORD.findall(text)}

    def place(self, passage: Passage) -> Place:
        """Return a passage with the words apart."""
        extracts = tuple(self._cut(passage.plain))
        return Place(passage.id, passage.document, passage.label, extracts)

    def _cut(self, text: str) -> Iterator[Extract]:
        at = 0
        for match in _WORD.finditer(text):
            if not self._is_match(match.group()):
                continue
            if match.start() > at:
                yield Extract(text[at : match.start()])
            yield Extract(match.group(), is_match=True)
            at = match.end()
        if at < len(text):
            yield Extract(text[at:])

    def _is_match(self, word: str) -> bool:
        folded = fold(word)
        if folded in self._forms or not self._lemmas.isdisjoint(self._lemmatise(word)):
            return True
        longer = (form for form in self._forms | self._lemmas if len(form) >= _LONG_ENOUGH)
        return any(folded.startswith(form) or folded.endswith(form) for form in longer)
