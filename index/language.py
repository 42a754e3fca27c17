"""Danish words for searching: folding, lemmas and character n-grams."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "ß": "ss"})

NGRAM_SIZES = (4, 5)
"""Lengths of the character n-grams (measured against 3-6: docs/retrieval.md)."""


def fold(text: str) -> str:
    """Return `text` in lower case with æ, ø, å as ae, oe, aa and no other accents.

    Users write both forms; folded they meet.

    >>> fold("Ærø Å én")
    'aeroe aa en'
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_DANISH_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, in order.

    >>> words("Netværks- og fællesskabsstyring, 2016")
    ['netværks', 'og', 'fællesskabsstyring', '2016']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Return the folded Danish lemma of one lower-case word (simplemma's dictionary)."""
    from simplemma import lemmatize  # loads a dictionary: only when a word is looked up

    return fold(lemmatize(word, lang="da"))


class Lemmatiser:
    """Lemmas that also recognise words written without æ, ø and å.

    Args:
        vocabulary: Words as the documents and their enrichment spell them; a folded word that
            is one of these folded gets that word's lemma.
    """

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        self._known = {fold(word): lemma(word) for word in vocabulary if not word.isascii()}

    def __call__(self, text: str) -> list[str]:
        """Return the folded lemmas of `text`, in order."""
        return [self._known.get(fold(word)) or lemma(word) for word in words(text)]


def ngrams(text: str) -> list[str]:
    """Return the character n-grams of the folded words of `text`, word ends marked with _.

    >>> ngrams("mod")
    ['_mod', 'mod_', '_mod_']
    """
    grams: list[str] = []
    for word in words(text):
        padded = f"_{fold(word)}_"
        for size in NGRAM_SIZES:
            grams.extend(padded[at : at + size] for at in range(len(padded) - size + 1))
    return grams
