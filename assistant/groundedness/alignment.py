"""Align the words of a sentence with those of the evidence: which of them does it say?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from assistant.groundedness.lexicon import Lexicon, likeness
from assistant.groundedness.reading import Reading, Unit, Word

UNALIGNED = 0.55
"""Below it a word of the sentence counts as not said."""

_SYNONYM = 0.85
_VECTOR_WEIGHT = 0.9
_FROM_QUESTION = 0.8
_SHORTEST_COMPOUND = 4


@dataclass(frozen=True)
class Alignment:
    """How well each content word of a sentence is said, all figures in [0, 1].

    Attributes:
        words: The content words, in order.
        exact: 1 where the same lemma stands in the evidence, shape (words,).
        vector: The highest cosine with a word of the evidence, shape (words,).
        best: The best of lemma, compound, synonym and vector, shape (words,).
        asked: `best`, or somewhat for a word of the question, shape (words,).
        by_unit: `best` against each unit alone, shape (units, words).
    """

    words: tuple[Word, ...]
    exact: NDArray[np.float64]
    vector: NDArray[np.float64]
    best: NDArray[np.float64]
    asked: NDArray[np.float64]
    by_unit: NDArray[np.float64]

    @cached_property
    def nearest(self) -> int:
        """The unit that says most of the sentence; 0 where there is none."""
        return int(np.argmax(self.by_unit.mean(axis=1))) if self.by_unit.size else 0

    @cached_property
    def unsaid(self) -> tuple[str, ...]:
        """The words, as written, that neither evidence nor question says."""
        return tuple(
            word.text
            for word, score in zip(self.words, self.asked, strict=True)
            if score < UNALIGNED
        )


class Aligner:
    """Compares words with those of one reading.

    Args:
        reading: The evidence.
        lexicon: What is known of words.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names_nobody = all(lexicon.actor(word) is None for word in reading.words)
        headings = [(lexicon.lemma(w), w) for h in reading.headings for w in h.split()]
        own = [(word.lemma, word.text) for unit in reading.units for word in unit.words]
        self._whole = _Side.of(dict([*headings, *own]), self._senses(reading.units), lexicon)
        self._units = [
            _Side.of(
                {
                    **{lemma: lemma for lemma in unit.above_lemmas},
                    **{word.lemma: word.text for word in unit.words},
                },
                self._senses([unit]),
                lexicon,
            )
            for unit in reading.units
        ]

    def align(self, sentence: Unit, question: Iterable[str] = ()) -> Alignment:
        """Return the alignment of `sentence`.

        Args:
            sentence: To be aligned.
            question: Lemmas of what it answers.
        """
        lexicon = self._lexicon
        senses = lexicon.senses(sentence.lemmas)
        kept = [
            (word, sense)
            for word, sense in zip(sentence.words, senses, strict=True)
            if lexicon.is_content(word.lemma) and not self._is_understood(word)
        ]
        words = tuple(word for word, _ in kept)
        vectors = lexicon.vectors([word.text.casefold() for word in words])
        best, exact, vector = self._whole.score(words, [s for _, s in kept], vectors)
        asked = set(question)
        from_question = np.array([_FROM_QUESTION * (word.lemma in asked) for word in words])
        by_unit = [unit.score(words, [s for _, s in kept], vectors)[0] for unit in self._units]
        return Alignment(
            words=words,
            exact=exact,
            vector=vector,
            best=best,
            asked=np.maximum(best, from_question) if words else best,
            by_unit=np.array(by_unit).reshape(len(by_unit), len(words)),
        )

    def _is_understood(self, word: Word) -> bool:
        """Say whether a word names who does what evidence that names nobody says is done."""
        return self._names_nobody and self._lexicon.actor(word.text) is not None

    def _senses(self, units: Sequence[Unit]) -> set[int]:
        found: set[int] = set()
        for unit in units:
            for senses in self._lexicon.senses(unit.lemmas):
                found |= senses
        return found


@dataclass(frozen=True)
class _Side:
    """The words that a sentence is compared with.

    Attributes:
        lemmas: All of them.
        compounds: Content lemmas long enough to be parts of compounds.
        senses: Their synonym groups.
        vectors: Of the content words, shape (words, dimensions).
    """

    lemmas: frozenset[str]
    compounds: tuple[str, ...]
    senses: set[int]
    vectors: NDArray[np.float32]

    @classmethod
    def of(cls, forms: dict[str, str], senses: set[int], lexicon: Lexicon) -> "_Side":
        content = [lemma for lemma in forms if lexicon.is_content(lemma)]
        return cls(
            lemmas=frozenset(forms),
            compounds=tuple(each for each in content if len(each) >= _SHORTEST_COMPOUND),
            senses=senses,
            vectors=lexicon.vectors([forms[lemma].casefold() for lemma in content]),
        )

    def score(
        self, words: Sequence[Word], senses: Sequence[set[int]], vectors: NDArray[np.float32]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Return the best, the exact and the vector score of each word, each of shape (words,)."""
        exact = np.array([float(word.lemma in self.lemmas) for word in words])
        vector = np.zeros(len(words))
        if len(words) and len(self.vectors):
            vector = np.clip(vectors @ self.vectors.T, 0, 1).max(axis=1).astype(np.float64)
        others = np.array(
            [
                max(
                    [_SYNONYM * bool(sense & self.senses)]
                    + [likeness(word.lemma, other) for other in self.compounds]
                )
                for word, sense in zip(words, senses, strict=True)
            ]
        )
        if not words:
            return exact, exact, vector
        return np.maximum.reduce([exact, others, _VECTOR_WEIGHT * vector]), exact, vector
