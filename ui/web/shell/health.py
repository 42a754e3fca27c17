"""Tell machines how the server fares: alive, ready, and its figures."""

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.settings import Settings
from ui.web.meter import CONTENT_TYPE, Meter
from ui.web.shell import texts
from ui.web.shell.address import local_path
from ui.web.shell.answering import make_refusal
from ui.web.shell.gate import Gate
from ui.web.shell.network import is_loopback, parse_networks
from ui.web.shell.proxy import arrival_of

ALIVE, READY, METRICS = "/healthz", "/readyz", "/metrics"

HEALTH_ROUTES = frozenset({ALIVE, READY, METRICS})
"""They ask for no login and no host name: whoever watches a server calls it by its address."""

_UNCACHED = {"Cache-Control": "no-store"}


class Health:
    """Answers the three addresses itself.

    Args:
        app: What is inside.
        settings: Name who may read the figures.
        gate: Knows whether questions can be answered.
        meter: Holds the figures.
    """

    def __init__(self, app: ASGIApp, settings: Settings, gate: Gate, meter: Meter) -> None:
        self._app = app
        self._trusted = parse_networks(settings.trusted_proxies)
        self._gate = gate
        self._meter = meter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one of the three, or hand the request on."""
        path = local_path(scope) if scope["type"] == "http" else ""
        if path not in HEALTH_ROUTES:
            await self._app(scope, receive, send)
            return
        response = await self._respond(scope, path)
        await response(scope, receive, send)

    async def _respond(self, scope: Scope, path: str) -> Response:
        if scope["method"] not in {"GET", "HEAD"}:
            return make_refusal(scope, 405, texts.METHOD_CLOSED)
        if path == ALIVE:
            return JSONResponse({"status": "alive"}, headers=_UNCACHED)
        is_ready = await run_in_threadpool(self._gate.is_ready)
        self._meter.set_ready(is_ready=is_ready)
        if path == READY:
            state = "ready" if is_ready else "not ready"
            return JSONResponse({"status": state}, 200 if is_ready else 503, _UNCACHED)
        client = arrival_of(scope).client
        if not is_loopback(client) and client not in self._trusted:
            return make_refusal(scope, 403, texts.METRICS_CLOSED)
        return Response(self._meter.write(), headers=_UNCACHED, media_type=CONTENT_TYPE)
