import numpy as np
import pytest

from assistant.groundedness.trees import TreeModel, Trees, load_trees, save_trees


def make_trees(*leaves):
    """One tree that asks whether column 0 is at most 0.5, then one that is a leaf."""
    return Trees(
        roots=np.array([0, 3], dtype=np.int32),
        column=np.array([0, -1, -1, -1], dtype=np.int16),
        limit=np.array([0.5, -2, -2, -2], dtype=np.float32),
        left=np.array([1, -1, -1, -1], dtype=np.int32),
        right=np.array([2, -1, -1, -1], dtype=np.int32),
        value=np.array([0, *leaves], dtype=np.float32),
    )


@pytest.fixture
def model():
    return TreeModel(("a", "b"), make_trees(0.2, 0.8, 0.5), make_trees(-1.0, 1.0, 0.5), 0.25)


def test_each_tree_answers_by_its_own_leaf():
    trees = make_trees(0.2, 0.8, 0.5)
    assert trees.answers(np.array([0.5, 9], dtype=np.float32)) == pytest.approx([0.2, 0.5])
    assert trees.answers(np.array([0.6, 9], dtype=np.float32)) == pytest.approx([0.8, 0.5])


def test_the_probability_is_the_mean_of_both_kinds(model):
    # Voting: (0.8 + 0.5) / 2 = 0.65. Boosting: log-odds 0.25 + 1 + 0.5 = 1.75.
    boosted = 1 / (1 + np.exp(-1.75))
    assert model.probability({"a": 1.0, "b": 0.0}) == pytest.approx((0.65 + boosted) / 2)


def test_signals_are_found_by_name_and_others_do_not_matter(model):
    expected = model.probability({"a": 1.0, "b": 0.0})
    assert model.probability({"c": 7.0, "b": 0.0, "a": 1.0}) == expected


def test_a_missing_signal_is_an_error(model):
    with pytest.raises(KeyError, match="b"):
        model.probability({"a": 1.0})


def test_a_model_is_read_as_it_was_saved(model, tmp_path):
    path = tmp_path / "trees.npz"
    save_trees(model, path)
    read = load_trees(path)
    assert (read.names, read.start) == (model.names, model.start)
    for kind in ("voting", "boosting"):
        for name, values in vars(getattr(model, kind)).items():
            stored = getattr(getattr(read, kind), name)
            assert stored.dtype == values.dtype
            assert np.array_equal(stored, values)


def test_a_file_that_holds_code_is_not_read(tmp_path):
    path = tmp_path / "trees.npz"
    np.savez(path, names=np.array([print], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        load_trees(path)


def test_the_shipped_trees_end_in_leaves_and_ask_known_signals():
    model = load_trees()
    for trees in (model.voting, model.boosting):
        inner = trees.column >= 0
        assert trees.column.max() < len(model.names)
        # A child stands after its parent, so that every walk ends.
        nodes = np.arange(len(trees.column))
        for child in (trees.left, trees.right):
            assert (child[inner] > nodes[inner]).all()
            assert child[inner].max() < len(nodes)
    assert model.voting.value[model.voting.column < 0].min() >= 0
    assert model.voting.value.max() <= 1
