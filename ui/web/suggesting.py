"""What the page suggests to ask, made once for each state of the documents."""

from itertools import chain
from threading import Lock

from assistant.answer import Answer
from assistant.conversation import Conversation
from assistant.question import Role
from assistant.suggestion import Suggestions
from ui.web.service import Service

MOST_SUGGESTED = 6
"""Buttons for suggestions on the page."""

_FOLLOW_UPS = 3

_WARMING = "Hvad står der?"


class Suggester:
    """Starter questions and follow-ups of the documents as they are served now.

    Args:
        service: Tells which they are.
    """

    def __init__(self, service: Service) -> None:
        self._service = service
        self._made: Suggestions | None = None
        self._lock = Lock()

    def starters(self, role: Role | None) -> tuple[str, ...]:
        """Return questions to begin with."""
        return self._suggestions.starters(role)[:MOST_SUGGESTED]

    def followups(
        self, answer: Answer, conversation: Conversation, role: Role | None
    ) -> tuple[str, ...]:
        """Return questions that the documents answer and that go on from an answer."""
        return self._suggestions.followups(answer, conversation, k=_FOLLOW_UPS, role=role)

    def passages_of(self, role: Role) -> frozenset[str]:
        """Return the ids of the passages that concern a role."""
        return self._suggestions.role_passages(role)

    def warm(self) -> None:
        """Make what everybody is shown first, and go on once from an answer."""
        starters = [self.starters(role) for role in (None, *Role)]
        first = next(chain(*starters), _WARMING)
        answer = self._service.assistant.answer(first)
        self.followups(answer, Conversation().after(answer), None)

    @property
    def terms(self) -> tuple[str, ...]:
        """Words that somebody new should know."""
        return self._suggestions.terms

    @property
    def _suggestions(self) -> Suggestions:
        assistant = self._service.assistant
        with self._lock:
            if self._made is None or self._made.assistant is not assistant:
                self._made = Suggestions(assistant)
            return self._made
