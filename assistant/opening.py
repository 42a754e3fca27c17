"""Open documents, index and assistant; errors of the lower rooms become the assistant's."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import (
    DocumentsUnusableError,
    DocumentUnknownError,
    IndexUnusableError,
    ModelUnusableError,
)
from assistant.settings import Settings
from corpus.document import Document
from corpus.enrichment import Enrichment, load_enrichment
from corpus.errors import CorpusError
from corpus.loading import BUNDLED_DOCUMENTS, load_documents
from index.errors import RetrievalError

# A terminal that only prints a document need not wait for LangChain and the index.
if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel

    from assistant.generative.equipment import Equipment
    from assistant.library import Library
    from assistant.pipeline import Assistant
    from index.store import EmbedderChoice, IndexStatus, IndexStore


@dataclass(frozen=True)
class Workplace:
    """One folder of documents with its index, opened step by step as each is needed.

    Attributes:
        settings: Where things are.
    """

    settings: Settings

    @property
    def folder(self) -> Path:
        """The folder of documents."""
        return self.settings.documents or BUNDLED_DOCUMENTS

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents.

        Raises:
            DocumentsUnusableError: If they cannot be read.
        """
        with corpus_errors():
            documents = tuple(load_documents(self.folder))
        contact = self.settings.contact.strip()
        if not contact:
            return documents
        return tuple(replace(d, metadata=replace(d.metadata, contact=contact)) for d in documents)

    def document(self, name: str) -> Document:
        """Return the document called `name`.

        Raises:
            DocumentUnknownError: If there is none.
        """
        found = next((d for d in self.documents if d.name == name), None)
        if found is None:
            names = ", ".join(document.name for document in self.documents)
            raise DocumentUnknownError(name=name, known=names)
        return found

    @cached_property
    def enrichment(self) -> Enrichment:
        """The questions per passage and the thesaurus, with what people added to them here.

        Raises:
            DocumentsUnusableError: If they cannot be read.
        """
        added = self.settings.data_folder(self.folder)
        with corpus_errors():
            return load_enrichment(self.folder, self.documents, additional=added)

    @cached_property
    def embedder(self) -> "Embeddings":
        """The embedding model.

        Raises:
            IndexUnusableError: If it cannot be loaded.
        """
        from index.embedder import load_embedder

        choice = self._choice
        with _index_errors():
            return load_embedder(
                choice.name, query_prompt=choice.query_prompt, passage_prompt=choice.passage_prompt
            )

    @cached_property
    def library(self) -> "Library":
        """The documents with their index, built first if need be.

        Raises:
            IndexUnusableError: If the index cannot be built or opened.
        """
        from assistant.library import Library
        from index.retriever import PassageRetriever

        with _index_errors():
            channels = self._store.open(self.embedder)
        retriever = PassageRetriever(channels=channels, documents=self.documents)
        return Library(self.documents, retriever)

    @cached_property
    def assistant(self) -> "Assistant":
        """The assistant over the documents, with the language model of the settings if any.

        Raises:
            SettingInvalidError: If the model cannot be opened.
            IndexUnusableError: If the index or the cross-encoder cannot be opened.
        """
        from assistant.answerability.model import load_answerability
        from assistant.pipeline import Assistant

        if self.settings.model:
            from assistant.generative.opening import open_model

            return self.assistant_with(open_model(self.settings))
        vocabulary = self.library.retriever.channels.vocabulary
        return Assistant(self.library, load_answerability(vocabulary, self.documents))

    def assistant_with(self, model: "BaseChatModel") -> "Assistant":
        """Return an assistant that lets `model` word its answers, held to the same proof.

        Raises:
            IndexUnusableError: If the cross-encoder in the settings cannot be loaded.
        """
        from assistant.answerability.model import load_answerability
        from assistant.pipeline import Assistant

        added = self.equip(model)
        vocabulary = self.library.retriever.channels.vocabulary
        answerability = load_answerability(vocabulary, self.documents)
        return Assistant(self.library, answerability, added.writer, added.rewriter)

    def equip(self, model: "BaseChatModel | None" = None) -> "Equipment":
        """Return what lets a language model work on the documents; None opens the settings' own.

        Raises:
            ModelUnusableError: If the settings name none.
            SettingInvalidError: If theirs cannot be opened.
            IndexUnusableError: If the cross-encoder in the settings cannot be loaded.
        """
        from assistant.generative.equipment import equip
        from assistant.generative.opening import name_model, open_model
        from index.entailment import load_entailment

        settings = self.settings
        if model is None and not settings.model:
            raise ModelUnusableError("model_missing")
        model = model or open_model(settings)
        with _index_errors():
            entailment = load_entailment(settings.model_nli) if settings.model_nli else None
        return equip(
            model,
            name_model(settings.model) or model.get_name(),
            library=self.library,
            embedder=self.embedder,
            settings=settings,
            entailment=entailment,
        )

    def build_index(self, *, force: bool = False) -> "IndexStatus":
        """Build the index unless a sound one is there, and return how it stands.

        Raises:
            IndexUnusableError: If it cannot be built.
        """
        with _index_errors():
            self._store.build(self.embedder, force=force)
            return self._store.status()

    def index_status(self) -> "IndexStatus":
        """Return how the index stands."""
        with _index_errors():
            return self._store.status()

    @cached_property
    def _store(self) -> "IndexStore":
        from index.store import IndexStore

        with _index_errors():
            folder = self.settings.index_folder(self.folder)
            return IndexStore(folder, self.documents, self.enrichment, self._choice)

    @property
    def _choice(self) -> "EmbedderChoice":
        from index.store import EmbedderChoice

        return EmbedderChoice(
            self.settings.embedder,
            self.settings.embedder_query_prompt,
            self.settings.embedder_passage_prompt,
        )


@contextmanager
def corpus_errors() -> Generator[None]:
    """Turn what goes wrong with the documents into the assistant's error."""
    try:
        yield
    except CorpusError as error:
        line = str(error.line) if error.line is not None else ""
        raise DocumentsUnusableError(
            error.code, path=str(error.path), line=line, detail=error.detail
        ) from error


@contextmanager
def _index_errors() -> Generator[None]:
    try:
        yield
    except RetrievalError as error:
        raise IndexUnusableError(
            error.code, path=str(error.subject), detail=error.detail
        ) from error
    except OSError as error:
        where = str(error.filename or "")
        raise IndexUnusableError("index_unwritable", path=where, detail=str(error)) from error
