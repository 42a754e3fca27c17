import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import Lemmatiser
from index.synonym import Synonyms

LEMMATISE = Lemmatiser({"samtalen": "samtale", "samtaler": "samtale", "ledere": "leder"})
GROUPS = (
    ("social kapital", "sammenhængslim", "lim"),
    ("samtale", "den lange snak", "snak"),
    ("leder", "skipper"),
)
SYNONYMS = Synonyms(GROUPS, LEMMATISE, {"snak"})


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Hvad er sammenhængslim?", "Hvad er social kapital?"),
        ("Hvad er Sammenhængslimen?", "Hvad er social kapital?"),
        ("hvad er sammenhaengslim", "hvad er social kapital"),
        ("Lim, lim og skippere.", "social kapital, social kapital og leder."),
        ("Hvornår er den lange snak?", "Hvornår er samtale?"),
    ],
)
def test_people_s_own_word_becomes_the_documents(asked, meant):
    assert SYNONYMS(asked) == meant


def test_a_word_that_the_documents_use_themselves_keeps_its_place():
    assert SYNONYMS("Hvad er snak?") == "Hvad er snak?"


def test_a_word_that_only_begins_like_a_term_keeps_its_place():
    assert SYNONYMS("Hvad er limousine og skipperlabskovs?") == (
        "Hvad er limousine og skipperlabskovs?"
    )


def test_two_words_for_each_other_do_not_chase_each_other():
    circle = Synonyms([("a", "b"), ("b", "a")], LEMMATISE)
    assert circle("a b") == "a b"


def test_the_first_of_two_groups_with_a_word_wins():
    assert Synonyms([("mod", "kæk"), ("tillid", "kæk")], LEMMATISE)("kæk") == "mod"


def test_a_term_of_punctuation_alone_replaces_nothing():
    assert Synonyms([("mod", "!")], LEMMATISE)("Hvad! så?") == "Hvad! så?"


@given(st.text(alphabet="alimskperæøå, .?-", max_size=60))
def test_a_text_that_was_replaced_once_stays_as_it_is(text):
    once = SYNONYMS(text)
    assert SYNONYMS(once) == once


@given(st.text(max_size=40))
def test_without_words_of_people_s_own_every_text_stays_as_it_is(text):
    assert Synonyms((), LEMMATISE)(text) == text
