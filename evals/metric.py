"""Metrics: small pure functions, each a figure in [0, 1]."""

import re
from collections.abc import Sequence

_SHORT_NUGGET = 6


def normalise(text: str) -> str:
    r"""Return `text` in lower case with single spaces and without markup and quote marks.

    >>> normalise("**Mod**  handler\nom")
    'mod handler om'
    """
    plain = re.sub(r"[*_>»«\"“”]", "", text)
    return " ".join(plain.casefold().split())


def rests_on(quote: str, gold: Sequence[str]) -> bool:
    """Say whether `quote` contains one of the gold slices or lies within one.

    >>> rests_on("Han kommer. Hun går.", ["Hun går."]), rests_on("Han kommer.", ["Hun går."])
    (True, False)
    """
    own = normalise(quote)
    return any(normalise(slice_) in own or own in normalise(slice_) for slice_ in gold)


def citation_precision(quotes: Sequence[str], gold: Sequence[str]) -> float | None:
    """Return the share of `quotes` that rest on gold; None without quotes.

    >>> citation_precision(["a b", "c d"], ["a b"])
    0.5
    """
    if not quotes:
        return None
    return sum(rests_on(quote, gold) for quote in quotes) / len(quotes)


def nugget_recall(text: str, must: Sequence[str]) -> float | None:
    """Return the share of the nuggets that `text` holds; None without nuggets.

    Short nuggets must be whole words.

    >>> nugget_recall("Modet i 2016", ["Mod", "2016"])
    0.5
    """
    if not must:
        return None
    own = normalise(text)
    return sum(_holds(own, normalise(nugget)) for nugget in must) / len(must)


def hit_at(ranked: Sequence[str], gold: Sequence[str], k: int) -> float:
    """Return 1 if one of the first `k` ranked texts rests on gold, else 0.

    >>> hit_at(["x", "y"], ["y"], 1), hit_at(["x", "y"], ["y"], 2)
    (0.0, 1.0)
    """
    return float(any(rests_on(text, gold) for text in ranked[:k]))


def mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of the values that are there; None if none is."""
    present = [value for value in values if value is not None]
    return sum(present) / len(present) if present else None


def _holds(text: str, nugget: str) -> bool:
    if len(nugget) <= _SHORT_NUGGET:
        return re.search(rf"(?<!\w){re.escape(nugget)}(?!\w)", text) is not None
    return nugget in text
