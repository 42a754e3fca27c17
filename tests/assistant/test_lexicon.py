import re

import pytest

from assistant import lexicon
from index.language import fold

PATTERNS = {name: value for name, value in vars(lexicon).items() if isinstance(value, re.Pattern)}
WORD_SETS = {name: value for name, value in vars(lexicon).items() if isinstance(value, frozenset)}


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_folded_as_the_questions_it_is_matched_against_are(name):
    assert not re.search("[æøå]", PATTERNS[name].pattern)


@pytest.mark.parametrize("name", [name for name in WORD_SETS if name != "FRAME_WORDS"])
def test_words_are_folded_as_the_questions_are(name):
    assert {word for word in WORD_SETS[name] if fold(word) != word} == set()


def test_frame_words_are_folded_as_the_questions_are():
    assert {word for word in lexicon.FRAME_WORDS if fold(word) != word} == set()


@pytest.mark.parametrize(
    ("pattern", "question"),
    [
        ("LIST_REQUEST", "Nævn de tre strategier"),
        ("LIST_REQUEST", "Hvilke værdier er der?"),
        ("COUNT_REQUEST", "Hvor mange kapitalformer er der?"),
        ("NUMBER_REQUEST", "Hvor længe gælder det?"),
        ("DEFINITION_REQUEST", "Hvad betyder commitment?"),
        ("DEFINITION_REQUEST", "Hvad dækker social kapital over?"),
        ("WHO_REQUEST", "Hvem godkendte det?"),
        ("WHEN_REQUEST", "Hvornår blev det godkendt?"),
        ("WHERE_STATED_REQUEST", "Hvor står der noget om mod?"),
        ("WHERE_STATED_REQUEST", "Where does it say anything about trust?"),
        ("WHY_REQUEST", "Hvorfor må det justeres?"),
        ("WIDE_REQUEST", "Giv et overblik over tillid"),
        ("EXPECTATION_REQUEST", "Hvad kræves der af en leder?"),
        ("EMPLOYEE_SIDE", "Hvad skal min nærmeste leder?"),
        ("AS_EMPLOYEE", "Hvad gør jeg som ny medarbejder?"),
        ("OWN_DUTY", "Hvad forventes der af mig?"),
        ("LEADER_SIDE", "Hvad skylder jeg mine medarbejdere?"),
        ("NUMBER_STATED", "Der er tre trin."),
    ],
)
def test_a_pattern_finds_what_it_is_named_for(pattern, question):
    assert PATTERNS[pattern].search(fold(question))


def test_a_definition_is_not_asked_for_by_hvad_er_de():
    assert not lexicon.DEFINITION_REQUEST.search(fold("Hvad er de fire kapitalformer?"))


def test_the_words_of_the_two_languages_tell_them_apart():
    shared = lexicon.ENGLISH_WORDS & lexicon.DANISH_WORDS
    assert len(shared) < 10


def test_nothing_in_it_comes_from_the_bundled_document():
    ours = lexicon.FRAME_WORDS | lexicon.EXPECTATION_WORDS
    assert not ours & {"soroe", "kapital", "tillid", "mod", "topstyring", "commitment"}
