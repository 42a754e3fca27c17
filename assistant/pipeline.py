"""The life of a question, as a LangChain Runnable (design.md, steps 1-6)."""

import logging
import time
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant import texts
from assistant.answer import Answer, Status, Trace
from assistant.answerability.model import AnswerabilityModel
from assistant.composition import ENGINE, compose
from assistant.conversation import (
    Contextualised,
    Conversation,
    Move,
    contextualise,
    said_role,
)
from assistant.conversation.leaning import compose_near, merge_hits, prefer_near
from assistant.conversation.reply import reply_at_once
from assistant.decision import RETRIEVED, Decider, trace_hits
from assistant.draft import Line, render
from assistant.library import Library
from assistant.outcome import Outcome
from assistant.premise.corrector import Corrector
from assistant.question import (
    Question,
    Role,
    clean_question,
    is_readable,
    understand,
)
from assistant.selection import select
from assistant.verification import find_flaws

_ANSWERED = (texts.REASON_ANSWERED, texts.REASON_NAMED)
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


class Assistant(Runnable[Ask | str, Answer]):
    """Answers questions from the library's documents, every line proven.

    Args:
        library: The documents and the retriever over them.
        answerability: Decides whether the documents answer.
    """

    def __init__(self, library: Library, answerability: AnswerabilityModel) -> None:
        self.library = library
        self._decider = Decider(library, answerability, Corrector(library))

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
        context = contextualise(text, ask.conversation, self.library)
        outcome = self._prove(self._decide(ask, text, context))
        standalone = outcome.standalone or context.standalone
        return Answer(
            question=ask.question,
            standalone_question=text if outcome.status is Status.META else standalone,
            status=outcome.status,
            text=outcome.rendered.text,
            citations=outcome.rendered.citations,
            answerability=outcome.answerability,
            engine=ENGINE,
            seconds=time.perf_counter() - started,
            trace=outcome.trace,
            points=outcome.rendered.points,
            subject=context.subject,
        )

    def _decide(self, ask: Ask, text: str, context: Contextualised) -> Outcome:
        if not is_readable(text):
            refusal = render([Line(texts.NOT_UNDERSTOOD)], self.library)
            return Outcome(Status.REFUSED, refusal, 0.0, Trace("", texts.REASON_NO_HITS))
        question = self._understand(context.standalone, ask)
        reply = reply_at_once(text, context, question, self.library)
        if reply is not None:
            sure = float(reply.status is Status.ANSWERED)
            return Outcome(reply.status, reply.rendered, sure, Trace(reply.kind, reply.reason))
        if context.move is Move.LEAN:
            return self._lean(question, context, ask)
        outcome = self._decider.decide(question)
        if outcome.status is Status.ANSWERED or not context.otherwise:
            return outcome
        leaning = self._lean(self._understand(context.otherwise, ask), context, ask)
        is_better = leaning.status is Status.ANSWERED
        return replace(leaning, standalone=context.otherwise) if is_better else outcome

    def _understand(self, text: str, ask: Ask) -> Question:
        """Return the question, in the role that the asker last gave."""
        role = said_role(ask.question) or ask.conversation.role or ask.role
        mended = self.library.respell(text)
        return understand(mended, role, ignored=self.library.names)

    def _lean(self, question: Question, context: Contextualised, ask: Ask) -> Outcome:
        """Answer a question that leans on an earlier answer, first from where that stands.

        One that names nothing of its own ("hvorfor er det vigtigt?") is answered from there; of
        any other it is decided as always whether the documents answer.
        """
        searched = (question.text, ask.question)
        hits = merge_hits([self.library.search(text, RETRIEVED) for text in searched])
        near = frozenset(context.passages)
        rendered = compose_near(question, hits, near, self.library) if context.is_empty else None
        if rendered is not None:
            trace = Trace(question.kind.value, texts.REASON_EARLIER, hits=trace_hits(hits))
            return Outcome(Status.ANSWERED, rendered, 1.0, trace)
        outcome = self._decider.decide(question)
        if outcome.trace.reason not in _ANSWERED or question.sides:
            return outcome
        selection = select(question, prefer_near(hits, near), self.library)
        return replace(outcome, rendered=compose(question, selection, self.library))

    def _prove(self, outcome: Outcome) -> Outcome:
        """Return `outcome` if every line of it is proven, else a refusal."""
        flaws = find_flaws(outcome.rendered, self.library.documents)
        if not flaws:
            return outcome
        _log.error("answer withheld: %s", "; ".join(flaw.detail for flaw in flaws))
        withheld = render([Line(texts.NOT_PROVEN)], self.library)
        trace = replace(outcome.trace, reason=texts.REASON_NOT_PROVEN)
        return Outcome(Status.REFUSED, withheld, outcome.answerability, trace)
