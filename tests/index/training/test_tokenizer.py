from collections.abc import Iterator

import pytest

from index.training.tokenizer import train_tokenizer

WORDS = "ledelse ledelses grundlag ledelsesgrundlag på fælles øje året åben ærlig café"


def texts() -> Iterator[str]:
    yield from [WORDS, WORDS.upper()] * 5


@pytest.fixture(scope="module")
def tokenizer():
    return train_tokenizer(texts(), vocabulary=200)


def ids(tokenizer, text: str) -> list[int]:
    return tokenizer.encode(text, add_special_tokens=False).ids


@pytest.mark.parametrize(
    ("written", "meant"),
    [("paa", "på"), ("FAELLES", "fælles"), ("oeje", "øje"), ("Aaben", "ÅBEN"), ("cafe", "café")],
)
def test_missing_danish_letters_give_the_same_tokens(tokenizer, written, meant):
    assert ids(tokenizer, written) == ids(tokenizer, meant)


def test_punctuation_says_nothing(tokenizer):
    assert ids(tokenizer, "ledelse, på – fælles øje?") == ids(tokenizer, "ledelse på fælles øje")


def test_decomposed_letters_give_the_same_tokens(tokenizer):
    assert ids(tokenizer, "pa\u030a") == ids(tokenizer, "på")


def test_a_part_of_a_compound_is_the_word_itself():
    small = train_tokenizer(iter(["grundlag ledelses"] * 9), vocabulary=200)
    assert ids(small, "ledelsesgrundlag") == ids(small, "ledelses grundlag")


def test_the_vocabulary_is_no_larger_than_asked_for():
    small = train_tokenizer(texts(), vocabulary=40)
    assert small.get_vocab_size() <= 40


def test_training_twice_gives_the_same_tokenizer(tokenizer):
    assert train_tokenizer(texts(), vocabulary=200).to_str() == tokenizer.to_str()


def test_a_long_text_is_not_truncated(tokenizer):
    assert len(ids(tokenizer, "grundlag " * 600)) == 600
