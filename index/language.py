"""Danish words for searching: folding, lemmas and character n-grams."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

_WORD = re.compile(r"[^\W_]+")
_DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ð": "d", "þ": "th", "ß": "ss"})

_OWN_LEMMAS: dict[str, str] = dict.fromkeys(("leder", "leders", "lederne", "ledernes"), "leder")
"""What simplemma takes for forms of "led" (joint): the leader matters more here."""

NGRAM_SIZES = (4, 5)
"""Lengths of the character n-grams (measured against 3-6: docs/retrieval.md)."""


def fold(text: str) -> str:
    """Return `text` in lower case with æ, ø, å as ae, oe, aa and no other accents.

    Users write both forms; folded they meet.

    >>> fold("Ærø Å én")
    'aeroe aa en'
    """
    cased = unicodedata.normalize("NFKC", text).casefold()
    lowered = unicodedata.normalize("NFC", cased).translate(_DANISH_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.translate(_DANISH_LETTERS)  # "ǿ" is an ø only now


def words(text: str) -> list[str]:
    """Return the words of `text` in lower case, in order.

    >>> words("Netværks- og fællesskabsstyring, 2016")
    ['netværks', 'og', 'fællesskabsstyring', '2016']
    """
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def gather_forms(vocabulary: Iterable[str]) -> dict[str, str]:
    """Return the folded lemma of every folded form of the words in `vocabulary`.

    Lemmas are simplemma's; so are the other forms of the same lemmas. Made when an index is
    built, so that a question need not wait for the dictionary.
    """
    from simplemma import lemmatize

    lemmas = {word: _OWN_LEMMAS.get(word) or lemmatize(word, lang="da") for word in vocabulary}
    wanted = set(lemmas.values())
    forms: dict[str, str] = {}
    for form, base in read_dictionary().items():
        if base in wanted:
            forms.setdefault(fold(form), fold(base))
    forms.update({fold(word): fold(base) for word, base in lemmas.items()})
    return forms


@cache
def read_dictionary() -> Mapping[str, str]:
    """Return simplemma's Danish lemmas by form; read once, for it takes half a second."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("da")


class Lemmatiser:
    """Lemmas that also recognise words written without æ, ø and å.

    Args:
        forms: From `gather_forms`. A word that is not among them is its own lemma: nothing that
            is indexed shares it.
    """

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._forms = forms
        self._lemma = lru_cache(maxsize=65_536)(self._look_up)

    def __call__(self, text: str) -> list[str]:
        """Return the folded lemmas of `text`, in order.

        >>> Lemmatiser({"vaerdier": "vaerdi"})("Værdier gælder")
        ['vaerdi', 'gaelder']
        """
        return [self._lemma(word) for word in words(text)]

    def _look_up(self, word: str) -> str:
        folded = fold(word)
        return self._forms.get(folded, folded)


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
