"""Plan the batches: every row once, no two rows with the same key in one batch."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray


def plan_batches(
    rows: NDArray[np.int64],
    keys: Sequence[Hashable],
    *,
    size: int,
    smallest: int,
    rng: np.random.Generator,
) -> list[NDArray[np.int64]]:
    """Return shuffled batches of `rows` in which no key occurs twice.

    Two provisions of one law share their title, so one would be a false negative of the other.
    A row that finds no room waits for a later batch; fewer than `smallest` at the end fall out.

    Args:
        rows: Row numbers, shape (rows,); a row may occur more than once.
        keys: For each row number, what must be unique in a batch.
        size: Rows in a batch.
        smallest: Fewest rows that still make a batch.
        rng: Where the order comes from.
    """
    waiting: list[int] = rng.permutation(rows).tolist()
    batches: list[NDArray[np.int64]] = []
    while waiting:
        batch, waiting = _fill(waiting, keys, size)
        if len(batch) < smallest:
            break
        batches.append(np.asarray(batch, dtype=np.int64))
    order = rng.permutation(len(batches))
    return [batches[int(at)] for at in order]


def _fill(waiting: list[int], keys: Sequence[Hashable], size: int) -> tuple[list[int], list[int]]:
    """Take the first `size` rows with different keys; return them and the rest in order."""
    seen: set[Hashable] = set()
    batch: list[int] = []
    passed: list[int] = []
    for at, row in enumerate(waiting):
        if keys[row] in seen:
            passed.append(row)
            continue
        seen.add(keys[row])
        batch.append(row)
        if len(batch) == size:
            return batch, passed + waiting[at + 1 :]
    return batch, passed
