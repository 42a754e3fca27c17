"""Fuse the channels' scores into one score per passage."""

from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Weights:
    """How much each channel counts; fitted on training questions (docs/retrieval.md).

    Attributes:
        lemma_passages: BM25 over lemmas of the passages.
        lemma_questions: BM25 over lemmas of the questions per passage.
        ngram_passages: BM25 over character n-grams of the passages.
        ngram_questions: BM25 over character n-grams of the questions.
        dense_passages: Cosine with the passages.
        dense_questions: Cosine with the questions.
    """

    lemma_passages: float = 0.15
    lemma_questions: float = 1.0
    ngram_passages: float = 0.5
    ngram_questions: float = 1.5
    dense_passages: float = 0.4
    dense_questions: float = 1.0


CHANNELS = tuple(each.name for each in fields(Weights))


@dataclass(frozen=True)
class ChannelScores:
    """What each channel says of a query.

    Attributes:
        by_channel: Raw scores, each of shape (passages,), higher is better, 0 for no match.
        strengths: How good each channel's best match is by itself, in [0, 1].
        trust: How much of its weight a channel keeps, in [0, 1]; all of it where nothing is said.
    """

    by_channel: dict[str, NDArray[np.float32]]
    strengths: dict[str, float]
    trust: dict[str, float] = field(default_factory=dict[str, float])

    def normalised(self) -> dict[str, NDArray[np.float32]]:
        """Return each channel divided by its best score, so that all lie in [0, 1]."""
        return {name: _normalise(scores) for name, scores in self.by_channel.items()}


def fuse(scores: ChannelScores, weights: Weights) -> NDArray[np.float32]:
    """Return the weighted mean of the max-normalised channels, shape (passages,), in [0, 1].

    Score fusion keeps the distances that rank fusion throws away (Bruch et al. 2023, "An
    Analysis of Fusion Functions for Hybrid Retrieval"). A channel that matched nothing counts
    as 0, so a query that only few channels understand gets low scores.
    """
    counts = {
        name: getattr(weights, name) * scores.trust.get(name, 1.0) for name in scores.by_channel
    }
    total = sum(counts.values()) or 1.0
    parts = [counts[name] * values for name, values in scores.normalised().items()]
    return np.asarray(np.sum(parts, axis=0) / total, dtype=np.float32)


def _normalise(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    clipped = np.maximum(scores, 0.0)
    best = float(clipped.max(initial=0.0))
    return np.asarray(clipped / best if best > 0 else clipped, dtype=np.float32)
