import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generative.prompt import PROMPTS, ask_for_answer, ask_for_repair, quote_data
from assistant.generative.source import make_source


@given(st.text(max_size=200))
def test_no_text_can_open_or_close_an_element(text):
    quoted = quote_data(text)
    assert "<" not in quoted
    assert ">" not in quoted
    assert "\n" not in quoted


def test_passages_are_numbered_and_the_question_comes_last(library, leadership):
    sources = [make_source(passage, library) for passage in leadership.answers[:2]]
    system, asked = ask_for_answer("answer", "Hvad <b>?", sources)
    assert "data" in system.content
    assert '<afsnit nr="1"' in asked.content
    assert '<afsnit nr="2"' in asked.content
    assert asked.content.endswith("<spoergsmaal>Hvad &lt;b&gt;?</spoergsmaal>")


def test_braces_in_a_document_are_data_too(library, leadership):
    from dataclasses import replace

    source = make_source(leadership.answers[0], library)
    odd = replace(source, text="{question} {0} {{}}")
    _, asked = ask_for_answer("answer", "{passages}", [odd])
    assert "{question} {0} {{}}" in asked.content
    assert "<spoergsmaal>{passages}</spoergsmaal>" in asked.content


def test_a_repair_tells_each_sentence_and_its_reason():
    message = ask_for_repair([("En løgn.", "Det står der ikke."), ("To.", "Nej.")])
    assert message.content.count("<saetning>") == 2
    assert "Det står der ikke." in message.content


@pytest.mark.parametrize("path", sorted(PROMPTS.glob("*.md")), ids=lambda path: path.stem)
def test_every_prompt_is_there_and_says_something(path):
    assert len(path.read_text("utf-8").strip()) > 20
