"""Put the documents' words in place of what people here say instead."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from index.language import Lemmatiser

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = frozenset(
    ("e", "en", "et", "er", "s", "ens", "ets", "ers", "erne", "ernes", "n", "ne", "t", "r")
)
"""What a Danish word may end in, for words of people's own that no dictionary inflects."""
_LONGEST_ENDING = max(map(len, _ENDINGS))

Lemmas = tuple[str, ...]


class Synonyms:
    """Replaces people's own words.

    A word that the documents themselves use keeps its place, and so does one that is the
    document's word of any group: a text that was replaced once stays as it is.

    Args:
        groups: The documents' word first, then what people say for it.
        lemmatise: Text to folded lemmas.
        written: The lemmas of the documents' own text.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[str]],
        lemmatise: Lemmatiser,
        written: Collection[str] = (),
    ) -> None:
        self._lemmatise = lemmatise
        kept = {(lemma,) for lemma in written} | {tuple(lemmatise(group[0])) for group in groups}
        self._meant: dict[Lemmas, str] = {}
        for group in groups:
            for term in group[1:]:
                lemmas = tuple(lemmatise(term))
                if lemmas and lemmas not in kept:
                    self._meant.setdefault(lemmas, group[0])
        self._longest = max(map(len, self._meant), default=0)

    def __call__(self, text: str) -> str:
        """Return `text` with each of people's own words replaced, the longest first.

        >>> Synonyms([("coaching", "spejling")], Lemmatiser({}))("Hvad er spejlingen?")
        'Hvad er coaching?'
        """
        if not self._meant:
            return text
        composed = unicodedata.normalize("NFC", text)
        found = list(_WORD.finditer(composed))
        parts: list[str] = []
        reached = at = 0
        while at < len(found):
            length, meant = self._match([match.group() for match in found[at:]])
            if length:
                parts += [composed[reached : found[at].start()], meant]
                reached = found[at + length - 1].end()
            at += length or 1
        return "".join([*parts, composed[reached:]])

    def _match(self, words: Sequence[str]) -> tuple[int, str]:
        """Return how many of the first words are a term, and what that means; 0 if none is."""
        for length in range(min(self._longest, len(words)), 0, -1):
            lemmas = tuple(self._lemmatise(" ".join(words[:length])))
            meant = self._meant.get(lemmas) or self._meant_inflected(lemmas)
            if meant:
                return length, meant
        return 0, ""

    def _meant_inflected(self, lemmas: Lemmas) -> str:
        """Return what a term means whose last word is inflected as no dictionary knows."""
        *first, last = lemmas
        for cut in range(len(last) - 1, max(len(last) - _LONGEST_ENDING - 1, 1), -1):
            if last[cut:] in _ENDINGS and (*first, last[:cut]) in self._meant:
                return self._meant[(*first, last[:cut])]
        return ""
