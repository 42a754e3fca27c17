"""Texts as bags of token ids: encoded once, gathered batch by batch."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

_CHUNK = 20_000


@dataclass(frozen=True)
class Bags:
    """Many texts as one row of token ids.

    Attributes:
        ids: Token ids of all texts, one after the other, shape (tokens,).
        starts: Where each text begins in `ids`, and the end, shape (texts + 1,).
    """

    ids: NDArray[np.int32]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.starts) - 1

    def select(self, rows: NDArray[np.int64]) -> "Bags":
        """Return the texts numbered `rows`, in that order."""
        begins = self.starts[rows]
        lengths = self.starts[rows + 1] - begins
        starts = np.concatenate([[0], np.cumsum(lengths)])
        within = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths)
        return Bags(ids=self.ids[np.repeat(begins, lengths) + within], starts=starts)


def encode(tokenizer: Tokenizer, texts: Sequence[str], *, longest: int) -> Bags:
    """Encode the first `longest` tokens of each text; a text without tokens gets token 0."""
    ids: list[NDArray[np.int32]] = []
    lengths: list[int] = []
    for at in range(0, len(texts), _CHUNK):
        encoded = tokenizer.encode_batch_fast(
            list(texts[at : at + _CHUNK]), add_special_tokens=False
        )
        for encoding in encoded:
            tokens = encoding.ids[:longest] or [0]
            ids.append(np.asarray(tokens, dtype=np.int32))
            lengths.append(len(tokens))
    starts = np.concatenate([[0], np.cumsum(np.asarray(lengths, dtype=np.int64))])
    return Bags(ids=np.concatenate(ids), starts=starts.astype(np.int64))
