"""BM25 over tokens that somebody else made."""

from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_NOTHING = "\0"
"""Stands for a text without tokens: bm25s cannot index a row of nothing else."""


class LexicalIndex:
    """A BM25 index (Lucene's variant, Robertson's parameters) over a fixed row of texts."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401  bm25s ships no types
        self._model = model

    @classmethod
    def build(cls, tokens: list[list[str]], *, k1: float, b: float) -> "LexicalIndex":
        """Return an index of `tokens`, one list per text.

        Args:
            tokens: Each text's tokens.
            k1: How much repeated tokens still count.
            b: How much long texts are held back, 0 to 1.
        """
        import bm25s

        model = bm25s.BM25(k1=k1, b=b)
        model.index([[t for t in row if t] or [_NOTHING] for row in tokens], show_progress=False)
        return cls(model)

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Return the index saved in `folder`."""
        import bm25s

        return cls(bm25s.BM25.load(folder, show_progress=False))

    def save(self, folder: Path) -> None:
        """Write the index to `folder`."""
        self._model.save(folder, show_progress=False)

    def scores(self, tokens: list[str]) -> NDArray[np.float32]:
        """Return one score per text, shape (texts,); 0 where no token is shared.

        What bm25s's own `get_scores` returns (a test holds them equal), with all tokens gathered
        at once: it adds them up one by one, which long questions wait for.
        """
        vocabulary = self._vocabulary
        known = np.array([vocabulary[token] for token in tokens if token in vocabulary], np.intp)
        scores = self._model.scores
        starts = np.asarray(scores["indptr"])[known]
        lengths = np.asarray(scores["indptr"])[known + 1] - starts
        before = np.cumsum(lengths) - lengths
        places = np.repeat(starts - before, lengths) + np.arange(int(lengths.sum()))
        totals = np.bincount(
            np.asarray(scores["indices"])[places],
            weights=np.asarray(scores["data"])[places],
            minlength=self._size,
        )
        return totals.astype(np.float32)

    def ceiling(self, tokens: list[str]) -> float:
        """Return the score of a text that held each token as tellingly as any text does.

        A token that no text holds counts as much as the most telling one: a question full of
        unknown words can never come near its ceiling.
        """
        highest, rarest = self._peaks
        known = self._vocabulary
        return float(sum(highest[known[t]] if t in known else rarest for t in tokens))

    @cached_property
    def _vocabulary(self) -> dict[str, int]:
        """The row of each token. bm25s adds an empty token that has none."""
        return {token: row for token, row in self._model.vocab_dict.items() if token}

    @cached_property
    def _peaks(self) -> tuple[NDArray[np.float32], float]:
        """Each token's best score in any text, and the best of those."""
        scores = self._model.scores
        data, starts = np.asarray(scores["data"]), np.asarray(scores["indptr"])
        highest = np.zeros(len(starts) - 1, dtype=np.float32)
        filled = np.flatnonzero(np.diff(starts))
        highest[filled] = np.maximum.reduceat(data, starts[filled])
        return highest, float(highest.max(initial=0.0))

    @property
    def _size(self) -> int:
        return int(self._model.scores["num_docs"])
