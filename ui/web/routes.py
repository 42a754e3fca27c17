"""The page's own addresses: the document, an answer to save, print or rate, and static files."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, FastAPI, Form, HTTPException, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from assistant.errors import DocumentUnknownError
from ui.storage.errors import StorageError
from ui.web import texts
from ui.web.context import PageContext
from ui.web.export import About, file_name, to_docx, to_markdown
from ui.web.rating import Rating, render_form, render_thanks, store_rating
from ui.web.reading import render_pane, render_printable, render_whole
from ui.web.shelf import ShelvedAnswer

STATIC = Path(__file__).parent / "static"
"""Style sheets and scripts."""

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MARKDOWN = "text/markdown; charset=utf-8"


def add_routes(app: FastAPI, context: PageContext) -> None:
    """Give the page its own addresses, all below where it is mounted."""
    app.mount("/statisk", StaticFiles(directory=STATIC), name="statisk")
    app.include_router(_document_routes(context))
    app.include_router(_answer_routes(context))
    app.include_router(_rating_routes(context))


def _document_routes(context: PageContext) -> APIRouter:
    router = APIRouter()

    @router.get("/dokument/{name}")
    def read_document(name: str, *, uddrag: bool = False) -> HTMLResponse:  # pyright: ignore[reportUnusedFunction]
        try:
            document = context.service.workplace.document(name)
        except DocumentUnknownError as error:
            raise HTTPException(404, texts.NO_DOCUMENT) from error
        render = render_pane if uddrag else render_whole
        return HTMLResponse(render(document, context.service))

    return router
