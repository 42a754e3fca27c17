"""The users who may log in: a file with one of them a line, their passwords hashed."""

import base64
import binascii
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ui.errors import InputUnusableError

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 1024
"""Characters of a password: NIST SP 800-63B asks for length, not for kinds of characters."""

_COST = 15
"""log2 of scrypt's work; with 8 and 3 it is one of OWASP's recommended settings (32 MB)."""
_BLOCK, _PARALLEL = 8, 3
_SALT_BYTES, _HASH_BYTES = 16, 32
_MOST_COST, _MOST_BLOCK, _MOST_PARALLEL = 20, 32, 16
_NAME = re.compile(r"[\w.@-]{1,64}")
_HR = "hr"
_HEADER = "# Brugere af Ledelsesassistenten. Ret filen med: ledelsesassistent user\n"


@dataclass(frozen=True)
class Account:
    """A user who may log in.

    Attributes:
        name: As the user writes it; letters count the same, large or small.
        is_hr: Whether the tab for quality is theirs.
        hashed: The password, hashed with its salt and cost.
    """

    name: str
    is_hr: bool
    hashed: str


def make_account(name: str, password: str, *, is_hr: bool) -> Account:
    """Return a new account.

    Raises:
        InputUnusableError: If the name or the password cannot be used.
    """
    if not _NAME.fullmatch(name):
        raise InputUnusableError("user_name_invalid", name=name)
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise InputUnusableError("password_length", limit=str(SHORTEST_PASSWORD))
    return Account(name, is_hr=is_hr, hashed=hash_password(password))


def hash_password(password: str) -> str:
    """Return a password hashed with scrypt (RFC 7914), with everything needed to check it."""
    salt = secrets.token_bytes(_SALT_BYTES)
    digest = _scrypt(password, salt, _COST, _BLOCK, _PARALLEL)
    return "$".join(["scrypt", f"{_COST},{_BLOCK},{_PARALLEL}", _encode(salt), _encode(digest)])


def check_password(password: str, hashed: str) -> bool:
    """Say whether a password is the hashed one, in a time that does not depend on where it differs.

    Raises:
        ValueError: If `hashed` is no hash of ours.
    """
    cost, block, parallel, salt, digest = _parse_hash(hashed)
    return hmac.compare_digest(_scrypt(password, salt, cost, block, parallel), digest)


def read_accounts(path: Path) -> dict[str, Account]:
    """Return the accounts by their names in small letters.

    Raises:
        InputUnusableError: If the file cannot be read, or one of its lines.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputUnusableError("accounts_unreadable", path=str(path)) from error
    accounts: dict[str, Account] = {}
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            account = _parse(line, path, number)
            accounts[account.name.casefold()] = account
    return accounts


def write_accounts(path: Path, accounts: Iterable[Account]) -> None:
    """Write the file whole, readable for its owner alone.

    Raises:
        InputUnusableError: If it cannot be written.
    """
    lines = [
        f"{account.name}:{_HR if account.is_hr else ''}:{account.hashed}\n"
        for account in sorted(accounts, key=lambda account: account.name.casefold())
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_secret(path, (_HEADER + "".join(lines)).encode("utf-8"))
    except OSError as error:
        raise InputUnusableError("accounts_unwritable", path=str(path)) from error


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that nobody but its owner may read, in one step."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _parse(line: str, path: Path, number: int) -> Account:
    name, _, rest = line.strip().partition(":")
    role, _, hashed = rest.partition(":")
    try:
        _parse_hash(hashed)
    except ValueError as error:
        raise InputUnusableError("account_invalid", path=str(path), line=str(number)) from error
    if not _NAME.fullmatch(name) or role not in {"", _HR}:
        raise InputUnusableError("account_invalid", path=str(path), line=str(number))
    return Account(name, is_hr=role == _HR, hashed=hashed)


def _parse_hash(hashed: str) -> tuple[int, int, int, bytes, bytes]:
    kind, costs, salt, digest = hashed.split("$")
    cost, block, parallel = (int(each) for each in costs.split(","))
    is_sane = 1 <= cost <= _MOST_COST and 1 <= block <= _MOST_BLOCK
    if kind != "scrypt" or not is_sane or not 1 <= parallel <= _MOST_PARALLEL:
        raise ValueError(costs)
    return cost, block, parallel, _decode(salt), _decode(digest)


def _scrypt(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    memory = 2 * 128 * block * (2**cost + parallel)
    return hashlib.scrypt(
        password.encode("utf-8", "surrogatepass"),
        salt=salt,
        n=2**cost,
        r=block,
        p=parallel,
        maxmem=memory,
        dklen=_HASH_BYTES,
    )


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _decode(written: str) -> bytes:
    try:
        return base64.b64decode(written, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
