"""A request to a layer of the shell, without a server."""

from dataclasses import dataclass, field

import anyio
import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse

from ui.web.shell.proxy import arrival_of
from ui.web.user import visitor_of_scope


@dataclass
class Inner:
    """What is inside: it tells what it was handed, and remembers it."""

    scopes: list[dict] = field(default_factory=list)

    async def __call__(self, scope, receive, send):
        self.scopes.append(scope)
        body = await Request(scope, receive).body()
        content = {
            "path": scope["path"],
            "root_path": scope.get("root_path", ""),
            "scheme": scope["scheme"],
            "client": arrival_of(scope).client,
            "user": arrival_of(scope).user,
            "groups": arrival_of(scope).groups,
            "is_forwarded": arrival_of(scope).is_forwarded,
            "visitor": vars(visitor_of_scope(scope)),
            "headers": {name.decode(): value.decode("latin-1") for name, value in scope["headers"]},
            "bytes": len(body),
        }
        await JSONResponse(content)(scope, receive, send)


@pytest.fixture
def inner() -> Inner:
    return Inner()


@pytest.fixture
def call():
    """Sends one request to an ASGI application and returns the response."""

    async def send(app, method, path, peer, options):
        transport = httpx.ASGITransport(app, client=(peer, 1234))
        base_url = options.pop("base_url", "http://127.0.0.1:7860")
        async with httpx.AsyncClient(transport=transport, base_url=base_url) as client:
            return await client.request(method, path, **options)

    def begin(app, path="/", *, method="GET", peer="127.0.0.1", **options):
        return anyio.run(send, app, method, path, peer, options)

    return begin
