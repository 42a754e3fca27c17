"""HR's own addresses: feedback, unanswered questions and cases as files for a spreadsheet."""

import logging
from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from ui.failure import explain_code
from ui.storage.errors import StorageError
from ui.storage.export import export_feedback, export_unanswered
from ui.web.context import PageContext
from ui.web.quality import texts
from ui.web.quality.case_sheet import export_cases
from ui.web.quality.guard import is_hr

MOST_EXPORTED = 100_000
"""Rows of a file; more are left out, the oldest first."""

FEEDBACK_FILE = "tilbagemeldinger.csv"
UNANSWERED_FILE = "ubesvarede.csv"
CASES_FILE = "proever.csv"

_UNKEPT = {"Cache-Control": "no-store"}
_log = logging.getLogger(__name__)


def quality_routes(context: PageContext) -> APIRouter:
    """Return HR's addresses; whoever is not HR is told so."""
    router = APIRouter(include_in_schema=False)
    store = context.store

    @router.get(f"/kvalitet/{FEEDBACK_FILE}")
    def give_feedback(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        def write() -> bytes:
            return export_feedback(store.list_feedback(MOST_EXPORTED))

        return _give(context, request, FEEDBACK_FILE, write)

    @router.get(f"/kvalitet/{UNANSWERED_FILE}")
    def give_unanswered(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        def write() -> bytes:
            return export_unanswered(store.list_unanswered(MOST_EXPORTED))

        return _give(context, request, UNANSWERED_FILE, write)

    @router.get(f"/kvalitet/{CASES_FILE}")
    def give_cases(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        return _give(context, request, CASES_FILE, lambda: export_cases(store.list_cases()))

    return router


def _give(
    context: PageContext, request: Request, name: str, write: Callable[[], bytes]
) -> Response:
    if not is_hr(context, request):
        return PlainTextResponse(texts.NOT_HR, status_code=403, headers=_UNKEPT)
    try:
        content = write()
    except StorageError as error:
        _log.exception("an export failed")
        sentence = explain_code(error.code, error.fields)
        return PlainTextResponse(sentence, status_code=503, headers=_UNKEPT)
    headers = {**_UNKEPT, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)
