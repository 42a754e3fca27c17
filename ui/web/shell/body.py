"""Take no more of a request than is allowed, whether it says how long it is or not."""

from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.number import with_points
from ui.web.shell import texts
from ui.web.shell.answering import refuse


class _TooLargeError(Exception):
    """More came than is allowed."""


class BodyLimit:
    """Counts what comes and breaks off where it is too much.

    Args:
        app: What is inside.
        limit: Bytes of a body at most.
    """

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on a request whose body is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._says_too_much(scope):
            await self._refuse(scope, receive, send)
        else:
            await self._count(scope, receive, send)

    def _says_too_much(self, scope: Scope) -> bool:
        said = Headers(scope=scope).get("content-length", "0")
        return not said.isdecimal() or int(said[:20]) > self._limit

    async def _count(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, has_begun = 0, False

        async def receive_counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._limit:
                raise _TooLargeError
            return message

        async def send_noted(message: Message) -> None:
            nonlocal has_begun
            if seen > self._limit and not has_begun:
                return  # whoever caught our exception answers in our place: we answer ourselves
            has_begun = True
            await send(message)

        with suppress(_TooLargeError):
            await self._app(scope, receive_counted, send_noted)
        if seen > self._limit and not has_begun:
            await self._refuse(scope, receive, send)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        sentence = texts.BODY_TOO_LARGE.format(limit=with_points(self._limit))
        closing = {"Connection": "close"}
        await refuse(scope, receive, send, status=413, sentence=sentence, headers=closing)
