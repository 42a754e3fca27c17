import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import NGRAM_SIZES, Lemmatiser, fold, gather_forms, ngrams, words


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["ᴬ", "ǿ", "Ǣ", "ﬁ", "Å", "İ", "ẞ", "ǅ"])
def test_rare_letters_fold_to_the_end(text):
    assert fold(fold(text)) == fold(text)
    assert fold(text) == fold(text).lower()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sorø", "SOROE"),
        ("Ærlighed", "aerlighed"),
        ("på", "paa"),
        ("a\u030ardet", "aardet"),
        ("én", "en"),
    ],
)
def test_both_ways_of_writing_meet_when_folded(one, other):
    assert fold(one) == fold(other)


@given(st.text())
def test_words_are_lower_case_and_hold_no_space_or_sign(text):
    for found in words(text):
        assert found == found.casefold()
        assert all(char.isalnum() or not char.isascii() for char in found)


@pytest.fixture(scope="module")
def lemmatise():
    return Lemmatiser(gather_forms(["lederne", "værdierne", "medarbejder", "lytter", "øvrigt"]))


def test_inflections_meet_in_their_lemma(lemmatise):
    assert len(set(lemmatise("Værdierne værdier værdi"))) == 1
    assert lemmatise("medarbejdernes") == lemmatise("medarbejdere")


def test_a_word_written_without_danish_letters_gets_its_lemma(lemmatise):
    assert lemmatise("vaerdierne") == lemmatise("Værdierne") == lemmatise("værdi")


def test_a_word_that_nothing_indexed_shares_is_its_own_lemma(lemmatise):
    assert lemmatise("Ærespris kvantefysik") == ["aerespris", "kvantefysik"]


def test_lemmas_keep_the_order_of_the_text(lemmatise):
    assert lemmatise("Lederne lytter") == [*lemmatise("lederne"), *lemmatise("lytter")]
    assert lemmatise("") == []


@given(st.text())
def test_a_word_has_one_lemma(lemmatise, text):
    assert len(lemmatise(text)) == len(words(text))


@given(st.text())
def test_ngrams_have_the_lengths_they_should(text):
    assert {len(gram) for gram in ngrams(text)} <= set(NGRAM_SIZES)


def test_a_misspelling_shares_ngrams():
    assert set(ngrams("koordinering")) & set(ngrams("kordinering"))
    assert set(ngrams("ærlighed")) == set(ngrams("aerlighed"))
