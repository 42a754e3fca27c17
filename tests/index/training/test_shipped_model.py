import json

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index.embedder import BUNDLED_MODEL, StaticEmbedder
from index.training.folder import LARGEST, size_of


@pytest.fixture(scope="module")
def model():
    return SentenceTransformer(str(BUNDLED_MODEL), device="cpu")


def cosine(model, first: str, second: str) -> float:
    vectors = model.encode([first, second]).astype(np.float32)
    return float(vectors[0] @ vectors[1])


def test_the_folder_is_small_and_its_weights_are_16_bit(model):
    assert size_of(BUNDLED_MODEL) <= LARGEST == 30_000_000
    assert model[0].embedding.weight.dtype == torch.float16


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("forventninger til min chef", "krav til lederen", "vejret i morgen"),
        ("hvad skal lederen kunne", "krav til chefen", "busserne kører ikke"),
        ("my manager", "lederen", "vejret i morgen"),
        ("tillid", "trust", "invoice"),
    ],
)
def test_what_belongs_together_is_nearer(model, text, near, far):
    assert cosine(model, text, near) > cosine(model, text, far)


def test_missing_danish_letters_cost_nothing(model):
    assert cosine(model, "Får jeg støtte på mødet?", "faar jeg stoette paa moedet") > 0.99


def test_vectors_have_unit_length_and_long_texts_are_read_whole(model):
    long = "ledelse og tillid " * 400
    ended = long + "økonomi " * 400
    vectors = model.encode([long, ended]).astype(np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=2e-3)
    assert float(vectors[0] @ vectors[1]) < 0.97


def test_the_answering_path_reads_the_same_vectors(model):
    texts = ["Hvad forventes af mig som leder?", "smørrebrød"]
    own = StaticEmbedder(BUNDLED_MODEL).embed(texts)
    assert np.allclose(own, model.encode(texts).astype(np.float32), atol=2e-3)


def test_the_layout_is_what_readers_rely_on():
    modules = json.loads((BUNDLED_MODEL / "modules.json").read_text(encoding="utf-8"))
    assert [module["path"] for module in modules] == ["", "1_Normalize"]
    tokenizer = json.loads((BUNDLED_MODEL / "tokenizer.json").read_text(encoding="utf-8"))
    assert tokenizer["truncation"] is None
    assert tokenizer["padding"] is None


def test_the_card_names_sources_seed_and_scores():
    card = (BUNDLED_MODEL / "README.md").read_text(encoding="utf-8")
    for expected in ("CC BY 4.0", "Tatoeba", "retsinformation", "--seed", "NTREX", "MIT"):
        assert expected in card
