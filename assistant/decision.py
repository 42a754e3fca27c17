"""Decide what a question that stands alone gets: an answer, a correction or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import texts
from assistant.answer import Status, Trace, TracedHit
from assistant.answerability.model import AnswerabilityModel, Judgement
from assistant.composition import compose, compose_correction
from assistant.explanation import explain
from assistant.library import Library
from assistant.listing import names_listing
from assistant.outcome import Outcome
from assistant.premise.correction import Correction
from assistant.premise.corrector import Corrector
from assistant.question import Question, QuestionKind, understand
from assistant.refusal import compose_nearest, compose_refusal, telling_passages
from assistant.search_text import search_text
from assistant.selection import find_mentions, select, side_question
from index.retriever import Hit, Retrieval

RETRIEVED = 50
_TRACED = 10
_LOOKED_AT = 8
_NEAREST_SHOWN = 1
_SURE = 0.9
"""Surely answerable questions rest on no false premise, except for those with "hvorfor"."""


@dataclass(frozen=True)
class Decider:
    """Decides what questions get.

    Attributes:
        library: The documents and the retriever over them.
        answerability: Judges whether the documents answer.
        corrector: Finds what sets a false premise right.
    """

    library: Library
    answerability: AnswerabilityModel
    corrector: Corrector

    def decide(self, question: Question) -> Outcome:
        """Return what `question`, which stands alone, gets."""
        retrieval = self.library.retriever.retrieve(search_text(question), RETRIEVED)
        sides = [
            self.library.retriever.retrieve(side_question(side), _LOOKED_AT)
            for side in question.sides
        ]
        judgement = self._judge(question, retrieval, sides)
        trace = _trace(question, retrieval.hits, judgement)
        if not retrieval.hits:
            reason = replace(trace, reason=texts.REASON_NO_HITS)
            return self._refuse(question, judgement, reason)
        correction = self._find_correction(question, retrieval.hits, judgement)
        if correction is not None:
            return self._correct(question, correction, judgement, trace)
        is_named = not judgement.is_answerable and self._is_named(question, judgement)
        if is_named:
            trace = replace(trace, reason=texts.REASON_NAMED)
        if judgement.is_answerable or is_named:
            selection = select(question, retrieval.hits, self.library, sides=sides)
            rendered = compose(question, selection, self.library)
            outcome = Outcome(Status.ANSWERED, rendered, judgement.probability, trace)
            is_whole = selection.listing is not None
            return replace(outcome, question=question, is_whole_list=is_whole)
        if judgement.is_near:
            found = [hit.passage for hit in retrieval.hits]
            nearest = telling_passages(found, _NEAREST_SHOWN)
            rendered = compose_nearest(question, nearest, self.library)
            return Outcome(Status.NEAREST, rendered, judgement.probability, trace)
        return self._refuse(question, judgement, trace)

    def _find_correction(
        self, question: Question, hits: Sequence[Hit], judgement: Judgement
    ) -> Correction | None:
        """Return what sets the question's premise right, if it may well have a false one."""
        if judgement.probability >= _SURE and question.kind is not QuestionKind.WHY:
            return None
        return self.corrector.find(question, hits)

    def _refuse(self, question: Question, judgement: Judgement, trace: Trace) -> Outcome:
        refusal = compose_refusal(question, self.library, scope=judgement.scope)
        return Outcome(Status.REFUSED, refusal, judgement.probability, trace)

    def _correct(
        self, question: Question, correction: Correction, judgement: Judgement, trace: Trace
    ) -> Outcome:
        rendered = compose_correction(question, correction.passages, self.library)
        trace = replace(trace, reason=texts.REASON_CORRECTED)
        return Outcome(Status.ANSWERED, rendered, judgement.probability, trace)

    def _judge(
        self, question: Question, retrieval: Retrieval, sides: Sequence[Retrieval]
    ) -> Judgement:
        """Judge a comparison by the weaker of its sides where that speaks better for it.

        A side of which no passage holds a word cannot be compared.
        """
        judgement = self.answerability.judge(question, retrieval)
        if not question.sides:
            return judgement
        vocabulary = self.library.retriever.channels.vocabulary
        if not all(vocabulary.knows(side) for side in question.sides):
            return replace(judgement, probability=0.0)
        asked = [
            understand(side_question(side), question.role, ignored=self.library.names)
            for side in question.sides
        ]
        judged = [
            self.answerability.judge(side, found) for side, found in zip(asked, sides, strict=True)
        ]
        weaker = min(judged, key=lambda side: side.probability)
        return max(judgement, weaker, key=lambda candidate: candidate.probability)

    def _is_named(self, question: Question, judgement: Judgement) -> bool:
        """Say whether the question names a list, or asks where a word stands that does stand.

        What is surely asked of something else ("hvor mange ledere var med i ...?") names none.
        """
        if judgement.probability < judgement.near_threshold:
            return False
        if names_listing(question, self.library):
            return True
        return question.kind is QuestionKind.WHERE_STATED and bool(
            find_mentions(question, self.library)
        )


def trace_hits(hits: Sequence[Hit]) -> tuple[TracedHit, ...]:
    """Return the first of `hits` as they are shown to HR."""
    return tuple(
        TracedHit(hit.passage.id, hit.passage.label, hit.score, hit.channels)
        for hit in hits[:_TRACED]
    )


def _trace(question: Question, hits: Sequence[Hit], judgement: Judgement) -> Trace:
    return Trace(
        kind=question.kind.value,
        reason=texts.REASON_ANSWERED if judgement.is_answerable else texts.REASON_UNANSWERED,
        threshold=judgement.threshold,
        signals=judgement.signals,
        hits=trace_hits(hits),
        explanation=explain(judgement),
    )
