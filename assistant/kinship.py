"""How much words resemble each other: inflections, compounds and typos of one word are kin."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Postfix, Prefix

from index.language import fold, words

_SIZE = 3
_KIN = 0.6
_SHORTEST_PART = 6
_LONG = 10
_AGREEING = 0.7
_STRANGERS = 0.5


@lru_cache(maxsize=65_536)
def kinship(one: str, other: str) -> float:
    """Return the share of the shorter folded word's 3-grams that the longer has, in [0, 1].

    A long word may also be the last part of a compound; a short one must begin alike.

    >>> kinship("kapitalformer", "kapital") > 0.8, kinship("mod", "mål") < 0.5
    (True, True)
    >>> kinship("værdier", "ledelsesværdi") > 0.6, kinship("løn", "belønning") < 0.6
    (True, True)
    >>> kinship("ledelsesværdier", "ledelsesstrategier")
    0.5
    """
    a, b = _folded(one), _folded(other)
    shorter, longer = sorted((a, b), key=len)
    own, others = _grams(shorter), _grams(longer)
    opening = {f"_{shorter[: _SIZE - 1]}"}
    alike = len(own & others) / len(own)
    if len(shorter) < _SHORTEST_PART:
        return alike if opening <= others else 0.0
    inner = own - opening
    alike = max(alike, len(inner & others) / len(inner))
    return alike if _share_an_end(shorter, longer) else min(alike, _STRANGERS)


def _share_an_end(shorter: str, longer: str) -> bool:
    """Say whether long words agree from one end on; else they only share a part.

    "ledelsesværdier" and "ledelsesstrategier" begin alike and are two things.
    """
    if len(shorter) < _LONG:
        return True
    agreeing = max(Prefix.similarity(shorter, longer), Postfix.similarity(shorter, longer))
    return agreeing >= _AGREEING * len(shorter)


def coverage(subject: Sequence[str], texts: Iterable[str]) -> float:
    """Return the share of `subject`'s words that have kin in `texts`, in [0, 1]; 0 for none."""
    known = {word for text in texts for word in words(text)}
    if not subject:
        return 0.0
    covered = [max((kinship(word, other) for other in known), default=0.0) for word in subject]
    return sum(value for value in covered if value >= _KIN) / len(subject)


_folded = lru_cache(maxsize=65_536)(fold)


@lru_cache(maxsize=65_536)
def _grams(folded: str) -> frozenset[str]:
    padded = f"_{folded}"
    grams = {padded[at : at + _SIZE] for at in range(len(padded) - _SIZE + 1)}
    return frozenset(grams or {padded})
