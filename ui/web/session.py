"""Conversations of programmes: each under a key that the programme chose, in memory alone."""

import time
from collections import OrderedDict
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from assistant.conversation import Conversation

MOST_SESSIONS = 1_000
"""Conversations kept in memory; the one that was silent longest is forgotten first."""

SECONDS_KEPT = 4 * 3600
"""How long a silent conversation is remembered."""


@dataclass
class Session:
    """One conversation, changed by whoever holds its turn.

    Attributes:
        conversation: The turns so far.
        lock: Held while a turn is taken.
        used: When the last turn began.
    """

    conversation: Conversation = field(default_factory=Conversation)
    lock: Lock = field(default_factory=Lock)
    used: float = 0.0


class SessionShelf:
    """Conversations by owner and key; one owner never reaches another's.

    Args:
        most: How many are kept.
        seconds: How long a silent one is kept.
        clock: Seconds that never run backwards.
    """

    def __init__(
        self,
        *,
        most: int = MOST_SESSIONS,
        seconds: float = SECONDS_KEPT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._sessions: OrderedDict[tuple[str, str], Session] = OrderedDict()
        self._lock = Lock()

    @contextmanager
    def turn(self, owner: str, key: str) -> Generator[Session]:
        """Give a session to one caller at a time, a new one if it is unknown or was forgotten."""
        session = self._fetch(owner, key)
        with session.lock:
            yield session

    def _fetch(self, owner: str, key: str) -> Session:
        now = self._clock()
        with self._lock:
            self._forget_silent(now)
            session = self._sessions.setdefault((owner, key), Session())
            self._sessions.move_to_end((owner, key))
            session.used = now
            while len(self._sessions) > self._most:
                self._sessions.popitem(last=False)
        return session

    def _forget_silent(self, now: float) -> None:
        while self._sessions:
            oldest = next(iter(self._sessions))
            if now - self._sessions[oldest].used <= self._seconds:
                return
            del self._sessions[oldest]
