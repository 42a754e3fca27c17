"""Take the address that the page is served on."""

import errno
import socket
from dataclasses import dataclass

from ui.errors import InputUnusableError

_BACKLOG = 128
_CODES = {
    errno.EADDRINUSE: "port_taken",
    errno.EACCES: "port_forbidden",
    errno.EPERM: "port_forbidden",
}


@dataclass(frozen=True)
class Listener:
    """An address that is ours.

    Attributes:
        socket: Bound, and listening.
        host: As it was asked for.
        port: The port, a free one where 0 was asked for.
    """

    socket: socket.socket
    host: str
    port: int

    def address(self, root_path: str) -> str:
        """Return what a person writes in the browser."""
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104  shown, not listened on
        host = f"[{shown}]" if ":" in shown and not shown.startswith("[") else shown
        return f"http://{host}:{self.port}{root_path}{'/' if root_path else ''}"


def listen(host: str, port: int) -> Listener:
    """Return a socket that listens on `host` and `port`.

    Raises:
        InputUnusableError: If the port is taken or forbidden, or the host is not this machine's.
    """
    fields = {"host": host, "port": str(port)}
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise InputUnusableError("host_unknown", **fields) from error
    family, kind, protocol, _, place = found[0]
    taken = socket.socket(family, kind, protocol)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(place)
        taken.listen(_BACKLOG)
    except OSError as error:
        taken.close()
        code = _CODES.get(error.errno or 0, "host_unknown")
        raise InputUnusableError(code, **fields) from error
    return Listener(taken, host, taken.getsockname()[1])
