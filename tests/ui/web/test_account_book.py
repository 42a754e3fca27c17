import logging

import pytest

from ui.accounts import Account, make_account, write_accounts
from ui.errors import InputUnusableError
from ui.web.account_book import AccountBook


@pytest.fixture(scope="module")
def anna() -> Account:
    return make_account("Anna", "et langt kodeord", is_hr=True)


@pytest.fixture
def path(tmp_path, anna):
    file = tmp_path / "brugere.txt"
    write_accounts(file, [anna])
    return file


def test_a_name_is_found_however_its_letters_are_written(path, anna):
    book = AccountBook(path)
    assert book.find("ANNA") == book.find("anna") == anna
    assert book.find("bo") is None


def test_a_change_counts_at_once(path):
    book = AccountBook(path)
    write_accounts(path, [])
    assert book.find("anna") is None


def test_nobody_comes_in_by_a_file_that_broke_or_went(path, caplog):
    book = AccountBook(path)
    path.write_text("ødelagt", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        assert book.find("anna") is None
    assert "account_invalid" in caplog.text
    path.unlink()
    assert book.find("anna") is None


def test_a_server_does_not_start_on_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(InputUnusableError):
        AccountBook(tmp_path / "ingen")
