"""Try a question on the assistant before it is suggested."""

from dataclasses import dataclass, field

from assistant import texts
from assistant.answer import Answer, Status
from assistant.conversation import Conversation
from assistant.pipeline import Ask, Assistant
from assistant.question import Role


@dataclass(frozen=True)
class Candidate:
    """A question that might be suggested.

    Attributes:
        question: As it would be shown.
        targets: Ids of passages of which the answer must cite one first; empty if any will do.
        is_whole: Whether it must cite them all.
        purity: The share of what it cites that they must be.
    """

    question: str
    targets: frozenset[str] = frozenset()
    is_whole: bool = False
    purity: float = 0.0

    def is_met(self, answer: Answer) -> bool:
        """Say whether `answer` comes from where it should."""
        cited = [citation.passage_id for citation in answer.citations]
        if not self.targets:
            return True
        if self.is_whole and not self.targets <= set(cited):
            return False
        share = sum(identity in self.targets for identity in cited) / len(cited)
        return cited[0] in self.targets and share >= self.purity


@dataclass(frozen=True)
class Trial:
    """Asks candidates as somebody would who clicks on them.

    Attributes:
        assistant: Answers.
        role: Who would ask.
        conversation: What was said before.
    """

    assistant: Assistant
    role: Role | None = None
    conversation: Conversation = field(default_factory=Conversation)

    def answer(self, candidate: Candidate) -> Answer | None:
        """Return the answer if there is one, from where it should come; else None.

        A question that the documents set right is none to suggest.
        """
        answer = self.assistant.answer(Ask(candidate.question, self.role, self.conversation))
        if answer.status is not Status.ANSWERED or answer.trace.reason == texts.REASON_CORRECTED:
            return None
        return answer if candidate.is_met(answer) else None


def points_of(answer: Answer) -> frozenset[str]:
    """Return the ids of the passages that an answer shows, a list's lead-in left out."""
    shown = answer.citations[: answer.points] if answer.points else answer.citations
    return frozenset(citation.passage_id for citation in shown)
