"""Which of Gradio's addresses are open, and what each is called in figures; no other is."""

import re
from dataclasses import dataclass
from typing import Any

_SEGMENT = r"[^/]+"


@dataclass(frozen=True)
class Route:
    """One of Gradio's addresses that is open.

    Attributes:
        name: What it is called in figures and logs: never what a visitor wrote.
        pattern: What its path matches, from end to end.
        methods: How it may be called.
    """

    name: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


def _route(name: str, pattern: str, methods: str = "GET HEAD") -> Route:
    return Route(name, re.compile(pattern), frozenset(methods.split()))


_API = "/gradio_api"

_ROUTES = (
    _route("/", r"/?"),
    _route("/assets", r"/assets/.+"),
    _route("/static", r"/static/.+"),
    _route("/theme.css", r"(/gradio_api)?/theme\.css"),
    _route("/favicon.ico", r"/favicon\.ico"),
    _route("/robots.txt", r"/robots\.txt"),
    _route("/config", r"/config/?"),
    _route(f"{_API}/info", rf"{_API}/info/?"),
    _route(f"{_API}/openapi.json", rf"{_API}/openapi\.json"),
    _route(f"{_API}/app_id", rf"{_API}/app_id/?"),
    _route(f"{_API}/startup-events", rf"{_API}/startup-events"),
    _route(f"{_API}/heartbeat", rf"{_API}/heartbeat/{_SEGMENT}"),
    _route(f"{_API}/queue/data", rf"{_API}/queue/data"),
    _route(f"{_API}/queue/join", rf"{_API}/queue/join", "POST"),
    _route(f"{_API}/cancel", rf"{_API}/cancel", "POST"),
    _route(f"{_API}/reset", rf"{_API}/reset/?", "POST"),
    _route(f"{_API}/run", rf"{_API}/(run|api)/{_SEGMENT}/?", "POST"),
    _route(f"{_API}/call", rf"{_API}/call/(v2/)?{_SEGMENT}/?", "POST"),
    _route(f"{_API}/call/result", rf"{_API}/call/(v2/)?{_SEGMENT}/{_SEGMENT}"),
    _route(f"{_API}/mcp", rf"{_API}/mcp(/|/http/?)?", "GET HEAD POST DELETE"),
    _route(f"{_API}/mcp/schema", rf"{_API}/mcp/schema"),
)
"""What Gradio 6.31 needs of its own addresses (`gradio.routes`); those for files, uploads, other
servers, recordings, monitoring, deep links, run history and editing stay closed."""

ASKING = frozenset({f"{_API}/queue/join", f"{_API}/run", f"{_API}/call", f"{_API}/mcp"})
"""Routes that ask something when they are posted to."""


def find_route(method: str, path: str) -> str | None:
    """Return the name of the route of one of Gradio's paths, or None where it is closed.

    >>> find_route("POST", "/gradio_api/call/ask"), find_route("POST", "/gradio_api/upload")
    ('/gradio_api/call', None)
    """
    for route in _ROUTES:
        if route.pattern.fullmatch(path):
            return route.name if method in route.methods else None
    return None


def local_path(scope: Any) -> str:  # noqa: ANN401  an ASGI scope is a dict
    """Return a request's path below where a reverse proxy has put the page."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "")
    if root and (path == root or path.startswith(f"{root}/")):
        return path[len(root) :] or "/"
    return path
