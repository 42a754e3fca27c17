"""Let nobody ask faster than a person could: each visitor has so many questions a minute."""

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.shell import texts
from ui.web.shell.address import ASKING, find_route, local_path
from ui.web.shell.answering import refuse
from ui.web.user import visitor_of_scope


class RateLimit:
    """Counts what each visitor asks.

    Args:
        app: What is inside.
        per_minute: Requests of one visitor that ask or send something.
    """

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        self._app = app
        self._item = RateLimitItemPerMinute(per_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what does not come too fast."""
        if scope["type"] != "http" or not asks(scope):
            await self._app(scope, receive, send)
            return
        key = visitor_of_scope(scope).key
        if self._limiter.hit(self._item, key):
            await self._app(scope, receive, send)
            return
        seconds = self._wait(key)
        headers = {"Retry-After": str(seconds)}
        sentence = texts.say_wait(seconds)
        await refuse(scope, receive, send, status=429, sentence=sentence, headers=headers)

    def _wait(self, key: str) -> int:
        reset = self._limiter.get_window_stats(self._item, key).reset_time
        return max(1, math.ceil(reset - time.time()))


def asks(scope: Scope) -> bool:
    """Say whether a request asks or sends something."""
    if scope["method"] != "POST":
        return False
    path = local_path(scope)
    route = find_route("POST", path)
    return route in ASKING if route is not None else not path.startswith("/log-")
