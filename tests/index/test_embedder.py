import json
import shutil

import numpy as np
import pytest

from index.embedder import (
    BUNDLED_MODEL,
    StaticEmbedder,
    TransformerEmbedder,
    identify_embedder,
    is_static,
    load_embedder,
)
from index.errors import EmbedderUnavailableError

TEXTS = [
    "Hvad forventes af mig som leder?",
    "Ærlighed, åbenhed og tillid – også når det er svært",
    "What is expected of a manager?",
    "🦆",
    "",
    "a" * 3000,
    "Mod " * 700,
    "linje\nskift\tog  mellemrum",
]


@pytest.fixture(scope="module")
def small_model(tmp_path_factory):
    """A sentence-transformers model that is not static: a tiny BERT with random weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("bert")
    letters = "abcdefghijklmnopqrstuvwxyzæøå:?"
    vocabulary = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *letters,
        *(f"##{x}" for x in letters),
    ]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16, max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder / "hf")
    BertTokenizerFast(str(folder / "vocab.txt"), strip_accents=False).save_pretrained(folder / "hf")
    transformer = Transformer(str(folder / "hf"), max_seq_length=64)
    pooling = Pooling(transformer.get_embedding_dimension())
    model = SentenceTransformer(
        modules=[transformer, pooling], prompts={"query": "query: ", "passage": "passage: "}
    )
    model.save(str(folder / "st"))
    return folder / "st"


def test_the_static_embedder_equals_sentence_transformers(embedder):
    from sentence_transformers import SentenceTransformer

    assert isinstance(embedder, StaticEmbedder)
    ours = embedder.embed(TEXTS)
    known = ours.any(axis=1)  # of a text without tokens sentence-transformers makes no number
    theirs = SentenceTransformer(str(BUNDLED_MODEL), device="cpu").encode(
        TEXTS, show_progress_bar=False
    )
    assert ours.shape == theirs.shape
    assert known.sum() >= 6
    assert np.abs(ours - theirs)[known].max() < 1e-3


def test_vectors_have_unit_length_and_a_text_without_tokens_gives_0(embedder):
    lengths = np.linalg.norm(embedder.embed(TEXTS), axis=1)
    assert lengths[TEXTS.index("")] == 0
    assert lengths[:3] == pytest.approx([1.0] * 3, abs=1e-5)
    assert all(length == pytest.approx(round(float(length)), abs=1e-5) for length in lengths)


def test_queries_and_passages_are_embedded_alike_and_alone_as_together(embedder):
    together = np.array(embedder.embed_documents(TEXTS))
    alone = np.array([embedder.embed_query(text) for text in TEXTS])
    assert together == pytest.approx(alone, abs=1e-6)
    assert embedder.embed_documents([]) == []


def test_related_texts_are_nearer_than_unrelated(embedder):
    question, near, far = embedder.embed(
        ["Hvordan viser lederen tillid?", "Viser tillid til medarbejderne", "Cyklen er blå"]
    )
    assert question @ near > question @ far + 0.1


def test_the_bundled_model_is_static_and_small():
    assert is_static(BUNDLED_MODEL)
    size = sum(path.stat().st_size for path in BUNDLED_MODEL.rglob("*") if path.is_file())
    assert size < 30_000_000


def test_any_other_model_is_used_with_its_own_prompts(small_model):
    assert not is_static(small_model)
    embedder = load_embedder(str(small_model))
    assert isinstance(embedder, TransformerEmbedder)
    plain = load_embedder(str(small_model), query_prompt="", passage_prompt="")
    assert embedder.embed_query("mod") == pytest.approx(plain.embed_query("query: mod"), abs=1e-5)
    assert embedder.embed_documents(["mod", "tillid"])[1] == pytest.approx(
        plain.embed_documents(["passage: tillid"])[0], abs=1e-5
    )
    assert np.linalg.norm(embedder.embed_query("mod")) == pytest.approx(1, abs=1e-5)


def test_a_prompt_given_wins_over_the_models_own(small_model):
    embedder = load_embedder(str(small_model), query_prompt="hvad: ")
    plain = load_embedder(str(small_model), query_prompt="")
    assert embedder.embed_query("mod") == pytest.approx(plain.embed_query("hvad: mod"), abs=1e-5)
    assert embedder.embed_query("mod") != pytest.approx(plain.embed_query("mod"), abs=1e-3)


@pytest.mark.parametrize("name", ["/findes/ikke", "findes-ikke/nogen-steder"])
def test_a_missing_model_is_unavailable_and_nothing_takes_its_place(name):
    with pytest.raises(EmbedderUnavailableError, match=name):
        load_embedder(name)


def test_a_broken_model_folder_is_unavailable(tmp_path):
    shutil.copytree(BUNDLED_MODEL, tmp_path / "model")
    (tmp_path / "model" / "model.safetensors").write_bytes(b"broken")
    with pytest.raises(EmbedderUnavailableError, match="model"):
        load_embedder(str(tmp_path / "model"))
    (tmp_path / "model" / "modules.json").write_text("{")
    with pytest.raises(EmbedderUnavailableError):
        load_embedder(str(tmp_path / "model"))


def test_the_identity_of_an_embedder_changes_with_its_files_and_prompts(tmp_path):
    def write(name: str, content: str) -> str:
        (tmp_path / name).write_text(content)
        return identify_embedder(str(tmp_path))

    first = write("modules.json", json.dumps([]))
    assert write("README.md", "a model card changes no vector") == first
    assert write("modules.json", json.dumps([{}])) != first
    assert identify_embedder("a/b") != identify_embedder("a/c")
    assert identify_embedder("a/b") != identify_embedder("a/b", query_prompt="query: ")
    assert identify_embedder("a/b", query_prompt="x") != identify_embedder(
        "a/b", passage_prompt="x"
    )
    assert identify_embedder("") == identify_embedder(str(BUNDLED_MODEL))
