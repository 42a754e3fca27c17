"""Signed tokens that say who is logged in, and until when; the cookie of a browser holds one."""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from ui.accounts import Account, write_secret

TOKEN_SECONDS = 10 * 3600
"""How long a login lasts: a working day."""

_KEY_FILE = "login.key"
_KEY_BYTES = 32
_LONGEST = 1024


@dataclass(frozen=True)
class Token:
    """What a token says.

    Attributes:
        name: Who is logged in.
        expires: Seconds since 1970.
        id: Unlike that of every other token.
    """

    name: str
    expires: float
    id: str


class TokenMint:
    """Makes tokens and checks them.

    A token is signed with the server's key and the account's hashed password, so that a new
    password ends every login. Those that are logged out are remembered until they run out.

    Args:
        key: The server's key.
        clock: Seconds since 1970.
    """

    def __init__(self, key: bytes, *, clock: Callable[[], float] = time.time) -> None:
        self._key = key
        self._clock = clock
        self._ended: dict[str, float] = {}
        self._lock = Lock()

    def make(self, account: Account) -> str:
        """Return a token for an account that has just logged in."""
        expires = self._clock() + TOKEN_SECONDS
        content = [account.name, expires, secrets.token_urlsafe(12)]
        payload = _encode(json.dumps(content).encode("utf-8"))
        return f"{payload}.{self._sign(payload, account)}"

    def read(self, written: str) -> Token | None:
        """Return what a token says, unchecked, or None where it is none or has run out."""
        payload = written.partition(".")[0]
        token = _parse(payload) if len(written) <= _LONGEST else None
        if token is None or token.expires <= self._clock():
            return None
        with self._lock:
            return None if token.id in self._ended else token

    def is_signed(self, written: str, account: Account) -> bool:
        """Say whether a token was made here for this account as it is now."""
        payload, _, signature = written.partition(".")
        expected = self._sign(payload, account)
        return hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))

    def end(self, token: Token) -> None:
        """Let a token count no longer."""
        now = self._clock()
        with self._lock:
            self._ended = {id_: at for id_, at in self._ended.items() if at > now}
            self._ended[token.id] = token.expires

    def _sign(self, payload: str, account: Account) -> str:
        content = f"{payload}|{account.name.casefold()}|{account.hashed}"
        return _encode(hmac.digest(self._key, content.encode("utf-8", "replace"), hashlib.sha256))


def read_key(folder: Path) -> bytes:
    """Return the server's key; the first time it is made, readable for its owner alone.

    Raises:
        OSError: If it can be neither read nor written.
    """
    path = folder / _KEY_FILE
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_secret(path, secrets.token_bytes(_KEY_BYTES))
    return path.read_bytes()


def _parse(payload: str) -> Token | None:
    try:
        content: Any = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (binascii.Error, ValueError):
        return None
    match content:
        case [str(name), float(expires), str(id_)]:
            return Token(name, expires, id_)
        case _:
            return None


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode("ascii").rstrip("=")
