import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentence import split_sentences

pieces = st.sampled_from(
    ["Mod", "leder", "f.eks.", "15.", "maj", "Er", "det?", "Ja!", "Åse", "»Vi", "kan«.", "stk.",
     "2.", "…", "(nr.", "3)", "\n", "  ", "dvs.", "§", "A.", "2016.", "ø."]
)  # fmt: skip
texts = st.one_of(st.text(max_size=200), st.lists(pieces, max_size=30).map(" ".join))


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@given(texts)
def test_sentences_cover_all_but_the_space_between_them(text):
    end = 0
    for span in split_sentences(text):
        assert not text[end : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip() != ""
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "sentence",
    [
        "Ring senest kl. 7.30 den første dag.",
        "Godkendt den 31. august 2016 af direktionen.",
        "Det gælder f.eks. Åse og bl.a. Øystein.",
        "Se nr. 4, jf. § 12, stk. 2, i loven.",
        "Den 5. Maj mødes vi.",
        "Stk. 2. Foreningen ledes efter disse principper.",
        "§ 4. Boligafgiften betales forud.",
        "3. Vi lytter til hinanden.",
        "Formanden, J. P. Hansen, deltager.",
        "Der er ca. 3.200 ansatte.",
        "Vi siger »Er det rigtigt?« og lytter.",
        "Ledelse ... er svært.",
        "Mængden, dvs. Antallet, tæller.",
    ],
)
def test_points_that_end_no_sentence(sentence):
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Øvelse gør mester. Åbenhed hjælper.", ["Øvelse gør mester.", "Åbenhed hjælper."]),
        ("Er vi enige? Kan vi?", ["Er vi enige?", "Kan vi?"]),
        ("Det sker i 2016. Derefter stopper det.", ["Det sker i 2016.", "Derefter stopper det."]),
        ("Hun sagde »ja.« Vi gik.", ["Hun sagde »ja.«", "Vi gik."]),
        ("Vi lytter.\nVi handler.", ["Vi lytter.", "Vi handler."]),
        ("**Vi lytter.** *Vi handler.*", ["**Vi lytter.** *Vi handler.*"]),
        ("Hvornår? 2016. Den blev fornyet.", ["Hvornår?", "2016.", "Den blev fornyet."]),
        ("Nok. 2. Næste punkt.", ["Nok.", "2. Næste punkt."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_say(text, sentences):
    assert split(text) == sentences


def test_a_very_long_paragraph_is_split_in_linear_time():
    text = "Vi lytter til alle i huset. " * 20_000
    begun = time.perf_counter()
    assert len(split_sentences(text)) == 20_000
    assert time.perf_counter() - begun < 5
