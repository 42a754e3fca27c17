"""Let a passage's questions vote: several that resemble the query say more than one."""

import numpy as np
from numpy.typing import NDArray

VOTERS = 3
"""How many of a passage's questions speak for it (docs/retrieval.md)."""


def group_entries(rows: NDArray[np.intp], size: int) -> NDArray[np.intp]:
    """Return the entries that lead to each passage, shape (size, most entries of a passage).

    Args:
        rows: The row of the passage that each entry leads to, shape (entries,).
        size: The number of passages.

    >>> group_entries(np.array([1, 0, 1]), 2).tolist()[1]
    [0, 2, 3]
    """
    counts = np.bincount(rows, minlength=size)
    missing = len(rows)
    members = np.full((size, max(VOTERS, int(counts.max(initial=0)))), missing, dtype=np.intp)
    order = np.argsort(rows, kind="stable")
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    members[rows[order], np.arange(len(rows)) - starts[rows[order]]] = order
    return members


def vote(scores: NDArray[np.float32], members: NDArray[np.intp]) -> NDArray[np.float32]:
    """Return for each passage the mean of its best `VOTERS` entries' scores, shape (passages,).

    k-nearest-neighbour voting. A passage with fewer entries than `VOTERS` is not held back by
    that; one without any gets 0.

    Args:
        scores: One per entry, shape (entries,).
        members: From `group_entries`.

    >>> vote(np.float32([1, 3, 2, 0, 5]), group_entries(np.array([0, 0, 0, 0, 1]), 2)).tolist()
    [2.0, 5.0]
    """
    extended = np.append(scores, np.float32(-np.inf))
    best = np.partition(extended[members], -VOTERS, axis=1)[:, -VOTERS:]
    counts = np.isfinite(best).sum(axis=1)
    totals = np.where(np.isfinite(best), best, np.float32(0.0)).sum(axis=1)
    return np.asarray(totals / np.maximum(counts, 1), dtype=np.float32)
