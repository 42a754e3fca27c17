"""Answer a request from the shell itself: one Danish sentence, as JSON, text or a small page."""

from collections.abc import Mapping
from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from ui.web.shell import texts

_PAGE = (
    '<!doctype html><html lang="da"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    "{refresh}<title>{heading}</title></head>"
    "<body><main><h1>{heading}</h1><p>{sentence}</p></main></body></html>"
)


async def refuse(
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    status: int,
    sentence: str,
    headers: Mapping[str, str] | None = None,
) -> None:
    """Answer with a sentence and say what is wrong."""
    response = make_refusal(scope, status, sentence, headers)
    await response(scope, receive, send)


def make_refusal(
    scope: Scope, status: int, sentence: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return the answer: a page for who opens one, JSON for everybody else.

    Gradio's page shows ``detail``; our own programmes and scripts read ``error``.
    """
    given = {"Cache-Control": "no-store", **(headers or {})}
    if wants_page(scope):
        seconds = given.get("Retry-After")
        refresh = f'<meta http-equiv="refresh" content="{seconds}">' if seconds else ""
        content = _PAGE.format(
            refresh=refresh, heading=escape(texts.HEADING), sentence=escape(sentence)
        )
        return HTMLResponse(content, status, given)
    return JSONResponse({"error": sentence, "detail": sentence}, status, given)


def wants_page(scope: Scope) -> bool:
    """Say whether a person opens the address in a browser."""
    is_reading = scope["method"] in {"GET", "HEAD"}
    return is_reading and "text/html" in Headers(scope=scope).get("accept", "")
