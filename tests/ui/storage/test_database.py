import os
import re
import socket
import sqlite3
import stat
import subprocess
import sys
import traceback
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.settings import Settings
from ui import error_texts
from ui.failure import explain
from ui.storage.errors import StorageError
from ui.storage.noun import CaseDraft, Feedback
from ui.storage.place import FILE_NAME
from ui.storage.store import open_store
from ui.storage.testing import put_case

ROOT = Path(__file__).parents[3]
CODES = sorted(
    {
        code
        for path in (ROOT / "ui" / "storage").glob("*.py")
        for code in re.findall(
            r'"((?:database|case|run)_[a-z_]+)"', path.read_text(encoding="utf-8")
        )
    }
)


def opening_fails(folder: Path, database: str = "") -> StorageError:
    with pytest.raises(StorageError) as caught:
        open_store(Settings(database=database), folder)
    return caught.value


def everything_told(error: BaseException) -> str:
    """Return what a log shows of an error and of those it came from."""
    return "".join(traceback.format_exception(error))


@pytest.mark.parametrize("code", CODES)
def test_every_error_has_a_danish_sentence_that_names_the_place(code):
    sentence = explain(StorageError(code, path="/data/lager.db", id="7"))
    assert sentence != error_texts.ERROR_UNKNOWN
    assert "{" not in sentence


# Files


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_only_the_owner_can_read_the_files(tmp_path):
    before = os.umask(0)
    try:
        store = open_store(Settings(), tmp_path / "a" / "data")
        store.add_feedback(Feedback(helped=True))
    finally:
        os.umask(before)
    folder = tmp_path / "a" / "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(list(folder.iterdir())) == 3  # the file and the two beside it
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_a_file_that_others_could_read_is_closed_to_them(tmp_path):
    (tmp_path / FILE_NAME).touch(mode=0o644)
    open_store(Settings(), tmp_path).close()
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "fil").touch()
    error = opening_fails(tmp_path / "fil" / "data")
    assert error.code == "database_unwritable"
    assert str(tmp_path / "fil" / "data") in explain(error)


READER = """
import os, sys
from pathlib import Path
from assistant.settings import Settings
from ui.storage.errors import StorageError
from ui.storage.store import open_store

if os.geteuid() == 0:
    os.seteuid(65534)
try:
    open_store(Settings(), Path(sys.argv[1]))
except StorageError as error:
    print(error.code)
"""


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
def test_a_folder_that_one_may_not_write_in_is_named(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    for above in (tmp_path, *tmp_path.parents[:2]):
        above.chmod(0o755)
    folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READER, folder], capture_output=True, cwd=ROOT, check=True
    )
    assert done.stdout.decode().strip() == "database_unwritable"


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"Dette er ikke en database. " * 100)
    error = opening_fails(tmp_path)
    assert error.code == "database_corrupt"
    assert FILE_NAME in explain(error)


def test_a_damaged_database_is_named_when_it_is_read(tmp_path):
    store = open_store(Settings(), tmp_path)
    for number in range(200):
        store.add_case(CaseDraft(f"Hvad er {number}?" * 50))
    store.forget_old()  # everything is in the file itself
    store.close()
    path = tmp_path / FILE_NAME
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)  # the first page tells that it is a database
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(StorageError, match="database_corrupt"):
        open_store(Settings(), tmp_path)


def test_a_full_disk_is_told_and_nothing_half_is_written(tmp_path):
    store = open_store(Settings(), tmp_path)
    store.add_case(CaseDraft("Hvad er mod?"))

    def fill(session) -> None:
        session.connection().exec_driver_sql("PRAGMA max_page_count = 1")
        for _ in range(100):
            put_case(session, CaseDraft("Hvad er frygt?" * 500))

    database = store._database
    with pytest.raises(StorageError, match="database_full"):
        database.write(fill)
    assert [case.question for case in store.list_cases()] == ["Hvad er mod?"]
    store.close()


def test_a_database_that_another_holds_is_busy_and_then_is_not(tmp_path, monkeypatch):
    monkeypatch.setattr("ui.storage.engine.SECONDS_WAITED", 0.2)
    store = open_store(Settings(), tmp_path)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="database_busy"):
        store.add_case(CaseDraft("Hvad er mod?"))
    assert store.list_cases() == ()  # whoever only reads need not wait
    other.execute("ROLLBACK")
    store.add_case(CaseDraft("Hvad er mod?"))
    other.close()
    store.close()


def test_a_file_that_is_gone_is_no_longer_ready(tmp_path):
    store = open_store(Settings(), tmp_path)
    store.close()
    for file in tmp_path.iterdir():
        file.unlink()
    assert not store.is_ready()


# Servers


def test_a_wrong_password_is_refused_and_never_shown(server, tmp_path):
    error = opening_fails(tmp_path, server.address(password="forkert-kode"))  # noqa: S106
    assert error.code == "database_refused"
    assert "forkert-kode" not in everything_told(error) + explain(error)


def test_a_database_that_is_not_there_is_refused(server, tmp_path):
    assert opening_fails(tmp_path, server.address(database="findes-ikke")).code == (
        "database_refused"
    )


def test_a_server_that_is_not_there_is_named_without_its_password(tmp_path):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        url = f"postgresql://hr:hemmelig-kode@127.0.0.1:{port}/ledelse?password=hemmelig-kode"
        error = opening_fails(tmp_path, url)
    assert error.code == "database_unreachable"
    assert f"postgresql://hr@127.0.0.1:{port}/ledelse" in explain(error)
    assert "hemmelig-kode" not in everything_told(error) + explain(error)


def test_a_user_who_may_not_make_tables_is_told(server, tmp_path, run_statements):
    run_statements(
        server.address(database="postgres"),
        "DROP DATABASE IF EXISTS lukket",
        "CREATE DATABASE lukket",
        "DROP ROLE IF EXISTS laeser",
        "CREATE ROLE laeser LOGIN PASSWORD 'laeser'",
    )
    url = server.address(user="laeser", password="laeser", database="lukket")  # noqa: S106
    assert opening_fails(tmp_path, url).code == "database_forbidden"


def test_connections_that_the_server_cut_are_made_again(server, tmp_path, run_statements):
    store = open_store(Settings(database=server.url), tmp_path)
    before = len(store.list_cases())
    run_statements(
        server.address(database="postgres"),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'ledelse'",
    )
    assert len(store.list_cases()) == before
    store.close()


def test_an_error_tells_nothing_of_what_was_to_be_stored(database, tmp_path):
    store = open_store(Settings(database=database), tmp_path)
    values = {"navn": "Xantippe"}

    def break_it(session) -> None:
        session.execute(text("INSERT INTO ukendt (navn) VALUES (:navn)"), values)

    with pytest.raises(StorageError) as caught:
        store._database.write(break_it)
    assert caught.value.code == "database_unusable"
    assert "Xantippe" not in everything_told(caught.value)
    store.close()


def test_what_fails_half_way_leaves_nothing(database, tmp_path):
    store = open_store(Settings(database=database), tmp_path)

    def work(session) -> None:
        put_case(session, CaseDraft("Hvad er mod?"))
        raise StorageError("case_missing")

    with pytest.raises(StorageError):
        store._database.write(work)
    assert store.list_cases() == ()
    store.close()
