"""Where the database is: a file of our own, or the address that a setting gives."""

import os
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ui.storage.errors import StorageError

FILE_NAME = "ledelsesassistent.db"
"""Of the SQLite file in the data folder."""

_POSTGRESQL = frozenset({"postgres", "postgresql"})
_FOLDER_MODE = 0o700
_FILE_MODE = 0o600
_OTHERS = 0o077


def find_place(database: str, folder: Path) -> URL:
    """Return where the database is.

    Args:
        database: The setting: an SQLAlchemy URL, or "" for a file in `folder`.
        folder: The data folder.

    Raises:
        StorageError: If the setting is no URL, or one of a database that is only in memory.
    """
    if not database:
        return URL.create("sqlite", database=str(folder / FILE_NAME))
    try:
        url = make_url(database)
    except (ArgumentError, ValueError):
        raise StorageError("database_invalid") from None  # its message may hold the password
    if url.drivername in _POSTGRESQL:
        return url.set(drivername="postgresql+psycopg")
    if is_file(url) and (url.database or ":memory:").startswith((":memory:", "file:")):
        raise StorageError("database_invalid")
    return url


def is_file(url: URL) -> bool:
    """Say whether the database is an SQLite file."""
    return url.get_backend_name() == "sqlite"


def describe(url: URL) -> str:
    """Return a place as people may see it: no password, and no options, which may hold one.

    >>> describe(make_url("postgresql+psycopg://hr:hemmelig@db:5432/ledelse?password=hemmelig"))
    'postgresql://hr@db:5432/ledelse'
    """
    if is_file(url):
        return str(url.database)
    shown = URL.create(url.get_backend_name(), url.username, None, url.host, url.port, url.database)
    return shown.render_as_string(hide_password=True)


def prepare_file(path: Path) -> None:
    """Make the file and its folder where they are missing, for their owner's eyes only.

    SQLite gives the files that it keeps beside its own the same mode.

    Raises:
        OSError: If they cannot be made or written.
    """
    path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, _FILE_MODE)
    try:
        if os.fstat(descriptor).st_mode & _OTHERS and os.name == "posix":
            path.chmod(_FILE_MODE)
    finally:
        os.close(descriptor)
