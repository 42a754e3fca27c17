"""The pages for logging in and out; they work without a script."""

import re
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader
from starlette.types import Scope

from ui.web import login_texts
from ui.web.doorkeeper import WAIT_MINUTES, Doorkeeper, TooManyGuessesError
from ui.web.shell import texts as shell_texts
from ui.web.shell.address import local_path
from ui.web.shell.proxy import arrival_of
from ui.web.user import visitor_of

COOKIE = "ledelsesassistenten"
"""The name of the cookie that says who is logged in."""

LOGIN_PATH = "/log-ind"
LOGOUT_PATH = "/log-ud"

_TARGET = re.compile(r"/(?![/\\])[^\x00-\x1f\\]{0,500}")
_UNCACHED = {"Cache-Control": "no-store"}
_ENVIRONMENT = Environment(
    loader=PackageLoader("ui.web", "template"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def make_login_routes(doorkeeper: Doorkeeper | None) -> APIRouter:
    """Return the addresses for logging in and out.

    Args:
        doorkeeper: Checks passwords; None where there is no login file: then the page for logging
            out only tells who a visitor is.
    """
    router = APIRouter()
    _add_logout(router, doorkeeper)
    if doorkeeper is not None:
        _add_login(router, doorkeeper)
    return router


def login_address(scope: Scope) -> str:
    """Return the address for logging in, from which the visitor comes back to this request's."""
    query = scope.get("query_string", b"").decode("latin-1")
    target = local_path(scope) + (f"?{query}" if query else "")
    wanted = f"?{urlencode({'naeste': target})}" if target != "/" else ""
    return f"{_root(scope)}{LOGIN_PATH}{wanted}"


def _add_login(router: APIRouter, doorkeeper: Doorkeeper) -> None:
    @router.get(LOGIN_PATH)
    def show_login(request: Request, naeste: str = "/") -> Response:  # pyright: ignore[reportUnusedFunction]  FastAPI calls it
        if visitor_of(request).name:
            return _leave(request, naeste)
        return _show(target=naeste)

    @router.post(LOGIN_PATH)
    async def log_in(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  the same
        form = await request.form()
        name, target = _field(form, "navn").strip(), _field(form, "naeste")
        address = arrival_of(request.scope).client
        try:
            account = await doorkeeper.check(name, _field(form, "kode"), address)
        except TooManyGuessesError:
            fault = shell_texts.LOGIN_BUSY.format(minutes=WAIT_MINUTES)
            return _show(target=target, name=name, fault=fault, status=429)
        if account is None:
            return _show(target=target, name=name, fault=shell_texts.LOGIN_WRONG, status=401)
        response = _leave(request, target)
        response.set_cookie(COOKIE, doorkeeper.open(account), **_cookie(request))
        return response


def _add_logout(router: APIRouter, doorkeeper: Doorkeeper | None) -> None:
    @router.get(LOGOUT_PATH)
    def show_logout(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  FastAPI calls it
        name = visitor_of(request).name
        told = login_texts.LOGGED_IN_AS.format(name=name) if name else login_texts.NOT_LOGGED_IN
        can_leave = doorkeeper is not None and COOKIE in request.cookies
        return HTMLResponse(_render("logout.html", status=told, can_leave=can_leave))

    @router.post(LOGOUT_PATH)
    def log_out(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  the same
        if doorkeeper is not None:
            doorkeeper.close(request.cookies.get(COOKIE, ""))
        response = RedirectResponse(f"{_root(request.scope)}/", HTTPStatus.SEE_OTHER, _UNCACHED)
        response.delete_cookie(COOKIE, **_cookie(request))
        response.headers["Clear-Site-Data"] = '"cache"'
        return response


def _show(*, target: str, name: str = "", fault: str = "", status: int = 200) -> Response:
    content = _render("login.html", target=_safe(target), name=name[:64], fault=fault)
    return HTMLResponse(content, status, _UNCACHED)


def _leave(request: Request, target: str) -> Response:
    address = _root(request.scope) + quote(_safe(target), safe="/?&=%~#+:,;@!$'()*")
    return RedirectResponse(address, HTTPStatus.SEE_OTHER, _UNCACHED)


def _safe(target: str) -> str:
    """Return an address of our own; anything else, another site's above all, is the front page.

    >>> _safe("/dokument/plan"), _safe("//example.org"), _safe("https://example.org")
    ('/dokument/plan', '/', '/')
    """
    return target if _TARGET.fullmatch(target) else "/"


def _cookie(request: Request) -> dict[str, Any]:
    return {
        "path": _root(request.scope) or "/",
        "secure": request.scope["scheme"] == "https",
        "httponly": True,
        "samesite": "lax",
    }


def _root(scope: Scope) -> str:
    root: str = scope.get("root_path", "")
    return root


def _field(form: Any, name: str) -> str:  # noqa: ANN401  what a browser sends
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _render(template: str, **values: object) -> str:
    return _ENVIRONMENT.get_template(template).render(texts=login_texts, **values)
