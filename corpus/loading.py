"""Read a folder of documents: decode, canonicalise, front matter and sidecars."""

import re
import unicodedata
from pathlib import Path
from typing import Any, cast

import yaml

from corpus.document import Document
from corpus.errors import (
    DocumentEmptyError,
    DocumentUnreadableError,
    FolderEmptyError,
    FolderMissingError,
    MetadataInvalidError,
)
from corpus.metadata import make_metadata
from corpus.parsing import parse_document

BUNDLED_DOCUMENTS = Path(__file__).parent / "documents"
"""The documents that the product ships with."""

_ENDINGS = (".md", ".markdown")
_FRONT_MATTER = re.compile(
    r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)


def load_documents(folder: Path) -> list[Document]:
    """Return the documents in `folder`, by name.

    Every ``.md`` and ``.markdown`` file is a document; ``NAME.yaml`` beside it may hold its
    metadata, as may front matter. README files and names that begin with a point are skipped.

    Raises:
        CorpusError: If the folder or a file in it cannot be used; nothing is loaded then.
    """
    paths = list_documents(folder)
    if not paths:
        raise FolderEmptyError(folder, "no .md file")
    return [load_document(path) for path in paths]


def list_documents(folder: Path) -> list[Path]:
    """Return the paths of the documents in `folder`, by name.

    Raises:
        FolderMissingError: If the folder does not exist or cannot be read.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise FolderMissingError(folder, str(error)) from error
    return [
        path
        for path in entries
        if path.suffix.lower() in _ENDINGS
        and not path.name.startswith(".")
        and path.stem.upper() != "README"
    ]


def load_document(path: Path) -> Document:
    """Return the document in the file at `path`.

    Raises:
        DocumentUnreadableError: If it cannot be read as UTF-8 text.
        MetadataInvalidError: If front matter or sidecar is not as it should be.
        DocumentEmptyError: If it holds nothing that can be cited.
    """
    body, front = _split_front_matter(_read(path))
    fields = _parse_metadata(path, front)
    sidecar = path.with_suffix(".yaml")
    if sidecar.exists():
        fields |= _parse_metadata(sidecar, _read(sidecar))
    document = parse_document(path.stem, canonicalise(body), make_metadata(path, fields))
    if not document.answers:
        raise DocumentEmptyError(path, "no paragraph and no list item")
    return document


def canonicalise(text: str) -> str:
    r"""Return `text` in NFC with LF line ends, no byte-order mark and one closing line end.

    >>> canonicalise("\ufeff\r\n# A\u030a\r\n\n")
    '# Å\n'
    """
    unified = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", unified).strip("\n") + "\n"


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentUnreadableError(path, str(error)) from error
    if b"\0" in data:
        raise DocumentUnreadableError(path, "NUL byte: not a text file")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DocumentUnreadableError(path, "not UTF-8", line=line) from error


def _split_front_matter(text: str) -> tuple[str, str]:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT_MATTER.match(unified)
    if match is None:
        return unified, ""
    return unified[match.end() :], match.group(1)


def _parse_metadata(path: Path, source: str) -> dict[str, Any]:
    if not source.strip():
        return {}
    try:
        loaded: object = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that is none
        raise MetadataInvalidError(path, "not YAML") from error
    if not isinstance(loaded, dict):
        raise MetadataInvalidError(path, "not a mapping of keys to values")
    return {str(key): value for key, value in cast("dict[object, object]", loaded).items()}
