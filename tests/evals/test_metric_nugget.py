import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric.nugget import length_ratio, nugget_recall, nugget_strict

TEXTS = st.lists(st.text(max_size=12), max_size=5)


def test_nugget_recall_is_the_share_of_nuggets_in_the_text():
    text = "Lederen **viser** tillid til\nmedarbejderne [1]"
    assert nugget_recall(text, ["viser tillid", "medarbejderne", "respekt", "mod"]) == 0.5


def test_a_short_nugget_must_be_whole_words_and_a_long_one_need_not():
    assert nugget_recall("Modet svigter", ["mod"]) == 0.0
    assert nugget_recall("Vis mod!", ["mod"]) == 1.0
    assert nugget_recall("i 20161", ["2016"]) == 0.0
    assert nugget_recall("medarbejderne", ["medarbejder"]) == 1.0


def test_an_answer_is_strictly_complete_only_with_every_nugget():
    assert nugget_strict("mod og tillid", ["mod", "tillid"]) == 1.0
    assert nugget_strict("mod og tillid", ["mod", "tillid", "ro"]) == 0.0


def test_without_nuggets_both_are_missing():
    assert nugget_recall("tekst", []) is None
    assert nugget_strict("tekst", []) is None


def test_the_length_ratio_is_words_over_the_words_of_all_gold():
    assert length_ratio("et to tre fire fem seks", ["et to", "tre"]) == 2.0
    assert length_ratio("", ["et to"]) == 0.0


@pytest.mark.parametrize("gold", [[], [""], [" \n"]])
def test_the_length_ratio_without_gold_is_missing(gold):
    assert length_ratio("et", gold) is None


@given(st.text(max_size=40), TEXTS)
def test_recall_lies_between_0_and_1_and_strict_is_1_just_where_recall_is(text, must):
    recall, strict = nugget_recall(text, must), nugget_strict(text, must)
    if recall is None:
        assert (must, strict) == ([], None)
    else:
        assert 0.0 <= recall <= 1.0
        assert strict == (recall == 1.0)


@given(TEXTS)
def test_more_text_never_lacks_a_nugget_that_less_text_has(must):
    text = "Lederen viser mod"
    longer = nugget_recall(f"{text} {' '.join(must)}", must)
    shorter = nugget_recall(text, must)
    assert longer is None or longer >= (shorter or 0.0)
