import json
import re
from collections import Counter

import numpy as np
import pytest

from assistant.groundedness.lexicon import DATA, likeness
from index.language import fold


def read_lists(name):
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def find_repeated(terms):
    return [term for term, count in Counter(terms).items() if count > 1]


@pytest.mark.parametrize("word", ["leder", "lederen", "Lederne", "ledernes", "LEDERE"])
def test_every_form_of_the_leader_is_the_leader(lexicon, word):
    assert lexicon.lemma(word) == "leder"


def test_lemmas_are_folded(lexicon):
    assert lexicon.lemmas("Bjørnene æder bær") == ["bjoern", "aede", "baer"]


@pytest.mark.parametrize(
    ("lemma", "expected"), [("hest", True), ("og", False), ("12", False), ("tolv", False)]
)
def test_function_words_and_numbers_carry_no_meaning_alone(lexicon, lemma, expected):
    assert lexicon.is_content(lemma) == expected


@pytest.mark.parametrize(("word", "expected"), [("fodrer", True), ("hesten", False)])
def test_verbs_are_told_from_nouns(lexicon, word, expected):
    assert lexicon.is_verb(word) == expected


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("chefen", "lederen", True),
        ("medarbejdernes", "personalet", True),
        ("borgmesteren", "lederen", False),
    ],
)
def test_words_for_the_same_person_are_one_group(lexicon, one, other, is_same):
    assert lexicon.actor(one) is not None
    assert (lexicon.actor(one) == lexicon.actor(other)) == is_same


@pytest.mark.parametrize("word", ["hest", "frivilligt", "fodrer", ""])
def test_what_is_no_person_is_in_no_group(lexicon, word):
    assert lexicon.actor(word) is None


def test_an_expression_lends_its_sense_to_all_its_words(lexicon):
    (alone,) = lexicon.senses([lexicon.lemma("godkende")])
    for sense in lexicon.senses(lexicon.lemmas("give grønt lys til")):
        assert alone & sense


def test_an_expression_is_found_whole_only(lexicon):
    assert lexicon.has("duty", "lederen skal gaa")
    assert not lexicon.has("duty", "lederen skaldet")
    assert lexicon.find("condition", "gaa hvis du kan, saafremt du vil") == ["hvis du", "saafremt"]


def test_vectors_are_of_unit_length_and_looked_up_once(lexicon):
    first, second = lexicon.vectors(["hest", "hest"])
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(first, second)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("hest", "hest", 1.0, 1.0),
        ("arbejdshest", "hest", 0.6, 0.9),
        ("hest", "hus", 0.0, 0.0),
        ("mod", "modtage", 0.0, 0.0),  # too short to be a part
    ],
)
def test_likeness_is_of_parts_and_stems(one, other, least, most):
    assert least <= likeness(one, other) <= most
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize("name", ["synonyms.jsonl", "actors.jsonl"])
def test_a_group_is_a_list_of_different_terms(name):
    for group in read_lists(name):
        assert group
        assert all(isinstance(term, str) and term == term.strip() and term for term in group)
        assert not find_repeated(group)


def test_a_synonym_has_company_and_no_group_stands_twice():
    groups = read_lists("synonyms.jsonl")
    assert all(len(group) > 1 for group in groups)
    assert not find_repeated(tuple(sorted(map(fold, group))) for group in groups)


def test_no_person_is_in_two_groups():
    assert not find_repeated(fold(term) for group in read_lists("actors.jsonl") for term in group)


def test_antonyms_are_two_sides_that_share_no_term():
    rows = read_lists("antonyms.jsonl")
    assert not find_repeated(json.dumps(row) for row in rows)
    for row in rows:
        left, right = row
        assert left
        assert right
        assert not set(map(fold, left)) & set(map(fold, right))


def test_no_lemma_is_its_own_opposite(lexicon):
    assert not [lemma for lemma, others in lexicon.antonyms.items() if lemma in others]
    assert all(lexicon.antonyms[o] >= {m} for m, others in lexicon.antonyms.items() for o in others)


def test_every_class_of_phrases_is_a_list_of_different_phrases():
    for name, listed in json.loads((DATA / "phrases.json").read_text(encoding="utf-8")).items():
        assert listed, name
        assert all(re.search(r"\w", each) and each == each.strip() for each in listed), name
        assert not find_repeated(listed), name


def test_numbers_months_and_weekdays_are_what_they_say(lexicon):
    assert set(lexicon.months.values()) == set(range(1, 13))
    assert len(lexicon.weekdays) == 7
    assert [lexicon.numbers[fold(word)] for word in ("to", "tolv", "halvtreds", "femte")] == [
        2, 12, 50, 5,
    ]  # fmt: skip


def test_a_stop_word_stands_once():
    assert not find_repeated((DATA / "stopwords.txt").read_text(encoding="utf-8").splitlines())
