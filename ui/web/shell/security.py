"""Response headers that hold the browser to what the page needs."""

import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STATE = "nonce"
_POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'self'; frame-ancestors 'none'"
)
"""Gradio 6.31 writes style sheets and style attributes as it runs; its scripts stand in files, and
those in its page carry the nonce (`ui.web.shell.markup`)."""

_HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
}
_HSTS = "max-age=31536000"
_UNWANTED = ("server", "x-powered-by")
_CROSS_ORIGIN = "access-control-"


class SecurityHeaders:
    """Writes the headers on every response, streams too.

    Args:
        app: What is inside.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give the request a nonce for its page's scripts, and its response the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        nonce = secrets.token_urlsafe(16)
        scope.setdefault("state", {})[_STATE] = nonce

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _write(MutableHeaders(scope=message), nonce, is_secure=scope["scheme"] == "https")
            await send(message)

        await self._app(scope, receive, send_guarded)


def _write(headers: MutableHeaders, nonce: str, *, is_secure: bool) -> None:
    for name in {*headers.keys()}:
        if name.lower().startswith(_CROSS_ORIGIN) or name.lower() in _UNWANTED:
            del headers[name]  # no other site has any business here
    headers["Content-Security-Policy"] = _POLICY.format(nonce=nonce)
    for name, value in _HEADERS.items():
        headers[name] = value
    if headers.get("content-type", "").startswith("text/html"):
        headers.setdefault("Cache-Control", "no-cache, private")  # its nonce holds but once
    if is_secure:
        headers["Strict-Transport-Security"] = _HSTS
