"""Which words of a question the passages found for it know, and how rare the others are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import log

from index.entry import Entry
from index.language import Lemmatiser

_ENOUGH = 2


class Vocabulary:
    """The lemmas of each passage, in its own words and in the questions that it answers.

    Args:
        entries: Passages and questions; those that their passage does not answer are left out.
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

    def rarest_uncovered(
        self, subject: Iterable[str], passages: Iterable[str], *, without: str = ""
    ) -> float:
        """Return how rare the rarest word of `subject` is that `passages` do not hold.

        A passage holds a word that stands in its own text or in two of its questions: a single
        question may have used it in another sense.

        Rarity is the logarithm of the number of texts over the number that hold the word
        (inverse document frequency; half a text for a word that none holds). 0 if all are held.

        Args:
            subject: A question's telling words.
            passages: Ids of the passages found for it.
            without: A text to act as if it were not there, for training questions.
        """
        wanted = set(self._lemmatise(" ".join(subject)))
        for passage in passages:
            held: Counter[str] = Counter()
            for place, (text, lemmas) in enumerate(self._texts[passage]):
                if text != without:
                    weight = _ENOUGH if place == 0 else 1  # the passage's own text comes first
                    held.update(dict.fromkeys(wanted & lemmas, weight))
            wanted -= {word for word, count in held.items() if count >= _ENOUGH}
        return max((self._rarity(word) for word in wanted), default=0.0)

    def knows(self, text: str) -> bool:
        """Say whether any passage holds a word of `text`."""
        return any(word in self._counts for word in self._lemmatise(text))

    def _rarity(self, word: str) -> float:
        return log(self._size / (self._counts.get(word, 0) or 0.5))
