"""A workplace with other documents than its folder holds: something added, or taken out."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from langchain_core.embeddings import Embeddings

from assistant.opening import Workplace
from corpus.document import Document
from corpus.enrichment import Enrichment


class RememberingEmbedder(Embeddings):
    """Embeds each text once, however many indexes it goes into.

    Args:
        inner: What embeds a text the first time.
    """

    def __init__(self, inner: Embeddings) -> None:
        self._inner = inner
        self._passages: dict[str, list[float]] = {}
        self._queries: dict[str, list[float]] = {}

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a vector for each passage."""
        fresh = list(dict.fromkeys(text for text in texts if text not in self._passages))
        if fresh:
            self._passages.update(zip(fresh, self._inner.embed_documents(fresh), strict=True))
        return [self._passages[text] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a query."""
        if text not in self._queries:
            self._queries[text] = self._inner.embed_query(text)
        return self._queries[text]


@dataclass(frozen=True)
class AlteredWorkplace(Workplace):
    """A workplace over documents that lie in no folder, with an index of its own.

    Attributes:
        altered: The documents.
        written: Their enrichment.
        vectors: Text to vectors.
    """

    altered: tuple[Document, ...]
    written: Enrichment
    vectors: Embeddings

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents."""
        return self.altered

    @cached_property
    def enrichment(self) -> Enrichment:
        """The questions per passage and the thesaurus."""
        return self.written

    @cached_property
    def embedder(self) -> Embeddings:
        """The embedding model."""
        return self.vectors


def alter(
    workplace: Workplace,
    index_dir: Path,
    *,
    documents: tuple[Document, ...],
    enrichment: Enrichment,
    embedder: Embeddings,
) -> AlteredWorkplace:
    """Return a workplace like `workplace` but for what is given.

    Args:
        workplace: Whose settings are kept.
        index_dir: An empty folder for the index, which is really built of the documents.
        documents: To be asked about.
        enrichment: Of these documents.
        embedder: Text to vectors; `workplace`'s own, or one that remembers its vectors.
    """
    settings = workplace.settings.model_copy(update={"index_dir": index_dir})
    return AlteredWorkplace(settings, documents, enrichment, embedder)
