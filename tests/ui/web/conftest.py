"""What the web page's tests share: a context on the bundled document, with a store of its own."""

from types import SimpleNamespace

import pytest

from assistant.settings import Settings
from ui.storage.store import open_store
from ui.web.context import PageContext
from ui.web.meter import Meter
from ui.web.service import Service
from ui.web.shelf import AnswerShelf
from ui.web.user import Visitor


@pytest.fixture
def store(tmp_path):
    opened = open_store(Settings(), tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def context(workplace, store) -> PageContext:
    """A context whose requests say themselves who sends them: `SimpleNamespace(visitor=…)`."""
    nobody = Visitor("", is_hr=False, key="prøve")

    def visitor_of(request: object) -> Visitor:
        return getattr(request, "visitor", nobody)

    settings = workplace.settings
    return PageContext(Service(workplace), store, AnswerShelf(), settings, visitor_of, Meter())


@pytest.fixture
def hr_request():
    return SimpleNamespace(visitor=Visitor("hanne", is_hr=True, key="hanne"))
