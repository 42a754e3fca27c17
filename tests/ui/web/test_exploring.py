from types import SimpleNamespace

import gradio as gr
import pytest

from ui.web.exploring import ExploringTab
from ui.web.service import Service
from ui.web.shelf import AnswerShelf


class Words:
    """Knows two words and what concerns leaders, as `ui.web.suggesting.Suggester` does."""

    def __init__(self, passages):
        self.terms = ("social kapital", "mod")
        self._passages = passages

    def passages_of(self, role):
        return self._passages if role == "leder" else frozenset()


@pytest.fixture(scope="module")
def tab(workplace):
    context = SimpleNamespace(service=Service(workplace), shelf=AnswerShelf())
    passages = frozenset(passage.id for passage in workplace.documents[0].answers[:2])
    return ExploringTab(context, Words(passages))


def test_the_tab_introduces_the_document_and_offers_its_words(tab):
    with gr.Blocks(analytics_enabled=False) as page:
        tab.build()
    blocks = list(page.blocks.values())
    texts = [str(getattr(each, "value", "")) for each in blocks]
    link = '<a href="#afsnit-ledelsesgrundlag">Læs ledelsesgrundlaget</a>'
    assert any(link in text for text in texts)
    buttons = [each.value for each in blocks if isinstance(each, gr.Button)]
    assert buttons == ["social kapital", "mod"]


def test_a_word_is_explained_by_the_document(tab):
    html = tab.explain("social kapital")
    assert 'class="svar answered"' in html
    assert "Social kapital er den kapital" in html


def test_searching_gives_places(tab):
    assert "Her står »mod«" in tab.search("mod")


@pytest.mark.parametrize("nobody", ["", None])
def test_nothing_is_highlighted_until_a_role_is_chosen(nobody, tab):
    assert tab.highlight(nobody) == ""


def test_a_role_is_shown_what_concerns_it(tab):
    assert "2 steder" in tab.highlight("leder")
    assert "har ingen steder" in tab.highlight("hr")
