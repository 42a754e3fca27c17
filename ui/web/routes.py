"""The page's own addresses: the documents, an answer to save, print or rate, and what is HR's."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from ui.web.about_routes import about_routes
from ui.web.answer_routes import answer_routes
from ui.web.context import PageContext
from ui.web.document_routes import document_routes
from ui.web.quality.routes import quality_routes
from ui.web.rating_routes import rating_routes

STATIC = Path(__file__).parent / "static"
"""Style sheets and scripts."""


def add_routes(app: FastAPI, context: PageContext) -> None:
    """Give the page its own addresses, all below where it is mounted."""
    app.mount("/statisk", StaticFiles(directory=STATIC), name="statisk")
    for router in (
        document_routes(context.service),
        answer_routes(context),
        rating_routes(context),
        about_routes(context),
        quality_routes(context),
    ):
        app.include_router(router)
