"""The latest answers, kept for a while so that they can be saved, printed and rated."""

import secrets
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from assistant.answer import Answer
from assistant.question import Role

MOST_ANSWERS = 2_000
"""Answers kept in memory; the oldest are forgotten first."""


@dataclass(frozen=True)
class ShelvedAnswer:
    """An answer that somebody got.

    Attributes:
        token: Unguessable; whoever holds it may read the answer.
        answer: What was answered.
        role: Who asked, or None.
        at: When, in UTC.
    """

    token: str
    answer: Answer
    role: Role | None
    at: datetime


class AnswerShelf:
    """Answers by token, in memory alone; nothing is written to disk.

    Args:
        most: How many are kept.
    """

    def __init__(self, *, most: int = MOST_ANSWERS) -> None:
        self._most = most
        self._answers: OrderedDict[str, ShelvedAnswer] = OrderedDict()
        self._lock = Lock()

    def put(self, answer: Answer, role: Role | None) -> ShelvedAnswer:
        """Keep an answer and return it with its token."""
        shelved = ShelvedAnswer(secrets.token_urlsafe(12), answer, role, datetime.now(UTC))
        with self._lock:
            self._answers[shelved.token] = shelved
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        return shelved

    def get(self, token: str) -> ShelvedAnswer | None:
        """Return the answer with this token, or None if it is forgotten or never was."""
        with self._lock:
            return self._answers.get(token)
