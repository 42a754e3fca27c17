"""Mend misspelt words against the words of the documents and their questions."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from index.language import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
_LONG = 8
_SHORTEST_PART = 3
_BINDING = "se"


class Speller:
    """Mends words that neither the documents nor a dictionary know.

    Args:
        vocabulary: How often each lower-case word stands in the documents and their enrichment.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._mended = lru_cache(maxsize=4096)(self._mend)

    def __call__(self, text: str) -> str:
        """Return `text` with each unknown word replaced by the nearest known one, if near.

        One edit is near for a short word, two for one of eight letters or more (Damerau 1964:
        four in five misspellings are one edit away); among equally near the most frequent wins.

        >>> Speller({"koordinering": 3, "mod": 9})("hvad går kordinering ud på")
        'hvad går koordinering ud på'
        """
        return _WORD.sub(lambda match: self._mended(match.group()), text)

    @cached_property
    def _by_folded(self) -> dict[str, str]:
        ordered = sorted(self._vocabulary, key=lambda word: self._vocabulary[word])
        return {fold(word): word for word in ordered}

    def _mend(self, word: str) -> str:
        lower = word.lower()
        folded = fold(lower)
        if len(folded) < _SHORTEST or folded in self._by_folded:
            return word
        nearest = self._nearest(folded)
        # The dictionaries take a while to load: they are asked last.
        is_right = nearest is None or self._is_compound(folded) or is_word(lower)
        return word if is_right or nearest is None else nearest

    def _is_compound(self, folded: str) -> bool:
        """Say whether a word is made of two that are known, a binding "s" or "e" between."""
        known = self._by_folded
        return any(
            folded[at:] in known
            and (folded[:at] in known or (folded[at - 1] in _BINDING and folded[: at - 1] in known))
            for at in range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1)
        )

    def _nearest(self, folded: str) -> str | None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 2 if len(folded) >= _LONG else 1
        found = process.extract(
            folded, self._by_folded.keys(), scorer=OSA.distance, score_cutoff=most, limit=10
        )
        if not found:
            return None
        nearest = min(distance for _, distance, _ in found)
        words = [self._by_folded[key] for key, distance, _ in found if distance == nearest]
        return max(words, key=lambda word: self._vocabulary[word])


@lru_cache(maxsize=65_536)
def is_word(word: str) -> bool:
    """Say whether a Danish or English dictionary knows `word` as it is written."""
    from simplemma import is_known

    return bool(is_known(word, lang="da") or is_known(word, lang="en"))
