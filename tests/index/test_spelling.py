import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import fold, words
from index.spelling import Speller

VOCABULARY = {"koordinering": 3, "tillid": 5, "ærlighed": 2, "mod": 9, "ledelse": 8}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kordinering", "koordinering"),
        ("tilld", "tillid"),
        ("aerligehd", "ærlighed"),
        ("hvad er koordniering?", "hvad er koordinering?"),
    ],
)
def test_a_misspelt_word_becomes_the_nearest_known_one(typed, meant):
    assert fold(Speller(VOCABULARY)(typed)) == fold(meant)


@pytest.mark.parametrize(
    "text", ["tillid", "Tillid", "aerlighed", "mål", "fodbold", "the budget", "", "?!"]
)
def test_what_is_a_word_already_is_left_alone(text):
    assert Speller(VOCABULARY)(text) == text


@given(st.text(max_size=80))
def test_mending_keeps_the_number_of_words_and_never_fails(text):
    mended = Speller(VOCABULARY)(text)
    assert len(words(mended)) >= len(words(text)) - text.count("\u0307")
