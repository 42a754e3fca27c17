"""Decide whether the documents answer a question."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from assistant.answerability.regression import Regression
from assistant.answerability.scope import Scope
from assistant.answerability.signal import (
    BARE,
    CALIBRATED,
    ENRICHED,
    FRAME,
    SIGNALS,
    WORDING,
    Reading,
    read,
)
from assistant.answerability.wording import Wording
from assistant.question import Question
from corpus.document import Document
from index.retriever import Retrieval
from index.vocabulary import Vocabulary

FOLDER = Path(__file__).parents[1] / "data" / "answerability"


@dataclass(frozen=True)
class Judgement:
    """Whether a question is answerable.

    Attributes:
        probability: Calibrated, in [0, 1].
        threshold: What answering takes.
        near_threshold: What showing the nearest passage takes.
        signals: What the probability was made of.
        contributions: What each signal added to the log-odds, against a usual question.
        basis: Which regression judged: `CALIBRATED`, `ENRICHED` or `BARE`.
        scope: What an unanswerable question is, if not one for such documents; see `Scope`.
    """

    probability: float
    threshold: float
    near_threshold: float
    signals: dict[str, float] = field(default_factory=dict[str, float])
    contributions: dict[str, float] = field(default_factory=dict[str, float])
    basis: str = CALIBRATED
    scope: str = ""

    @property
    def is_answerable(self) -> bool:
        """Whether to answer."""
        return self.probability >= self.threshold

    @property
    def is_near(self) -> bool:
        """Whether, failing an answer, the nearest passage is near enough to show."""
        return not self.scope and self.probability >= self.near_threshold


@dataclass(frozen=True)
class Stored:
    """What was fitted.

    Attributes:
        fingerprint: Of the documents that `CALIBRATED` holds for.
        regressions: By name.
        frames: What frames tell: `ENRICHED`, with questions per passage, and `BARE`, without.
        wording: What the words of a question tell, for the calibrated documents.
        scope: What kinds of questions no such document answers.
    """

    fingerprint: str
    regressions: dict[str, Regression]
    frames: dict[str, Wording]
    wording: Wording
    scope: Scope

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "Stored":
        """Return what `save` wrote into `folder`."""
        stored: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        with np.load(folder / "model.npz") as arrays:
            return cls(
                stored["fingerprint"],
                {name: Regression(**stored[name]) for name in SIGNALS},
                {name: Wording.from_arrays(arrays, f"frame.{name}") for name in (ENRICHED, BARE)},
                Wording.from_arrays(arrays, "wording"),
                Scope.from_arrays(arrays),
            )

    def save(self, folder: Path = FOLDER) -> None:
        """Write it into `folder`."""
        arrays = {**self.wording.arrays("wording"), **self.scope.arrays()}
        for name, frame in self.frames.items():
            arrays |= frame.arrays(f"frame.{name}")
        np.savez_compressed(folder / "model.npz", allow_pickle=False, **arrays)
        fitted = {name: vars(regression) for name, regression in self.regressions.items()}
        text = json.dumps({"fingerprint": self.fingerprint, **fitted}, indent=1)
        (folder / "model.json").write_text(text + "\n", encoding="utf-8")


class AnswerabilityModel:
    """Judges questions by how well the index knows their words, and by how they are asked.

    Args:
        stored: What was fitted.
        vocabulary: Which words each passage knows.
        fingerprint: Of the documents asked.
    """

    def __init__(self, stored: Stored, vocabulary: Vocabulary, fingerprint: str) -> None:
        self._stored = stored
        self._vocabulary = vocabulary
        self._is_known = fingerprint == stored.fingerprint

    def judge(self, question: Question, retrieval: Retrieval) -> Judgement:
        """Return the judgement of `question`, of which `retrieval` is what was found."""
        basis = self._basis(retrieval)
        regression = self._stored.regressions[basis]
        signals = self.signals(read(question, retrieval, self._vocabulary), basis)
        probability = regression.probability(signals)
        is_refused = probability < regression.threshold
        return Judgement(
            probability,
            regression.threshold,
            regression.near_threshold,
            signals,
            regression.contributions(signals),
            basis,
            self._stored.scope.of(question.text) if is_refused else "",
        )

    def signals(self, reading: Reading, basis: str) -> dict[str, float]:
        """Return every signal that the regression `basis` weighs."""
        frames = self._stored.frames[BARE if basis == BARE else ENRICHED]
        signals = {**reading.signals, FRAME: frames.score(reading.frame)}
        if basis == CALIBRATED:
            signals[WORDING] = self._stored.wording.score(reading.wording)
        return signals

    def _basis(self, retrieval: Retrieval) -> str:
        is_enriched = "dense_questions" in retrieval.strengths
        if not is_enriched:
            return BARE
        return CALIBRATED if self._is_known else ENRICHED


def fingerprint(documents: Sequence[Document]) -> str:
    """Return what tells these documents, as they are cut into passages, from others."""
    passages = sorted(f"{d.version} {passage.id}" for d in documents for passage in d.answers)
    return f"sha256:{sha256(chr(10).join(passages).encode()).hexdigest()}"


def load_answerability(vocabulary: Vocabulary, documents: Sequence[Document]) -> AnswerabilityModel:
    """Return the shipped model for these documents."""
    return AnswerabilityModel(Stored.load(), vocabulary, fingerprint(documents))
