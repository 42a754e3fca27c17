"""What a built index should be: its fingerprint and the hash of every file."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index.errors import IndexCorruptError

MANIFEST = "manifest.json"


def write_manifest(folder: Path, fingerprint: str) -> None:
    """Write down what the built index in `folder` was made of and the hash of each file."""
    manifest = {
        "fingerprint": fingerprint,
        "files": dict(_digests(folder)),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1), encoding="utf-8")


def check_index(folder: Path, fingerprint: str) -> None:
    """Compare a built index with its manifest.

    Raises:
        IndexCorruptError: If a file is missing or differs, the database is damaged, or the index
            was built from something else.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        expected: dict[str, str] = manifest["files"]
        built_from: str = manifest["fingerprint"]
        differing = expected.items() - set(_digests(folder))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexCorruptError(folder, str(error)) from error
    if built_from != fingerprint:
        raise IndexCorruptError(folder, f"built from {built_from}")
    if differing:
        raise IndexCorruptError(folder, f"{sorted(name for name, _ in differing)} differ")
    _check_databases(folder)


def _check_databases(folder: Path) -> None:
    """Let SQLite check Chroma's database, whose bytes change each time it is opened."""
    databases = list(folder.rglob("*.sqlite3"))
    if not databases:
        raise IndexCorruptError(folder, "no database")
    for path in databases:
        uri = path.absolute().as_uri()  # a folder's name may hold "#", "?" or "%"
        try:
            with closing(sqlite3.connect(f"{uri}?mode=ro", uri=True)) as connection:
                verdict = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.Error as error:
            raise IndexCorruptError(path, str(error)) from error
        if verdict != ("ok",):
            raise IndexCorruptError(path, str(verdict))


def _digests(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.name != MANIFEST and ".sqlite3" not in path.name:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            yield path.relative_to(folder).as_posix(), digest
