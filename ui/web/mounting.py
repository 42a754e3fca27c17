"""Mount the page and its own addresses as one application."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import gradio as gr
from fastapi import FastAPI
from fastapi.exceptions import HTTPException
from gradio.routes import App
from gradio.themes import Base
from gradio.utils import MatplotlibBackendMananger
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.routing import Mount

from ui.web.api import speak_json
from ui.web.login import make_login_routes
from ui.web.shell import texts
from ui.web.shell.answering import make_refusal
from ui.web.shell.closing import ClosedRoutes
from ui.web.shell.gate import Inside
from ui.web.shell.markup import mend_page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from ui.web.doorkeeper import Doorkeeper


@dataclass(frozen=True)
class OpenedPage:
    """Everything that is served, opened and ready.

    Attributes:
        page: The page; it has the endpoints for programmes in it.
        add_routes: Gives the application the page's own addresses.
        head: What stands in the page's head.
        theme: How it looks.
        is_ready: Whether questions can be answered just now.
        tidy: Done at the start and once a day.
        interrupt: Ends what somebody may be watching, at once, when the server is to stop.
        close: Lets go of files and processes.
        i18n: Gradio's own words in Danish.
    """

    page: gr.Blocks
    add_routes: Callable[[FastAPI], None]
    head: str = ""
    theme: Base | None = None
    is_ready: Callable[[], bool] = lambda: True
    tidy: Callable[[], None] = lambda: None
    interrupt: Callable[[], None] = lambda: None
    close: Callable[[], None] = lambda: None
    i18n: gr.I18n | None = None


def mount(opened: OpenedPage, *, root_path: str, doorkeeper: Doorkeeper | None) -> Inside:
    """Return the page, mounted with its own addresses, for the gate to open to.

    Args:
        opened: What is served.
        root_path: Where a reverse proxy has put it, or "".
        doorkeeper: Checks logins; None where there is no login file.
    """
    mend_page()
    _warm_gradio()
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.exception_handler(StarletteHTTPException)(_explain)
    app.include_router(make_login_routes(doorkeeper))
    opened.add_routes(app)
    _mount_gradio(app, opened, root_path)
    gradio = _enclose_gradio(app)

    def stop_streams() -> None:
        opened.interrupt()
        gradio.stop_event.set()

    return Inside(
        app=app,
        lifespan=lambda: app.router.lifespan_context(app),
        is_ready=opened.is_ready,
        tidy=opened.tidy,
        stop_streams=stop_streams,
        close=opened.close,
    )


def _mount_gradio(app: FastAPI, opened: OpenedPage, root_path: str) -> None:
    gr.mount_gradio_app(
        app,
        opened.page,
        path="/",
        root_path=root_path or None,
        head=opened.head,
        theme=opened.theme,
        i18n=opened.i18n,
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        mcp_server=True,
        pwa=False,
        enable_monitoring=False,
        show_error=True,
    )
    speak_json(opened.page)


def _warm_gradio() -> None:
    """Load what Gradio 6.31 would load at the first question: it takes most of a second."""
    with MatplotlibBackendMananger():
        importlib.import_module("pandas")


def _enclose_gradio(app: FastAPI) -> App:
    """Let only those of Gradio's addresses through that are used, and return its application."""
    found = next(route for route in reversed(app.routes) if isinstance(route, Mount))
    gradio = found.app
    if not isinstance(gradio, App):
        raise TypeError(f"not Gradio's application: {type(gradio).__name__}")
    found.app = ClosedRoutes(gradio)
    return gradio


async def _explain(request: Request, error: Exception) -> Response:
    """Answer what FastAPI could not: its own words are English."""
    status = error.status_code if isinstance(error, StarletteHTTPException) else 500
    detail = error.detail if isinstance(error, HTTPException) else texts.NOT_FOUND
    return make_refusal(request.scope, status, str(detail))
