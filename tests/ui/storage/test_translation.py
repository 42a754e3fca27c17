import errno
import sqlite3

import psycopg
import pytest
from sqlalchemy.exc import InvalidRequestError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from ui.storage.translation import translate


class RefusedError(Exception):
    """What a server's driver raises, with the state that the server gave."""

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


def wrapped(original: BaseException) -> OperationalError:
    return OperationalError("SELECT 1", {}, original)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "database_full"),
        (errno.EDQUOT, "database_full"),
        (errno.EACCES, "database_unwritable"),
        (errno.EROFS, "database_unwritable"),
    ],
)
def test_what_the_disk_says_is_told_apart(number, code):
    assert translate(OSError(number, "x"), "her").code == code


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (sqlite3.SQLITE_FULL, "database_full"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "database_unwritable"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "database_busy"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "database_corrupt"),
        (sqlite3.SQLITE_IOERR, "database_unusable"),
    ],
)
def test_what_sqlite_says_is_told_apart(number, code):
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = number
    assert translate(error, "her").code == code
    assert translate(wrapped(error), "her").code == code


def test_an_error_of_sqlite_without_a_number_is_unusable():
    assert translate(sqlite3.ProgrammingError("x"), "her").code == "database_unusable"


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("08006", "database_unreachable"),
        ("57P01", "database_unreachable"),
        ("28P01", "database_refused"),
        ("3D000", "database_refused"),
        ("25006", "database_forbidden"),
        ("42501", "database_forbidden"),
        ("53100", "database_full"),
        ("53300", "database_busy"),
        ("XX001", "database_corrupt"),
        ("42P01", "database_unusable"),
        (None, "database_unreachable"),
    ],
)
def test_what_a_server_says_is_told_apart(state, code):
    assert translate(wrapped(RefusedError(state)), "her").code == code


def test_a_server_that_turns_a_connection_away_is_not_one_that_is_missing():
    error = psycopg.OperationalError('connection failed: FATAL:  database "x" does not exist')
    assert translate(wrapped(error), "her").code == "database_refused"


def test_no_free_connection_is_busy_and_the_rest_is_unusable():
    assert translate(PoolTimeoutError(), "her").code == "database_busy"
    assert translate(InvalidRequestError(), "her").code == "database_unusable"


def test_the_place_is_named():
    assert translate(OSError(errno.EACCES, "x"), "her").fields == {"path": "her"}
