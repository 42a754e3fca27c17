import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.kinship import coverage, kinship

TEXT = st.text(max_size=20)


@given(TEXT, TEXT)
def test_kinship_is_the_same_both_ways_and_between_0_and_1(one, other):
    assert 0.0 <= kinship(one, other) <= 1.0
    assert kinship(one, other) == kinship(other, one)


@given(st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=20))
def test_a_word_is_its_own_kin(word):
    assert kinship(word, word) == 1.0


def test_kinship_is_the_share_of_the_shorter_word_s_3_grams():
    # _ki kin ins | _ki kin ind nde: two of the shorter word's three are shared.
    assert kinship("kins", "kinde") == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [("leder", "lederen"), ("kapitalformer", "kapital"), ("fællesskab", "faellesskab")],
)
def test_inflections_compounds_and_spellings_are_kin(one, other):
    assert kinship(one, other) > 0.8


@pytest.mark.parametrize(("one", "other"), [("mod", "mål"), ("tillid", "kommune")])
def test_unrelated_words_are_not_kin(one, other):
    assert kinship(one, other) < 0.5


def test_coverage_is_the_mean_over_the_subject_s_words():
    assert coverage(["tillid", "banan"], ["Viser tillid"]) == pytest.approx(0.5)


def test_a_subject_without_words_is_not_covered():
    assert coverage([], ["Viser tillid"]) == 0.0
    assert coverage(["tillid"], []) == 0.0


@given(st.lists(TEXT, max_size=4), st.lists(TEXT, max_size=4))
def test_coverage_stays_between_0_and_1(subject, texts):
    assert 0.0 <= coverage(subject, texts) <= 1.0
