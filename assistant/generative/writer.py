"""Let a model word an answer, and keep of it only what is proven (design.md, steps 4 and 5)."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any, cast

from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.runnables import RunnableConfig

from assistant import texts as answer_texts
from assistant.answer import ModelTrace, Status
from assistant.generative import texts
from assistant.generative.assembly import add_note, assemble
from assistant.generative.calling import Caller
from assistant.generative.errors import ModelFailedError
from assistant.generative.parsing import ReplyReader, Written
from assistant.generative.prompt import ask_for_answer, ask_for_repair
from assistant.generative.proof import Prover
from assistant.generative.sifting import Sieve
from assistant.generative.source import Source, read_sources
from assistant.generative.step import Step
from assistant.generative.usage import Meter, Price
from assistant.library import Library
from assistant.outcome import Outcome
from assistant.question import Question, QuestionKind
from assistant.refusal import compose_nearest, telling_passages

_ENOUGH = 2
"""Proven sentences from which an answer is shown while the rest is still being written."""

_LEAST_SHARE = 0.5
"""Of the sentences written; where fewer are proven, what is left says too little."""

_NEAR = 0.75
"""Of the best score: what a model may draw on besides what the extractive answer cites."""

_MOST_SENTENCES = 8
_MOST_INTRODUCING = 2
_SILENT = frozenset({"unproven", "refused"})
"""Causes that nobody need hear of where the answer is a whole list: it is none the worse."""

_SURE = 0.9
"""A question that is so surely answerable is not refused on the model's word."""


@dataclass(frozen=True)
class Writer:
    """Lets a model word what the extractive answer says.

    Attributes:
        name: What to call the model for a reader.
        library: Documents and index.
        caller: Calls the model.
        prover: Proves its sentences.
        price: What it costs.
    """

    name: str
    library: Library
    caller: Caller
    prover: Prover
    price: Price

    def can_word(self, outcome: Outcome) -> bool:
        """Say whether an outcome is one that the model may be asked about.

        That it answers was decided before. Places, and the Danish quotes of an English question,
        are given as they stand.
        """
        question = outcome.question
        return (
            outcome.status is Status.ANSWERED
            and question is not None
            and not question.is_english
            and question.kind is not QuestionKind.WHERE_STATED
        )

    def write(self, outcome: Outcome, config: RunnableConfig | None) -> Iterator[Step]:
        """Yield what is shown, each step longer than the one before and the last one whole.

        Args:
            outcome: That `can_word`, with the extractive answer.
            config: LangChain's, for callbacks.
        """
        question = cast("Question", outcome.question)
        core = frozenset(citation.passage_id for citation in outcome.rendered.citations)
        further = () if outcome.is_whole_list else _near_hits(outcome)
        sources = read_sources(outcome.rendered, further, self.library)
        if outcome.is_whole_list:
            items = frozenset(i for i in core if self.library.passage(i).listing is not None)
            sieve = Sieve(sources, self.prover, _MOST_INTRODUCING, core, items)
        else:
            sieve = Sieve(sources, self.prover, _MOST_SENTENCES, core)
        work = _Work(self, outcome, question, sources, sieve, Meter(), config)
        yield from work.run()


def _near_hits(outcome: Outcome) -> list[str]:
    """Return the ids of the passages found that come near the best, best first."""
    hits = outcome.trace.hits
    floor = _NEAR * hits[0].score if hits else 0.0
    return [hit.passage_id for hit in hits if hit.score >= floor]


@dataclass
class _Work:
    """One answer in the making."""

    writer: Writer
    outcome: Outcome
    question: Question
    sources: Sequence[Source]
    sieve: Sieve
    meter: Meter
    config: RunnableConfig | None
    cause: str = ""
    reader: ReplyReader | None = None

    def run(self) -> Iterator[Step]:
        if not self.sources:
            yield Step(self._trace(self.outcome, texts.NOT_ASKED), is_worded=False)
            return
        prompt = "introduce" if self.outcome.is_whole_list else "answer"
        messages = ask_for_answer(prompt, self.question.text, self.sources)
        try:
            yield from self._read(messages)
            faults = self.sieve.take_faults()
            if faults and not self.sieve.is_full and self.reader is not None:
                said = AIMessage(self.reader.text)
                yield from self._read([*messages, said, ask_for_repair(faults)])
        except ModelFailedError as error:
            self.cause = error.cause
        yield self._finish()

    def _read(self, messages: list[BaseMessage]) -> Iterator[Step]:
        reader = self.reader = ReplyReader()
        pieces = self.writer.caller.stream(messages, self.config, self.meter)
        with closing(cast("Any", pieces)):  # a generator, so that an early end ends the call
            for piece in pieces:
                yield from self._sift(reader.feed(piece))
                if self.sieve.is_full:
                    return
        yield from self._sift(reader.finish())

    def _sift(self, written: Sequence[Written]) -> Iterator[Step]:
        for sentence in written:
            is_shown = self.sieve.sift(sentence)
            if is_shown and self._streams:
                yield self._show(notes=())

    @property
    def _streams(self) -> bool:
        is_begun = len(self.sieve.kept) >= _ENOUGH and self.sieve.is_about
        return is_begun and not self.outcome.is_whole_list

    def _finish(self) -> Step:
        kept, written = len(self.sieve.kept), self.sieve.written
        is_enough = kept >= _ENOUGH or (kept > 0 and kept >= _LEAST_SHARE * written)
        if is_enough and self.sieve.is_about:
            notes = [answer_texts.GENERATED, *([answer_texts.LEFT_OUT] if self._is_cut else [])]
            if self.outcome.is_whole_list:
                notes = [answer_texts.INTRODUCED]
            return self._show(notes)
        if self.reader is not None and self.reader.refuses and not self.cause:
            return self._refuse()
        return self._fall_back(self.cause or ("unproven" if written else "unreadable"))

    @property
    def _is_cut(self) -> bool:
        return bool(self.cause) or len(self.sieve.kept) < self.sieve.written

    def _show(self, notes: Sequence[str]) -> Step:
        listed = self.outcome.rendered if self.outcome.is_whole_list else None
        rendered = assemble(self.sieve.kept, self.writer.library, listed=listed, notes=notes)
        said = texts.SHOWN_IN_PART if self._is_cut else texts.SHOWN
        outcome = replace(self.outcome, rendered=rendered)
        return Step(self._trace(outcome, said, shown=len(self.sieve.kept)), is_worded=True)

    def _refuse(self) -> Step:
        """Narrow: what was not sure is not answered where the model finds no answer either."""
        if self.outcome.answerability >= _SURE or self.outcome.is_whole_list:
            return self._fall_back("refused")
        library = self.writer.library
        cited = [library.passage(c.passage_id) for c in self.outcome.rendered.citations]
        rendered = compose_nearest(self.question, telling_passages(cited, 1), library)
        narrowed = replace(self.outcome, status=Status.NEAREST, rendered=rendered)
        return Step(self._trace(narrowed, texts.NARROWED), is_worded=False)

    def _fall_back(self, cause: str) -> Step:
        if self.outcome.is_whole_list and cause in _SILENT:
            return Step(self._trace(self.outcome, texts.FELL_BACK[cause]), is_worded=False)
        library, rendered = self.writer.library, self.outcome.rendered
        passages = [library.passage(c.passage_id) for c in rendered.citations]
        note = answer_texts.FALLBACKS[cause].format(document=library.subject_name(passages))
        outcome = replace(self.outcome, rendered=add_note(rendered, note))
        return Step(self._trace(outcome, texts.FELL_BACK[cause]), is_worded=False)

    def _trace(self, outcome: Outcome, said: str, *, shown: int = 0) -> Outcome:
        model = ModelTrace(
            name=self.writer.name,
            outcome=said,
            calls=self.meter.calls,
            input_tokens=self.meter.input_tokens,
            output_tokens=self.meter.output_tokens,
            cost=self.meter.cost(self.writer.price),
            seconds=round(self.meter.seconds, 3),
            written=self.sieve.written,
            shown=shown,
            removed=tuple(self.sieve.removed),
        )
        return replace(outcome, trace=replace(outcome.trace, model=model))
