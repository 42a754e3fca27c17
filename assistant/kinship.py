"""How much words resemble each other: inflections, compounds and typos of one word are kin."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.language import fold, words

_SIZE = 3
_KIN = 0.6


@lru_cache(maxsize=65_536)
def kinship(one: str, other: str) -> float:
    """Return the share of the shorter folded word's 3-grams that the longer has, in [0, 1].

    >>> kinship("kapitalformer", "kapital") > 0.8, kinship("mod", "mål") < 0.5
    (True, True)
    """
    a, b = _grams(one), _grams(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def coverage(subject: Sequence[str], texts: Iterable[str]) -> float:
    """Return the share of `subject`'s words that have kin in `texts`, in [0, 1]; 0 for none."""
    known = {word for text in texts for word in words(text)}
    if not subject:
        return 0.0
    covered = [max((kinship(word, other) for other in known), default=0.0) for word in subject]
    return sum(value for value in covered if value >= _KIN) / len(subject)


@lru_cache(maxsize=65_536)
def _grams(word: str) -> frozenset[str]:
    padded = f"_{fold(word)}"
    return frozenset(padded[at : at + _SIZE] for at in range(len(padded) - _SIZE + 1)) or frozenset(
        {padded}
    )
