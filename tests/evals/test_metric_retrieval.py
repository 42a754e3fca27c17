import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric.retrieval import hit_at, ndcg_at, reciprocal_rank, section_recall

PLACES = st.lists(st.booleans(), max_size=12)
THIRD = [False, False, True, False, True]


def test_a_hit_is_among_the_first_k():
    assert [hit_at(THIRD, k) for k in (0, 1, 2, 3, 10)] == [0.0, 0.0, 0.0, 1.0, 1.0]
    assert hit_at([], 5) == 0.0


@given(PLACES)
def test_a_hit_among_the_first_stays_one_among_more(places):
    hits = [hit_at(places, k) for k in range(13)]
    assert hits == sorted(hits)


def test_the_reciprocal_rank_is_that_of_the_first_right_place():
    assert reciprocal_rank(THIRD) == pytest.approx(1 / 3)
    assert reciprocal_rank([True, True]) == 1.0


@pytest.mark.parametrize("nothing", [[], [False, False]])
def test_the_reciprocal_rank_of_nothing_right_is_0(nothing):
    assert reciprocal_rank(nothing) == 0.0


def test_ndcg_is_the_discounted_gain_over_the_best_possible():
    # Places 3 and 5 of two passages to find: 1/log2(4) + 1/log2(6), over 1/log2(2) + 1/log2(3).
    expected = (1 / 2 + 1 / math.log2(6)) / (1 + 1 / math.log2(3))
    assert ndcg_at(THIRD, 2, 10) == pytest.approx(expected)
    assert expected == pytest.approx(0.5438, abs=1e-4)


def test_ndcg_of_the_best_ranking_is_1_though_more_is_to_be_found_than_places():
    assert ndcg_at([True] * 3, 7, 3) == pytest.approx(1.0)
    assert ndcg_at([True, True, False], 2, 3) == pytest.approx(1.0)


def test_ndcg_counts_no_place_after_k():
    assert ndcg_at([False, False, True], 1, 2) == 0.0


def test_ndcg_without_anything_to_find_is_missing():
    assert ndcg_at([False], 0, 10) is None


@given(PLACES, st.integers(0, 5), st.integers(1, 12))
def test_ndcg_lies_between_0_and_1(places, unseen, k):
    total = sum(places) + unseen
    value = ndcg_at(places, total, k)
    assert (value is None) == (total == 0)
    assert value is None or 0.0 <= value <= 1.0 + 1e-12


def test_section_recall_is_the_share_of_gold_sections_that_are_found():
    ranked = [("Mod",), ("Tillid", "Respekt"), ("Mod",)]
    assert section_recall(ranked, [("Mod",), ("Mod",), ("Vilkåret",)]) == 0.5
    assert section_recall(ranked, [("Tillid",)]) == 0.0
    assert section_recall([], [("Mod",)]) == 0.0


def test_section_recall_without_gold_is_missing():
    assert section_recall([("Mod",)], []) is None
