"""Let in whoever gives the right password, and slow down whoever guesses."""

import base64
import binascii
import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import anyio
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from ui.accounts import Account, check_password, hash_password
from ui.web.account_book import AccountBook
from ui.web.token import Token, TokenMint

WAIT_MINUTES = 5
"""How long whoever guessed too often must wait."""

_GUESSES = RateLimitItemPerMinute(5, WAIT_MINUTES)
"""Wrong passwords for one user from one address."""
_GUESSES_OF_ADDRESS = RateLimitItemPerMinute(50, WAIT_MINUTES)
"""Wrong passwords from one address in all: an office may share one."""

_REMEMBERED_SECONDS = 300
_MOST_REMEMBERED = 500
_AT_ONCE = 2
"""Passwords that are checked at the same time: each takes 32 MB and a core."""


class TooManyGuessesError(Exception):
    """Too many wrong passwords; nothing is checked for a while."""


@dataclass(frozen=True)
class Entry:
    """Who is logged in by a cookie.

    Attributes:
        account: The account as the login file has it now.
        token: What the cookie says.
    """

    account: Account
    token: Token


class Doorkeeper:
    """Checks passwords and cookies against the login file.

    Args:
        book: The login file.
        mint: Makes and checks the cookies.
        clock: Seconds that never run backwards.
    """

    def __init__(
        self, book: AccountBook, mint: TokenMint, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._book = book
        self._mint = mint
        self._clock = clock
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._pepper = secrets.token_bytes(32)
        self._remembered: OrderedDict[bytes, float] = OrderedDict()

    async def check(self, name: str, password: str, address: str) -> Account | None:
        """Return the account of a right password, or None.

        Raises:
            TooManyGuessesError: If too many were wrong just now.
        """
        guesses = self._guesses(name, address)
        if not all(self._limiter.test(item, *key) for item, key in guesses):
            raise TooManyGuessesError
        account = self._book.find(name)
        hashed = account.hashed if account is not None else self._nobody
        is_right = await anyio.to_thread.run_sync(
            check_password, password, hashed, limiter=self._capacity
        )
        if account is not None and is_right:
            return account
        for item, key in guesses:
            self._limiter.hit(item, *key)
        return None

    async def check_basic(self, header: str, address: str) -> Account | None:
        """Return the account of an ``Authorization: Basic`` header (RFC 7617), or None.

        A right one is remembered for some minutes: a programme sends it with every call.

        Raises:
            TooManyGuessesError: If too many were wrong just now.
        """
        given = _parse_basic(header)
        if given is None:
            return None
        name, password = given
        known = self._book.find(name)
        mark = self._mark(name, password, known.hashed if known is not None else "")
        if known is not None and self._remembered.get(mark, 0) > self._clock():
            return known
        account = await self.check(name, password, address)
        if account is not None:
            self._remembered[mark] = self._clock() + _REMEMBERED_SECONDS
            while len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.popitem(last=False)
        return account

    def read(self, cookie: str) -> Entry | None:
        """Return who is logged in by a cookie, or None."""
        token = self._mint.read(cookie) if cookie else None
        account = self._book.find(token.name) if token is not None else None
        if token is None or account is None or not self._mint.is_signed(cookie, account):
            return None
        return Entry(account, token)

    def open(self, account: Account) -> str:
        """Return a cookie for an account whose password was right."""
        return self._mint.make(account)

    def close(self, cookie: str) -> None:
        """Log out whoever is logged in by a cookie."""
        entry = self.read(cookie)
        if entry is not None:
            self._mint.end(entry.token)

    @cached_property
    def _nobody(self) -> str:
        """A hash that no password has: an unknown name takes as long as a wrong password."""
        return hash_password(secrets.token_urlsafe(32))

    @cached_property
    def _capacity(self) -> anyio.CapacityLimiter:
        return anyio.CapacityLimiter(_AT_ONCE)

    def _guesses(self, name: str, address: str) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
        user = ("bruger", address, name.casefold()[:64])
        return [(_GUESSES, user), (_GUESSES_OF_ADDRESS, ("adresse", address))]

    def _mark(self, name: str, password: str, hashed: str) -> bytes:
        content = "\0".join([name.casefold(), password, hashed]).encode("utf-8", "replace")
        return hmac.digest(self._pepper, content, hashlib.sha256)


def _parse_basic(header: str) -> tuple[str, str] | None:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = (
            base64.b64decode(encoded.strip(), validate=True).decode("utf-8").partition(":")
        )
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return (name, password) if colon else None
