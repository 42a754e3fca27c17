"""Whether an answer holds the nuggets of a complete one, and how long it is."""

import re
from collections.abc import Sequence

from evals.metric.text import normalise

_SHORT_NUGGET = 6
"""Characters up to which a nugget must be whole words: "Mod" is not in "Modet"."""


def nugget_recall(text: str, must: Sequence[str]) -> float | None:
    """Return the share of the nuggets that `text` holds; None without nuggets.

    >>> nugget_recall("Modet i 2016", ["Mod", "2016"])
    0.5
    """
    if not must:
        return None
    own = normalise(text)
    return sum(_holds(own, normalise(nugget)) for nugget in must) / len(must)


def nugget_strict(text: str, must: Sequence[str]) -> float | None:
    """Return 1 if `text` holds every nugget, else 0; None without nuggets.

    >>> nugget_strict("Modet i 2016", ["Mod", "2016"])
    0.0
    """
    recall = nugget_recall(text, must)
    return None if recall is None else float(recall == 1.0)


def length_ratio(text: str, gold: Sequence[str]) -> float | None:
    """Return the words of `text` as a multiple of the words of `gold`; None without gold.

    >>> length_ratio("et to tre", ["et to"])
    1.5
    """
    words = sum(len(slice_.split()) for slice_ in gold)
    return len(text.split()) / words if words else None


def _holds(text: str, nugget: str) -> bool:
    if len(nugget) <= _SHORT_NUGGET:
        return re.search(rf"(?<!\w){re.escape(nugget)}(?!\w)", text) is not None
    return nugget in text
