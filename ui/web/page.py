"""The page: its head, its tabs and the document beside them, as a `gr.Blocks`."""

import json

import gradio as gr

from ui.web import texts
from ui.web.api import Endpoints, add_endpoints
from ui.web.asking import AskingTab
from ui.web.blocks import Page
from ui.web.context import PageContext
from ui.web.exploring import ExploringTab
from ui.web.frame import render_about, render_heading, render_reader
from ui.web.quality.runner import EvalRunner
from ui.web.quality.tab import QualityTab
from ui.web.suggesting import Suggester

_SHEETS = ("colour.css", "page.css", "reader.css", "rating.css", "quality.css", "quality_own.css")


_QUEUED = 200
"""Questions that may wait; the next is asked to come again."""


def build_page(
    context: PageContext, suggester: Suggester, runner: EvalRunner, endpoints: Endpoints
) -> gr.Blocks:
    """Return the page, ready to be mounted.

    Args:
        context: What its parts share.
        suggester: Knows what can be asked.
        runner: Runs the eval suite for HR.
        endpoints: What programmes may call.
    """
    with Page(title=texts.TITLE, analytics_enabled=False, fill_width=True) as page:
        add_endpoints(endpoints)  # first, or a private event might take one of their names
        heading = gr.Markdown(render_heading(context), elem_id="hoved")
        with gr.Row(elem_id="faner-og-laeser", equal_height=False):
            with gr.Column(scale=3, min_width=320):
                quality = _build_tabs(context, page, suggester, runner)
            with gr.Column(scale=2, min_width=320, elem_id="laeser-spalte"):
                gr.Markdown(render_reader(), elem_id="laeser-ramme")
        gr.Markdown(render_about(context), elem_id="om")
        _greet(context, page, heading, quality)
    page.queue(default_concurrency_limit=8, api_open=False, max_size=_QUEUED)
    return page


def head() -> str:
    """Return what stands in the page's head: its style sheets, its script, that script's words."""
    sheets = "".join(f'<link rel="stylesheet" href="statisk/{name}">' for name in _SHEETS)
    words = json.dumps(texts.SCRIPT, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'{sheets}<script type="application/json" id="tekster">{words}</script>'
        '<script type="module" src="statisk/page.js"></script>'
    )


def _build_tabs(
    context: PageContext, page: gr.Blocks, suggester: Suggester, runner: EvalRunner
) -> gr.Tab:
    """Build the tabs, and return the one that is HR's; nobody sees it until they are known."""
    with gr.Tabs(elem_id="faner"):
        with gr.Tab(texts.TAB_ASK, id="spoerg", elem_id="spoerg"):
            AskingTab(context, suggester).build(page)
        with gr.Tab(texts.TAB_EXPLORE, id="udforsk", elem_id="udforsk"):
            ExploringTab(context, suggester).build()
        with gr.Tab(texts.TAB_QUALITY, id="kvalitet", elem_id="kvalitet", visible=False) as quality:
            QualityTab(context, runner).build(quality)
    return quality


def _greet(context: PageContext, page: gr.Blocks, heading: gr.Markdown, quality: gr.Tab) -> None:
    """Show each visitor their name, how to log out, and the tab that is HR's if they are."""

    def greet(request: gr.Request) -> tuple[str, gr.Tab]:
        visitor = context.visitor_of(request)
        return render_heading(context, visitor.name), gr.Tab(visible=visitor.is_hr)

    page.load(greet, None, [heading, quality], show_progress="hidden", api_visibility="private")
