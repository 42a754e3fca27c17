"""Which words of a question the passages found for it know, and how rare the others are."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from math import log

from index.entry import Entry
from index.language import Lemmatiser

_ENOUGH = 2


class Vocabulary:
    """The lemmas of each passage, in its own words and in the questions that it answers.

    Args:
        entries: Passages and questions, a passage before its questions; those that their passage
            does not answer are left out.
        lemmatise: Text to folded lemmas.
    """

    def __init__(self, entries: Sequence[Entry], lemmatise: Lemmatiser) -> None:
        self._lemmatise = lemmatise
        self._texts: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        self._counts: defaultdict[str, int] = defaultdict(int)
        answered = [entry for entry in entries if entry.is_answered]
        for entry in answered:
            lemmas = frozenset(lemmatise(entry.text))
            self._texts[entry.passage].append((entry.text, lemmas))
            for word in lemmas:
                self._counts[word] += 1
        self._size = len(answered)

    def lemma(self, word: str) -> str:
        """Return the folded lemma of one word."""
        return next(iter(self._lemmatise(word)), word)

    def held(self, passage: str, *, without: Collection[str] = ()) -> frozenset[str]:
        """Return the lemmas that a passage holds.

        A passage holds a word that stands in its own text or in two of its questions: a single
        question may have used it in another sense.

        Args:
            passage: Its id.
            without: Texts to act as if they were not there, for training questions.
        """
        if not without:
            return self._held.get(passage, frozenset())
        return _gather(self._texts.get(passage, []), without)

    @cached_property
    def written(self) -> frozenset[str]:
        """The lemmas that stand in any passage's own text."""
        return frozenset(word for texts in self._texts.values() for word in texts[0][1])

    def rarest_uncovered(
        self,
        subject: Iterable[str],
        passages: Iterable[str],
        *,
        without: Collection[str] = (),
    ) -> float:
        """Return how rare the rarest word of `subject` is that `passages` do not hold.

        Rarity is the logarithm of the number of texts over the number that hold the word
        (inverse document frequency; half a text for a word that none holds). 0 if all are held.

        Args:
            subject: A question's telling words.
            passages: Ids of the passages found for it.
            without: Texts to act as if they were not there, for training questions.
        """
        wanted = set(self._lemmatise(" ".join(subject)))
        for passage in passages:
            wanted -= self.held(passage, without=without)
        return max((self._rarity(word) for word in wanted), default=0.0)

    def knows(self, text: str) -> bool:
        """Say whether any passage holds a word of `text`."""
        return any(word in self._counts for word in self._lemmatise(text))

    @cached_property
    def _held(self) -> dict[str, frozenset[str]]:
        return {passage: _gather(texts, ()) for passage, texts in self._texts.items()}

    def _rarity(self, word: str) -> float:
        return log(self._size / (self._counts.get(word, 0) or 0.5))


def _gather(
    texts: Sequence[tuple[str, frozenset[str]]], without: Collection[str]
) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for place, (text, lemmas) in enumerate(texts):
        if text not in without:
            weight = _ENOUGH if place == 0 else 1  # the passage's own text comes first
            counts.update(dict.fromkeys(lemmas, weight))
    return frozenset(word for word, count in counts.items() if count >= _ENOUGH)
