"""Pages on the assistant itself: what it is, where questions go, and how accessible it is."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from ui.web import texts
from ui.web.context import PageContext
from ui.web.frame import describe_documents, describe_engine, describe_going, describe_keeping
from ui.web.templating import render_template


def about_routes(context: PageContext) -> APIRouter:
    """Return the addresses of the pages on the assistant."""
    router = APIRouter(include_in_schema=False)

    @router.get("/om")
    def tell_about() -> HTMLResponse:  # pyright: ignore[reportUnusedFunction]  a route
        library = context.service.library
        engine = context.service.assistant.engine
        return HTMLResponse(
            render_template(
                "assistant.html",
                subject=library.subject_name(),
                documents=describe_documents(library),
                going=describe_going(engine),
                kept=describe_keeping(context.settings),
                engine=describe_engine(engine),
                days=context.settings.retention_days,
                contact=library.contact,
            )
        )

    @router.get("/tilgaengelighed")
    def state_accessibility() -> HTMLResponse:  # pyright: ignore[reportUnusedFunction]  a route
        library = context.service.library
        owners = [document.metadata.owner for document in library.documents]
        owner = next(filter(None, owners), texts.WITHOUT_OWNER)
        values = {"owner": owner, "contact": library.contact, "written": texts.STATEMENT_WRITTEN}
        return HTMLResponse(render_template("accessibility.html", **values))

    return router
