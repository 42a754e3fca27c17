"""The documents with their index, as the answering steps see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant import texts
from corpus.document import Document, Listing, Passage
from index.language import fold, words
from index.retriever import Hit, PassageRetriever


@dataclass(frozen=True)
class Library:
    """Documents and the retriever over their passages.

    Attributes:
        documents: In the order of their names.
        retriever: Over their answering passages.
    """

    documents: tuple[Document, ...]
    retriever: PassageRetriever

    @cached_property
    def _home(self) -> dict[str, Document]:
        return {p.id: document for document in self.documents for p in document.passages}

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """Every listing of every document, in order."""
        return tuple(listing for document in self.documents for listing in document.listings)

    @cached_property
    def names(self) -> frozenset[str]:
        """Folded words that name the documents or their owners, in any form users write."""
        named = {fold(word) for d in self.documents for word in _naming_words(d)}
        return frozenset(named | {f"{word}s" for word in named})

    def document_of(self, passage: Passage) -> Document:
        """Return the document that `passage` stands in."""
        return self._home[passage.id]

    def passage(self, identity: str) -> Passage:
        """Return the passage with this id."""
        return self._home[identity].by_id[identity]

    def lead_in(self, passage: Passage) -> Passage | None:
        """Return what introduces `passage`, or None."""
        return self.passage(passage.lead_in) if passage.lead_in else None

    def items(self, listing: Listing) -> tuple[Passage, ...]:
        """Return the items of `listing`, in order."""
        return tuple(self.passage(item) for item in listing.items)

    def respell(self, text: str) -> str:
        """Return `text` with misspelt words mended against the documents' words."""
        return self.retriever.channels.respell(text)

    def search(self, query: str, k: int | None = None) -> list[Hit]:
        """Return the `k` best passages for `query`, best first."""
        return self.retriever.search(query, k)

    def subject_name(self, passages: Sequence[Passage] = ()) -> str:
        """Return what to call the document in a sentence ("ledelsesgrundlaget").

        With several documents it is the one that `passages` stand in, if they share one.
        """
        homes = {self.document_of(passage).name for passage in passages}
        among = [d for d in self.documents if d.name in homes] or list(self.documents)
        names = {document.metadata.subject for document in among}
        return names.pop() if len(names) == 1 else texts.DOCUMENTS

    @property
    def contact(self) -> str:
        """Whom to ask when the documents do not answer, or ""."""
        return next((d.metadata.contact for d in self.documents if d.metadata.contact), "")


def _naming_words(document: Document) -> list[str]:
    metadata = document.metadata
    return words(" ".join((metadata.subject, metadata.owner, metadata.title)))
