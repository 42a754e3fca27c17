import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric.text import normalise, rests_on

TEXT = st.text(max_size=20)
GOLD = ["Lederen viser tillid.", "Lederen viser respekt."]


def test_texts_are_compared_without_markup_quote_marks_case_and_line_breaks():
    assert normalise("»**Lederen** viser\n  > _tillid_«") == "lederen viser tillid"


@given(TEXT)
def test_normalising_twice_is_normalising_once(text):
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("quote", "rests"),
    [
        ("Lederen viser tillid.", True),  # the slice itself
        ("Altid: Lederen viser tillid. Og mod.", True),  # holds a slice
        ("viser respekt", True),  # lies within one
        ("lederen VISER\ntillid.", True),
        ("Lederen viser mod.", False),
        ("Lederen viser tillid. Lederen viser", True),
    ],
)
def test_a_quote_rests_on_gold_that_it_holds_or_lies_within(quote, rests):
    assert rests_on(quote, GOLD) is rests


@pytest.mark.parametrize("nothing", ["", " \n", "**", "»«"])
def test_an_empty_quote_rests_on_nothing(nothing):
    assert not rests_on(nothing, GOLD)


def test_nothing_rests_on_no_gold():
    assert not rests_on("Lederen viser tillid.", [])


@given(st.text(min_size=1, max_size=20), TEXT, TEXT)
def test_what_holds_the_gold_rests_on_it(gold, before, after):
    if normalise(gold):
        assert rests_on(f"{before} {gold} {after}", [gold])
