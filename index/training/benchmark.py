"""Measure a model on the public benches: translation, intents, topics, and misspelt questions."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.training.jsonl import read_objects, text_of
from index.training.noise import Noise, misspell, transliterate

Encode: TypeAlias = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts in, unit vectors of shape (texts, dimensions) out."""

_HURRIED = Noise(typo=0.35, split=0.1)
_SEED = 7


@dataclass(frozen=True)
class Score:
    """One figure.

    Attributes:
        name: What was measured.
        value: The figure, between 0 and 1, or None where it could not be measured.
        count: How many questions it is the mean of.
    """

    name: str
    value: float | None
    count: int


@dataclass(frozen=True)
class _Labelled:
    texts: tuple[str, ...]
    labels: NDArray[np.str_]


def measure(encode: Encode, data: Path) -> list[Score]:
    """Return the scores of `encode` on the files under ``data/bench``.

    Raises:
        DataMissingError: A bench file is not there.
        DataInvalidError: A line of one is not what it should be.
    """
    bench = data / "bench"
    return [
        *_translation(encode, bench / "ntrex_da_en.jsonl"),
        *_intents(encode, bench / "corona_intents_da.jsonl", bench / "corona_intents_en.jsonl"),
        _topics(encode, bench / "sib200_da_en.jsonl"),
    ]


def first_hit_ranks(
    similarity: NDArray[np.float32], relevant: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Return the one-based rank of the first relevant column for each row that has one.

    Args:
        similarity: Shape (questions, candidates); minus infinity leaves a candidate out.
        relevant: The same shape.

    >>> first_hit_ranks(np.array([[.9, .8, .7]], np.float32), np.array([[False, True, True]]))
    array([2])
    """
    asked = relevant.any(axis=1)
    order = np.argsort(-similarity[asked], axis=1, kind="stable")
    hits = np.take_along_axis(relevant[asked], order, axis=1)
    return hits.argmax(axis=1) + 1


def _reciprocal(name: str, ranks: NDArray[np.int64]) -> Score:
    value = float((1 / ranks).mean()) if len(ranks) else None
    return Score(name, value, len(ranks))


def _translation(encode: Encode, path: Path) -> list[Score]:
    rows = list(read_objects(path))
    danish = encode([text_of(row, "da", path) for row in rows])
    english = encode([text_of(row, "en", path) for row in rows])
    similarity = danish @ english.T
    right = np.arange(len(rows))
    forth = float((similarity.argmax(axis=1) == right).mean())
    back = float((similarity.argmax(axis=0) == right).mean())
    return [
        Score("NTREX Danish to English, P@1", forth, len(rows)),
        Score("NTREX English to Danish, P@1", back, len(rows)),
    ]


def _intents(encode: Encode, danish_path: Path, english_path: Path) -> list[Score]:
    danish = _read_labelled(danish_path, "text", "intent")
    english = _read_labelled(english_path, "text", "intent")
    candidates = encode(danish.texts)
    same = danish.labels[:, None] == danish.labels[None, :]
    np.fill_diagonal(same, val=False)

    def asked(name: str, texts: Sequence[str]) -> Score:
        similarity = encode(texts) @ candidates.T
        np.fill_diagonal(similarity, -np.inf)
        return _reciprocal(name, first_hit_ranks(similarity, same))

    rng = random.Random(_SEED)  # noqa: S311  the noise must be the same every time
    hurried = [misspell(text, _HURRIED, rng) for text in danish.texts]
    across = encode(english.texts) @ candidates.T
    matching = english.labels[:, None] == danish.labels[None, :]
    return [
        asked("Corona intents, MRR", danish.texts),
        asked(
            "Corona intents without æøå (ae, oe, aa), MRR", list(map(transliterate, danish.texts))
        ),
        asked("Corona intents misspelt, MRR", hurried),
        _reciprocal("Corona intents asked in English, MRR", first_hit_ranks(across, matching)),
    ]


def _topics(encode: Encode, path: Path) -> Score:
    labelled = _read_labelled(path, "da", "category")
    vectors = encode(labelled.texts)
    similarity = vectors @ vectors.T
    np.fill_diagonal(similarity, -np.inf)
    right = labelled.labels[similarity.argmax(axis=1)] == labelled.labels
    return Score(
        "SIB-200 Danish, nearest sentence has the same topic", float(right.mean()), len(right)
    )


def _read_labelled(path: Path, text: str, label: str) -> _Labelled:
    rows = list(read_objects(path))
    return _Labelled(
        texts=tuple(text_of(row, text, path) for row in rows),
        labels=np.array([text_of(row, label, path) for row in rows]),
    )
