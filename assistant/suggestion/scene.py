"""Where a conversation has come to, and what it has shown."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.answer import Answer, Status
from assistant.conversation import Conversation
from assistant.conversation.focus import Focus
from assistant.library import Library
from assistant.question import Role
from assistant.suggestion.bank import QuestionBank
from assistant.suggestion.trial import points_of
from corpus.document import Passage
from index.language import fold

_SEARCHED = 10
_STILL_NEAR = 0.45
_NOT_WORD = re.compile(r"\W+")


@dataclass(frozen=True)
class Scene:
    """An answer with the conversation that it ends.

    Attributes:
        answer: What was said last.
        conversation: Up to that answer, which it holds.
        role: Who asks, if known.
        library: Documents and index.
        bank: What can be asked of each passage.
    """

    answer: Answer
    conversation: Conversation
    role: Role | None
    library: Library
    bank: QuestionBank

    @cached_property
    def focus(self) -> Focus | None:
        """The place that was answered from; None after anything that is no answer."""
        known = {p.id for document in self.library.documents for p in document.passages}
        is_known = all(citation.passage_id in known for citation in self.answer.citations)
        if self.answer.status is not Status.ANSWERED or not self.answer.citations or not is_known:
            return None
        return Focus(self.answer, self.library)

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of every passage that the conversation has shown."""
        answers = (turn.answer for turn in self.conversation.turns)
        return frozenset(c.passage_id for answer in answers for c in answer.citations)

    @cached_property
    def just_shown(self) -> frozenset[str]:
        """Ids of the passages that the answer shows."""
        return points_of(self.answer)

    @cached_property
    def asked(self) -> frozenset[str]:
        """Every question of the conversation, as `question_key` gives it."""
        answers = [turn.answer for turn in self.conversation.turns]
        questions = [q for a in answers for q in (a.question, a.standalone_question)]
        return frozenset(question_key(question) for question in questions)

    @cached_property
    def found(self) -> tuple[Passage, ...]:
        """What was found for the question that was not shown, best first, none far behind."""
        hits = [(hit.passage_id, hit.score) for hit in self.answer.trace.hits]
        if not hits:
            searched = self.library.search(self.answer.standalone_question, _SEARCHED)
            hits = [(hit.passage.id, hit.score) for hit in searched]
        floor = _STILL_NEAR * max((score for _, score in hits), default=0.0)
        near = [identity for identity, score in hits if score >= floor]
        return tuple(self.library.passage(i) for i in near if i not in self.shown)


def question_key(question: str) -> str:
    """Return what two ways of writing the same question have in common.

    >>> question_key("Hvad er mod?") == question_key("hvad er  MOD")
    True
    """
    return _NOT_WORD.sub(" ", fold(question)).strip()
