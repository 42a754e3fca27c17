"""What can go wrong in the index.

RetrievalError                   the index cannot be built, opened or asked
├── EmbedderUnavailableError     the embedding model cannot be loaded
├── EntailmentUnavailableError   the cross-encoder cannot be loaded
├── IndexUnwritableError         the index folder cannot be written (permissions, full disk)
├── IndexCorruptError            a built index is not what its manifest says
└── IndexBusyError               another process has been building for too long
"""

from pathlib import Path


class RetrievalError(Exception):
    """The index cannot be built, opened or asked.

    Attributes:
        code: Stable name of the error, from which the user interface makes its sentence.
        subject: The folder or model concerned.
        detail: What happened, in English, for developers.
    """

    code = "retrieval"

    def __init__(self, subject: Path | str, detail: str = "") -> None:
        super().__init__(f"{subject}: {detail}" if detail else str(subject))
        self.subject = subject
        self.detail = detail


class EmbedderUnavailableError(RetrievalError):
    """The embedding model cannot be loaded."""

    code = "embedder_unavailable"


class EntailmentUnavailableError(RetrievalError):
    """The cross-encoder cannot be loaded, or does not judge entailment."""

    code = "entailment_unavailable"


class IndexUnwritableError(RetrievalError):
    """The index folder cannot be written."""

    code = "index_unwritable"


class IndexCorruptError(RetrievalError):
    """A built index is not what its manifest says."""

    code = "index_corrupt"


class IndexBusyError(RetrievalError):
    """Another process has been building for too long."""

    code = "index_busy"
