"""The life of a question, as a LangChain Runnable (design.md, steps 1-6)."""

import logging
import time
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

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
from assistant.conversation.leaning import answer_near, merge_hits, prefer_near
from assistant.conversation.reply import reply_at_once
from assistant.decision import RETRIEVED, Decider
from assistant.draft import Line, render
from assistant.generative.step import Step
from assistant.library import Library
from assistant.outcome import Outcome
from assistant.premise.corrector import Corrector
from assistant.question import Question, Role, clean_question, is_readable, understand
from assistant.selection import select
from assistant.streaming import iterate_aside
from assistant.verification import find_flaws
from assistant.voice import ask_in_passive

if TYPE_CHECKING:  # without a model nobody need wait for what it takes to ask one
    from assistant.generative.proof import Prover
    from assistant.generative.rewriting import Rewriter
    from assistant.generative.writer import Writer

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
        writer: Words the answers with a language model; None leaves them in quotes.
        rewriter: Makes a follow-up that is not understood stand alone; None leaves it.
    """

    def __init__(
        self,
        library: Library,
        answerability: AnswerabilityModel,
        writer: "Writer | None" = None,
        rewriter: "Rewriter | None" = None,
    ) -> None:
        self.library = library
        self._decider = Decider(library, answerability, Corrector(library))
        self._writer = writer
        self._rewriter = rewriter

    @property
    def engine(self) -> str:
        """What composes the answers: "extractive", or the name of the model that may word them."""
        return self._writer.name if self._writer else ENGINE

    def without_model(self) -> "Assistant":
        """Return an assistant over the same documents that asks no language model."""
        return Assistant(self.library, self._decider.answerability)

    @property
    def prover(self) -> "Prover | None":
        """Proves what is said in other words than the documents'; None without a model."""
        return self._writer.prover if self._writer else None

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

    def stream(
        self,
        input: Ask | str,  # noqa: A002  LangChain's name
        config: RunnableConfig | None = None,
        **kwargs: Any,  # noqa: ANN401  the same
    ) -> Generator[Answer]:
        """Yield what of the answer is proven so far, each longer than the last; then all of it.

        Raises:
            QuestionInvalidError: If there is nothing to read, or too much.
        """
        del kwargs

        def answer_all(
            asked: Iterator[Ask | str], config: RunnableConfig | None = None
        ) -> Iterator[Answer]:
            for each in asked:
                yield from self.answer_in_steps(each, config)

        yield from self._transform_stream_with_config(
            iter([input]), answer_all, config, run_type="chain"
        )

    async def astream(
        self,
        input: Ask | str,  # noqa: A002  LangChain's name
        config: RunnableConfig | None = None,
        **kwargs: Any,  # noqa: ANN401  the same
    ) -> AsyncIterator[Answer]:
        """Yield what `stream` yields, without holding up the event loop."""
        async for answer in iterate_aside(self.stream(input, config, **kwargs)):
            yield answer

    def answer(self, asked: Ask | str, config: RunnableConfig | None = None) -> Answer:
        """Return the answer to what is `asked`, without LangChain's callbacks of its own."""
        *_, last = self.answer_in_steps(asked, config)
        return last

    def answer_in_steps(
        self, asked: Ask | str, config: RunnableConfig | None = None
    ) -> Iterator[Answer]:
        """Yield what `stream` yields, without LangChain's callbacks of its own."""
        started = time.perf_counter()
        ask = Ask(asked) if isinstance(asked, str) else asked
        text = clean_question(ask.question)
        context = self._contextualise(text, ask, config)
        outcome = self._prove(self._decide(ask, text, context))
        for step in self._word(outcome, config):
            shown = step.outcome
            standalone = shown.standalone or context.standalone
            yield Answer(
                question=ask.question,
                standalone_question=text if shown.status is Status.META else standalone,
                status=shown.status,
                text=shown.rendered.text,
                citations=shown.rendered.citations,
                answerability=shown.answerability,
                engine=self.engine if step.is_worded else ENGINE,
                seconds=time.perf_counter() - started,
                trace=shown.trace,
                points=shown.rendered.points,
                subject=context.subject,
            )

    def _contextualise(self, text: str, ask: Ask, config: RunnableConfig | None) -> Contextualised:
        """Return the turn with what the conversation adds; a model may help where we are lost."""
        context = contextualise(text, ask.conversation, self.library)
        if self._rewriter is None or context.move is not Move.NOTHING_EARLIER:
            return context
        return self._rewriter.rewrite(text, ask.conversation, config) or context

    def _word(self, outcome: Outcome, config: RunnableConfig | None) -> Iterator[Step]:
        """Yield the answer in a model's words as far as they are proven, else as it is."""
        writer = self._writer
        if writer is None or not writer.can_word(outcome):
            yield Step(outcome, is_worded=False)
            return
        for step in writer.write(outcome, config):
            flaws = find_flaws(
                step.outcome.rendered, self.library.documents, writer.prover.is_proven
            )
            if flaws:
                _log.error("generated answer withheld: %s", "; ".join(f.code for f in flaws))
                yield Step(outcome, is_worded=False)
                return
            yield step

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
        asked = ask_in_passive(mended, self.library.names)
        return understand(asked, role, ignored=self.library.names)

    def _lean(self, question: Question, context: Contextualised, ask: Ask) -> Outcome:
        """Answer a question that leans on an earlier answer, first from where that stands.

        One that names nothing of its own ("hvorfor er det vigtigt?") is answered from there; of
        any other it is decided as always whether the documents answer.
        """
        searched = (question.text, ask.question)
        hits = merge_hits([self.library.search(text, RETRIEVED) for text in searched])
        near = frozenset(context.passages)
        if context.is_empty:
            answered = answer_near(question, hits, near, ask.conversation, self.library)
            if answered is not None:
                return answered
        outcome = self._decider.decide(question)
        if outcome.trace.reason not in _ANSWERED or question.sides:
            return outcome
        selection = select(question, prefer_near(hits, near), self.library)
        rendered = compose(question, selection, self.library)
        is_whole = selection.listing is not None
        return replace(outcome, rendered=rendered, question=question, is_whole_list=is_whole)

    def _prove(self, outcome: Outcome) -> Outcome:
        """Return `outcome` if every line of it is proven, else a refusal."""
        flaws = find_flaws(outcome.rendered, self.library.documents)
        if not flaws:
            return outcome
        _log.error("answer withheld: %s", "; ".join(flaw.detail for flaw in flaws))
        withheld = render([Line(texts.NOT_PROVEN)], self.library)
        trace = replace(outcome.trace, reason=texts.REASON_NOT_PROVEN)
        return Outcome(Status.REFUSED, withheld, outcome.answerability, trace)
