"""Find the finite verb of a Danish main clause, by word lists."""

import re
from dataclasses import dataclass

from evals.mutant.language import Language

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_COMMA = re.compile(r"[,;:–](?!\d)|\s-\s")


@dataclass(frozen=True)
class Verb:
    """The finite verb of a main clause.

    Attributes:
        start: Where it stands in the sentence.
        end: One past its last letter.
        is_inverted: Whether its subject follows it.
    """

    start: int
    end: int
    is_inverted: bool


def find_verb(sentence: str, language: Language) -> Verb | None:
    """Return the first main clause's finite verb, or None if none is surely found.

    A subordinate clause is known by its first word. A sentence that opens with its verb opens with
    a condition ("Bliver man syg, ..."). Only after such a clause, or after one that is put in
    between, may a later clause be the main one: it opens with its verb.
    """
    start = 0
    for mark in [*_COMMA.finditer(sentence), None]:
        end = mark.start() if mark else len(sentence)
        verb = _verb_of(sentence, start, end, language)
        if verb is not None:
            return verb
        start = mark.end() if mark else end
    return None


def words_of(text: str) -> list[str]:
    """Return the words of `text` in lower case.

    >>> words_of("Netværks- og kl. 7.30")
    ['netværks', 'og', 'kl', '7.30']
    """
    return [match.group().lower() for match in _TOKEN.finditer(text)]


def next_word(sentence: str, start: int) -> re.Match[str] | None:
    """Return the first word at or after `start`."""
    return _TOKEN.search(sentence, start)


def _verb_of(sentence: str, start: int, end: int, language: Language) -> Verb | None:
    tokens = list(_TOKEN.finditer(sentence, start, end))
    words = [token.group().lower() for token in tokens]
    if not words or words[0] in language.subordinators:
        return None
    is_first = start == 0
    if (words[0] in language.verbs) == is_first:
        return None  # a condition, or a later clause whose subject is its own
    for token, word in zip(tokens, words, strict=True):
        if word in language.subordinators:
            return None
        if word in language.verbs:
            is_inverted = not is_first or words[0] in language.openings
            return Verb(token.start(), token.end(), is_inverted)
    return None
