import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Status
from ui.web.message import (
    MOST_OPEN_SOURCES,
    count_lines,
    render_answer,
    render_notice,
    render_part,
    render_question,
)
from ui.web.shelf import AnswerShelf

LIST = "Hvad forventes af mig som leder?"


class Reader(HTMLParser):
    """Reads the tags, the links and the text of HTML."""

    def __init__(self):
        super().__init__()
        self.tags, self.links, self.text = [], [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.fixture(scope="module")
def answer(workplace):
    return workplace.assistant.answer(LIST)


@pytest.fixture(scope="module")
def titles(workplace):
    return {document.name: document.metadata.title for document in workplace.documents}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_what_a_visitor_writes_is_text_alone(text):
    html = render_question(text)
    reader = read(html)
    assert reader.tags == []
    assert reader.text == " ".join(text.split())
    assert not re.search(r"[*_`\[\]<>#|~$\\.+@/-]", re.sub(r"&#\d+;", "", html))


def test_every_marker_links_to_its_passage(answer, titles):
    html = render_answer(AnswerShelf().put(answer, None), titles)
    links = re.findall(r'class="henvisning" href="#passage-([^"]+)"[^>]*>\[(\d+)\]', html)
    assert {(c.passage_id, str(c.n)) for c in answer.citations} == set(links)


def test_an_answer_is_one_line_that_gradio_takes_for_html(answer, titles):
    html = render_answer(AnswerShelf().put(answer, None), titles)
    assert "\n" not in html
    assert html.startswith("<div")
    assert read(html).tags.count("div") == html.count("</div>")


def test_many_sources_are_folded_away(answer, titles):
    html = render_answer(AnswerShelf().put(answer, None), titles)
    assert len(answer.citations) > MOST_OPEN_SOURCES
    assert '<details class="kilder">' in html
    one = replace(answer, citations=answer.citations[:1], text="Ja [1]")
    assert '<details class="kilder" open>' in render_answer(AnswerShelf().put(one, None), titles)


def test_parts_grow_to_the_whole_text(answer, titles):
    total = count_lines(answer)
    texts = [read(render_part(answer, lines)).text for lines in range(1, total + 1)]
    assert all(len(a) < len(b) for a, b in pairwise(texts))
    assert texts[-1].strip() in read(render_answer(AnswerShelf().put(answer, None), titles)).text


def test_small_talk_has_no_label_and_no_thumbs(answer, titles):
    talk = replace(answer, status=Status.META, text="Hej!", citations=())
    html = render_answer(AnswerShelf().put(talk, None), titles)
    assert "maerke" not in html
    assert "vurdering" not in html


def test_who_is_in_distress_reads_no_label(workplace, titles):
    comfort = workplace.assistant.answer("jeg vil ikke leve mere")
    html = render_answer(AnswerShelf().put(comfort, None), titles)
    assert "112" in html
    assert "maerke" not in html
    assert "vurdering" not in html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "![x](http://example.invalid/x.png)",
        "[klik](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "[1]: http://example.invalid",
        "<http://example.invalid>",
        "\ue0009\ue001",
    ],
)
def test_a_documents_own_markup_makes_neither_tags_nor_links(answer, titles, hostile):
    told = replace(answer, text=f"Det står: {hostile} her [1]", citations=answer.citations[:1])
    reader = read(render_answer(AnswerShelf().put(told, None), titles))
    assert not {"script", "img"} & set(reader.tags)
    assert all(link.startswith(("#passage-", "svar/")) for link in reader.links)


def test_what_a_model_worded_is_not_called_a_quote(answer, titles):
    worded = replace(answer, engine="gemma3:12b")
    html = render_answer(AnswerShelf().put(worded, None), titles)
    assert "Formuleret af en sprogmodel" in html
    assert "Ordret fra dokumentet" not in html


def test_a_notice_is_text():
    assert read(render_notice("Skriv <b>kortere</b>.")).tags == ["p"]
