from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.fusion import CHANNELS, ChannelScores, Weights, fuse

SIZE = 7
row = arrays(np.float32, SIZE, elements=st.floats(-1, 1000, width=32))
channel_scores = st.dictionaries(st.sampled_from(CHANNELS), row, min_size=1)
weights = st.builds(
    Weights, **{field.name: st.just(0.0) | st.floats(0.01, 3.0) for field in fields(Weights)}
)


@given(channel_scores, weights)
def test_fused_scores_are_one_per_passage_between_0_and_1(by_channel, given_weights):
    fused = fuse(ChannelScores(by_channel, {}), given_weights)
    assert fused.shape == (SIZE,)
    assert fused.dtype == np.float32
    assert ((fused >= 0) & (fused <= 1 + 1e-6)).all()


@given(channel_scores)
def test_normalised_scores_lie_between_0_and_1_and_keep_their_order(by_channel):
    scores = ChannelScores(by_channel, {})
    assert scores.normalised().keys() == by_channel.keys()
    for name, values in scores.normalised().items():
        assert ((values >= 0) & (values <= 1)).all()
        best = by_channel[name].max()
        assert values.max() == pytest.approx(1 if best > 0 else 0)
        order = np.argsort(by_channel[name], kind="stable")
        assert (np.diff(values[order]) >= 0).all()


@given(channel_scores)
def test_a_passage_is_found_exactly_when_a_channel_matched_it(by_channel):
    visible = {
        name: np.where(row > 1e-3, row, 0).astype(np.float32) for name, row in by_channel.items()
    }
    fused = fuse(ChannelScores(visible, {}), Weights())
    matched = np.any([row > 0 for row in visible.values()], axis=0)
    assert ((fused > 0) == matched).all()


@given(row)
def test_the_scale_of_a_channel_does_not_matter(scores):
    one = fuse(ChannelScores({"lemma_passages": scores}, {}), Weights())
    ten = fuse(ChannelScores({"lemma_passages": scores * 10}, {}), Weights())
    assert one == pytest.approx(ten, abs=1e-5)


def test_fusion_by_hand():
    scores = ChannelScores(
        {
            "lemma_passages": np.float32([2, 1, 0]),
            "dense_passages": np.float32([0, 0.4, 0.8]),
        },
        {},
    )
    fused = fuse(scores, Weights(lemma_passages=1.0, dense_passages=3.0))
    assert fused.tolist() == pytest.approx([1 / 4, (0.5 + 1.5) / 4, 3 / 4])


def test_a_channel_that_matched_nothing_lowers_the_score():
    one = {"lemma_passages": np.float32([1, 0])}
    both = {**one, "dense_passages": np.float32([0, 0])}
    assert fuse(ChannelScores(both, {}), Weights())[0] < fuse(ChannelScores(one, {}), Weights())[0]


def test_weights_of_0_give_0():
    nothing = Weights(**{field.name: 0.0 for field in fields(Weights)})
    assert fuse(ChannelScores({"lemma_passages": np.float32([1, 2])}, {}), nothing).tolist() == [
        0,
        0,
    ]


def test_a_channel_that_is_not_trusted_counts_for_nothing_and_one_half_trusted_half():
    both = {"lemma_passages": np.float32([1, 0]), "lemma_questions": np.float32([0, 1])}
    weights = Weights(lemma_passages=1, lemma_questions=1)
    nothing = fuse(ChannelScores(both, {}, {"lemma_questions": 0.0}), weights)
    assert nothing.tolist() == [1, 0]
    half = fuse(ChannelScores(both, {}, {"lemma_questions": 0.5}), weights)
    assert half == pytest.approx([2 / 3, 1 / 3])
