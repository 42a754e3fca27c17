"""A logistic regression on a text's n-grams, hashed, small enough to ship and quick to ask."""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CHARACTERS = (2, 3, 4, 5)
WORDS = (1, 2, 3)
"""Lengths of the n-grams (docs/answerability.md)."""

_WORD = re.compile(r"\w+")
_LONGEST = 600
_WORD_MARK = "\x00"


@dataclass(frozen=True)
class Wording:
    """Weights of hashed n-grams.

    Hashing keeps no list of n-grams (Weinberger et al. 2009, Feature Hashing for Large Scale
    Multitask Learning); a text is the set of its n-grams, weighted by rarity, of length one.

    Attributes:
        weights: By place, shape (2**bits,).
        rarity: Inverse document frequency by place, shape (2**bits,).
        intercept: What a text without n-grams scores.
    """

    weights: NDArray[np.float32]
    rarity: NDArray[np.float32]
    intercept: float

    def score(self, text: str) -> float:
        """Return the log-odds that `text`, folded, is of the kind that was fitted as true."""
        places = hash_ngrams(text, len(self.weights))
        rarity = self.rarity[places]
        length = float(np.linalg.norm(rarity))
        if not length:
            return self.intercept
        return float(self.weights[places] @ rarity) / length + self.intercept

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` reads, by names that begin with `name`."""
        return {
            f"{name}.weights": self.weights.astype(np.float16),
            f"{name}.rarity": self.rarity.astype(np.float16),
            f"{name}.intercept": np.array(self.intercept, dtype=np.float64),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> "Wording":
        """Return the regression that `arrays` stored under `name`."""
        return cls(
            arrays[f"{name}.weights"].astype(np.float32),
            arrays[f"{name}.rarity"].astype(np.float32),
            float(arrays[f"{name}.intercept"]),
        )


def hash_ngrams(text: str, size: int) -> NDArray[np.intp]:
    """Return the places of the n-grams of the first `_LONGEST` characters of `text`.

    Args:
        text: Folded.
        size: How many places there are, a power of two.
    """
    words = _WORD.findall(text[:_LONGEST])
    grams = {
        padded[at : at + length]
        for padded in (f"_{word}_" for word in words)
        for length in CHARACTERS
        for at in range(len(padded) - length + 1)
    }
    grams |= {
        _WORD_MARK + " ".join(words[at : at + length])
        for length in WORDS
        for at in range(len(words) - length + 1)
    }
    places = {zlib.crc32(gram.encode()) & (size - 1) for gram in grams}
    return np.array(sorted(places), dtype=np.intp)
