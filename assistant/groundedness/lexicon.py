"""What the groundedness check knows of Danish words: data files, and the embedder's vectors."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.language import fold, read_dictionary, words

DATA = Path(__file__).parent.parent / "data" / "groundedness"
"""Synonyms, antonyms, actors, phrases and numbers: general Danish, of no one document."""

_OWN_LEMMAS: dict[str, str] = dict.fromkeys(
    ("leder", "leders", "lederen", "lederens", "ledere", "lederes", "lederne", "ledernes"), "leder"
)
_LONGEST_SYNONYM = 4
_NOUN_ENDINGS = tuple(
    ending + genitive
    for ending in ("", "en", "et", "n", "t", "e", "er", "r", "erne", "rne", "ne", "ene")
    for genitive in ("", "s")
)


class Lexicon:
    """Lemmas, meanings and vectors of Danish words, each looked up once.

    Args:
        embedder: Text to unit vector.
    """

    def __init__(self, embedder: Embeddings) -> None:
        self._embedder = embedder
        self._lemmas: dict[str, str] = dict(_OWN_LEMMAS)
        self._verbs: dict[str, bool] = {}
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._single: defaultdict[str, set[int]] = defaultdict(set)
        self._phrases: defaultdict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        self._read_synonyms()
        self.antonyms = self._read_antonyms()
        self._actors = self._read_actors()
        raw = json.loads((DATA / "numbers.json").read_text(encoding="utf-8"))
        self.numbers = {fold(word): float(value) for word, value in raw["numbers"].items()}
        self.months = {fold(word): int(value) for word, value in raw["months"].items()}
        self.weekdays = tuple(fold(day) for day in raw["weekdays"])
        empty = _read_lines("stopwords.txt")
        lemmas = (self.lemma(word) for word in empty)
        self._empty = frozenset((*map(fold, empty), *lemmas, *self.numbers))
        phrases = json.loads((DATA / "phrases.json").read_text(encoding="utf-8"))
        self._patterns = {name: _pattern(listed) for name, listed in phrases.items()}

    def lemma(self, word: str) -> str:
        """Return the folded lemma of one word."""
        cased = word.casefold()
        if cased not in self._lemmas:
            from simplemma import lemmatize

            self._lemmas[cased] = fold(lemmatize(cased, lang="da"))
        return self._lemmas[cased]

    def lemmas(self, text: str) -> list[str]:
        """Return the folded lemmas of `text`, in order."""
        return [self.lemma(word) for word in words(text)]

    def is_content(self, lemma: str) -> bool:
        """Say whether a lemma carries meaning by itself: no function word and no number."""
        return len(lemma) > 1 and not lemma.isdigit() and lemma not in self._empty

    def is_verb(self, word: str) -> bool:
        """Say whether a word's lemma is a verb: whether a past tense of it is known."""
        if word not in self._verbs:
            from simplemma import lemmatize

            base = lemmatize(word.casefold(), lang="da")
            known = read_dictionary()
            pasts = (f"{base}de", f"{base[:-1]}te", f"{base}t")
            self._verbs[word] = base.endswith("e") and any(
                known.get(past) == base for past in pasts
            )
        return self._verbs[word]

    def vectors(self, found: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of single words, shape (len(found), dimensions)."""
        new = [word for word in dict.fromkeys(found) if word not in self._vectors]
        if new:
            rows = np.asarray(self._embedder.embed_documents(new), dtype=np.float32)
            self._vectors.update(zip(new, rows, strict=True))
        return np.array([self._vectors[word] for word in found], dtype=np.float32)

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """Return the unit vectors of whole texts, shape (len(texts), dimensions)."""
        return np.asarray(self._embedder.embed_documents(texts), dtype=np.float32)

    def senses(self, lemmas: Sequence[str]) -> list[set[int]]:
        """Return the synonym groups of each lemma; those of an expression go to all its words."""
        found = [set(self._single.get(lemma, ())) for lemma in lemmas]
        for at, lemma in enumerate(lemmas):
            for phrase, group in self._phrases.get(lemma, ()):
                if tuple(lemmas[at : at + len(phrase)]) == phrase:
                    for place in range(at, at + len(phrase)):
                        found[place].add(group)
        return found

    def actor(self, word: str) -> int | None:
        """Return which group of persons or bodies a word names, or None."""
        return self._actors.get(fold(word))

    def has(self, phrase: str, folded: str) -> bool:
        """Say whether a folded text holds an expression of the class called `phrase`."""
        return self._patterns[phrase].search(folded) is not None

    def find(self, phrase: str, folded: str) -> list[str]:
        """Return the expressions of the class called `phrase` in a folded text, in order."""
        return self._patterns[phrase].findall(folded)

    def _read_synonyms(self) -> None:
        for group, line in enumerate(_read_lines("synonyms.jsonl")):
            for term in json.loads(line):
                lemmas = tuple(self.lemmas(term))
                if len(lemmas) == 1:
                    self._single[lemmas[0]].add(group)
                elif 1 < len(lemmas) <= _LONGEST_SYNONYM:
                    self._phrases[lemmas[0]].append((lemmas, group))

    def _read_antonyms(self) -> dict[str, set[str]]:
        antonyms: defaultdict[str, set[str]] = defaultdict(set)
        for line in _read_lines("antonyms.jsonl"):
            left, right = (self._single_lemmas(side) for side in json.loads(line))
            for one in left:
                antonyms[one] |= set(right)
            for other in right:
                antonyms[other] |= set(left)
        return dict(antonyms)

    def _read_actors(self) -> dict[str, int]:
        """Return the group of each form of each noun, but of no form that is a verb's too."""
        actors: dict[str, int] = {}
        for group, line in enumerate(_read_lines("actors.jsonl")):
            for term in json.loads(line):
                base = fold(term)
                is_verb = base.endswith("r") and self.lemma(term) == base.removesuffix("r")
                for ending in _NOUN_ENDINGS:
                    if ending.startswith("t") and not base.endswith("e"):
                        continue  # "frivilligt" is no form of the noun "frivillig"
                    if ending or not is_verb:
                        actors.setdefault(base + ending, group)
        return actors

    def _single_lemmas(self, terms: Iterable[str]) -> list[str]:
        found = (self.lemmas(term) for term in terms)
        return [lemmas[0] for lemmas in found if len(lemmas) == 1]


@lru_cache(maxsize=2)
def load_lexicon(embedder: Embeddings) -> Lexicon:
    """Return the lexicon over `embedder`, read once."""
    return Lexicon(embedder)


def likeness(one: str, other: str) -> float:
    """Return how alike two lemmas are as parts of compounds or by a common stem, in [0, 1].

    >>> likeness("fagfaglighed", "faglighed") > 0.8, likeness("mod", "tillid")
    (True, 0.0)
    """
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter >= _SHORTEST_PART and (
        one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)
    ):
        return 0.6 + 0.3 * shorter / longer
    stem = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    if stem >= _SHORTEST_STEM and stem / longer >= _STEM_SHARE:
        return 0.5 + 0.4 * stem / longer
    return 0.0


_SHORTEST_PART = 4
_SHORTEST_STEM = 5
_STEM_SHARE = 0.5


def _read_lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def _pattern(listed: Iterable[str]) -> re.Pattern[str]:
    folded = sorted({fold(each) for each in listed}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, folded))})(?!\w)")
