"""Serve the page: start, tell where it is, stop in order."""

import contextlib
import signal
from collections.abc import Callable, Generator
from socket import socket
from threading import current_thread, main_thread

import uvicorn

from assistant.opening import Workplace
from assistant.settings import Settings
from ui.errors import InputUnusableError
from ui.web.account_book import AccountBook
from ui.web.doorkeeper import Doorkeeper
from ui.web.listening import Listener
from ui.web.meter import Meter
from ui.web.mounting import OpenedPage, mount
from ui.web.shell.gate import Gate, Inside
from ui.web.shell.stack import wrap
from ui.web.token import TokenMint, read_key

STOP_SECONDS = 6
"""How long running answers may take to finish when the server stops."""

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Opener = Callable[[Settings, Meter], OpenedPage]
"""Opens everything that is served: the documents, the store, the page."""


class PageServer:
    """The page on an address of its own, from start to stop.

    Args:
        settings: How it is served.
        open_page: Opens what is served; it may take its time, and the first answer is warm when
            it returns.
        on_open: Is called when the page can be used.

    Raises:
        InputUnusableError: If the login file or the settings of the shell cannot be used.
    """

    def __init__(
        self,
        settings: Settings,
        open_page: Opener,
        *,
        on_open: Callable[[], None] = lambda: None,
    ) -> None:
        self._settings = settings
        self._doorkeeper = make_doorkeeper(settings)
        self._on_open = on_open
        self._open_page = open_page
        self._meter = Meter()
        self._server: _Server | None = None

    def run(self, listener: Listener) -> None:
        """Serve until the process is told to stop; running answers are finished first.

        Raises:
            Exception: Whatever kept the page from being opened.
        """
        gate = Gate(self._open, on_open=self._on_open)
        app = wrap(gate, self._settings, self._doorkeeper, self._meter)
        config = uvicorn.Config(
            app,
            access_log=False,  # it would log what stands in an address
            log_config=None,
            lifespan="on",
            proxy_headers=False,  # the shell reads them
            server_header=False,
            timeout_graceful_shutdown=STOP_SECONDS,
            ws="none",
        )
        self._server = _Server(config, gate)
        gate.on_failure = self.stop
        self._server.run(sockets=[listener.socket])
        if gate.failure is not None:
            raise gate.failure

    def stop(self) -> None:
        """Let a running server stop as soon as it can."""
        if self._server is not None:
            self._server.should_exit = True

    def _open(self) -> Inside:
        opened = self._open_page(self._settings, self._meter)
        return mount(opened, root_path=self._settings.root_path, doorkeeper=self._doorkeeper)


class _Server(uvicorn.Server):
    """Uvicorn, but a signal to stop is no failure, and open streams end at once."""

    def __init__(self, config: uvicorn.Config, gate: Gate) -> None:
        super().__init__(config)
        self._gate = gate

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """Finish what runs, and let go of the rest."""
        self._gate.stop_streams()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        """Stop at a signal; uvicorn would raise it again when all is done."""
        if current_thread() is not main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in _SIGNALS}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)


def make_doorkeeper(settings: Settings) -> Doorkeeper | None:
    """Return who checks logins, or None where there is no login file.

    Raises:
        InputUnusableError: If the file or the server's own key cannot be used.
    """
    if settings.auth is None:
        return None
    book = AccountBook(settings.auth)
    folder = settings.data_folder(Workplace(settings).folder)
    try:
        key = read_key(folder)
    except OSError as error:
        raise InputUnusableError("login_key_unusable", path=str(folder)) from error
    return Doorkeeper(book, TokenMint(key))
