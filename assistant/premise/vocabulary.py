"""What is known of Danish words that speak against each other: data, of no one document."""

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from assistant.groundedness.lexicon import Lexicon, likeness

DATA = Path(__file__).parent.parent / "data" / "premise"
"""Opposites, words that exclude each other, and the forms of questions (folded patterns)."""

_GAP = 3
"""Words that may stand inside an expression: "holde sin viden for sig selv"."""
_SYNONYM = 0.85

Phrase = tuple[str, ...]
"""Lemmas of an expression, in order."""


class Vocabulary:
    """Opposites and question forms, with the lexicon's lemmas.

    Args:
        lexicon: What is known of words.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        forms: dict[str, list[str]] = json.loads((DATA / "forms.json").read_text(encoding="utf-8"))
        self._empty = frozenset(forms.pop("empty"))
        self._generic = frozenset(forms.pop("generic"))
        self._patterns = {name: _pattern(listed) for name, listed in forms.items()}
        self._opposites: defaultdict[str, list[tuple[Phrase, tuple[Phrase, ...]]]]
        self._opposites = defaultdict(list)
        self._read_opposites()
        self._siblings: defaultdict[str, set[int]] = defaultdict(set)
        for group, line in enumerate(_read_lines("siblings.jsonl")):
            for term in json.loads(line):
                self._siblings[lexicon.lemma(term)].add(group)

    def find(self, form: str, folded: str) -> list[re.Match[str]]:
        """Return where a folded text has an expression of the form, in order."""
        return list(self._patterns[form].finditer(folded))

    def is_telling(self, lemma: str) -> bool:
        """Say whether a lemma says something of the matter: no function word, no light verb."""
        return self.lexicon.is_content(lemma) and lemma not in self._empty

    def is_generic(self, lemma: str) -> bool:
        """Say whether a lemma is so common in leadership documents that it tells little."""
        return lemma in self._generic

    def opposites(
        self, lemmas: Sequence[str], at: int
    ) -> list[tuple[list[int], tuple[Phrase, ...]]]:
        """Return the expressions that open at `at`, by their places, with what they exclude."""
        listed = self._opposites.get(lemmas[at], ())
        found = [(find_phrase(phrase, lemmas, at), others) for phrase, others in listed]
        return [(places, others) for places, others in found if places]

    def are_siblings(self, one: str, other: str) -> bool:
        """Say whether two different lemmas are of a kind of which one excludes the other."""
        shared = self._siblings.get(one, set()) & self._siblings.get(other, set())
        return one != other and bool(shared)

    def likeness(self, one: str, other: str) -> float:
        """Return how much two lemmas say the same, in [0, 1]; one person is not another."""
        if one == other:
            return 1.0
        actors = self.lexicon.actor(one), self.lexicon.actor(other)
        if actors[0] != actors[1] and None not in actors:
            return 0.0
        senses = self.lexicon.senses([one])[0] & self.lexicon.senses([other])[0]
        return max(_SYNONYM * bool(senses), likeness(one, other))

    def _read_opposites(self) -> None:
        for line in _read_lines("opposites.jsonl"):
            left, right = ([self._phrase(t) for t in side] for side in json.loads(line))
            self._add(left, right)
            self._add(right, left)
        for lemma, others in self.lexicon.antonyms.items():
            telling = [(other,) for other in sorted(others) if self.is_telling(other)]
            if self.is_telling(lemma) and telling:
                self._add([(lemma,)], telling)

    def _add(self, left: Sequence[Phrase], right: Sequence[Phrase]) -> None:
        for phrase in left:
            self._opposites[phrase[0]].append((phrase, tuple(right)))

    def _phrase(self, term: str) -> Phrase:
        return tuple(self.lexicon.lemmas(term))


@lru_cache(maxsize=2)
def load_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Return the vocabulary over `lexicon`, read once."""
    return Vocabulary(lexicon)


def find_phrase(phrase: Phrase, lemmas: Sequence[str], at: int) -> list[int]:
    """Return the places of `phrase` from `at` on, its words in order and close; else nothing.

    >>> find_phrase(("holde", "for", "sig"), ["holde", "viden", "for", "sig"], 0)
    [0, 2, 3]
    """
    if lemmas[at] != phrase[0]:
        return []
    places = [at]
    for word in phrase[1:]:
        ahead = range(places[-1] + 1, min(places[-1] + 2 + _GAP, len(lemmas)))
        place = next((p for p in ahead if lemmas[p] == word), None)
        if place is None:
            return []
        places.append(place)
    return places


def find_everywhere(phrase: Phrase, lemmas: Sequence[str]) -> list[list[int]]:
    """Return the places of every occurrence of `phrase`."""
    found = [find_phrase(phrase, lemmas, at) for at in range(len(lemmas))]
    return [places for places in found if places]


def _read_lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def _pattern(listed: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted(listed, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)")
