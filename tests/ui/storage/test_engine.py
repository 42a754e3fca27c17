import pytest

from ui.storage.engine import make_engine, run_alone
from ui.storage.errors import StorageError
from ui.storage.place import find_place


@pytest.mark.parametrize("setting", ["ukendt://db/x", "oracle://db/x", "sqlite+ukendt:///x.db"])
def test_a_database_that_nothing_here_can_speak_to_is_told(tmp_path, setting):
    with pytest.raises(StorageError, match="database_driver_missing"):
        make_engine(find_place(setting, tmp_path))


def test_a_file_is_read_while_it_is_written_and_overwrites_what_is_deleted(tmp_path):
    engine = make_engine(find_place("", tmp_path))
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "secure_delete", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 10_000,
    }
    engine.dispose()


def test_a_statement_alone_is_in_no_transaction(tmp_path):
    engine = make_engine(find_place("", tmp_path))
    run_alone(engine, "PRAGMA journal_mode = DELETE")  # SQLite refuses it inside one
    engine.dispose()
