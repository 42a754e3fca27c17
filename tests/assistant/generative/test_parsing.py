import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generative.parsing import ReplyReader, Written, read_objects

FIRST, SECOND = "Lederen skal lytte.", "Medarbejderne skal høres."
GOOD = json.dumps(
    {
        "svar_findes": True,
        "saetninger": [{"tekst": FIRST, "afsnit": [1]}, {"tekst": SECOND, "afsnit": [2, 3]}],
    },
    ensure_ascii=False,
)
BOTH = [Written(FIRST, (1,)), Written(SECOND, (2, 3))]


def _read(text, size=7):
    reader = ReplyReader()
    found = []
    for at in range(0, len(text), size):
        found += reader.feed(text[at : at + size])
    return found + reader.finish()


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Selvfølgelig!\n{GOOD}\nSig til, hvis du vil vide mere.",
        f"<think>Skal jeg {{ svare }}?</think>{GOOD}",
        GOOD[:-2],
        GOOD.replace("]}", "],}"),
        GOOD.replace("[1]", '"1"').replace("[2, 3]", '"[2], [3]"'),
        f"{FIRST} [1] {SECOND} [2, 3]",
        f"{FIRST} [1]\n\n{SECOND} [2][3]",
        f"1. {FIRST} [1]\n2. {SECOND} [2] [3]",
        '[{"tekst": "' + FIRST + '", "afsnit": [1]}, {"tekst": "' + SECOND + '", "afsnit": [2,3]}]',
    ],
)
@pytest.mark.parametrize("size", [1, 7, 1000])
def test_sentences_are_read_in_whatever_form_they_come(text, size):
    assert _read(text, size) == BOTH


def test_a_sentence_that_is_cut_off_is_not_read():
    assert _read(GOOD[: GOOD.index("høres")]) == BOTH[:1]


def test_sentences_come_one_by_one():
    reader = ReplyReader()
    assert reader.feed(GOOD[: GOOD.index("Medarbejderne")]) == BOTH[:1]
    assert reader.feed(GOOD[GOOD.index("Medarbejderne") :]) == BOTH[1:]
    assert reader.finish() == []


def test_a_text_of_two_sentences_is_two_sentences():
    row = json.dumps({"tekst": f"{FIRST} {SECOND}", "afsnit": [4]})
    assert _read(row) == [Written(FIRST, (4,)), Written(SECOND, (4,))]


def test_markers_within_a_text_count_where_no_numbers_are_given():
    assert _read(json.dumps({"tekst": f"{FIRST} [2]"})) == [Written(FIRST, (2,))]


@pytest.mark.parametrize("text", ["", "{}", "{" * 5000, "[]", '{"saetninger": "nej"}', "null"])
def test_what_holds_no_sentence_gives_none(text):
    assert [written for written in _read(text, 500) if written.numbers] == []


def test_a_refusal_is_seen():
    reader = ReplyReader()
    reader.feed('{"svar_findes" : false, "saetninger": []}')
    assert reader.refuses
    assert not ReplyReader(GOOD).refuses


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text):
    reader = ReplyReader()
    reader.feed(text)
    reader.finish()
    list(read_objects(text))


@given(st.lists(st.integers(1, len(GOOD) - 1), max_size=6))
def test_it_does_not_matter_where_the_pieces_are_cut(cuts):
    reader = ReplyReader()
    found = []
    places = [0, *sorted(cuts), len(GOOD)]
    for start, end in pairwise(places):
        found += reader.feed(GOOD[start:end])
    assert found + reader.finish() == BOTH
