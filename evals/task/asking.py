"""Ask the assistant one question, and tell what was expected and given."""

from dataclasses import dataclass, replace

from assistant.answer import Answer, Status
from assistant.conversation import Conversation
from assistant.opening import Workplace
from assistant.pipeline import Ask
from assistant.question import parse_role
from assistant.verification import is_fixed_phrase, read_generated
from corpus.document import Passage
from evals.metric.citation import Statement, parse_statement
from evals.metric.proof import count_broken_lists, count_wrong_quotes
from evals.metric.text import rests_on
from evals.record import Exchange

_HITS_SHOWN = 5


@dataclass(frozen=True)
class Desk:
    """Where questions are asked: a workplace, seen through the evals' eyes.

    Attributes:
        workplace: Documents, index and assistant.
    """

    workplace: Workplace

    def ask(
        self, question: str, role: str = "", conversation: Conversation | None = None
    ) -> Answer:
        """Return the assistant's answer."""
        ask = Ask(question, parse_role(role), conversation or Conversation())
        return self.workplace.assistant.answer(ask)

    def proof(self, answer: Answer) -> dict[str, float | None]:
        """Return the scores that must be 0 in every answer."""
        documents = self.workplace.documents
        return {
            "wrong_quotes": float(count_wrong_quotes(answer, documents)),
            "broken_lists": float(count_broken_lists(answer, documents)),
        }

    def relevant(self, gold: tuple[str, ...]) -> list[Passage]:
        """Return the passages that rest on gold."""
        return [
            passage
            for document in self.workplace.documents
            for passage in document.answers
            if rests_on(passage.text, gold)
        ]

    def statements(self, answer: Answer) -> list[Statement]:
        """Return what the answer says, line by line; fixed phrases say nothing.

        A sentence in a language model's words, proven by the groundedness check, counts as held.
        """
        library = self.workplace.library
        sources: dict[int, str] = {}
        for citation in answer.citations:
            passage = library.passage(citation.passage_id)
            lead_in = library.lead_in(passage)
            sources[citation.n] = f"{lead_in.plain} {citation.quote}" if lead_in else citation.quote
        return [
            self._read(line, answer, sources)
            for line in answer.text.split("\n")
            if line.strip() and not is_fixed_phrase(line, self.workplace.documents)
        ]

    def _read(self, line: str, answer: Answer, sources: dict[int, str]) -> Statement:
        statement = parse_statement(line, sources)
        prover = self.workplace.assistant.prover
        if prover is None or statement.is_held_by(statement.sources):
            return statement
        said = read_generated(line, {citation.n: citation for citation in answer.citations})
        is_proven = said is not None and prover.is_proven(*said)
        return replace(statement, pieces=()) if is_proven else statement


def quotes_of(answer: Answer) -> list[str]:
    """Return what an answer rests on: nothing unless the question was answered."""
    if answer.status is not Status.ANSWERED:
        return []
    return [citation.quote for citation in answer.citations]


def tell(answer: Answer, expected: tuple[str, ...], note: str = "") -> Exchange:
    """Return what was asked, expected and given, and why: the reason and what it was weighed by."""
    trace = answer.trace
    return Exchange(
        question=answer.question,
        expected=expected,
        note=note,
        given=answer.text,
        status=answer.status.value,
        citations=tuple(citation.label for citation in answer.citations),
        reason=" ".join((trace.reason, *trace.explanation[:1])),
        hits=tuple(f"{hit.label} ({hit.score:.2f})".replace(".", ",") for hit in trace.hits)[
            :_HITS_SHOWN
        ],
    )
