"""Keep built indexes on disk: fingerprinted, atomic, locked, checked, rebuilt when stale."""

import errno
import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout
from langchain_core.embeddings import Embeddings

from corpus.document import Document
from corpus.enrichment import Enrichment
from index import build
from index.embedder import identify_embedder
from index.errors import IndexBusyError, IndexCorruptError, IndexUnwritableError, RetrievalError
from index.manifest import MANIFEST, check_index, write_manifest
from index.retriever import Channels

_BUILDING = ".building-"
_LOCK_SECONDS = 120
_KEPT_BUILDS = 4
"""A page that is served reads the build it opened, whatever others build beside it."""

_READABLE = 0o755
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EmbedderChoice:
    """Which embedding model to use.

    Attributes:
        name: Folder or hub name of a sentence-transformers model; "" is the bundled one.
        query_prompt: Put before each query; None takes the model's own.
        passage_prompt: Put before each passage; None takes the model's own.
    """

    name: str = ""
    query_prompt: str | None = None
    passage_prompt: str | None = None


class IndexState(StrEnum):
    """How a built index stands to what it should hold."""

    READY = "ready"
    MISSING = "missing"
    STALE = "stale"
    CORRUPT = "corrupt"


@dataclass(frozen=True)
class IndexStatus:
    """What is known of an index without loading it.

    Attributes:
        state: How it stands.
        folder: Where the built index lies or would lie.
        fingerprint: Of documents, enrichment, embedder and settings.
        size: Bytes on disk, 0 if missing.
    """

    state: IndexState
    folder: Path
    fingerprint: str
    size: int


class IndexStore:
    """The built indexes in one folder, one subfolder per fingerprint.

    Args:
        folder: Where built indexes are kept; made when first written.
        documents: What is indexed.
        enrichment: Questions per passage and thesaurus.
        choice: Which embedding model.
    """

    def __init__(
        self,
        folder: Path,
        documents: Sequence[Document],
        enrichment: Enrichment,
        choice: EmbedderChoice,
    ) -> None:
        self._folder = folder
        self._content = build.gather_content(documents, enrichment)
        self.fingerprint = _fingerprint(self._content, choice)

    @property
    def path(self) -> Path:
        """Where the index of this fingerprint lies once it is built."""
        return self._folder / self.fingerprint[:16]

    def open(self, embedder: Embeddings) -> Channels:
        """Return the index, built first if it is missing, stale or corrupt.

        Raises:
            RetrievalError: If it cannot be built or written.
        """
        try:
            check_index(self.path, self.fingerprint)
            return build.read_index(self.path, self._content, embedder)
        except IndexCorruptError as error:
            if self.path.exists():
                _log.warning("rebuilding a corrupt index: %s", error)
        self.build(embedder, force=True)
        return build.read_index(self.path, self._content, embedder)

    def build(self, embedder: Embeddings, *, force: bool = False) -> Path:
        """Build the index unless a sound one is there; return its folder.

        The build happens in a folder of its own that is renamed when it is whole: a killed build
        leaves what was there before. Of two processes the second waits and finds the first's.

        Args:
            embedder: Text to vectors.
            force: Rebuild even a sound index, unless another process built it while we waited.

        Raises:
            RetrievalError: If the folder cannot be written or stays locked.
        """
        with _writing(self._folder):
            before = _built_at(self.path)
            with _locked(self._folder):
                if self._is_sound() and (not force or _built_at(self.path) != before):
                    return self.path
                self._build_locked(embedder)
        return self.path

    def status(self) -> IndexStatus:
        """Return how the index stands."""
        size = 0
        if not self.path.exists():
            others = self._folder.is_dir() and any(self._folder.glob(f"*/{MANIFEST}"))
            state = IndexState.STALE if others else IndexState.MISSING
        else:
            state = IndexState.READY if self._is_sound() else IndexState.CORRUPT
            size = sum(path.stat().st_size for path in self.path.rglob("*") if path.is_file())
        return IndexStatus(state, self.path, self.fingerprint, size)

    def _is_sound(self) -> bool:
        try:
            check_index(self.path, self.fingerprint)
        except IndexCorruptError:
            return False
        return True

    def _build_locked(self, embedder: Embeddings) -> None:
        for left in self._folder.glob(f"{_BUILDING}*"):  # of a build that was killed
            shutil.rmtree(left, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=self._folder))
        fresh.chmod(_READABLE)  # mkdtemp's folders are their maker's alone
        try:
            build.write_index(fresh, self._content, embedder)
            write_manifest(fresh, self.fingerprint)
            if self.path.exists():
                self.path.rename(fresh.with_name(f"{fresh.name}-old"))
            fresh.rename(self.path)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
            shutil.rmtree(fresh.with_name(f"{fresh.name}-old"), ignore_errors=True)
        self._forget_old()

    def _forget_old(self) -> None:
        """Keep the newest builds; other processes may still read those before."""
        built = [path.parent for path in self._folder.glob(f"*/{MANIFEST}")]
        built.sort(key=lambda path: (path / MANIFEST).stat().st_mtime, reverse=True)
        for old in built[_KEPT_BUILDS:]:
            shutil.rmtree(old, ignore_errors=True)


def _fingerprint(content: build.Content, choice: EmbedderChoice) -> str:
    embedder = identify_embedder(
        choice.name, query_prompt=choice.query_prompt, passage_prompt=choice.passage_prompt
    )
    parts = {
        "format": build.FORMAT,
        "parameters": [build.LEMMA_K1, build.LEMMA_B, build.NGRAM_K1, build.NGRAM_B],
        "passages": [asdict(entry) for entry in content.passages],
        "questions": [asdict(entry) for entry in content.questions],
        "thesaurus": content.thesaurus,
        "embedder": embedder,
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _built_at(path: Path) -> int:
    try:
        return (path / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


@contextmanager
def _locked(folder: Path) -> Generator[None]:
    try:
        with FileLock(folder / ".lock", timeout=_LOCK_SECONDS):
            yield
    except Timeout as error:
        raise IndexBusyError(folder, f"locked for {_LOCK_SECONDS} s") from error


@contextmanager
def _writing(folder: Path) -> Generator[None]:
    """Make `folder` and turn every failure to write in it into the package's error."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except RetrievalError:
        raise
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "unknown")
        raise IndexUnwritableError(folder, f"{reason}: {error}") from error
    except Exception as error:  # Chroma reports a full or read-only disk in errors of its own
        raise IndexUnwritableError(folder, str(error)) from error
