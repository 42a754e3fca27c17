"""What an unanswerable question is, where no leadership document could have answered it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answerability.wording import Wording
from index.language import fold

KINDS = ("personal", "off_topic", "injection", "machine", "outside_version")
"""Kinds that have words of their own in a refusal; all others are a document's to answer."""

_SURE = 1.0


@dataclass(frozen=True)
class Scope:
    """A regression for each kind, against all other questions.

    Attributes:
        kinds: By kind, what its wordings tell.
    """

    kinds: dict[str, Wording]

    def of(self, text: str) -> str:
        """Return the kind of the question `text`, or "" for one of no kind in particular."""
        folded = fold(text)
        scores = {kind: wording.score(folded) for kind, wording in self.kinds.items()}
        best = max(scores, key=lambda kind: scores[kind], default="")
        return best if best and scores[best] > _SURE else ""

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what `from_arrays` reads."""
        stored: dict[str, NDArray[np.generic]] = {}
        for kind, wording in self.kinds.items():
            stored |= wording.arrays(f"scope.{kind}")
        return stored

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> "Scope":
        """Return the scope that `arrays` stored."""
        return cls({kind: Wording.from_arrays(arrays, f"scope.{kind}") for kind in KINDS})
