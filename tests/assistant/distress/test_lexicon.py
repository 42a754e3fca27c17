import pytest

from assistant.distress.lexicon import read_lexicon, reduce
from assistant.distress.recognition import Distress


@pytest.mark.parametrize("word", ["slår", "slaar", "slar", "SLÅR", "slåår"])
def test_a_word_is_the_same_however_it_is_written(word):
    assert reduce(word) == "slar"


def test_there_are_phrases_for_every_kind():
    sections = {*Distress, "help", "question", "supposed", "matter"}
    assert set(read_lexicon().phrases) == sections


def test_no_phrase_is_found_in_nothing():
    for pattern in read_lexicon().phrases.values():
        assert pattern.search("") is None


def test_words_that_may_be_misspelt_are_whole():
    words = read_lexicon().words
    assert {"leder", "selvmordstanker", "slaar"} <= set(words)
    assert all(word.isalpha() for word in words)
