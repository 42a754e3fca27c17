import random

from hypothesis import given
from hypothesis import strategies as st

from index.training.cloze import cut_sentences, with_clozes
from index.training.pairs import Pair, PairSet
from index.training.source import SOURCES, THESAURUS

TEXT = " ".join(f"Lederen viser medarbejder nummer {number} tillid." for number in range(6))


def cut(text: str, seed: int) -> list[Pair]:
    rng = random.Random(seed)  # noqa: S311  the choice is no secret
    return list(cut_sentences([Pair("Om tillid", text)], rng))


@given(st.integers(0, 99))
def test_the_sentence_and_the_rest_are_the_text(seed):
    (pair,) = cut(TEXT, seed)
    assert pair.first in TEXT
    assert pair.first not in pair.second
    assert len(pair.first) + 1 + len(pair.second) == len(TEXT)


def test_short_texts_and_single_sentences_give_nothing():
    assert cut("Kort. Tekst.", 1) == []
    assert cut("en meget lang sætning uden ende " * 9, 1) == []


def test_only_the_named_sources_are_cut_and_nothing_is_lost():
    sets = [PairSet(SOURCES[0], (Pair("Om tillid", TEXT),)), PairSet(THESAURUS, (Pair("a", TEXT),))]
    cut_sets = with_clozes(sets, shares={"law": 0.5}, seed=1)
    assert cut_sets[:2] == sets
    assert [one.source.name for one in cut_sets[2:]] == ["law sentences"]
    assert cut_sets[2].source.share == 0.5
