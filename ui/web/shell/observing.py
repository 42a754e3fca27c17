"""Give every request a number, and count and log how it went: never what it says."""

import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.meter import Meter
from ui.web.shell import texts
from ui.web.shell.address import find_route, local_path
from ui.web.shell.answering import refuse
from ui.web.shell.health import HEALTH_ROUTES

_HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[A-Za-z0-9._-]{8,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OTHER = "other"
"""Whatever is no address of ours, by one name: visitors make no figures of their own."""

_log = logging.getLogger(__name__)


class Observing:
    """Watches every request go by.

    Args:
        app: What is inside.
        meter: Counts.
    """

    def __init__(self, app: ASGIApp, meter: Meter) -> None:
        self._app = app
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on and note how it went; what fails inside ends as one sentence."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = _number(scope)
        began, status = time.perf_counter(), 0

        async def send_noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[_HEADER] = number
                self._note(scope, status, time.perf_counter() - began, number)
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        except Exception:
            _log.exception("request %s failed", number)
            if status:
                raise
            await refuse(scope, receive, send_noted, status=500, sentence=texts.FAILED)

    def _note(self, scope: Scope, status: int, seconds: float, number: str) -> None:
        method = scope["method"] if scope["method"] in _METHODS else _OTHER
        route = name_route(scope)
        self._meter.count_request(method, route, status, seconds)
        _log.info("%s %s %d %.0f ms %s", method, route, status, 1000 * seconds, number)


def name_route(scope: Scope) -> str:
    """Return the name of the route that answers a request: a template, never its parameters."""
    own = getattr(scope.get("route"), "path", None)
    if isinstance(own, str):
        return own
    path = local_path(scope)
    if path in HEALTH_ROUTES:
        return path
    if path.startswith("/statisk/"):
        return "/statisk"
    return find_route(scope["method"], path) or _OTHER


def _number(scope: Scope) -> str:
    """Return the number that a proxy or a programme has given a request, or a new one."""
    given = Headers(scope=scope).get(_HEADER, "")
    return given if _GIVEN.fullmatch(given) else secrets.token_hex(8)
