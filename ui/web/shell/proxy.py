"""Believe what a trusted reverse proxy says of a request, and nobody else's word for it."""

import re
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.settings import Settings
from ui.web.shell.network import parse_networks

_FORWARDED = frozenset(
    {
        "forwarded",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-port",
        "x-forwarded-prefix",
        "x-forwarded-proto",
        "x-forwarded-server",
        "x-original-url",
        "x-real-ip",
        "x-rewrite-url",
    }
)
_HOST = re.compile(r"[A-Za-z0-9._\-\[\]:]{1,255}")
_PARTS = re.compile(r"[,;]")
_STATE = "arrival"


@dataclass(frozen=True)
class Arrival:
    """How a request came to us.

    Attributes:
        client: The address where it began; "" where it is unknown.
        is_forwarded: Whether something on the way handed it on.
        user: Whom a trusted proxy names, or "".
        groups: What it says the user belongs to.
    """

    client: str
    is_forwarded: bool = False
    user: str = ""
    groups: tuple[str, ...] = ()


class ProxyHeaders:
    """Reads the headers of a reverse proxy, takes them off and puts the page where it has put it.

    Args:
        app: What is inside.
        settings: Name the trusted proxies, their headers and the page's place.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._trusted = parse_networks(settings.trusted_proxies)
        self._user = settings.user_header.strip().lower()
        self._groups = settings.group_header.strip().lower()
        self._root = settings.root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on as its visitor sent it."""
        if scope["type"] == "http" and self._root and scope["path"] == self._root:
            # Without a slash at the end every relative address of the page would lead astray.
            await RedirectResponse(f"{self._root}/")(scope, receive, send)
            return
        if scope["type"] == "http":
            scope = self._read(scope)
        await self._app(scope, receive, send)

    def _read(self, scope: Scope) -> Scope:
        headers = Headers(scope=scope)
        peer = scope["client"][0] if scope.get("client") else ""
        is_trusted = peer in self._trusted
        names = set(headers.keys())
        arrival = Arrival(client=peer, is_forwarded=bool(names & _FORWARDED) or bool(self._root))
        read = dict(scope)
        if is_trusted:
            arrival = self._believe(headers, peer, arrival)
            _forward(read, headers)
        read["headers"] = self._strip(read)
        read["client"] = (arrival.client, 0)
        read["state"] = {**scope.get("state", {}), _STATE: arrival}
        if self._root:
            _place(read, self._root)
        return read

    def _believe(self, headers: Headers, peer: str, arrival: Arrival) -> Arrival:
        forwarded = [
            part.strip() for each in headers.getlist("x-forwarded-for") for part in each.split(",")
        ]
        client = self._trusted.find_client(peer, [part for part in forwarded if part])
        user = _only(headers, self._user)
        groups = tuple(part.strip() for part in _PARTS.split(_only(headers, self._groups)))
        return Arrival(client, arrival.is_forwarded, user, tuple(filter(None, groups)))

    def _strip(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        closed = _FORWARDED | {name for name in (self._user, self._groups) if name}
        return [
            (name, value)
            for name, value in scope["headers"]
            if name.decode("latin-1").lower() not in closed
        ]


def arrival_of(scope: Scope) -> Arrival:
    """Return how a request came, as the shell read it."""
    found = scope.get("state", {}).get(_STATE)
    return found if isinstance(found, Arrival) else Arrival(client="")


def _forward(scope: Scope, headers: Headers) -> None:
    """Put the host and the scheme that the visitor used in the place of the proxy's own."""
    proto = _first(headers.get("x-forwarded-proto", "")).lower()
    if proto in {"http", "https"}:
        scope["scheme"] = proto
    host = _first(headers.get("x-forwarded-host", ""))
    if _HOST.fullmatch(host):
        others = [pair for pair in scope["headers"] if pair[0].lower() != b"host"]
        scope["headers"] = [(b"host", host.encode("latin-1")), *others]


def _place(scope: Scope, root: str) -> None:
    """Write the page's place into the path, whether the proxy has taken it off or not."""
    path: str = scope["path"]
    if path != root and not path.startswith(f"{root}/"):
        scope["path"] = f"{root}{path}"
        scope["raw_path"] = root.encode("ascii") + scope.get("raw_path", path.encode("utf-8"))
    scope["root_path"] = root


def _only(headers: Headers, name: str) -> str:
    """Return a header's value; one that is there twice may be forged, and counts as none."""
    values = headers.getlist(name) if name else []
    if len(values) != 1:
        return ""
    raw = values[0].encode("latin-1")
    try:
        return raw.decode("utf-8").strip()
    except UnicodeDecodeError:
        return values[0].strip()


def _first(value: str) -> str:
    return value.split(",")[0].strip()
