"""Fitted decision trees, read from a file and asked with numpy alone."""

from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MODEL_FILE = Path(__file__).parent.parent / "data" / "groundedness" / "trees.npz"
"""Fitted by `python -m assistant.groundedness.fitting`."""

_LEAF = -1


@dataclass(frozen=True)
class Trees:
    """Trees laid out one after another; a node's children are found by index.

    Attributes:
        roots: First node of each tree, shape (trees,).
        column: Which signal each node asks, -1 in a leaf, shape (nodes,).
        limit: What it is compared with, shape (nodes,).
        left: Next node where the signal is at most the limit, shape (nodes,).
        right: Next node where it is greater, shape (nodes,).
        value: What a leaf answers, shape (nodes,).
    """

    roots: NDArray[np.int32]
    column: NDArray[np.int16]
    limit: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]

    def answers(self, row: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return what each tree answers, shape (trees,).

        Args:
            row: The signals, shape (signals,).
        """
        nodes = self.roots.copy()
        inner = self.column[nodes] != _LEAF
        while inner.any():
            at = nodes[inner]
            goes_left = row[self.column[at]] <= self.limit[at]
            nodes[inner] = np.where(goes_left, self.left[at], self.right[at])
            inner = self.column[nodes] != _LEAF
        return self.value[nodes]


@dataclass(frozen=True)
class TreeModel:
    """Two kinds of trees that err differently; their probabilities are averaged.

    Attributes:
        names: The signals, in the order of the columns they were fitted on.
        voting: Each answers a share of supported sentences.
        boosting: Their answers and `start` add up to log-odds.
        start: The log-odds before any tree is asked.
    """

    names: tuple[str, ...]
    voting: Trees
    boosting: Trees
    start: float

    def probability(self, signals: dict[str, float]) -> float:
        """Return the probability that a sentence is supported.

        Raises:
            KeyError: If a signal is missing.
        """
        row = np.array([signals[name] for name in self.names], dtype=np.float32)
        voted = float(self.voting.answers(row).mean())
        odds = self.start + float(self.boosting.answers(row).sum())
        return (voted + float(1 / (1 + np.exp(-odds)))) / 2


def save_trees(model: TreeModel, path: Path) -> None:
    """Write the model."""
    parts = {
        f"{name}_{field.name}": getattr(getattr(model, name), field.name)
        for name in ("voting", "boosting")
        for field in fields(Trees)
    }
    np.savez_compressed(path, names=np.array(model.names), start=np.array(model.start), **parts)


def load_trees(path: Path = MODEL_FILE) -> TreeModel:
    """Return the model in the file; no code is run from it."""
    with np.load(path, allow_pickle=False) as stored:
        held = {name: stored[name] for name in stored.files}
    voting, boosting = (
        Trees(**{field.name: held[f"{name}_{field.name}"] for field in fields(Trees)})
        for name in ("voting", "boosting")
    )
    names = tuple(str(name) for name in held["names"])
    return TreeModel(names, voting, boosting, float(held["start"]))
