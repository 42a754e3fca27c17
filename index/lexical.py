"""BM25 over tokens that somebody else made."""

from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray


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
        model.index(tokens, show_progress=False)
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
        """Return one score per text, shape (texts,); 0 where no token is shared."""
        known = [token for token in tokens if token in self._model.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(cast("Any", self._model.get_scores(known)), dtype=np.float32)

    @property
    def _size(self) -> int:
        return int(self._model.scores["num_docs"])
