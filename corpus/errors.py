"""What can go wrong when documents are read.

CorpusError                      a document folder cannot be used
├── FolderMissingError           the folder does not exist or cannot be read
├── FolderEmptyError             the folder holds no document
├── DocumentUnreadableError      a file is not readable text (encoding, permissions, NUL bytes)
├── DocumentEmptyError           a file holds no passage that can be cited
├── MetadataInvalidError         front matter or sidecar is not a mapping of the known keys
└── EnrichmentInvalidError       a line of an enrichment file is not what it should be
"""

from pathlib import Path


class CorpusError(Exception):
    """A document folder cannot be used.

    Attributes:
        code: Stable name of the error, from which the user interface makes its sentence.
        path: The file or folder concerned.
        detail: What was found there, in English, for developers.
        line: One-based line number, or None where the whole file is meant.
    """

    code = "corpus"

    def __init__(self, path: Path, detail: str = "", *, line: int | None = None) -> None:
        where = f"{path}:{line}" if line is not None else str(path)
        super().__init__(f"{where}: {detail}" if detail else where)
        self.path = path
        self.detail = detail
        self.line = line


class FolderMissingError(CorpusError):
    """The folder does not exist or cannot be read."""

    code = "folder_missing"


class FolderEmptyError(CorpusError):
    """The folder holds no document."""

    code = "folder_empty"


class DocumentUnreadableError(CorpusError):
    """A file is not readable text."""

    code = "document_unreadable"


class DocumentEmptyError(CorpusError):
    """A file holds no passage that can be cited."""

    code = "document_empty"


class MetadataInvalidError(CorpusError):
    """Front matter or sidecar is not a mapping of the known keys."""

    code = "metadata_invalid"


class EnrichmentInvalidError(CorpusError):
    """A line of an enrichment file is not what it should be."""

    code = "enrichment_invalid"
