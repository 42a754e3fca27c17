"""Find out who sends a request, and let only those in who may."""

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.settings import Settings
from ui.web.doorkeeper import WAIT_MINUTES, Doorkeeper, TooManyGuessesError
from ui.web.login import COOKIE, LOGIN_PATH, login_address
from ui.web.shell import texts
from ui.web.shell.address import local_path
from ui.web.shell.answering import refuse, wants_page
from ui.web.shell.network import is_loopback
from ui.web.shell.origin import host_name
from ui.web.shell.proxy import Arrival, arrival_of
from ui.web.user import Visitor, named_visitor, nameless_visitor, note_visitor

_OPEN = frozenset({LOGIN_PATH, "/favicon.ico", "/robots.txt"})
_CHALLENGE = 'Basic realm="Ledelsesassistenten", charset="UTF-8"'


class Identity:
    """Knows a visitor by a reverse proxy's header, a cookie or a password sent along.

    Args:
        app: What is inside.
        settings: Say which logins there are, and who is HR.
        doorkeeper: Checks cookies and passwords; None where there is no login file.
    """

    def __init__(self, app: ASGIApp, settings: Settings, doorkeeper: Doorkeeper | None) -> None:
        self._app = app
        self._settings = settings
        self._doorkeeper = doorkeeper
        self._asks_login = doorkeeper is not None or bool(settings.user_header)
        self._is_local = is_loopback(settings.host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write on a request who sent it and hand it on, or ask for a login."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            visitor = await self._find(scope)
        except TooManyGuessesError:
            await _refuse_guess(scope, receive, send)
            return
        if visitor is not None:
            note_visitor(scope, visitor)
        elif not is_open(scope):
            await self._refuse(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _find(self, scope: Scope) -> Visitor | None:
        arrival = arrival_of(scope)
        if arrival.user:
            return named_visitor(arrival.user, self._settings, groups=arrival.groups)
        if self._doorkeeper is not None:
            return await self._find_account(scope, self._doorkeeper)
        if self._asks_login:
            return None
        return nameless_visitor(arrival.client, is_alone=self._is_alone(scope, arrival))

    def _is_alone(self, scope: Scope, arrival: Arrival) -> bool:
        """Say whether a request comes from this very machine, and no proxy has handed it on."""
        called = host_name(Headers(scope=scope).get("host", ""))
        is_here = is_loopback(arrival.client) and is_loopback(called)
        return self._is_local and is_here and not arrival.is_forwarded

    async def _find_account(self, scope: Scope, doorkeeper: Doorkeeper) -> Visitor | None:
        headers = Headers(scope=scope)
        entry = doorkeeper.read(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""))
        account = entry.account if entry is not None else None
        basic = headers.get("authorization", "")
        if account is None and basic:
            account = await doorkeeper.check_basic(basic, arrival_of(scope).client)
        if account is None:
            return None
        return named_visitor(account.name, self._settings, is_hr=account.is_hr)

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._doorkeeper is None:
            sentence = texts.PROXY_LOGIN_NEEDED
            await refuse(scope, receive, send, status=401, sentence=sentence)
        elif wants_page(scope):
            to = {"Location": login_address(scope)}
            await refuse(scope, receive, send, status=303, sentence=texts.LOGIN_NEEDED, headers=to)
        else:
            headers = {} if _is_browser(scope) else {"WWW-Authenticate": _CHALLENGE}
            await refuse(
                scope, receive, send, status=401, sentence=texts.LOGIN_NEEDED, headers=headers
            )


def is_open(scope: Scope) -> bool:
    """Say whether an address needs no login: logging in, and what that page looks like."""
    path = local_path(scope)
    is_look = scope["method"] in {"GET", "HEAD"} and path.startswith("/statisk/")
    return path in _OPEN or (is_look and path.endswith(".css"))


async def _refuse_guess(scope: Scope, receive: Receive, send: Send) -> None:
    sentence = texts.LOGIN_BUSY.format(minutes=WAIT_MINUTES)
    wait = {"Retry-After": str(60 * WAIT_MINUTES)}
    await refuse(scope, receive, send, status=429, sentence=sentence, headers=wait)


def _is_browser(scope: Scope) -> bool:
    """Say whether a browser sends a request: asked for a password, it would open its own window."""
    return "sec-fetch-mode" in Headers(scope=scope)
