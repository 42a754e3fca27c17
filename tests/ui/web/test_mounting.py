import sys

import gradio as gr
import pytest
from fastapi import FastAPI
from starlette.routing import Mount

from ui.web.mounting import OpenedPage, mount
from ui.web.shell.closing import ClosedRoutes


@pytest.fixture
def opened():
    told = []
    with gr.Blocks(analytics_enabled=False) as page:
        gr.Markdown("Hej")

    def add_routes(app: FastAPI):
        app.add_api_route("/eget", lambda: "eget")

    return OpenedPage(page, add_routes, close=lambda: told.append("lukket"))


def test_our_own_addresses_come_before_gradio_which_is_enclosed(opened):
    inside = mount(opened, root_path="", doorkeeper=None)
    paths = [getattr(route, "path", "") for route in inside.app.routes]
    assert paths.index("/eget") < len(paths) - 1
    last = inside.app.routes[-1]
    assert isinstance(last, Mount)
    assert isinstance(last.app, ClosedRoutes)


def test_nothing_describes_our_addresses_to_strangers(opened):
    paths = [
        getattr(each, "path", "")
        for each in mount(opened, root_path="", doorkeeper=None).app.routes
    ]
    assert not {"/docs", "/redoc", "/openapi.json"} & set(paths)


def test_gradio_keeps_no_history_and_sends_no_statistics(opened):
    mount(opened, root_path="/ledelse", doorkeeper=None)
    assert opened.page.run_history is False
    assert opened.page.analytics_enabled is False
    assert opened.page.root_path == "/ledelse"
    assert opened.page.footer_links == []


def test_the_first_question_need_not_wait_for_imports(opened):
    mount(opened, root_path="", doorkeeper=None)
    assert "pandas" in sys.modules
