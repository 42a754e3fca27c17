from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.distress.recognition import asks_for_help, find_distress, speaks_of_violence

ORDINARY = "ordinary"


def _read(name):
    """Read messages with their section; "unseen" ones were kept back until the lexicon was done."""
    section, found = "", []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        else:
            found.append((line, section))
    return found


MESSAGES = [*_read("messages.txt"), *_read("unseen.txt")]
CRIES = [(text, kind) for text, kind in MESSAGES if kind != ORDINARY]


def _kind(text):
    plight = find_distress(text)
    return plight.kind.value if plight else ORDINARY


@pytest.mark.parametrize(("text", "kind"), MESSAGES)
def test_a_cry_for_help_is_told_from_a_question(text, kind):
    assert _kind(text) == kind


@pytest.mark.parametrize(("text", "kind"), CRIES)
def test_capitals_and_letters_written_out_make_no_difference(text, kind):
    written_out = text.replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
    assert _kind(text.upper()) == kind
    assert _kind(written_out) == kind
    assert _kind(f"{text}!!!") == kind


@pytest.mark.parametrize(
    "text",
    ["jeg vil ikek leve mere", "jeg vil ikke levve mere", "min leder rååber af mig",
     "min cehf slår mig", "jeg er blevet sexchikanreet", "jeg har selvmodstanker"],
)  # fmt: skip
def test_misspelt_words_are_mended(text):
    assert find_distress(text) is not None


@pytest.mark.parametrize(
    ("text", "is_supposed"),
    [
        ("Hvor går jeg hen, hvis en kollega mobber mig?", True),
        ("Må min leder råbe ad mig?", True),
        ("Hvad gør jeg, når en kollega mobber mig?", False),
        ("Min leder råber ad mig. Hvad gør jeg, hvis han bliver ved?", False),
        ("Min leder slår mig, hvis jeg laver fejl", False),
    ],
)
def test_violence_may_be_supposed_only(text, is_supposed):
    plight = find_distress(text)
    assert plight is not None
    assert plight.is_supposed is is_supposed


def test_a_bad_time_gives_way_to_a_question_that_comes_with_it():
    assert _kind("Jeg er stresset. Hvad skal jeg gøre?") == "wellbeing"
    assert _kind("Jeg er stresset. Hvad står der om trivsel?") == ORDINARY


@pytest.mark.parametrize(
    "text", ["hvad skal jeg gøre?", "Hvem kan jeg tale med?", "hjælp", "nej", "hvad nu?", "hvorfor"]
)
def test_what_is_said_on_being_offered_help_is_known(text):
    assert asks_for_help(text)


@pytest.mark.parametrize("text", ["Hvad er mod?", "Hvad skal jeg kunne som leder?", "", "?"])
def test_a_question_is_no_answer_to_an_offer_of_help(text):
    assert not asks_for_help(text)


def test_a_document_may_speak_of_violence():
    assert speaks_of_violence("Krænkende handlinger, mobning og vold accepteres ikke.")
    assert not speaks_of_violence("Medarbejdere må udvikle et voldsomt fællesskab.")


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    assert _kind(text) in {"danger", "violence", "wellbeing", ORDINARY}
    assert asks_for_help(text) in {True, False}
