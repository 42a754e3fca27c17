"""Embedders behind LangChain's interface: the bundled static one, or any sentence-transformer."""

import hashlib
import json
from pathlib import Path
from typing import Any, cast

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from index.errors import EmbedderUnavailableError

BUNDLED_MODEL = Path(__file__).parent / "model"
"""The embedding model that the product ships with; see its README.md."""

_STATIC_TYPES = ("StaticEmbedding", "Normalize")


class StaticEmbedder(Embeddings):
    """A static embedding model read with tokenizers, safetensors and numpy alone.

    The mean of the token vectors, at unit length: what sentence-transformers computes for the
    same folder, without its import time. A test holds the two equal.
    """

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        module = _static_module(folder)
        self._tokenizer: Any = Tokenizer.from_file(str(module / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        weights = load_file(module / "model.safetensors")
        self._vectors = weights.get("embedding.weight", next(iter(weights.values())))

    def embed(self, texts: list[str]) -> NDArray[np.float32]:
        """Return unit vectors of shape (len(texts), dimensions); a text without tokens gives 0."""
        width = int(self._vectors.shape[1])
        vectors = np.zeros((len(texts), width), dtype=np.float32)
        encoded = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        for row, encoding in enumerate(encoded):
            if encoding.ids:
                mean = self._vectors[encoding.ids].astype(np.float32).mean(axis=0)
                vectors[row] = mean / max(float(np.linalg.norm(mean)), 1e-12)
        return vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a unit vector for each passage."""
        return self.embed(texts).tolist()

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a query."""
        return self.embed([text])[0].tolist()


class TransformerEmbedder(Embeddings):
    """Any sentence-transformers model, by folder or hub name, with its prompts.

    Args:
        name: Folder or hub name.
        query_prompt: Put before each query; None takes the model's own "query" prompt.
        passage_prompt: Put before each passage; None takes its "passage" or "document" prompt.
    """

    def __init__(
        self, name: str, *, query_prompt: str | None = None, passage_prompt: str | None = None
    ) -> None:
        from sentence_transformers import SentenceTransformer

        self._model: Any = SentenceTransformer(name, device="cpu")
        prompts = cast("dict[str, str]", getattr(self._model, "prompts", None) or {})
        own_passage = prompts.get("passage") or prompts.get("document") or ""
        own_query = prompts.get("query") or ""
        self._query = own_query if query_prompt is None else query_prompt
        self._passage = own_passage if passage_prompt is None else passage_prompt

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a unit vector for each passage."""
        return self._encode(texts, self._passage)

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a query."""
        return self._encode([text], self._query)[0]

    def _encode(self, texts: list[str], prompt: str) -> list[list[float]]:
        vectors = self._model.encode(
            texts, prompt=prompt, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32).tolist()


def load_embedder(
    name: str = "", *, query_prompt: str | None = None, passage_prompt: str | None = None
) -> Embeddings:
    """Return the embedder called `name`; "" is the bundled one.

    Raises:
        EmbedderUnavailableError: If the model cannot be loaded. Nothing is put in its place.
    """
    folder = Path(name) if name else BUNDLED_MODEL
    try:
        if is_static(folder):
            return StaticEmbedder(folder)
        return TransformerEmbedder(name, query_prompt=query_prompt, passage_prompt=passage_prompt)
    except Exception as error:  # the libraries raise whatever their parts raise
        raise EmbedderUnavailableError(name or str(BUNDLED_MODEL), str(error)) from error


def is_static(folder: Path) -> bool:
    """Say whether `folder` holds a static embedding model and nothing besides."""
    modules = _modules(folder)
    types = [str(module.get("type", "")).rsplit(".", 1)[-1] for module in modules]
    return bool(types) and types[0] == _STATIC_TYPES[0] and set(types) <= set(_STATIC_TYPES)


def identify_embedder(
    name: str, *, query_prompt: str | None = None, passage_prompt: str | None = None
) -> str:
    """Return a text that changes when the embedder's vectors could: content hash or name."""
    folder = Path(name) if name else BUNDLED_MODEL
    if not folder.is_dir():
        return f"{name}|{query_prompt}|{passage_prompt}"
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix != ".md":
            digest.update(path.name.encode() + b"\0")
            digest.update(path.read_bytes())
    return f"{digest.hexdigest()}|{query_prompt}|{passage_prompt}"


def _modules(folder: Path) -> list[dict[str, Any]]:
    path = folder / "modules.json"
    if not path.is_file():
        return []
    return cast("list[dict[str, Any]]", json.loads(path.read_text(encoding="utf-8")))


def _static_module(folder: Path) -> Path:
    """Return the folder of the static module inside a model folder."""
    return folder / str(_modules(folder)[0].get("path", ""))
