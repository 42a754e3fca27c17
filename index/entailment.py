"""A cross-encoder that says whether one text follows from another."""

from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from index.errors import EntailmentUnavailableError

_ENTAILS = ("entailment", "entails", "label_entailment")
_NO_LABEL = "the model has no label for entailment, and more than one"


class CrossEncoderEntailment:
    """Asks a sentence-transformers cross-encoder trained on natural language inference.

    Args:
        name: Folder or hub name.
    """

    def __init__(self, name: str) -> None:
        from sentence_transformers import CrossEncoder

        self._model: Any = CrossEncoder(name, device="cpu")
        labels = cast("dict[int, str]", dict(self._model.config.id2label))
        self._column = _find_column(labels)

    def entails(self, premise: str, hypothesis: str) -> float:
        """Return the probability that `hypothesis` follows from `premise`, in [0, 1]."""
        from torch.nn import Identity

        raw = self._model.predict(
            [(premise, hypothesis)], activation_fn=Identity(), show_progress_bar=False
        )
        return _probability(np.atleast_1d(np.asarray(raw, dtype=np.float64)[0]), self._column)


def load_entailment(name: str) -> CrossEncoderEntailment:
    """Return the cross-encoder called `name`.

    Raises:
        EntailmentUnavailableError: If it cannot be loaded, or does not judge entailment.
    """
    try:
        return CrossEncoderEntailment(name)
    except Exception as error:  # the libraries raise whatever their parts raise
        raise EntailmentUnavailableError(name, str(error)) from error


def _find_column(labels: dict[int, str]) -> int:
    """Return which of a model's labels says that the second text follows from the first."""
    for column, label in labels.items():
        if label.casefold().replace("-", "_") in _ENTAILS:
            return column
    if len(labels) == 1:
        return 0
    raise ValueError(_NO_LABEL)


def _probability(logits: NDArray[np.float64], column: int) -> float:
    """Return the probability of one label; a single logit is that of entailment itself.

    Args:
        logits: Shape (labels,).
        column: The label's place.
    """
    if len(logits) == 1:
        return float(1 / (1 + np.exp(-logits[0])))
    shares = np.exp(logits - logits.max())
    return float(shares[column] / shares.sum())
