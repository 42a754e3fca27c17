"""A circuit breaker: a model that fails again and again is left alone for a while."""

import time
from collections.abc import Callable
from threading import Lock

_MOST_FAILURES = 3
_PAUSE = 60.0


class Breaker:
    """Counts failures in a row; open, it lets nobody through until its pause is over.

    After the pause one caller is let through to try; the others wait for what becomes of it.

    Args:
        most: Failures in a row that open it.
        pause: Seconds that it stays open.
        clock: Tells the time in seconds.
    """

    def __init__(
        self,
        *,
        most: int = _MOST_FAILURES,
        pause: float = _PAUSE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._pause = pause
        self._clock = clock
        self._failures = 0
        self._open_until = 0.0
        self._lock = Lock()

    def lets_through(self) -> bool:
        """Say whether the model may be asked; whoever is let through must tell how it went."""
        with self._lock:
            if self._failures < self._most:
                return True
            if self._clock() < self._open_until:
                return False
            self._open_until = self._clock() + self._pause
            return True

    def succeed(self) -> None:
        """Note that the model answered."""
        with self._lock:
            self._failures = 0

    def fail(self) -> None:
        """Note that it did not."""
        with self._lock:
            self._failures += 1
            self._open_until = self._clock() + self._pause
