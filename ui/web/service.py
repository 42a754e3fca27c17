"""What every visitor of the web page shares: the documents and the assistant over them."""

from threading import Lock

from assistant.library import Library
from assistant.opening import Workplace
from assistant.pipeline import Assistant

_WARMING = "Hvad står der?"
"""Any question: it makes everything load that answering takes."""


class Service:
    """The workplace that is served; it is swapped whole when its documents were enriched.

    Args:
        workplace: Opened, and its index built, at the first use.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._lock = Lock()

    @property
    def workplace(self) -> Workplace:
        """The documents with their settings, as they are served now."""
        return self._workplace

    @property
    def assistant(self) -> Assistant:
        """The assistant as it answers now."""
        return self._workplace.assistant

    @property
    def library(self) -> Library:
        """The documents with their index, as they are searched now."""
        return self._workplace.library

    @property
    def titles(self) -> dict[str, str]:
        """The documents' titles by name."""
        documents = self._workplace.documents
        return {document.name: document.metadata.title for document in documents}

    def warm(self) -> None:
        """Open documents and index, and answer once, so that nobody waits for it later.

        Raises:
            AssistantError: If they cannot be read or indexed.
        """
        self.assistant.answer(_WARMING)

    def reload(self) -> None:
        """Read documents and enrichment again; until the new index is built, the old one answers.

        Raises:
            AssistantError: If they cannot be read or indexed; the old ones are served on.
        """
        with self._lock:
            fresh = Workplace(self._workplace.settings)
            _ = fresh.assistant
            self._workplace = fresh
