"""The page: its head, its tabs and the document beside them, as a `gr.Blocks`."""

import json
from collections.abc import Sequence

import gradio as gr

from ui.web import texts
from ui.web.asking import AskingTab
from ui.web.context import PageContext
from ui.web.exploring import ExploringTab
from ui.web.frame import render_about, render_heading, render_reader
from ui.web.suggesting import Suggester

_SHEETS = ("colour.css", "page.css", "reader.css", "quality.css", "quality_own.css")


def build_page(context: PageContext) -> gr.Blocks:
    """Return the page, ready to be mounted."""
    with gr.Blocks(title=texts.TITLE, analytics_enabled=False, fill_width=True) as page:
        gr.Markdown(render_heading(context), elem_id="hoved")
        with gr.Row(elem_id="faner-og-laeser", equal_height=False):
            with gr.Column(scale=3, min_width=320):
                _build_tabs(context, page)
            with gr.Column(scale=2, min_width=320, elem_id="laeser-spalte"):
                gr.Markdown(render_reader(), elem_id="laeser-ramme")
        gr.Markdown(render_about(context), elem_id="om")
    page.queue(default_concurrency_limit=8, api_open=False, max_size=200)
    return page


def head(static: Sequence[str] = _SHEETS) -> str:
    """Return what stands in the page's head: its style sheets, its script and that script's words."""
    sheets = "".join(f'<link rel="stylesheet" href="statisk/{name}">' for name in static)
    words = json.dumps(texts.SCRIPT, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'{sheets}<script type="application/json" id="tekster">{words}</script>'
        '<script type="module" src="statisk/page.js"></script>'
    )


def _build_tabs(context: PageContext, page: gr.Blocks) -> None:
    suggester = Suggester(context.service)
    asking, exploring = AskingTab(context, suggester), ExploringTab(context, suggester)
    with gr.Tabs(elem_id="faner"):
        with gr.Tab(texts.TAB_ASK, id="spoerg", elem_id="spoerg"):
            asking.build(page)
        with gr.Tab(texts.TAB_EXPLORE, id="udforsk", elem_id="udforsk"):
            exploring.build()
