"""The vector store: Chroma on disk, through LangChain."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from langchain_core.embeddings import Embeddings

from index.entry import Entry

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from langchain_chroma import Chroma

_BATCH = 500
_COSINE = {"hnsw:space": "cosine"}


def open_client(folder: Path) -> "ClientAPI":
    """Return an embedded Chroma client on `folder`; telemetry is off, nothing leaves the machine."""
    from chromadb import PersistentClient
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False, allow_reset=False)
    return PersistentClient(str(folder), settings=settings)


class VectorIndex:
    """Entries by the cosine of their embeddings, in one Chroma collection.

    Args:
        store: LangChain's Chroma, which any chain may use as it is.
    """

    def __init__(self, store: "Chroma") -> None:
        self.store = store

    @classmethod
    def open(cls, client: "ClientAPI", name: str, embedder: Embeddings) -> "VectorIndex":
        """Return the collection called `name`, new and empty if it is not there."""
        from langchain_chroma import Chroma

        return cls(
            Chroma(
                collection_name=name,
                client=client,
                embedding_function=embedder,
                collection_metadata=_COSINE,
            )
        )

    def add(self, entries: Sequence[Entry]) -> None:
        """Embed and store `entries`."""
        for at in range(0, len(entries), _BATCH):
            batch = entries[at : at + _BATCH]
            self.store.add_texts(
                texts=[entry.text for entry in batch],
                metadatas=[{"passage": entry.passage} for entry in batch],
                ids=[entry.id for entry in batch],
            )

    def count(self) -> int:
        """Return how many entries are stored."""
        collection: Any = self.store._collection  # noqa: SLF001  LangChain offers no count
        return int(collection.count())

    def search(self, vector: list[float], k: int) -> dict[str, float]:
        """Return the best cosine per passage id among the `k` entries nearest to `vector`."""
        if k <= 0:
            return {}
        found = self.store.similarity_search_by_vector_with_relevance_scores(vector, k=k)
        best: dict[str, float] = {}
        for document, distance in found:
            passage = str(document.metadata["passage"])
            best[passage] = max(best.get(passage, 0.0), 1.0 - distance)
        return best
