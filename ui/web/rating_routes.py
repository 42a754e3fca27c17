"""The addresses at which an answer is rated; looking changes nothing, only sending does."""

import logging
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse

from ui.storage.errors import StorageError
from ui.web import rating_texts
from ui.web.context import PageContext
from ui.web.rating import has_reason, read_rating, render_form, render_thanks, store_rating
from ui.web.shell.origin import is_own

_UNKEPT = {"Cache-Control": "no-store"}
"""An answer is one visitor's: no cache between holds it."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Sent:
    """What the thumbs or the form send; a form without a field sends "".

    Attributes:
        hjalp: "ja" or "nej".
        grund: Code of a reason.
        kommentar: Their own words.
        trin: "" from the thumbs, anything else from the form.
    """

    hjalp: str
    grund: str
    kommentar: str
    trin: str


def rating_routes(context: PageContext) -> APIRouter:
    """Return the addresses of an answer's rating; whatever is refused says so in Danish."""
    router = APIRouter(include_in_schema=False)

    @router.get("/svar/{token}/vurdering")
    def show_form(token: str, hjalp: str = "") -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        rating = read_rating(hjalp)
        if rating is None:
            return _refuse(400, rating_texts.NOT_UNDERSTOOD)
        if context.shelf.get(token) is None:
            return _refuse(404, rating_texts.FORGOTTEN)
        return _show(render_form(token, context.settings, helped=rating.helped))

    @router.post("/svar/{token}/vurdering")
    def rate(  # pyright: ignore[reportUnusedFunction]  a route
        request: Request,
        token: str,
        hjalp: Annotated[str, Form()] = "",
        grund: Annotated[str, Form()] = "",
        kommentar: Annotated[str, Form()] = "",
        trin: Annotated[str, Form()] = "",
    ) -> Response:
        if not is_own(request.headers, request.url.scheme):
            return _refuse(403, rating_texts.FOREIGN)
        return _rate(context, token, _Sent(hjalp, grund, kommentar, trin))

    return router


def _rate(context: PageContext, token: str, sent: _Sent) -> Response:
    shelved = context.shelf.get(token)
    if shelved is None:
        return _refuse(404, rating_texts.FORGOTTEN)
    rating = read_rating(sent.hjalp, sent.grund, sent.kommentar)
    if rating is None:
        return _refuse(400, rating_texts.NOT_UNDERSTOOD)
    try:
        store_rating(context, shelved, rating)
        is_known = has_reason(context, shelved)
    except StorageError:
        _log.exception("a rating could not be stored")
        return _refuse(503, rating_texts.NOT_STORED)
    if sent.trin:
        return _show(render_thanks(token, helped=rating.helped))
    context.meter.count_feedback(rating.helped)
    form = render_form(token, context.settings, helped=rating.helped, has_reason=is_known)
    return _show(form)


def _show(html: str) -> Response:
    return HTMLResponse(html, headers=_UNKEPT)


def _refuse(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status_code=status, headers=_UNKEPT)
