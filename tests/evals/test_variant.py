import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from evals.gold.question import read_gold
from evals.gold.row import BUNDLED_GOLD
from evals.variant import Variant, vary

QUESTION = "Hvordan skal ledelsesgrundlaget læses, så det bliver brugt?"
TEXTS = st.text(alphabet="abcdeæøå ,.?!-MAN", max_size=40)


@pytest.mark.parametrize("variant", Variant)
def test_a_rewrite_is_the_same_every_time_for_the_same_seed(variant):
    question = "Hvad skal jeg gøre, når ledelsesgrundlaget er uklart?"
    assert vary(question, variant, seed="Q001") == vary(question, variant, seed="Q001")
    assert vary(question, variant, seed="Q001") not in (None, question)


@given(TEXTS, st.sampled_from(Variant), st.text(max_size=4))
def test_a_rewrite_is_never_the_question_itself_and_never_empty(text, variant, seed):
    changed = vary(text, variant, seed=seed)
    assert changed is None or (changed != text and changed.strip())


@pytest.mark.parametrize(
    ("variant", "question"),
    [
        (Variant.ASCII, "Hvad er mod?"),
        (Variant.TYPO, "Hvad er mod?"),
        (Variant.SPLIT, "Hvad er mod?"),
        (Variant.BARE, "mod tillid"),
        (Variant.LOWER, "hvad er mod?"),
        (Variant.PERSON, "Hvad er mod?"),
    ],
)
def test_a_question_that_a_variant_does_not_touch_has_none(variant, question):
    assert vary(question, variant, seed="Q001") is None


def test_danish_letters_are_written_with_two():
    assert vary("Må Åse øve sig på ærlighed?", Variant.ASCII, seed="Q001") == (
        "Maa Aase oeve sig paa aerlighed?"
    )


def test_marks_go_but_not_those_within_words():
    question = "Hvad er »netværks- og fællesskabsstyring«, og gælder 2013-2014 (kl. 7.30) e-mail?"
    assert vary(question, Variant.BARE, seed="Q001") == (
        "Hvad er netværks og fællesskabsstyring og gælder 2013-2014 kl 7.30 e-mail"
    )


def test_lower_case_is_all_that_lower_changes():
    assert vary("Hvad er MUS, Åse?", Variant.LOWER, seed="Q001") == "hvad er mus, åse?"


@pytest.mark.parametrize("seed", [f"Q{n:03d}" for n in range(40)])
def test_a_typo_is_one_slip_in_one_or_two_words_of_five_letters_or_more(seed):
    changed = vary(QUESTION, Variant.TYPO, seed=seed)
    pairs = list(zip(QUESTION.split(), changed.split(), strict=True))
    slipped = [(old, new) for old, new in pairs if old != new]
    assert 1 <= len(slipped) <= 2
    for old, new in slipped:
        assert len(re.sub(r"\W", "", old)) >= 5
        assert OSA.distance(old, new) == 1
        assert old[0] == new[0]


def test_all_four_kinds_of_typo_occur():
    word = "stjerne"
    slips = {vary(word, Variant.TYPO, seed=str(n)) for n in range(200)}
    assert any(len(slip) < len(word) for slip in slips)
    assert any(len(slip) > len(word) for slip in slips)
    assert any(sorted(slip) == sorted(word) for slip in slips)
    assert "stjetne" in slips  # r and t are neighbours


@pytest.mark.parametrize(
    ("compound", "apart"),
    [
        ("ledelsesgrundlaget", "ledelses grundlaget"),
        ("trivselsmåling", "trivsels måling"),
        ("bestyrelsesmedlem", "bestyrelses medlem"),
        ("sygefravær", "syge fravær"),
        ("lederuddannelse", "leder uddannelse"),
    ],
)
def test_a_compound_is_written_apart_with_its_linking_letter_on_the_first_part(compound, apart):
    assert vary(f"Hvad er {compound}?", Variant.SPLIT, seed="Q001") == f"Hvad er {apart}?"


@pytest.mark.parametrize("word", ["skraldespand", "ledelsesmål"])
def test_a_compound_whose_s_may_belong_to_either_part_is_left_alone(word):
    assert vary(f"Hvad er {word}?", Variant.SPLIT, seed="Q001") is None


@pytest.mark.parametrize(
    "word", ["forskellen", "bestyrelse", "handlinger", "anerkendende", "spørgsmål"]
)
def test_an_ending_is_no_word_of_its_own(word):
    assert vary(f"Hvad er {word}?", Variant.SPLIT, seed="Q001") is None


@pytest.mark.parametrize(
    ("question", "changed"),
    [
        ("Hvad skal jeg gøre?", "Hvad skal man gøre?"),
        ("Hvad forventes der af mig som leder?", "Hvad forventes der af en som leder?"),
        ("Må jeg sige min chef imod?", "Må man sige sin chef imod?"),
        ("Hvad kan jeg vente, at min leder gør?", "Hvad kan man vente, at ens leder gør?"),
        ("Giv mig hele listen.", "Giv os hele listen."),
        ("Kan du sige mig, hvad mod er?", "Kan du sige os, hvad mod er?"),
        ("Hvad skal du kunne?", "Hvad skal man kunne?"),
        ("Hvad skal man gøre med sit team?", "Hvad skal jeg gøre med mit team?"),
        ("Hvorfor har man valgt det?", "Hvorfor har vi valgt det?"),
        ("Hvordan får vi vores ledere med os?", "Hvordan får I jeres ledere med jer?"),
        ("Hvad gør I for jeres ledere?", "Hvad gør vi for vores ledere?"),
        ("Er min leder væk, når jeg ringer?", "Er ens leder væk, når man ringer?"),
    ],
)  # fmt: skip
def test_somebody_else_asks_in_danish_that_holds_together(question, changed):
    assert vary(question, Variant.PERSON, seed="Q001") == changed


@pytest.mark.parametrize(
    "question",
    [
        "Jeg har lige fået jobbet. Hvad skal jeg gøre?",  # tells of his own case
        "Hvordan udvikler lederen sig og sine medarbejdere?",  # points back at the leader
        "I HR hjælper de jer?",  # "I" opens as a preposition
        "Hvad kan vi og I gøre for jeres ledere?",
        "What is mine?",
    ],
)
def test_a_question_that_would_read_wrongly_has_no_other_person(question):
    assert vary(question, Variant.PERSON, seed="Q001") is None


@pytest.mark.parametrize("variant", [Variant.SPLIT, Variant.PERSON])
def test_an_english_question_keeps_its_compounds_and_pronouns(variant):
    question = "What is the leadership framework and who are the employees, man?"
    assert vary(question, variant, seed="Q001") is None


def test_every_variant_changes_a_good_part_of_the_gold_questions():
    questions = read_gold(BUNDLED_GOLD / "answerable.jsonl")
    for variant, least in (
        (Variant.ASCII, 120),
        (Variant.TYPO, 200),
        (Variant.SPLIT, 60),
        (Variant.BARE, 150),
        (Variant.LOWER, 150),
        (Variant.PERSON, 50),
    ):
        changed = [vary(q.question, variant, seed=q.id) for q in questions]
        assert sum(text is not None for text in changed) >= least, variant
