import stat

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from ui import accounts
from ui.accounts import (
    Account,
    check_password,
    hash_password,
    make_account,
    read_accounts,
    write_accounts,
    write_secret,
)
from ui.errors import InputUnusableError

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own
NAMES = st.text("abcæøåABC019._@-", min_size=1, max_size=20)


@pytest.fixture(scope="module")
def hashed():
    return hash_password(PASSWORD)


def test_the_right_password_passes_and_no_other(hashed):
    assert check_password(PASSWORD, hashed)
    assert not check_password(PASSWORD + " ", hashed)
    assert not check_password("", hashed)


def test_the_same_password_is_hashed_differently_each_time(hashed):
    assert hash_password(PASSWORD) != hashed
    assert PASSWORD not in hashed


@hypothesis_settings(max_examples=10)
@given(st.text(max_size=30))
def test_no_other_text_is_the_password(guess):
    cheap = hash_cheaply(PASSWORD)
    assert check_password(guess, cheap) is (guess == PASSWORD)


@given(st.dictionaries(NAMES.map(str.casefold), st.booleans(), max_size=5))
def test_what_is_written_is_read(tmp_path_factory, users):
    path = tmp_path_factory.mktemp("brugere") / "brugere.txt"
    hashed = hash_cheaply(PASSWORD)
    written = {name: Account(name, is_hr=is_hr, hashed=hashed) for name, is_hr in users.items()}
    write_accounts(path, written.values())
    assert read_accounts(path) == written


def test_the_file_is_for_its_owner_alone(tmp_path, hashed):
    path = tmp_path / "ny" / "brugere.txt"
    write_accounts(path, [Account("anna", is_hr=True, hashed=hashed)])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["brugere.txt"]
    assert PASSWORD not in path.read_text(encoding="utf-8")


def test_a_secret_replaces_the_one_before(tmp_path):
    path = tmp_path / "nøgle"
    for content in (b"1", b"2"):
        write_secret(path, content)
    assert path.read_bytes() == b"2"


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\nb", "x" * 65, "a/b"])
def test_a_name_that_would_break_the_file_is_refused(name):
    with pytest.raises(InputUnusableError, match="user_name_invalid"):
        make_account(name, PASSWORD, is_hr=False)


@pytest.mark.parametrize("password", ["", "for kort", "x" * 1025])
def test_a_password_that_is_too_short_or_endless_is_refused(password):
    with pytest.raises(InputUnusableError, match="password_length"):
        make_account("anna", password, is_hr=False)


@pytest.mark.parametrize(
    "line",
    [
        "anna",
        "anna:hr",
        "anna:chef:{hashed}",
        ":hr:{hashed}",
        "an na:hr:{hashed}",
        "anna:hr:scrypt$99,8,3$AAAA$AAAA",
        "anna:hr:scrypt$15,8,3$!!$AAAA",
        "anna:hr:md5$15,8,3$AAAA$AAAA",
        "anna:hr:kodeord",
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path, hashed, line):
    path = tmp_path / "brugere.txt"
    path.write_text("# brugere\n\n" + line.format(hashed=hashed) + "\n", encoding="utf-8")
    with pytest.raises(InputUnusableError) as raised:
        read_accounts(path)
    assert raised.value.code == "account_invalid"
    assert raised.value.fields["line"] == "3"


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputUnusableError, match="accounts_unreadable"):
        read_accounts(tmp_path / "ingen")


def hash_cheaply(password):
    """Return a hash at a cost that a test can pay many times."""
    salt = b"0123456789abcdef"
    digest = accounts._scrypt(password, salt, 4, 1, 1)
    return f"scrypt$4,1,1${accounts._encode(salt)}${accounts._encode(digest)}"
