"""What every package's tests share: the bundled document, its index, and no network."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from langchain_core.embeddings import Embeddings

from assistant.opening import Workplace
from assistant.settings import Settings
from corpus.document import Document
from corpus.enrichment import Enrichment, load_enrichment
from corpus.loading import BUNDLED_DOCUMENTS, load_documents
from evals.gold.row import BUNDLED_GOLD
from index.embedder import load_embedder
from index.retriever import Channels, PassageRetriever
from index.store import EmbedderChoice, IndexStore

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TRANSFORMERS_OFFLINE"] = "1"

settings.register_profile(
    "ours",
    max_examples=40,
    deadline=None,  # the first example pays for imports, and the machine may be busy
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ours")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch):
    for name in os.environ:
        if name.upper().startswith("LEDELSESASSISTENT_"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_its_own(tmp_path_factory):
    """Keep what the developer's own page was given (own questions, feedback) out of the tests."""
    before = os.environ.get("XDG_DATA_HOME")
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
    yield
    if before is None:
        del os.environ["XDG_DATA_HOME"]
    else:
        os.environ["XDG_DATA_HOME"] = before


@pytest.fixture(scope="session")
def test_documents() -> Path:
    """The other organisations' documents, one folder each."""
    return BUNDLED_GOLD / "documents"


@pytest.fixture(scope="session")
def leadership() -> Document:
    """The bundled document."""
    (document,) = load_documents(BUNDLED_DOCUMENTS)
    return document


@pytest.fixture(scope="session")
def enrichment(leadership: Document) -> Enrichment:
    """The bundled document's enrichment."""
    return load_enrichment(BUNDLED_DOCUMENTS, [leadership])


@pytest.fixture(scope="session")
def embedder() -> Embeddings:
    """The bundled embedding model."""
    return load_embedder()


@pytest.fixture(scope="session")
def built_store(
    tmp_path_factory: pytest.TempPathFactory,
    leadership: Document,
    enrichment: Enrichment,
    embedder: Embeddings,
) -> IndexStore:
    """The bundled document's index, built once; only to be read."""
    folder = tmp_path_factory.mktemp("index")
    store = IndexStore(folder, [leadership], enrichment, EmbedderChoice())
    store.build(embedder)
    return store


@pytest.fixture(scope="session")
def channels(built_store: IndexStore, embedder: Embeddings) -> Channels:
    """The bundled document's index, opened."""
    return built_store.open(embedder)


@pytest.fixture(scope="session")
def retriever(channels: Channels, leadership: Document) -> PassageRetriever:
    """A retriever over the bundled document."""
    return PassageRetriever(channels=channels, documents=(leadership,))


@pytest.fixture(scope="session")
def workplace(built_store: IndexStore) -> Workplace:
    """The bundled document's workplace, on the index that every package's tests share."""
    return Workplace(Settings(index_dir=built_store.path.parent))
