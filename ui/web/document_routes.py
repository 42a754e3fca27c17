"""The addresses of the documents: a page of its own, a fragment, and where a place stands."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from assistant.errors import DocumentUnknownError
from ui.web import reading_texts
from ui.web.reading import first_document, locate, render_missing, render_pane, render_whole
from ui.web.service import Service

_IsFragment = Annotated[bool, Query(alias="uddrag")]


def document_routes(service: Service) -> APIRouter:
    """Return the addresses; a name or place that is unknown gets a Danish 404."""
    router = APIRouter(include_in_schema=False)

    @router.get("/dokument")
    def read_first(request: Request, *, is_fragment: _IsFragment = False) -> Response:  # pyright: ignore[reportUnusedFunction]  a route
        if is_fragment:
            return HTMLResponse(render_pane(service, ""))
        address = request.url_for("read_document", name=first_document(service))
        return RedirectResponse(address.path)

    @router.get("/dokument/{name}")
    def read_document(name: str, *, is_fragment: _IsFragment = False) -> HTMLResponse:  # pyright: ignore[reportUnusedFunction]  a route
        render = render_pane if is_fragment else render_whole
        try:
            return HTMLResponse(render(service, name))
        except DocumentUnknownError as error:
            if not is_fragment:
                return HTMLResponse(render_missing(service), 404)
            raise HTTPException(404, reading_texts.NO_DOCUMENT) from error

    @router.get("/sted/{element}")
    def find_place(element: str) -> JSONResponse:  # pyright: ignore[reportUnusedFunction]  a route
        name = locate(service, element)
        if not name:
            raise HTTPException(404, reading_texts.NO_PLACE)
        return JSONResponse({"document": name})

    return router
