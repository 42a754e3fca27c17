"""How a database is spoken to: an SQLite file that many may use at once, or a server."""

import sqlite3
import time
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from ui.storage.errors import StorageError
from ui.storage.place import is_file
from ui.storage.translation import translate

SECONDS_WAITED = 10
"""How long to wait for a lock, a connection or a server."""

READING = {"ledelsesassistent_begin": "BEGIN"}
"""Options of a connection that only reads."""

_ALONE = {"ledelsesassistent_begin": ""}
_WRITING = "BEGIN IMMEDIATE"
"""Takes the turn to write at once, so that a transaction is never turned away half done."""

_ATTEMPTS = 100
_PAUSE = 0.05


def make_engine(url: URL) -> Engine:
    """Return what connects to a database and never shows in an error what is stored.

    Raises:
        StorageError: If nothing installed can speak to such a database.
    """
    options: dict[str, Any] = {"hide_parameters": True, "pool_timeout": SECONDS_WAITED}
    if is_file(url):
        options["connect_args"] = {"timeout": SECONDS_WAITED, "check_same_thread": False}
    else:
        options["pool_pre_ping"] = True
    if url.get_backend_name() == "postgresql" and "connect_timeout" not in url.query:
        options["connect_args"] = {"connect_timeout": SECONDS_WAITED}
    try:
        engine = create_engine(url, **options)
    except (NoSuchModuleError, ImportError) as error:
        raise StorageError("database_driver_missing") from error
    if engine.dialect.is_async:
        raise StorageError("database_driver_missing")
    if is_file(url):
        _prepare_file_engine(engine)
    return engine


def run_alone(engine: Engine, statement: str) -> None:
    """Run one statement outside of any transaction (SQLite)."""
    with engine.connect() as connection:
        connection.execution_options(**_ALONE).exec_driver_sql(statement).fetchall()


def _prepare_file_engine(engine: Engine) -> None:
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    for _ in range(_ATTEMPTS):  # SQLite does not wait when several make the same file
        try:
            run_alone(engine, "PRAGMA journal_mode = WAL")
        except (DBAPIError, sqlite3.Error) as error:
            if translate(error, "").code != "database_busy":
                raise
            time.sleep(_PAUSE)
        else:
            return


def _prepare_connection(connection: Any, _record: object) -> None:  # noqa: ANN401  a driver's own
    """Set up a connection to a file; what is deleted is overwritten."""
    connection.isolation_level = None  # the transactions are ours
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin(connection: Connection) -> None:
    begin: str = connection.get_execution_options().get("ledelsesassistent_begin", _WRITING)
    if begin:
        connection.exec_driver_sql(begin)
