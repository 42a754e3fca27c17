"""The vector store: Chroma on disk, through LangChain."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from langchain_core.embeddings import Embeddings

from index.entry import Entry

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from langchain_chroma import Chroma

_BATCH = 500
_SMALLEST_BATCH = 2
"""Chroma takes no smaller one."""


_THOROUGH = {"hnsw:construction_ef": 400, "hnsw:search_ef": 400}
"""Chroma builds its graph at random. With so many neighbours looked at, two builds of the same
texts answer alike; with its own figures (100 each), one question in three was scored otherwise."""


def open_client(folder: Path) -> "Client":
    """Return an embedded Chroma client on `folder`, to be closed; its telemetry is off."""
    from chromadb import PersistentClient
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False, allow_reset=False)
    return cast("Client", PersistentClient(str(folder), settings=settings))


class VectorIndex:
    """Entries by the cosine of their embeddings, in one Chroma collection.

    Args:
        store: LangChain's Chroma, which any chain may use as it is.
        collection: The Chroma collection behind it.
    """

    def __init__(self, store: "Chroma", collection: "Collection") -> None:
        self.store = store
        self._collection = collection

    @classmethod
    def open(cls, client: "Client", name: str, embedder: Embeddings, *, size: int) -> "VectorIndex":
        """Return the collection called `name`, new and empty if it is not there.

        Args:
            client: From `open_client`.
            name: The collection.
            embedder: Text to vectors.
            size: How many entries it holds or will hold. Chroma is told to write its graph once
                that many are in, so that the files stand still afterwards and can be checked.
        """
        from langchain_chroma import Chroma

        batch = max(_SMALLEST_BATCH, min(_BATCH, size))
        settled = {"hnsw:batch_size": batch, "hnsw:sync_threshold": max(batch, size)}

        store = Chroma(
            collection_name=name,
            client=client,
            embedding_function=embedder,
            collection_metadata={"hnsw:space": "cosine", **_THOROUGH, **settled},
        )
        return cls(store, client.get_collection(name))

    def add(self, entries: Sequence[Entry]) -> None:
        """Embed and store `entries`."""
        # Chroma writes its graph from the second record on: a lone entry is put over itself.
        starts = (0, 0) if len(entries) == 1 else range(0, len(entries), _BATCH)
        for at in starts:
            batch = entries[at : at + _BATCH]
            self.store.add_texts(
                texts=[entry.text for entry in batch],
                metadatas=[{"passage": entry.passage} for entry in batch],
                ids=[entry.id for entry in batch],
            )

    def count(self) -> int:
        """Return how many entries are stored."""
        return self._collection.count()

    def search(self, vector: list[float], k: int) -> dict[str, float]:
        """Return the cosine of the `k` entries nearest to `vector`, keyed by entry id.

        Asks for the distances alone: LangChain's search would fetch every text too, which
        doubles the time.
        """
        found: Any = self._collection.query(
            query_embeddings=[vector], n_results=k, include=["distances"]
        )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return {str(identity): 1.0 - float(distance) for identity, distance in pairs}
