import re

import httpx
import pytest
from fastapi import FastAPI
from starlette.responses import PlainTextResponse

from assistant.settings import Settings
from ui import accounts
from ui.accounts import make_account, write_accounts
from ui.web.account_book import AccountBook
from ui.web.doorkeeper import Doorkeeper
from ui.web.login import COOKIE, make_login_routes
from ui.web.shell.identity import Identity
from ui.web.shell.proxy import ProxyHeaders
from ui.web.token import TokenMint

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own
pytestmark = pytest.mark.anyio

HTTPS = {"x-forwarded-proto": "https"}


@pytest.fixture
def anyio_backend():
    return "asyncio"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(accounts, "_COST", 4)


@pytest.fixture
def app(tmp_path):
    def make(**settings):
        write_accounts(tmp_path / "brugere.txt", [make_account("Anna", PASSWORD, is_hr=True)])
        keeper = Doorkeeper(AccountBook(tmp_path / "brugere.txt"), TokenMint(b"k" * 32))
        inside = FastAPI()
        inside.include_router(make_login_routes(keeper))
        inside.mount("/", PlainTextResponse("inde"))
        named = Settings(**settings)
        return ProxyHeaders(Identity(inside, named, keeper), named)

    return make


@pytest.fixture
def visit(app):
    """A browser, as far as cookies and redirects go."""

    def begin(**settings):
        transport = httpx.ASGITransport(app(**settings), client=("127.0.0.1", 1))
        page = {"accept": "text/html"}
        return httpx.AsyncClient(transport=transport, base_url="http://t", headers=page)

    return begin


def form(name="anna", password=PASSWORD, target="/"):
    return {"navn": name, "kode": password, "naeste": target}


async def test_logging_in_leads_to_where_the_visitor_wanted(visit):
    async with visit() as browser:
        asked = await browser.get("/dokument/plan?a=1&b=æ")
        page = await browser.get(asked.headers["location"])
        assert page.status_code == 200
        target = re.search(r'name="naeste" value="([^"]*)"', page.text)[1].replace("&amp;", "&")
        done = await browser.post("/log-ind", data=form(target=target))
        assert done.status_code == 303
        assert done.headers["location"] == "/dokument/plan?a=1&b=%C3%A6"
        assert (await browser.get("/")).text == "inde"


async def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(visit):
    async with visit() as browser:
        plain = (await browser.post("/log-ind", data=form())).headers["set-cookie"]
        safe = (await browser.post("/log-ind", data=form(), headers=HTTPS)).headers["set-cookie"]
    assert plain.startswith(f"{COOKIE}=")
    for cookie in (plain, safe):
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Path=/;" in cookie + ";"
        assert "expires" not in cookie.lower()
    assert "Secure" not in plain
    assert "Secure" in safe


async def test_below_a_path_the_cookie_stays_there(visit):
    async with visit(root_path="/ledelse") as browser:
        done = await browser.post("/ledelse/log-ind", data=form(target="/x"))
        assert done.headers["location"] == "/ledelse/x"
        assert "Path=/ledelse" in done.headers["set-cookie"]
        assert (await browser.get("/ledelse/")).text == "inde"


@pytest.mark.parametrize("name", ["anna", "ukendt", "", '"><script>x</script>'])
async def test_a_wrong_password_is_said_without_saying_what_was_wrong(visit, name):
    async with visit() as browser:
        wrong = await browser.post("/log-ind", data=form(name, "forkert"))
    assert wrong.status_code == 401
    assert "Brugernavnet eller adgangskoden passer ikke." in wrong.text
    assert 'role="alert"' in wrong.text
    assert "<title>Fejl: " in wrong.text
    assert "forkert" not in wrong.text
    assert "<script" not in wrong.text
    assert "set-cookie" not in wrong.headers


async def test_after_too_many_guesses_even_the_right_one_must_wait(visit):
    async with visit() as browser:
        for _ in range(5):
            await browser.post("/log-ind", data=form(password="gæt"))  # noqa: S106  a guess
        late = await browser.post("/log-ind", data=form())
    assert late.status_code == 429
    assert "Vent 5 minutter" in late.text


@pytest.mark.parametrize(
    "target",
    ["//example.org", "https://example.org", "/\\example.org", "javascript:x", "", "/a\r\nb: c"],
)
async def test_nobody_is_led_to_another_site(visit, target):
    async with visit() as browser:
        done = await browser.post("/log-ind", data=form(target=target))
    assert done.headers["location"] == "/"


async def test_logging_out_ends_the_cookie_for_good(visit):
    async with visit() as browser:
        await browser.post("/log-ind", data=form())
        kept = browser.cookies[COOKIE]
        shown = await browser.get("/log-ud")
        assert "Du er logget ind som Anna." in shown.text
        left = await browser.post("/log-ud")
        assert left.status_code == 303
        assert COOKIE not in browser.cookies
        again = await browser.get("/", headers={"cookie": f"{COOKIE}={kept}"})
        assert again.status_code == 303


async def test_who_is_logged_in_already_need_not_again(visit):
    async with visit() as browser:
        await browser.post("/log-ind", data=form())
        assert (await browser.get("/log-ind?naeste=/x")).headers["location"] == "/x"


async def test_the_page_needs_no_script_and_nothing_from_elsewhere(visit):
    async with visit() as browser:
        page = await browser.get("/log-ind")
    assert "<script" not in page.text
    assert "http" not in page.text.replace("http-equiv", "")
    assert '<html lang="da">' in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_without_a_login_file_there_is_no_page_for_logging_in():
    inside = FastAPI()
    inside.include_router(make_login_routes(None))
    transport = httpx.ASGITransport(inside)
    async with httpx.AsyncClient(transport=transport, base_url="http://t") as browser:
        assert (await browser.get("/log-ind")).status_code == 404
        shown = await browser.get("/log-ud")
    assert "Du er ikke logget ind." in shown.text
    assert "<form" not in shown.text
