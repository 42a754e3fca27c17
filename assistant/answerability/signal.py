"""What a question and the passages found for it tell about whether they answer it."""

from collections.abc import Collection
from dataclasses import dataclass
from math import log

from assistant.answerability.frame import mask
from assistant.kinship import coverage
from assistant.question import Question
from index.language import fold
from index.retriever import Retrieval
from index.vocabulary import Vocabulary

WORDING, FRAME = "wording", "frame"

_PASSAGES = ("lemma_passages", "ngram_passages", "dense_passages")
_QUESTIONS = ("lemma_questions", "ngram_questions", "dense_questions")
_OTHERS = (
    "subject_covered",
    "rarest_uncovered_by_best",
    "rarest_uncovered_by_best_three",
    "length",
)

CALIBRATED, ENRICHED, BARE = "calibrated", "enriched", "bare"
"""The regressions: for known documents, for others with questions per passage, for the rest."""

SIGNALS = {
    CALIBRATED: (*_PASSAGES, *_QUESTIONS, *_OTHERS, FRAME, WORDING),
    ENRICHED: (*_PASSAGES, *_QUESTIONS, *_OTHERS, FRAME),
    BARE: (*_PASSAGES, *_OTHERS, FRAME),
}
"""What each regression weighs."""


@dataclass(frozen=True)
class Reading:
    """A question, read against what was found for it.

    Attributes:
        signals: All but those of the two texts.
        wording: The question, folded.
        frame: The question with its subject masked.
    """

    signals: dict[str, float]
    wording: str
    frame: str


def read(
    question: Question,
    retrieval: Retrieval,
    vocabulary: Vocabulary,
    *,
    without: Collection[str] = (),
) -> Reading:
    """Return the reading of `question`.

    Args:
        question: Understood.
        retrieval: What was found for it.
        vocabulary: Which words each passage knows.
        without: Texts to act as if they were not there, for training questions.
    """
    passages = [hit.passage for hit in retrieval.hits]

    def uncovered(best: int) -> float:
        ids = [passage.id for passage in passages[:best]]
        return vocabulary.rarest_uncovered(question.subject, ids, without=without)

    signals = {
        **retrieval.strengths,
        "subject_covered": _subject_covered(question, retrieval),
        "rarest_uncovered_by_best": uncovered(1),
        "rarest_uncovered_by_best_three": uncovered(3),
        "length": log(1 + len(question.text.split())),
    }
    frame = mask(question, passages, vocabulary, without=without)
    return Reading(signals, fold(question.text), frame)


def _subject_covered(question: Question, retrieval: Retrieval) -> float:
    """Return how much of the question's subject the best passage and its headings name."""
    if not retrieval.hits:
        return 0.0
    best = retrieval.hits[0].passage
    return coverage(question.subject, [best.plain, *best.section])
