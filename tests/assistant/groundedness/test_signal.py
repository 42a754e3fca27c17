import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.groundedness.lexicon import load_lexicon
from assistant.groundedness.signal import compare
from assistant.groundedness.trees import load_trees
from assistant.groundedness.verdict import Evidence

LIST = "Kusken skal\n\n- fodre hestene\n- smøre hjulene\n- pudse seletøjet"


def test_every_signal_of_the_shipped_model_is_measured(contrast_with):
    names = load_trees().names
    assert len(names) == len(set(names))
    assert set(names) <= set(contrast_with("Hestene sover.", "Hestene sover.").signals)


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("Hestene sover.", ["Hestene sover."]),
        ("Det er det.", ["#"]),
        ("...", ["| a |\n|---|\n| b |"]),
        ("Kusken skal fodre 12 heste i maj.", [LIST, "", "# Maj"]),
    ],
)
def test_the_signals_are_the_same_finite_ones_for_all_sentences(contrast_with, sentence, texts):
    signals = contrast_with(sentence, *texts).signals
    assert list(signals) == list(contrast_with("Kusken.", "Kusken.").signals)
    assert np.isfinite(list(signals.values())).all()


@given(
    sentence=st.text(max_size=60),
    text=st.text(max_size=120),
    question=st.text(max_size=30),
)
def test_any_text_can_be_compared(embedder, sentence, text, question):
    def measure():
        return compare(sentence, [Evidence(text)], question, load_lexicon(embedder))

    assert np.isfinite(list(measure().signals.values())).all()
    assert measure() == measure()


@pytest.mark.parametrize(
    "sentence",
    [
        "Der står, at kusken skal fodre hestene.",
        "Kusken skal pudse seletøjet og fodre hestene.",
        "Kusken skal smøre hjulene.",
    ],
)
def test_what_stands_there_in_other_company_is_contained(contrast_with, sentence):
    assert contrast_with(sentence, LIST).finding.is_contained


@pytest.mark.parametrize(
    "sentence",
    [
        "Kusken skal ikke fodre hestene.",
        "Bageren skal fodre hestene.",
        "Kusken kan fodre hestene.",
        "Kusken skal fodre ni heste.",
        "Hestene skal fodre kusken.",
    ],
)
def test_what_says_otherwise_is_not_contained(contrast_with, sentence):
    assert not contrast_with(sentence, LIST).finding.is_contained


@pytest.mark.parametrize(
    ("signal", "sentence", "text"),
    [
        ("denial_lost", "Hestene sover.", "Hestene sover ikke."),
        ("denies_alone", "Hestene sover ikke.", "Hestene sover."),
        ("duty_lost", "Kusken fodrer.", "Kusken skal fodre."),
        ("possibility_new", "Kusken kan fodre.", "Kusken fodrer."),
        ("condition_lost", "Kusken fodrer.", "Kusken fodrer, hvis det er nat."),
        ("universal_new", "Alle heste sover.", "Heste sover."),
        ("foreign_quantities", "Ni heste sover.", "Syv heste sover."),
        ("other_section", "Under »Føl« står det.", "# Heste\n\nHestene sover."),
        ("says_no", "Nej, det gør de ikke.", "Hestene sover."),
        ("says_yes", "Jo, det gør de.", "Hestene sover."),
    ],
)
def test_a_difference_raises_its_signal(contrast_with, signal, sentence, text):
    assert contrast_with(sentence, text).signals[signal] > 0
    assert contrast_with("Hunden gør.", "Hunden gør.").signals[signal] == 0


def test_a_name_of_the_question_is_known(contrast_with):
    alone = contrast_with("Det sker i Thisted.", "Det sker.")
    asked = contrast_with("Det sker i Thisted.", "Det sker.", question="Sker det i Thisted?")
    assert (alone.finding.names, asked.finding.names) == (("Thisted",), ())
