"""A fitted forest of decision trees, read from a file and asked with numpy alone."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MODEL_FILE = Path(__file__).parent.parent / "data" / "groundedness" / "forest.npz"
"""Fitted by `python -m assistant.groundedness.fitting`."""

_LEAF = -1


@dataclass(frozen=True)
class Forest:
    """Trees laid out one after another; node i's children are found by index.

    Attributes:
        names: The signals, in the order of the columns they were fitted on.
        roots: First node of each tree, shape (trees,).
        column: Which signal each node asks, -1 in a leaf, shape (nodes,).
        limit: What it is compared with, shape (nodes,).
        left: Next node where the signal is at most the limit, shape (nodes,).
        right: Next node where it is greater, shape (nodes,).
        value: Share of supported sentences that ended in the node, shape (nodes,).
    """

    names: tuple[str, ...]
    roots: NDArray[np.int32]
    column: NDArray[np.int16]
    limit: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]

    def probability(self, signals: dict[str, float]) -> float:
        """Return the mean of the trees' votes that a sentence is supported, in [0, 1].

        Raises:
            KeyError: If a signal is missing.
        """
        row = np.array([signals[name] for name in self.names], dtype=np.float32)
        nodes = self.roots.copy()
        inner = self.column[nodes] != _LEAF
        while inner.any():
            at = nodes[inner]
            goes_left = row[self.column[at]] <= self.limit[at]
            nodes[inner] = np.where(goes_left, self.left[at], self.right[at])
            inner = self.column[nodes] != _LEAF
        return float(self.value[nodes].mean())


def save_forest(forest: Forest, path: Path) -> None:
    """Write the forest."""
    np.savez_compressed(
        path,
        names=np.array(forest.names),
        roots=forest.roots,
        column=forest.column,
        limit=forest.limit,
        left=forest.left,
        right=forest.right,
        value=forest.value,
    )


def load_forest(path: Path = MODEL_FILE) -> Forest:
    """Return the forest in the file; no code is run from it."""
    with np.load(path, allow_pickle=False) as stored:
        fields = {name: stored[name] for name in stored.files}
    names = tuple(str(name) for name in fields.pop("names"))
    return Forest(names=names, **fields)
