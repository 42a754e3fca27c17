"""Decide whether the documents answer a question: a small calibrated logistic regression."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from assistant.kinship import coverage
from assistant.question import Question
from index.language import ngrams
from index.lexical import LexicalIndex
from index.retriever import Retrieval
from index.vocabulary import Vocabulary

MODEL_FILE = Path(__file__).parent / "data" / "answerability.json"
UNANSWERABLE_FILE = Path(__file__).parent / "data" / "unanswerable.jsonl"

_NEIGHBOURS = 3
_K1, _B = 1.2, 0.75


@dataclass(frozen=True)
class Judgement:
    """Whether a question is answerable.

    Attributes:
        probability: Calibrated, in [0, 1].
        threshold: What answering takes.
        near_threshold: What showing the nearest passage takes.
        signals: What the probability was made of.
    """

    probability: float
    threshold: float
    near_threshold: float
    signals: dict[str, float]

    @property
    def is_answerable(self) -> bool:
        """Whether to answer."""
        return self.probability >= self.threshold

    @property
    def is_near(self) -> bool:
        """Whether, failing an answer, the nearest passage is near enough to show."""
        return self.probability >= self.near_threshold


@dataclass(frozen=True)
class Regression:
    """A logistic regression over named signals.

    Attributes:
        weights: By signal, for standardised signals.
        means: By signal.
        scales: By signal.
        intercept: Of the standardised regression.
        threshold: Chosen on dev questions at a stated share of false refusals.
        near_threshold: Below it nothing is near enough to show.
    """

    weights: dict[str, float]
    means: dict[str, float]
    scales: dict[str, float]
    intercept: float
    threshold: float
    near_threshold: float

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the probability that `signals` are of an answerable question."""
        total = self.intercept + sum(
            weight * (signals.get(name, 0.0) - self.means[name]) / self.scales[name]
            for name, weight in self.weights.items()
        )
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


class AnswerabilityModel:
    """Judges questions by how well the index knows their words and by their kin.

    Args:
        enriched: For documents with questions per passage.
        general: For documents without.
        unanswerable: Questions that leadership documents do not answer, or not this one.
        embedder: Text to vectors; the index's own.
        vocabulary: Which words each passage knows.
    """

    def __init__(
        self,
        enriched: Regression,
        general: Regression,
        unanswerable: Sequence[str],
        embedder: Embeddings,
        vocabulary: Vocabulary,
    ) -> None:
        self._enriched = enriched
        self._general = general
        self._unanswerable = unanswerable
        self._embedder = embedder
        self._vocabulary = vocabulary

    def judge(self, question: Question, retrieval: Retrieval) -> Judgement:
        """Return the judgement of `question`, of which `retrieval` is what was found."""
        is_enriched = "dense_questions" in retrieval.strengths
        signals = self.signals(question, retrieval)
        regression = self._enriched if is_enriched else self._general
        return Judgement(
            regression.probability(signals),
            regression.threshold,
            regression.near_threshold,
            signals,
        )

    def signals(
        self, question: Question, retrieval: Retrieval, *, without: str = ""
    ) -> dict[str, float]:
        """Return the signals of a question.

        Args:
            question: Understood.
            retrieval: What was found for it.
            without: An unanswerable question to act as if it were not known; a training question
                is so judged without itself.
        """
        grams = ngrams(question.text)
        vector = np.asarray(self._embedder.embed_query(question.text), dtype=np.float32)
        ceiling = max(self._lexical.ceiling(grams), 1e-6)
        dense = self._best(self._vectors @ vector, without)
        lexical = self._best(self._lexical.scores(grams) / ceiling, without)
        return {
            **retrieval.strengths,
            "unanswerable_nearest": float(dense[0]),
            "unanswerable_kin": float(dense.mean()),
            "unanswerable_ngrams_nearest": float(lexical[0]),
            "unanswerable_ngrams_kin": float(lexical.mean()),
            "subject_covered": _subject_covered(question, retrieval),
            "rarest_uncovered_by_best": self._uncovered(question, retrieval, 1, without),
            "rarest_uncovered_by_best_three": self._uncovered(question, retrieval, 3, without),
            "wants_number": float(question.wants_number),
            "length": log(1 + len(question.text.split())),
        }

    def _best(self, scores: NDArray[np.float32], without: str) -> NDArray[np.float32]:
        """Return the best `_NEIGHBOURS` scores, best first, but for the question `without`."""
        if without:
            kept = np.array([question != without for question in self._unanswerable])
            scores = scores[kept]
        return np.sort(scores)[::-1][:_NEIGHBOURS]

    def _uncovered(
        self, question: Question, retrieval: Retrieval, best: int, without: str
    ) -> float:
        passages = [hit.passage.id for hit in retrieval.hits[:best]]
        return self._vocabulary.rarest_uncovered(question.subject, passages, without=without)

    @cached_property
    def _vectors(self) -> NDArray[np.float32]:
        vectors = self._embedder.embed_documents(list(self._unanswerable))
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _lexical(self) -> LexicalIndex:
        return LexicalIndex.build([ngrams(text) for text in self._unanswerable], k1=_K1, b=_B)


def _subject_covered(question: Question, retrieval: Retrieval) -> float:
    """Return how much of the question's subject the best passage and its headings name."""
    if not retrieval.hits:
        return 0.0
    best = retrieval.hits[0].passage
    return coverage(question.subject, [best.plain, *best.section])


def load_answerability(
    embedder: Embeddings,
    vocabulary: Vocabulary,
    pointers: Sequence[str] = (),
    model_file: Path = MODEL_FILE,
) -> AnswerabilityModel:
    """Return the shipped model.

    Args:
        embedder: Text to vectors; the index's own.
        vocabulary: Which words each passage knows.
        pointers: Questions that lead to a passage of the documents without being answered there.
        model_file: What `assistant.calibration` wrote.
    """
    stored: dict[str, Any] = json.loads(model_file.read_text(encoding="utf-8"))
    return AnswerabilityModel(
        Regression(**stored["enriched"]),
        Regression(**stored["general"]),
        [*read_questions(UNANSWERABLE_FILE), *pointers],
        embedder,
        vocabulary,
    )


def read_questions(path: Path) -> list[str]:
    """Return the questions of a JSON Lines file of objects with ``question``."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [str(json.loads(line)["question"]) for line in lines if line.strip()]
