"""The login file as a running server reads it: again, as soon as somebody has changed it."""

import logging
from pathlib import Path
from threading import Lock

from ui.accounts import Account, read_accounts
from ui.errors import InputUnusableError

_log = logging.getLogger(__name__)

_Stamp = tuple[int, int, int]


class AccountBook:
    """Finds accounts; a changed file counts at once, so that a removed user is out.

    Args:
        path: The login file.

    Raises:
        InputUnusableError: If it cannot be read now.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._accounts = read_accounts(path)
        self._stamp = self._look()

    def find(self, name: str) -> Account | None:
        """Return the account of a name, however its letters are written, or None."""
        stamp = self._look()
        with self._lock:
            if stamp != self._stamp:
                self._stamp = stamp
                self._read_again()
            return self._accounts.get(name.casefold())

    def _read_again(self) -> None:
        try:
            self._accounts = read_accounts(self._path)
        except InputUnusableError as error:
            self._accounts = {}  # nobody comes in by a file that cannot be read
            _log.error("the login file cannot be used: %s", error.code)

    def _look(self) -> _Stamp:
        try:
            found = self._path.stat()
        except OSError:
            return (0, 0, 0)
        return (found.st_mtime_ns, found.st_size, found.st_ino)
