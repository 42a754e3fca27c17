from math import log

import pytest

from index.entry import Entry
from index.language import Lemmatiser
from index.vocabulary import Vocabulary

ENTRIES = [
    Entry("p:a", "a", "Lederen lytter"),
    Entry("q:a:0", "a", "Må kvaliteten ryge"),
    Entry("q:a:1", "a", "Skal chefen svare"),
    Entry("q:a:2", "a", "Hvornår skal chefen svare"),
    Entry("q:a:3", "a", "Hvad er ferie", is_answered=False),
]


@pytest.fixture
def vocabulary():
    return Vocabulary(ENTRIES, Lemmatiser({}))


def test_a_word_of_the_passage_itself_is_covered(vocabulary):
    assert vocabulary.rarest_uncovered(["lytter"], ["a"]) == 0.0


def test_a_word_of_two_questions_is_covered_and_one_of_a_single_question_is_not(vocabulary):
    assert vocabulary.rarest_uncovered(["chefen"], ["a"]) == 0.0
    # Four answered texts, one of which holds the word.
    assert vocabulary.rarest_uncovered(["ryge"], ["a"]) == pytest.approx(log(4))


def test_a_word_of_no_text_is_the_rarest(vocabulary):
    assert vocabulary.rarest_uncovered(["ryge", "bananer"], ["a"]) == pytest.approx(log(8))


def test_a_question_that_is_left_out_covers_nothing(vocabulary):
    left = vocabulary.rarest_uncovered(["chefen"], ["a"], without=["Skal chefen svare"])
    assert left == pytest.approx(log(2))


def test_a_pointer_is_no_evidence(vocabulary):
    assert not vocabulary.knows("ferie")
    assert vocabulary.knows("ferie eller chefen")


def test_without_passages_nothing_is_covered(vocabulary):
    assert vocabulary.rarest_uncovered(["lytter"], []) == pytest.approx(log(4))
    assert vocabulary.rarest_uncovered([], []) == 0.0
