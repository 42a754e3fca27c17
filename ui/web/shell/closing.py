"""Close whatever of Gradio the page does not use: files, uploads, other servers, monitoring."""

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.shell import texts
from ui.web.shell.address import find_route, local_path
from ui.web.shell.answering import refuse


class ClosedRoutes:
    """Stands round Gradio itself, inside the page's own addresses.

    Args:
        app: Gradio's application.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what is open; everything else is not there."""
        if scope["type"] == "http" and find_route(scope["method"], local_path(scope)) is None:
            await refuse(scope, receive, send, status=404, sentence=texts.NOT_FOUND)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)
