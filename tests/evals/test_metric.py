import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric import citation_precision, hit_at, mean, normalise, nugget_recall, rests_on

TEXT = st.text(max_size=20)
TEXTS = st.lists(TEXT, max_size=6)
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


def test_nothing_rests_on_no_gold():
    assert not rests_on("Lederen viser tillid.", [])


def test_precision_is_the_share_of_quotes_that_rest_on_gold():
    quotes = ["Lederen viser tillid.", "viser respekt", "Lederen viser mod."]
    assert citation_precision(quotes, GOLD) == pytest.approx(2 / 3)
    assert citation_precision(quotes[:2], GOLD) == 1.0
    assert citation_precision(quotes[2:], GOLD) == 0.0


def test_precision_without_quotes_is_missing():
    assert citation_precision([], GOLD) is None


def test_nugget_recall_is_the_share_of_nuggets_in_the_text():
    text = "Lederen **viser** tillid til\nmedarbejderne [1]"
    assert nugget_recall(text, ["viser tillid", "medarbejderne", "respekt", "mod"]) == 0.5


def test_a_short_nugget_must_be_whole_words_and_a_long_one_need_not():
    assert nugget_recall("Modet svigter", ["mod"]) == 0.0
    assert nugget_recall("Vis mod!", ["mod"]) == 1.0
    assert nugget_recall("medarbejderne", ["medarbejder"]) == 1.0


def test_nugget_recall_without_nuggets_is_missing():
    assert nugget_recall("tekst", []) is None


def test_a_hit_is_among_the_first_k():
    ranked = ["Lederen viser mod.", "Lederen viser respekt.", "Lederen viser tillid."]
    assert [hit_at(ranked, GOLD, k) for k in (0, 1, 2, 3)] == [0.0, 0.0, 1.0, 1.0]
    assert hit_at([], GOLD, 5) == 0.0


def test_a_mean_is_of_the_values_that_are_there():
    assert mean([1.0, None, 0.0, 0.5]) == 0.5
    assert mean([None]) is None
    assert mean([]) is None


@given(TEXTS, TEXTS, st.integers(0, 6))
def test_every_metric_stays_between_0_and_1_or_is_missing(quotes, gold, k):
    for value in (
        citation_precision(quotes, gold),
        nugget_recall(" ".join(quotes), gold),
        hit_at(quotes, gold, k),
    ):
        assert value is None or 0.0 <= value <= 1.0


@given(TEXTS, TEXTS)
def test_a_hit_among_the_first_stays_one_among_more(ranked, gold):
    hits = [hit_at(ranked, gold, k) for k in range(7)]
    assert hits == sorted(hits)
