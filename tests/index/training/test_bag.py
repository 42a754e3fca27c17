import numpy as np

from index.training.bag import encode
from index.training.tokenizer import train_tokenizer

TEXTS = ["en to tre", "", "fire fem seks syv"]


def test_selected_texts_are_the_texts_in_the_order_asked_for():
    tokenizer = train_tokenizer(iter(TEXTS * 4), vocabulary=200)
    bags = encode(tokenizer, TEXTS, longest=64)
    chosen = bags.select(np.array([2, 0]))
    assert tokenizer.decode(chosen.ids[: chosen.starts[1]].tolist()) == TEXTS[2]
    assert tokenizer.decode(chosen.ids[chosen.starts[1] :].tolist()) == TEXTS[0]


def test_an_empty_text_gets_one_token_and_a_long_one_the_first_tokens():
    tokenizer = train_tokenizer(iter(TEXTS * 4), vocabulary=200)
    bags = encode(tokenizer, TEXTS, longest=2)
    assert np.diff(bags.starts).tolist() == [2, 1, 2]
    assert len(bags) == 3
