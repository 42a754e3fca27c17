import zlib
from math import isfinite, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability.model import Stored
from assistant.answerability.wording import Wording, hash_ngrams
from index.language import fold

SIZE = 1 << 16


@pytest.fixture(scope="module")
def shipped():
    return Stored.load().wording


def _place(gram):
    return zlib.crc32(gram.encode()) % SIZE


def _weighing(gram, weight, *, intercept=-0.5):
    weights = np.zeros(SIZE, dtype=np.float32)
    weights[_place(gram)] = weight
    return Wording(weights, np.ones(SIZE, dtype=np.float32), intercept)


def test_a_known_ngram_has_a_known_place():
    # CRC-32 is no secret of this process or platform: a stored model finds its places again.
    places = hash_ngrams("mod", SIZE)
    assert places.tolist() == [
        19122, 20097, 21320, 21830, 31708, 40473, 47049, 49366, 55740, 60930, 61497,
    ]  # fmt: skip
    assert _place("_mo") == 55740


def test_the_ngrams_of_a_word_are_its_pieces_and_the_word_itself():
    pieces = ["_m", "mo", "od", "d_", "_mo", "mod", "od_", "_mod", "mod_", "_mod_", "\x00mod"]
    assert sorted(map(_place, pieces)) == hash_ngrams("mod", SIZE).tolist()


def test_words_in_a_row_are_ngrams_up_to_three():
    found = set(hash_ngrams("a b c d", SIZE).tolist())
    assert {_place(f"\x00{run}") for run in ("a b", "b c d")} <= found
    assert _place("\x00a b c d") not in found


def test_a_text_is_the_set_of_its_ngrams():
    assert hash_ngrams("ro ro, ro!", SIZE).tolist() == hash_ngrams("ro ro ro ro", SIZE).tolist()


def test_only_the_beginning_of_a_long_text_counts():
    long = "mod " * 150
    assert hash_ngrams(long + "ferie", SIZE).tolist() == hash_ngrams(long, SIZE).tolist()
    assert len(hash_ngrams("ferie", SIZE)) > 0


@given(st.text(max_size=80), st.integers(0, 16))
def test_places_are_sorted_unique_and_within_the_size(text, bits):
    places = hash_ngrams(text, 1 << bits).tolist()
    assert places == sorted(set(places))
    assert all(0 <= place < 1 << bits for place in places)


@pytest.mark.parametrize("text", ["", "?!", " … "])
def test_a_text_of_no_ngrams_scores_the_intercept(text):
    assert _weighing("_mo", 7.0).score(text) == -0.5


def test_a_score_is_the_weights_of_a_text_of_length_one():
    # "mod" has eleven n-grams of rarity one, of which one weighs 2: each counts 1 / sqrt(11).
    assert _weighing("_mo", 2.0).score("mod") == pytest.approx(2 / sqrt(11) - 0.5)


def test_a_rare_ngram_counts_more():
    plain = _weighing("_mo", 2.0)
    rarity = plain.rarity.copy()
    rarity[_place("_mo")] = 3.0
    # Ten n-grams of rarity one and one of three: the length is sqrt(10 + 9).
    assert Wording(plain.weights, rarity, -0.5).score("mod") == pytest.approx(6 / sqrt(19) - 0.5)


def test_what_was_stored_scores_the_same_within_half_precision(tmp_path):
    chance = np.random.default_rng(1)
    weights = chance.normal(size=SIZE).astype(np.float32)
    rarity = (1 + 8 * chance.random(SIZE)).astype(np.float32)
    wording = Wording(weights, rarity, 0.123456789)
    np.savez_compressed(tmp_path / "w.npz", **wording.arrays("w"), **wording.arrays("other"))
    with np.load(tmp_path / "w.npz") as arrays:
        again = Wording.from_arrays(arrays, "w")
    assert again.intercept == wording.intercept
    assert again.weights.dtype == again.rarity.dtype == np.float32
    np.testing.assert_allclose(again.weights, weights, rtol=2**-11, atol=1e-7)
    np.testing.assert_allclose(again.rarity, rarity, rtol=2**-11)
    assert again.score("hvad er mod") == pytest.approx(wording.score("hvad er mod"), abs=0.01)


def test_each_is_stored_under_its_own_name():
    one, other = _weighing("_mo", 1.0, intercept=1.0), _weighing("_mo", 2.0, intercept=2.0)
    arrays = {**one.arrays("one"), **other.arrays("other")}
    assert Wording.from_arrays(arrays, "one").intercept == 1.0
    assert Wording.from_arrays(arrays, "other").weights.max() == 2.0


@given(st.text(max_size=300))
def test_any_text_has_a_finite_score(shipped, text):
    assert isfinite(shipped.score(text))
    assert isfinite(shipped.score(fold(text)))
