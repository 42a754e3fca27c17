"""Keep visitors waiting while the page is being made, and let go of it in order at the end."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.web.shell import texts
from ui.web.shell.answering import refuse

DAY_SECONDS = 24 * 3600

_PATIENCE = "2"
"""Seconds until a browser that waits asks again."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Inside:
    """What the gate opens to.

    Attributes:
        app: The page with its own addresses.
        lifespan: Entered before the first visitor, left after the last.
        is_ready: Whether questions can be answered just now.
        tidy: Done at the start and once a day.
        stop_streams: Ends the streams that browsers keep open.
        close: Lets go of files and processes; done last.
    """

    app: ASGIApp
    lifespan: Callable[[], AbstractAsyncContextManager[Any]]
    is_ready: Callable[[], bool]
    tidy: Callable[[], None]
    stop_streams: Callable[[], None]
    close: Callable[[], None]


class Gate:
    """Opens when the page is made; until then visitors are asked to wait.

    Args:
        make: Makes what is inside; it may take its time and runs in a thread of its own.
        on_open: Is called when the gate has opened.

    Attributes:
        failure: Why nothing could be made, or None.
        on_failure: Is called then.
    """

    def __init__(
        self,
        make: Callable[[], Inside],
        *,
        on_open: Callable[[], None] = lambda: None,
    ) -> None:
        self._make = make
        self._on_open = on_open
        self._inside: Inside | None = None
        self._stopping = asyncio.Event()
        self.failure: BaseException | None = None
        self.on_failure: Callable[[], None] = lambda: None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or ask its sender to wait."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif self._inside is not None:
            await self._inside.app(scope, receive, send)
        elif scope["type"] == "http":
            wait = {"Retry-After": _PATIENCE}
            sentence = texts.GETTING_READY
            await refuse(scope, receive, send, status=503, sentence=sentence, headers=wait)

    def is_ready(self) -> bool:
        """Say whether questions can be answered just now."""
        return self._inside is not None and self._inside.is_ready()

    def stop_streams(self) -> None:
        """End the streams that browsers keep open, so that the server can stop."""
        if self._inside is not None:
            self._inside.stop_streams()

    async def _live(self, receive: Receive, send: Send) -> None:
        await _expect(receive, "lifespan.startup")
        keeping = asyncio.create_task(self._keep())
        await send({"type": "lifespan.startup.complete"})
        await _expect(receive, "lifespan.shutdown")
        self._stopping.set()
        await keeping
        await send({"type": "lifespan.shutdown.complete"})

    async def _keep(self) -> None:
        """Make what is inside and keep it until the server stops, all in one task.

        What Gradio opens must be closed by the task that opened it.
        """
        made = self._begin_making()
        await asyncio.wait(
            [made, asyncio.create_task(self._stopping.wait())],
            return_when=asyncio.FIRST_COMPLETED,
        )
        if not made.done():
            return  # whoever stops a server that is not ready yet does not want to wait for it
        if (failure := made.exception()) is not None:
            self.failure = failure
            self.on_failure()
            return
        await self._hold(made.result())

    async def _hold(self, inside: Inside) -> None:
        try:
            async with inside.lifespan():
                self._inside = inside
                self._on_open()
                await self._tidy_daily(inside)
        finally:
            await asyncio.to_thread(inside.close)

    def _begin_making(self) -> asyncio.Future[Inside]:
        """Make what is inside in a thread that holds nobody back when the server stops."""
        loop = asyncio.get_running_loop()
        made: asyncio.Future[Inside] = loop.create_future()

        def work() -> None:
            try:
                inside = self._make()
            except BaseException as error:  # noqa: BLE001  the entry point tells what is wrong
                _settle(loop, partial(made.set_exception, _as_exception(error)))
            else:
                _settle(loop, partial(made.set_result, inside))

        Thread(target=work, name="aabner", daemon=True).start()
        return made

    async def _tidy_daily(self, inside: Inside) -> None:
        while not self._stopping.is_set():
            try:
                await asyncio.to_thread(inside.tidy)
            except Exception:  # noqa: BLE001  a day without it does no harm
                _log.exception("the daily tidying failed")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), DAY_SECONDS)


def _settle(loop: asyncio.AbstractEventLoop, settle: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the server has stopped: nobody waits for it
        loop.call_soon_threadsafe(settle)


def _as_exception(error: BaseException) -> Exception:
    return error if isinstance(error, Exception) else RuntimeError(repr(error))


async def _expect(receive: Receive, kind: str) -> Message:
    while True:
        message = await receive()
        if message["type"] == kind:
            return message
