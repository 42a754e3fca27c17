import base64
import json
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.accounts import Account
from ui.web.token import TOKEN_SECONDS, TokenMint, read_key

ANNA = Account("Anna", is_hr=True, hashed="scrypt$1")
KEY = b"k" * 32


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


def test_a_token_says_who_is_logged_in():
    mint = TokenMint(KEY)
    written = mint.make(ANNA)
    assert mint.read(written).name == "Anna"
    assert mint.is_signed(written, ANNA)


def test_it_runs_out():
    clock = Clock()
    mint = TokenMint(KEY, clock=clock)
    written = mint.make(ANNA)
    clock.now += TOKEN_SECONDS - 1
    assert mint.read(written) is not None
    clock.now += 2
    assert mint.read(written) is None


def test_one_that_is_logged_out_counts_no_longer_and_others_do():
    mint = TokenMint(KEY)
    first, second = mint.make(ANNA), mint.make(ANNA)
    mint.end(mint.read(first))
    assert mint.read(first) is None
    assert mint.read(second) is not None


def test_a_new_password_or_another_server_s_key_ends_it():
    written = TokenMint(KEY).make(ANNA)
    assert not TokenMint(KEY).is_signed(written, Account("Anna", is_hr=True, hashed="scrypt$2"))
    assert not TokenMint(b"x" * 32).is_signed(written, ANNA)


def test_it_survives_a_restart():
    assert TokenMint(KEY).is_signed(TokenMint(KEY).make(ANNA), ANNA)


def test_a_changed_name_or_time_is_noticed():
    mint = TokenMint(KEY)
    payload, _, signature = mint.make(ANNA).partition(".")
    name, expires, id_ = json.loads(base64.urlsafe_b64decode(payload + "=="))
    for content in ([name, expires + 9.0, id_], ["bo", expires, id_]):
        raw = base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")
        assert not mint.is_signed(f"{raw}.{signature}", ANNA)


@given(st.text(max_size=80))
def test_no_other_text_is_a_token(written):
    mint = TokenMint(KEY)
    assert mint.read(written) is None
    assert not mint.is_signed(written, ANNA)


@pytest.mark.parametrize("content", [[], ["a", 1, "b"], ["a", "b", "c"], {"a": 1}, [1, 2.0, "c"]])
def test_what_is_no_token_is_not_read(content):
    raw = base64.urlsafe_b64encode(json.dumps(content).encode()).decode()
    assert TokenMint(KEY).read(f"{raw}.x") is None


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path):
    folder = tmp_path / "data"
    key = read_key(folder)
    assert len(key) == 32
    assert read_key(folder) == key
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
