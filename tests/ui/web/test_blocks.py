import asyncio

import gradio as gr
import pytest

from assistant.errors import DocumentUnknownError
from ui.web.blocks import Page


def call(fail):
    """Call a handler that fails, as the page does."""
    with Page(analytics_enabled=False) as page:
        box = gr.Textbox()
        box.submit(fail, [box], [box])
    asyncio.run(page.call_function(next(iter(page.fns.values())), [""]))


def raise_(error):
    def fail(_):
        raise error

    return fail


def test_an_unexpected_error_shows_nothing_of_itself():
    with pytest.raises(gr.Error) as raised:
        call(raise_(RuntimeError("hemmelig sti")))
    assert "uventet fejl" in raised.value.message
    assert "hemmelig" not in raised.value.message


def test_an_error_of_ours_becomes_its_sentence():
    with pytest.raises(gr.Error) as raised:
        call(raise_(DocumentUnknownError(name="x", known="y")))
    assert raised.value.message == "Der er intet dokument med navnet »x«. Vælg et af disse: y."


def test_a_sentence_meant_for_the_visitor_is_kept():
    with pytest.raises(gr.Error) as raised:
        call(raise_(gr.Error("Kun for HR.")))
    assert raised.value.message == "Kun for HR."
