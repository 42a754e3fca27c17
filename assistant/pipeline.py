"""The life of a question, as a LangChain Runnable (design.md, steps 1-6)."""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant import texts
from assistant.answer import Answer, Status, Trace, TracedHit
from assistant.answerability import AnswerabilityModel, Judgement
from assistant.composition import (
    ENGINE,
    compose,
    compose_elaboration,
    compose_nearest,
    compose_place,
    compose_refusal,
)
from assistant.conversation import FOLLOW_UP, Contextualised, Conversation, contextualise
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from assistant.listing import names_listing
from assistant.meta import answer_meta
from assistant.question import (
    Question,
    QuestionKind,
    Role,
    clean_question,
    is_readable,
    search_text,
    understand,
)
from assistant.selection import find_mentions, select, side_question
from assistant.verification import find_flaws
from index.retriever import Hit, Retrieval

_RETRIEVED = 50
_TRACED = 10
_LOOKED_AT = 8
_NEAREST_SHOWN = 1
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ask:
    """What the assistant is asked.

    Attributes:
        question: In Danish or English.
        role: Who asks, if known.
        conversation: The turns before this one.
    """

    question: str
    role: Role | None = None
    conversation: Conversation = field(default_factory=Conversation)


@dataclass(frozen=True)
class _Outcome:
    """How a question ended, before it is proven."""

    status: Status
    rendered: Rendered
    answerability: float
    trace: Trace


class Assistant(Runnable[Ask | str, Answer]):
    """Answers questions from the library's documents, every line proven.

    Args:
        library: The documents and the retriever over them.
        answerability: Decides whether the documents answer.
    """

    def __init__(self, library: Library, answerability: AnswerabilityModel) -> None:
        self.library = library
        self._answerability = answerability

    def invoke(
        self,
        input: Ask | str,  # noqa: A002  LangChain's name
        config: RunnableConfig | None = None,
        **kwargs: Any,  # noqa: ANN401  LangChain's signature
    ) -> Answer:
        """Return the answer to a question.

        Raises:
            QuestionInvalidError: If there is nothing to read, or too much.
        """
        del kwargs
        return self._call_with_config(self.answer, input, config, run_type="chain")

    def answer(self, asked: Ask | str) -> Answer:
        """Return the answer to what is `asked`, without LangChain's callbacks."""
        started = time.perf_counter()
        ask = Ask(asked) if isinstance(asked, str) else asked
        text = clean_question(ask.question)
        context = contextualise(text, ask.conversation)
        outcome = self._prove(self._decide(ask, text, context))
        return Answer(
            question=ask.question,
            standalone_question=text if outcome.status is Status.META else context.standalone,
            status=outcome.status,
            text=outcome.rendered.text,
            citations=outcome.rendered.citations,
            answerability=outcome.answerability,
            engine=ENGINE,
            seconds=time.perf_counter() - started,
            trace=outcome.trace,
            points=outcome.rendered.points,
        )

    def _decide(self, ask: Ask, text: str, context: Contextualised) -> _Outcome:
        if not is_readable(text):
            refusal = render([Line(texts.NOT_UNDERSTOOD)], self.library)
            return _Outcome(Status.REFUSED, refusal, 0.0, Trace("", texts.REASON_NO_HITS))
        meta = answer_meta(text, self.library)
        if meta is not None:
            return _Outcome(Status.META, meta, 0.0, Trace("meta", texts.REASON_META))
        if context.is_dangling:
            asked_back = render([Line(texts.NO_PREVIOUS)], self.library)
            return _Outcome(Status.META, asked_back, 0.0, Trace("meta", texts.REASON_META))
        earlier = self._from_earlier(ask.conversation.last, context)
        if earlier is not None:
            return earlier
        mended = self.library.respell(context.standalone)
        return self._look_up(understand(mended, ask.role, ignored=self.library.names))

    def _from_earlier(self, last: Answer | None, context: Contextualised) -> _Outcome | None:
        """Answer from the last answer's citations, or return None."""
        if context.refers_to is not None:
            passage = self.library.passage(context.refers_to.passage_id)
            rendered = compose_elaboration(passage, self.library)
        elif context.asks_place and last is not None:
            cited = [self.library.passage(citation.passage_id) for citation in last.citations]
            rendered = compose_place(cited, self.library)
        else:
            return None
        return _Outcome(Status.ANSWERED, rendered, 1.0, Trace(FOLLOW_UP, texts.REASON_ANSWERED))

    def _look_up(self, question: Question) -> _Outcome:
        retrieval = self.library.retriever.retrieve(search_text(question), _RETRIEVED)
        sides = [
            self.library.retriever.retrieve(side_question(side), _LOOKED_AT)
            for side in question.sides
        ]
        judgement = self._judge(question, retrieval, sides)
        trace = _trace(question, retrieval.hits, judgement)
        if not retrieval.hits:
            refusal = compose_refusal(question, self.library)
            reason = replace(trace, reason=texts.REASON_NO_HITS)
            return _Outcome(Status.REFUSED, refusal, judgement.probability, reason)
        by_name = not judgement.is_answerable and self._is_named(question)
        if by_name:
            trace = replace(trace, reason=texts.REASON_NAMED)
        if judgement.is_answerable or by_name:
            selection = select(question, retrieval.hits, self.library, sides=sides)
            rendered = compose(question, selection, self.library)
            return _Outcome(Status.ANSWERED, rendered, judgement.probability, trace)
        if judgement.is_near:
            nearest = [hit.passage for hit in retrieval.hits[:_NEAREST_SHOWN]]
            rendered = compose_nearest(question, nearest, self.library)
            return _Outcome(Status.NEAREST, rendered, judgement.probability, trace)
        refusal = compose_refusal(question, self.library)
        return _Outcome(Status.REFUSED, refusal, judgement.probability, trace)

    def _judge(
        self, question: Question, retrieval: Retrieval, sides: Sequence[Retrieval]
    ) -> Judgement:
        """Judge a comparison by the weaker of its sides where that speaks better for it.

        A side of which no passage holds a word cannot be compared.
        """
        judgement = self._answerability.judge(question, retrieval)
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
            self._answerability.judge(side, found) for side, found in zip(asked, sides, strict=True)
        ]
        weaker = min(judged, key=lambda side: side.probability)
        return max(judgement, weaker, key=lambda candidate: candidate.probability)

    def _is_named(self, question: Question) -> bool:
        """Say whether the question names a list, or asks where a word stands that does stand."""
        if names_listing(question, self.library):
            return True
        return question.kind is QuestionKind.WHERE_STATED and bool(
            find_mentions(question, self.library)
        )

    def _prove(self, outcome: _Outcome) -> _Outcome:
        """Return `outcome` if every line of it is proven, else a refusal."""
        flaws = find_flaws(outcome.rendered, self.library.documents)
        if not flaws:
            return outcome
        _log.error("answer withheld: %s", "; ".join(flaw.detail for flaw in flaws))
        withheld = render([Line(texts.NOT_PROVEN)], self.library)
        trace = replace(outcome.trace, reason=texts.REASON_NOT_PROVEN)
        return _Outcome(Status.REFUSED, withheld, outcome.answerability, trace)


def _trace(question: Question, hits: Sequence[Hit], judgement: Judgement) -> Trace:
    return Trace(
        kind=question.kind.value,
        reason=texts.REASON_ANSWERED if judgement.is_answerable else texts.REASON_UNANSWERED,
        threshold=judgement.threshold,
        signals=judgement.signals,
        hits=tuple(
            TracedHit(hit.passage.id, hit.passage.label, hit.score, hit.channels)
            for hit in hits[:_TRACED]
        ),
    )
