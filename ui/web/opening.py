"""Open everything that the page is made of, warm, so that the first answer comes at once."""

from typing import Any

from assistant.opening import Workplace
from assistant.settings import Settings
from ui.storage.store import open_store
from ui.web.api import Endpoints, make_endpoints
from ui.web.context import PageContext
from ui.web.gradio_texts import speak_danish
from ui.web.meter import Meter
from ui.web.mounting import OpenedPage
from ui.web.page import build_page, head
from ui.web.quality.runner import EvalRunner
from ui.web.routes import add_routes
from ui.web.service import Service
from ui.web.session import SessionShelf
from ui.web.shelf import AnswerShelf
from ui.web.suggesting import Suggester
from ui.web.theme import make_theme
from ui.web.user import visitor_of


def open_page(settings: Settings, meter: Meter) -> OpenedPage:
    """Return the page with everything behind it opened and warm.

    Raises:
        AssistantError: If the documents or the index cannot be used.
        StorageError: If the database cannot be used.
    """
    workplace = Workplace(settings)
    service = Service(workplace)
    service.warm()
    folder = settings.data_folder(workplace.folder)
    store = open_store(settings, folder)
    try:
        return _open(PageContext(service, store, AnswerShelf(), settings, visitor_of, meter))
    except BaseException:
        store.close()
        raise


def _open(context: PageContext) -> OpenedPage:
    workplace, store = context.service.workplace, context.store
    runner = EvalRunner(context.settings, store, context.settings.data_folder(workplace.folder))
    suggester = Suggester(context.service)
    suggester.warm()

    def interrupt() -> None:
        runner.cancel()

    def close() -> None:
        runner.close()
        store.close()

    return OpenedPage(
        page=build_page(context, suggester, runner, _make_endpoints(context)),
        add_routes=lambda app: add_routes(app, context),
        head=head(),
        theme=make_theme(),
        is_ready=store.is_ready,
        tidy=store.forget_old,
        interrupt=interrupt,
        close=close,
        i18n=speak_danish(),
    )


def _make_endpoints(context: PageContext) -> Endpoints:
    def owner_of(request: Any) -> str:  # noqa: ANN401  Gradio's or Starlette's
        return context.visitor_of(request).key

    return make_endpoints(context.service, SessionShelf(), owner_of=owner_of, note=context.note)
