import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import EditInvalidError
from assistant.own_text import are_alike, clean


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "own_empty"),
        (" \n\t ", "own_empty"),
        ("\u200b\ufeff", "own_empty"),
        ("?!", "own_not_text"),
        ("Hvad\x00er mod", "own_not_text"),
        ("Hvad\x1b[31m er mod", "own_not_text"),
        ("Hvad er \ud800 mod", "own_not_text"),
        ("a" * 21, "own_too_long"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text, code):
    with pytest.raises(EditInvalidError) as caught:
        clean(text, 20)
    assert caught.value.code == code


def test_lines_and_spaces_become_one_and_invisible_characters_go():
    assert clean(" Hvad\r\n  er\tmod\u00ad?\u2028", 20) == "Hvad er mod?"


def test_letters_written_as_two_characters_become_one():
    assert clean("a\u030a", 20) == "å"


@given(st.text(max_size=30))
def test_what_was_cleaned_once_stays_as_it_is(text):
    try:
        once = clean(text, 100)
    except EditInvalidError:
        return
    assert clean(once, 100) == once
    assert once.isprintable()


def test_texts_that_differ_in_case_and_points_alone_are_alike():
    assert are_alike("Hvad er mod?", "hvad  er MOD")
    assert not are_alike("Hvad er mod?", "Hvad er tillid?")
