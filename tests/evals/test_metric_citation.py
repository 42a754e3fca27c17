import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric.citation import (
    Statement,
    citation_precision,
    citation_recall,
    gold_precision,
    parse_statement,
)

GOLD = ["Lederen viser tillid.", "Lederen viser respekt."]
WORDS = st.sampled_from(["a", "b", "c", "a b", "b c", "a b c"])
STATEMENTS = st.lists(
    st.builds(
        Statement,
        st.lists(WORDS, min_size=1, max_size=2).map(tuple),
        st.lists(WORDS, max_size=3).map(tuple),
    ),
    max_size=4,
)


def test_a_line_is_read_without_list_marker_label_quotation_marks_and_markers():
    line = "3. **Krav, punkt 2:** »Vise mod« [1] [4]"
    sources = {1: "At vise mod.", 2: "noget andet"}
    assert parse_statement(line, sources) == Statement(("Vise mod",), ("At vise mod.", ""))


def test_what_stands_beside_a_quote_is_to_be_found_too():
    statement = parse_statement("- Lederen skal »vise mod« [1]", {1: "Lederen skal: vise mod"})
    assert statement.pieces == ("vise mod", "Lederen skal")
    assert statement.is_held_by(statement.sources)
    lie = parse_statement("- Ingen skal »vise mod« [1]", {1: "Lederen skal: vise mod"})
    assert not lie.is_held_by(lie.sources)


def test_an_ellipsis_says_nothing():
    assert parse_statement("- … »vise mod« [1]", {1: "vise mod"}).pieces == ("vise mod",)


def test_recall_is_the_share_of_statements_that_their_citations_hold():
    held = Statement(("mod",), ("Vis mod!",))
    together = Statement(("mod", "tillid"), ("Vis mod!", "Vis tillid!"))
    uncited = Statement(("mod",), ())
    wrong = Statement(("mod",), ("Vis tillid!",))
    assert citation_recall([held, together, uncited, wrong]) == 0.5


def test_a_citation_that_the_statement_can_do_without_is_not_precise():
    superfluous = Statement(("mod",), ("Vis mod!", "Vis tillid!"))
    assert citation_precision([superfluous]) == 0.5
    needed = Statement(("mod", "tillid"), ("Vis mod!", "Vis tillid!"))
    assert citation_precision([needed]) == 1.0


def test_two_citations_that_each_hold_the_whole_statement_are_both_precise():
    assert citation_precision([Statement(("mod",), ("Vis mod!", "Mod!"))]) == 1.0


def test_no_citation_of_an_unsupported_statement_is_precise():
    assert citation_precision([Statement(("mod", "ro"), ("Vis mod!",))]) == 0.0


def test_recall_without_statements_and_precision_without_citations_are_missing():
    assert citation_recall([]) is None
    assert citation_precision([]) is None
    assert citation_precision([Statement(("mod",), ())]) is None


def test_gold_precision_is_the_share_of_quotes_that_rest_on_gold():
    quotes = ["Lederen viser tillid.", "viser respekt", "Lederen viser mod."]
    assert gold_precision(quotes, GOLD) == pytest.approx(2 / 3)
    assert gold_precision(quotes[:2], GOLD) == 1.0
    assert gold_precision(quotes[2:], GOLD) == 0.0


def test_gold_precision_without_quotes_is_missing():
    assert gold_precision([], GOLD) is None


@given(STATEMENTS)
def test_recall_and_precision_lie_between_0_and_1_or_are_missing(statements):
    for value in (citation_recall(statements), citation_precision(statements)):
        assert value is None or 0.0 <= value <= 1.0


@given(STATEMENTS)
def test_without_a_supported_statement_no_citation_is_precise(statements):
    if citation_recall(statements) == 0.0:
        assert not citation_precision(statements)
