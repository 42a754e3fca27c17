"""Turn away what another site sends in a visitor's name, and names that are not the server's."""

import socket
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.settings import Settings
from ui.web.shell import texts
from ui.web.shell.answering import refuse
from ui.web.shell.network import is_address, is_loopback

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_PORTS = {"http": 80, "https": 443}
_OWN_SITES = frozenset({"same-origin", "none"})


class OriginGuard:
    """Checks the ``Host`` against DNS rebinding and the ``Origin`` against forged requests.

    Args:
        app: What is inside.
        settings: Name the hosts, and whether there is a login.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = known_hosts(settings)
        self._is_local = is_loopback(settings.host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what comes from a page of ours or from a programme."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self._is_known(host):
            sentence = texts.HOST_UNKNOWN.format(host=host_name(host)[:100])
            await refuse(scope, receive, send, status=421, sentence=sentence)
        elif scope["method"] not in _READING and not is_own(headers, scope["scheme"]):
            await refuse(scope, receive, send, status=403, sentence=texts.FOREIGN_ORIGIN)
        else:
            await self._app(scope, receive, send)

    def _is_known(self, host: str) -> bool:
        if self._hosts is None:
            return True
        name = host_name(host)
        if name in self._hosts or is_loopback(name):
            return True
        return not self._is_local and is_address(name)


def known_hosts(settings: Settings) -> frozenset[str] | None:
    """Return the names that the server answers to, or None where every name will do.

    A page that asks for a login gains nothing from a foreign name: the browser sends no cookie of
    ours to it. A page without one could be read through any name that leads to it.
    """
    named = frozenset(
        name.strip().casefold() for name in settings.allowed_hosts.split(",") if name.strip()
    )
    if named:
        return named
    if settings.auth is not None or settings.user_header:
        return None
    if is_loopback(settings.host):
        return frozenset()
    own = {settings.host, socket.gethostname(), socket.getfqdn()}
    return frozenset(name.casefold() for name in own)


def is_own(headers: Headers, scheme: str) -> bool:
    """Say whether a request that changes or asks something comes from our page or a programme."""
    origin = headers.get("origin")
    if origin is None:  # browsers always send one with what is posted; programmes send neither
        return headers.get("sec-fetch-site", "none") in _OWN_SITES
    sent = urlsplit(origin)
    return bool(sent.netloc) and _place(sent.netloc, sent.scheme) == _place(
        headers.get("host", ""), sent.scheme if scheme == "http" else scheme
    )


def _place(netloc: str, scheme: str) -> tuple[str, int | None]:
    """Return a host and its port, written or usual for the scheme."""
    try:
        parts = urlsplit(f"//{netloc}")
        return (parts.hostname or "").casefold(), parts.port or _PORTS.get(scheme)
    except ValueError:
        return "", None


def host_name(host: str) -> str:
    """Return the name or address in a ``Host`` header, without its port.

    >>> host_name("Ledelse.example.dk:7860"), host_name("[::1]:80")
    ('ledelse.example.dk', '::1')
    """
    return _place(host, "")[0]
