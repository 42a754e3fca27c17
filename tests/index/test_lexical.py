import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import ngrams
from index.lexical import LexicalIndex

token = st.sampled_from(["mod", "tillid", "leder", "kurs", "ansvar", ""])
rows = st.lists(st.lists(token, max_size=6), min_size=1, max_size=6)


def build(tokens: list[list[str]]) -> LexicalIndex:
    return LexicalIndex.build(tokens, k1=1.2, b=0.5)


def test_the_text_with_the_rarer_shared_word_scores_highest():
    index = build([["leder", "mod"], ["leder", "tillid"], ["leder", "kurs"]])
    assert index.scores(["leder", "tillid"]).argmax() == 1


def test_a_text_that_shares_no_word_scores_0():
    assert build([["mod"], ["tillid"]]).scores(["tillid"]).tolist()[0] == 0
    assert build([["mod"], ["tillid"]]).scores(["ukendt"]).tolist() == [0, 0]
    assert build([["mod"], ["tillid"]]).scores([]).tolist() == [0, 0]


@given(rows, st.lists(token, max_size=5))
def test_scores_lie_between_0_and_the_ceiling(tokens, query):
    index = build(tokens)
    scores = index.scores(query)
    assert scores.shape == (len(tokens),)
    assert scores.dtype == np.float32
    assert (scores >= 0).all()
    assert scores.max() <= index.ceiling(query) * (1 + 1e-5) + 1e-6


def test_an_unknown_word_raises_the_ceiling_as_much_as_the_most_telling_one():
    index = build([["mod", "leder"], ["leder"]])
    assert index.ceiling(["ukendt"]) == pytest.approx(index.ceiling(["mod"]))
    assert index.ceiling(["mod", "ukendt"]) == pytest.approx(2 * index.ceiling(["mod"]))
    assert index.ceiling([]) == 0


@pytest.mark.parametrize("tokens", [[[]], [[], []], [["mod"], []]])
def test_texts_without_words_can_be_indexed_and_never_match(tokens, tmp_path):
    build(tokens).save(tmp_path)
    for index in (build(tokens), LexicalIndex.load(tmp_path)):
        assert index.scores(["tillid"]).tolist() == [0.0] * len(tokens)
        assert index.scores(["mod"])[-1] == 0


def test_a_saved_index_scores_as_before(tmp_path):
    index = build([["leder", "mod"], ["tillid", "øre"], ["leder", "leder"]])
    index.save(tmp_path)
    loaded = LexicalIndex.load(tmp_path)
    for query in (["leder"], ["øre", "mod"], ["ukendt"]):
        assert loaded.scores(query) == pytest.approx(index.scores(query))
        assert loaded.ceiling(query) == pytest.approx(index.ceiling(query))


def test_scores_are_those_of_the_library():
    texts = ["lederen viser mod", "mod og tillid til alle", "", "en anden tekst om tillid og mod"]
    index = LexicalIndex.build([ngrams(text) for text in texts], k1=1.2, b=0.75)
    for query in ("mod og mod tillid", "lederens tillid", "mod"):
        known = [token for token in ngrams(query) if token in index._vocabulary]
        assert index.scores(ngrams(query)) == pytest.approx(
            index._model.get_scores(known), abs=1e-5
        )
    assert not index.scores(ngrams("zzz")).any()
