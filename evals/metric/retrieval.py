"""Metrics of a ranking, given which of its places are relevant, best place first."""

import math
from collections.abc import Iterable, Sequence


def hit_at(relevant: Sequence[bool], k: int) -> float:
    """Return 1 if one of the first `k` places is relevant, else 0.

    >>> hit_at([False, True], 1), hit_at([False, True], 2)
    (0.0, 1.0)
    """
    return float(any(relevant[:k]))


def reciprocal_rank(relevant: Sequence[bool]) -> float:
    """Return 1 / the first relevant place, or 0; its mean over questions is MRR.

    >>> reciprocal_rank([False, True, True])
    0.5
    """
    return next((1 / place for place, is_right in enumerate(relevant, start=1) if is_right), 0.0)


def ndcg_at(relevant: Sequence[bool], total: int, k: int) -> float | None:
    """Return the normalised discounted cumulative gain of the first `k` places.

    Binary gains, discount log2(place + 1) (Järvelin and Kekäläinen 2002).

    Args:
        relevant: Which places are relevant.
        total: How many relevant passages there are to find; None is returned if there is none.
        k: How many places count.

    >>> round(ndcg_at([False, True], 1, 10), 3)
    0.631
    """
    if total == 0:
        return None
    gain = _discounted(place for place, is_right in enumerate(relevant[:k], 1) if is_right)
    return gain / _discounted(range(1, min(total, k) + 1))


def section_recall(
    ranked: Sequence[tuple[str, ...]], gold: Iterable[tuple[str, ...]]
) -> float | None:
    """Return the share of the gold sections that a ranked passage stands in; None without gold.

    >>> section_recall([("Mod",), ("Tillid",)], [("Mod",), ("Vilkåret",)])
    0.5
    """
    wanted = set(gold)
    return len(wanted & set(ranked)) / len(wanted) if wanted else None


def _discounted(places: Iterable[int]) -> float:
    return sum(1 / math.log2(place + 1) for place in places)
