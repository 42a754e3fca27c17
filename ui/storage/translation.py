"""What a database or a disk complains of, as one of our own errors: its code names what to mend."""

import errno
import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from ui.storage.errors import StorageError

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_PRIMARY = 0xFF
"""The part of SQLite's extended code that says what kind of error it is."""

_SQLITE: Mapping[int, str] = MappingProxyType(
    {
        sqlite3.SQLITE_PERM: "database_unwritable",
        sqlite3.SQLITE_READONLY: "database_unwritable",
        sqlite3.SQLITE_CANTOPEN: "database_unwritable",
        sqlite3.SQLITE_BUSY: "database_busy",
        sqlite3.SQLITE_LOCKED: "database_busy",
        sqlite3.SQLITE_FULL: "database_full",
        sqlite3.SQLITE_CORRUPT: "database_corrupt",
        sqlite3.SQLITE_NOTADB: "database_corrupt",
    }
)

_SQLSTATE: Mapping[str, str] = MappingProxyType(
    {
        "08": "database_unreachable",
        "57P": "database_unreachable",
        "28": "database_refused",
        "3D": "database_refused",
        "25006": "database_forbidden",
        "42501": "database_forbidden",
        "53100": "database_full",
        "53": "database_busy",
        "55P03": "database_busy",
        "XX": "database_corrupt",
    }
)
"""By how an SQLSTATE begins (PostgreSQL, appendix A); the first that fits counts."""


def translate(error: Exception, place: str) -> StorageError:
    """Return our error for one of SQLAlchemy's or the disk's.

    Args:
        error: What was raised.
        place: Where the database is, without its password.
    """
    return StorageError(_name(error), path=place)


def _name(error: Exception) -> str:
    if isinstance(error, OSError):
        return "database_full" if error.errno in _FULL else "database_unwritable"
    if isinstance(error, PoolTimeoutError):
        return "database_busy"
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, sqlite3.Error):
        # an error that Python itself raises has no code
        code: int = getattr(original, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return _SQLITE.get(code & _PRIMARY, "database_unusable")
    return _name_of_server(error) if isinstance(error, DBAPIError) else "database_unusable"


def _name_of_server(error: DBAPIError) -> str:
    state = str(getattr(error.orig, "sqlstate", None) or "")
    for beginning, name in _SQLSTATE.items():
        if state.startswith(beginning):
            return name
    if state or not isinstance(error, OperationalError):
        return "database_unusable"
    return "database_refused" if _was_refused(error.orig) else "database_unreachable"


def _was_refused(error: BaseException | None) -> bool:
    """Say whether a server was there and turned us away, from what libpq tells of a connection."""
    connection = getattr(error, "pgconn", None)
    asked = bool(getattr(connection, "needs_password", False))
    asked = asked or bool(getattr(connection, "used_password", False))
    return asked or "FATAL" in str(error)
