from math import log

import pytest

from index.entry import Entry
from index.language import Lemmatiser, gather_forms
from index.vocabulary import Vocabulary

ENTRIES = [
    Entry("p:a", "a", "Lederen lytter"),
    Entry("q:a:0", "a", "Må kvaliteten ryge"),
    Entry("q:a:1", "a", "Skal chefen svare"),
    Entry("q:a:2", "a", "Hvornår skal chefen svare"),
    Entry("q:a:3", "a", "Hvad er ferie", is_answered=False),
]


_as_is = Lemmatiser({})


def _without(*texts):
    return texts


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
    left = vocabulary.rarest_uncovered(["chefen"], ["a"], without=_without("Skal chefen svare"))
    assert left == pytest.approx(log(2))


def test_a_pointer_is_no_evidence(vocabulary):
    assert not vocabulary.knows("ferie")
    assert vocabulary.knows("ferie eller chefen")


def test_without_passages_nothing_is_covered(vocabulary):
    assert vocabulary.rarest_uncovered(["lytter"], []) == pytest.approx(log(4))
    assert vocabulary.rarest_uncovered([], []) == 0.0


# What a passage holds.


def test_a_passage_holds_its_own_words_and_those_of_two_of_its_questions(vocabulary):
    assert vocabulary.held("a") == {"lederen", "lytter", "skal", "chefen", "svare"}


def test_two_questions_make_a_word_held_only_if_both_are_there(vocabulary):
    assert vocabulary.held("a", without=_without("Skal chefen svare")) == {"lederen", "lytter"}
    assert vocabulary.held("a", without=_without("Må kvaliteten ryge")) == vocabulary.held("a")


def test_the_passage_s_own_text_can_be_left_out_too(vocabulary):
    assert vocabulary.held("a", without=_without("Lederen lytter")) == {"skal", "chefen", "svare"}


def test_a_word_said_twice_in_one_question_is_in_one_question():
    vocabulary = Vocabulary([Entry("p:a", "a", "Mod"), Entry("q:a:0", "a", "Ro og ro?")], _as_is)
    assert vocabulary.held("a") == {"mod"}


def test_passages_do_not_share_their_questions():
    entries = [
        Entry("p:a", "a", "Mod"),
        Entry("p:b", "b", "Ro"),
        Entry("q:a:0", "a", "Er det godt"),
        Entry("q:b:0", "b", "Er det godt"),
    ]
    vocabulary = Vocabulary(entries, _as_is)
    assert (vocabulary.held("a"), vocabulary.held("b")) == ({"mod"}, {"ro"})


def test_an_unknown_passage_holds_nothing(vocabulary):
    assert vocabulary.held("ukendt") == frozenset()
    assert vocabulary.held("ukendt", without=_without("Lederen lytter")) == frozenset()


def test_asking_of_an_unknown_passage_changes_nothing(vocabulary):
    vocabulary.held("ukendt", without=_without("Lederen lytter"))
    assert vocabulary.written == {"lederen", "lytter"}


def test_only_the_passages_own_words_are_written(vocabulary):
    assert vocabulary.written == {"lederen", "lytter"}


def test_without_entries_nothing_is_written_or_known():
    vocabulary = Vocabulary([], _as_is)
    assert vocabulary.written == frozenset()
    assert not vocabulary.knows("mod")


@pytest.mark.parametrize(
    ("word", "lemma"), [("lederens", "leder"), ("Ærligheden", "aerlighed"), ("xyz", "xyz")]
)
def test_a_lemma_is_folded_and_that_of_the_dictionary(word, lemma):
    vocabulary = Vocabulary([], Lemmatiser(gather_forms(["lederens", "ærligheden"])))
    assert vocabulary.lemma(word) == lemma


def test_what_is_no_word_is_its_own_lemma(vocabulary):
    assert vocabulary.lemma("?!") == "?!"


def test_the_bundled_passages_hold_the_lemmas_of_their_words(channels, leadership):
    vocabulary = channels.vocabulary
    for passage in leadership.answers:
        assert set(channels.lemmatise(passage.plain)) <= vocabulary.held(passage.id)
        assert set(channels.lemmatise(passage.plain)) <= vocabulary.written
