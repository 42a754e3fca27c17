import random

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index.embedder import StaticEmbedder
from index.training.errors import ModelUnusableError
from index.training.folder import open_encoder, replacing, save_model, size_of
from index.training.pairs import Pair, PairSet
from index.training.source import THESAURUS
from index.training.train import Recipe, train

THINGS = ["leder", "chef", "løn", "ferie", "møde", "mål", "tillid", "mod", "etik", "ansvar"]
VERBS = ["styrker", "finder", "kræver", "giver", "har", "ser", "bygger", "deler", "viser", "søger"]
RECIPE = Recipe(vocabulary=300, dimensions=16, epochs=4, batch=32, misspelt=0.5)


@pytest.fixture(scope="module")
def sets() -> list[PairSet]:
    rng = random.Random(1)  # noqa: S311  the pairs must be the same every time
    pairs = tuple(
        Pair(f"{thing} {verb} nummer {rng.randrange(9)}", f"{verb} {thing}")
        for thing in THINGS
        for verb in VERBS
        for _ in range(2)
    )
    return [PairSet(THESAURUS, pairs)]


@pytest.fixture(scope="module")
def trained(sets):
    return train(sets, RECIPE)


def test_training_lowers_the_loss(trained):
    assert np.mean(trained.losses[-10:]) < 0.7 * np.mean(trained.losses[:10])
    assert [(one.source.name, one.pairs) for one in trained.sources] == [("thesaurus", 200)]


def test_the_same_seed_gives_the_same_training(sets, trained):
    again = train(sets, RECIPE)
    assert again.losses == pytest.approx(trained.losses, rel=0.02)
    assert again.model[0].tokenizer.to_str() == trained.model[0].tokenizer.to_str()


def test_the_saved_folder_loads_and_gives_unit_vectors(trained, tmp_path):
    with replacing(tmp_path / "model") as written:
        save_model(trained.model, written)
    vectors = open_encoder(tmp_path / "model")(["leder styrker", "ferie", ""])
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors[:2], axis=1), 1, atol=1e-4)
    model = SentenceTransformer(str(tmp_path / "model"), device="cpu")
    assert model[0].embedding.weight.dtype == torch.float16
    own = StaticEmbedder(tmp_path / "model").embed(["leder styrker", "ferie", ""])
    assert np.allclose(vectors, own, atol=1e-4)


def test_a_new_model_takes_the_place_of_the_old_one(tmp_path):
    folder = tmp_path / "model"
    for text in ("first", "second"):
        with replacing(folder) as written:
            (written / "modules.json").write_text(text)
    assert (folder / "modules.json").read_text() == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert size_of(folder) == len("second")


def test_a_failed_training_leaves_the_old_model(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "modules.json").write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(folder):
        raise ZeroDivisionError
    assert (folder / "modules.json").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_a_folder_that_is_no_model_is_never_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ModelUnusableError, match="other files"), replacing(tmp_path):
        pass
    assert (tmp_path / "thesis.txt").exists()


def test_a_folder_that_is_no_model_cannot_be_measured(tmp_path):
    with pytest.raises(ModelUnusableError, match=r"modules\.json"):
        open_encoder(tmp_path)
