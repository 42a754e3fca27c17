import base64

import anyio
import pytest

from ui import accounts
from ui.accounts import make_account, write_accounts
from ui.web import doorkeeper as module
from ui.web.account_book import AccountBook
from ui.web.doorkeeper import Doorkeeper, TooManyGuessesError
from ui.web.token import TokenMint

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own


@pytest.fixture(scope="module", autouse=True)
def _cheap():
    """Hash at a cost that tests can pay many times."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(accounts, "_COST", 4)
        yield


@pytest.fixture(scope="module")
def anna():
    return make_account("Anna", PASSWORD, is_hr=True)


@pytest.fixture
def path(tmp_path, anna):
    file = tmp_path / "brugere.txt"
    write_accounts(file, [anna])
    return file


@pytest.fixture
def keeper(path):
    return Doorkeeper(AccountBook(path), TokenMint(b"k" * 32))


def check(keeper, name, password, address="80.1.1.1"):
    return anyio.run(keeper.check, name, password, address)


def refuse(*_):
    return False


def basic(name, password):
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def check_basic(keeper, header, address="80.1.1.1"):
    return anyio.run(keeper.check_basic, header, address)


def test_the_right_password_lets_in(keeper, anna):
    assert check(keeper, "anna", PASSWORD) == anna
    assert check(keeper, "anna", "et andet kodeord") is None
    assert check(keeper, "bo", PASSWORD) is None


def test_who_guesses_is_stopped_for_that_user_and_address_alone(keeper):
    for _ in range(5):
        assert check(keeper, "anna", "gæt") is None
    with pytest.raises(TooManyGuessesError):
        check(keeper, "ANNA", PASSWORD)
    assert check(keeper, "anna", PASSWORD, "80.2.2.2") is not None
    assert check(keeper, "bo", "gæt") is None


def test_an_address_that_guesses_at_many_users_is_stopped(keeper, monkeypatch):
    monkeypatch.setattr(module, "check_password", refuse)
    for number in range(50):
        check(keeper, f"bruger{number}", "gæt")
    with pytest.raises(TooManyGuessesError):
        check(keeper, "anna", PASSWORD)


def test_an_unknown_user_takes_as_much_work_as_a_known_one(keeper, monkeypatch):
    hashes = []

    def note(_, hashed):
        hashes.append(hashed)
        return False

    monkeypatch.setattr(module, "check_password", note)
    check(keeper, "anna", "gæt")
    check(keeper, "ukendt", "gæt")
    known, unknown = (each.split("$")[1] for each in hashes)
    assert known == unknown


def test_a_programme_s_password_is_checked_once_and_then_remembered(keeper, anna, monkeypatch):
    assert check_basic(keeper, basic("anna", PASSWORD)) == anna
    monkeypatch.setattr(module, "check_password", refuse)
    assert check_basic(keeper, basic("anna", PASSWORD)) == anna
    assert check_basic(keeper, basic("anna", "et andet")) is None


def test_a_remembered_password_ends_with_the_account(keeper, path):
    assert check_basic(keeper, basic("anna", PASSWORD)) is not None
    write_accounts(path, [make_account("anna", "et nyt langt kodeord", is_hr=True)])
    assert check_basic(keeper, basic("anna", PASSWORD)) is None


def test_it_is_forgotten_after_a_while(path, monkeypatch):
    now = [0.0]
    keeper = Doorkeeper(AccountBook(path), TokenMint(b"k" * 32), clock=lambda: now[0])
    check_basic(keeper, basic("anna", PASSWORD))
    monkeypatch.setattr(module, "check_password", refuse)
    now[0] = 301
    assert check_basic(keeper, basic("anna", PASSWORD)) is None


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer abc",
        "Basic",
        "Basic ***",
        "Basic " + base64.b64encode(b"\xff").decode(),
        "Basic YQ==",
    ],
)
def test_what_is_no_password_is_nobody(keeper, header):
    assert check_basic(keeper, header) is None


def test_a_cookie_is_good_until_logged_out_or_the_user_is_removed(keeper, path, anna):
    first, second = keeper.open(anna), keeper.open(anna)
    assert keeper.read(first).account == anna
    keeper.close(first)
    assert keeper.read(first) is None
    assert keeper.read(second) is not None
    write_accounts(path, [])
    assert keeper.read(second) is None


def test_no_cookie_is_nobody(keeper):
    assert keeper.read("") is None
    assert keeper.read("x.y") is None
    keeper.close("x.y")
