"""Write the model folder, and read it back for measuring."""

import shutil
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.training.errors import ModelUnusableError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from index.training.benchmark import Encode

LARGEST = 30_000_000
"""Bytes that the whole folder may take."""

_DIRECTORY_MODE = 0o755
_FILE_MODE = 0o644


@contextmanager
def replacing(folder: Path) -> Generator[Path]:
    """Give a new folder beside `folder`; it takes its place when all went well.

    A reader never meets half a model, and a failed training leaves the one before it.

    Raises:
        ModelUnusableError: The folder cannot be written, holds something that is no model, or
            would grow larger than the product allows.
    """
    _check_replaceable(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".model-") as beside:
            written = Path(beside) / "model"
            written.mkdir()
            yield written
            _make_readable(written)
            _check_size(written)
            if folder.exists():
                shutil.rmtree(folder)
            written.rename(folder)
    except OSError as error:
        raise ModelUnusableError(folder, f"cannot be written ({error.strerror})") from error


def save_model(model: "SentenceTransformer", folder: Path) -> None:
    """Save `model` in 16-bit floats as a sentence-transformers folder; `model` becomes 16-bit."""
    model.half().save(str(folder), create_model_card=False)


def open_encoder(folder: Path) -> "Encode":
    """Return a function from texts to the folder's unit vectors, computed in 32 bits.

    Raises:
        ModelUnusableError: The folder is not a sentence-transformers model.
    """
    from sentence_transformers import SentenceTransformer

    if not (folder / "modules.json").is_file():
        raise ModelUnusableError(folder, "is not a sentence-transformers folder (no modules.json)")
    try:
        model: Any = SentenceTransformer(str(folder), device="cpu").float()
    except (OSError, ValueError, KeyError) as error:
        raise ModelUnusableError(folder, f"cannot be loaded ({error})") from error

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    return encode


def size_of(folder: Path) -> int:
    """Return the bytes of all files under `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _check_replaceable(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ModelUnusableError(folder, "is a file; --out takes a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "modules.json").is_file():
        raise ModelUnusableError(folder, "holds other files than a model; choose another --out")


def _check_size(folder: Path) -> None:
    if size_of(folder) > LARGEST:
        raise ModelUnusableError(folder, f"{size_of(folder)} bytes; at most {LARGEST} are allowed")


def _make_readable(folder: Path) -> None:
    """Give everyone read access: the weights' writer gives it to the owner alone."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(_DIRECTORY_MODE if path.is_dir() else _FILE_MODE)
