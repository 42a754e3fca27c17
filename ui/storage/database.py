"""One open database: every reading and writing is a transaction, and fails with our own error."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, func, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from ui.storage.engine import READING, make_engine, run_alone
from ui.storage.errors import StorageError
from ui.storage.place import describe, is_file, prepare_file
from ui.storage.table import VERSION, Table, VersionRow
from ui.storage.translation import translate

_SCHEMA_LOCK = 0x4C65_6465
"""Number of the lock that only one process at a time makes tables under (PostgreSQL)."""

_FAILURES = (SQLAlchemyError, sqlite3.Error)
"""The second are raised while a connection is made."""

Result = TypeVar("Result")


class Database:
    """A database with our tables in it; threads and processes may share it.

    Args:
        url: Where it is; tables that are missing are made.

    Raises:
        StorageError: If it cannot be opened, or belongs to a newer programme.
    """

    def __init__(self, url: URL) -> None:
        self.place = describe(url)
        self._is_file = is_file(url)
        self._turn: AbstractContextManager[Any] = Lock() if self._is_file else nullcontext()
        try:
            if self._is_file:
                prepare_file(Path(str(url.database)))
            self._engine = make_engine(url)
        except (*_FAILURES, OSError) as error:
            raise translate(error, self.place) from error
        try:
            self._make_tables()
        except StorageError:
            self.close()
            raise

    def read(self, work: Callable[[Session], Result]) -> Result:
        """Return what `work` reads, all of it from one moment.

        Raises:
            StorageError: If the database fails.
        """
        engine = self._engine.execution_options(**READING)
        try:
            with Session(engine) as session, session.begin():
                return work(session)
        except _FAILURES as error:
            raise translate(error, self.place) from error

    def write(self, work: Callable[[Session], Result]) -> Result:
        """Let `work` write, all of it or nothing; done again if another was there first.

        Raises:
            StorageError: If the database fails; then nothing is written.
        """
        try:
            try:
                return self._write(work)
            except IntegrityError:  # somebody put in the same row at the same time
                return self._write(work)
        except _FAILURES as error:
            raise translate(error, self.place) from error

    def scrub(self) -> None:
        """Take what was deleted out of the file that SQLite keeps beside its own."""
        if not self._is_file:
            return
        try:
            with self._turn:
                run_alone(self._engine, "PRAGMA wal_checkpoint(TRUNCATE)")
        except _FAILURES as error:
            raise translate(error, self.place) from error

    def close(self) -> None:
        """Let go of every connection; a later reading or writing opens new ones."""
        self._engine.dispose()

    def _write(self, work: Callable[[Session], Result]) -> Result:
        with self._turn, Session(self._engine, expire_on_commit=False) as session, session.begin():
            return work(session)

    def _make_tables(self) -> None:
        try:
            with self._engine.begin() as connection:
                found = _make_tables(connection)
        except _FAILURES as error:
            raise translate(error, self.place) from error
        if found > VERSION:
            raise StorageError("database_newer", path=self.place)


def _make_tables(connection: Connection) -> int:
    """Make the tables where there are none, and return the version of those there are."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _SCHEMA_LOCK})
    if not inspect(connection).has_table(VersionRow.__tablename__):
        Table.metadata.create_all(connection)
        connection.execute(insert(VersionRow).values(number=VERSION))
    return connection.scalars(select(func.max(VersionRow.number))).one() or 0
