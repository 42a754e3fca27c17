import base64
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.settings import Settings
from ui import accounts
from ui.accounts import make_account, write_accounts
from ui.web.account_book import AccountBook
from ui.web.doorkeeper import Doorkeeper
from ui.web.login import COOKIE
from ui.web.shell.identity import Identity
from ui.web.shell.proxy import ProxyHeaders
from ui.web.token import TokenMint

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own
PAGE = {"accept": "text/html"}
PROXY = {"user_header": "x-user", "group_header": "x-groups"}


@pytest.fixture(scope="module")
def keeper(tmp_path_factory):
    path = tmp_path_factory.mktemp("login") / "brugere.txt"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(accounts, "_COST", 4)
        users = {"anna": True, "bo": False}
        made = [make_account(name, PASSWORD, is_hr=is_hr) for name, is_hr in users.items()]
        write_accounts(path, made)
        yield Doorkeeper(AccountBook(path), TokenMint(b"k" * 32))


@pytest.fixture
def make(inner):
    def begin(keeper=None, **settings):
        named = Settings(**settings)
        return ProxyHeaders(Identity(inner, named, keeper), named)

    return begin


def basic(name, password=PASSWORD):
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def test_the_lone_user_of_this_machine_is_hr(make, call):
    told = call(make()).json()["visitor"]
    assert told == {"name": "", "is_hr": True, "key": "adresse:127.0.0.1"}


@pytest.mark.parametrize(
    ("settings", "headers", "peer"),
    [
        ({"host": "0.0.0.0"}, {}, "127.0.0.1"),  # noqa: S104  nothing listens here
        ({}, {}, "192.168.1.7"),
        ({}, {"x-forwarded-for": "80.1.1.1"}, "127.0.0.1"),
        ({}, {"x-forwarded-proto": "https"}, "127.0.0.1"),
        ({"root_path": "/ledelse"}, {}, "127.0.0.1"),
        ({"allowed_hosts": "a.dk"}, {"host": "a.dk"}, "127.0.0.1"),
    ],
)
def test_where_others_may_come_nobody_is_hr_without_a_login(make, call, settings, headers, peer):
    told = call(make(**settings), headers=headers, peer=peer).json()["visitor"]
    assert told["name"] == ""
    assert not told["is_hr"]


def test_a_proxy_s_user_is_let_in_and_hr_by_the_group(make, call):
    app = make(**PROXY)
    anna = call(app, headers={"x-user": "anna", "x-groups": "HR;alle"}).json()["visitor"]
    assert anna == {"name": "anna", "is_hr": True, "key": "bruger:anna"}
    assert not call(app, headers={"x-user": "bo"}).json()["visitor"]["is_hr"]


def test_who_goes_round_the_proxy_is_not_let_in(make, call, inner):
    app = make(**PROXY)
    response = call(app, headers={"x-user": "anna"}, peer="80.1.1.1")
    assert response.status_code == 401
    assert "egen indgang" in response.json()["error"]
    assert call(app).status_code == 401
    assert inner.scopes == []


def test_a_person_is_sent_to_log_in_and_comes_back(make, call, keeper):
    response = call(make(keeper), "/dokument/plan?uddrag=1", headers=PAGE)
    assert response.status_code == 303
    where = urlsplit(response.headers["location"])
    assert where.path == "/log-ind"
    assert parse_qs(where.query)["naeste"] == ["/dokument/plan?uddrag=1"]
    app = make(keeper, root_path="/ledelse")
    assert call(app, "/", headers=PAGE).headers["location"] == "/ledelse/log-ind"


def test_a_programme_is_asked_for_a_password(make, call, keeper, inner):
    response = call(make(keeper), "/gradio_api/call/ask", method="POST")
    assert response.status_code == 401
    assert response.json()["error"].startswith("Du skal logge ind")
    assert response.headers["www-authenticate"].startswith("Basic ")
    assert inner.scopes == []


def test_a_script_in_a_browser_is_not_or_the_browser_would_ask(make, call, keeper):
    headers = {"sec-fetch-mode": "cors"}
    response = call(make(keeper), "/gradio_api/queue/join", method="POST", headers=headers)
    assert response.status_code == 401
    assert "www-authenticate" not in response.headers


def test_a_password_that_is_sent_along_lets_in(make, call, keeper):
    app = make(keeper)
    told = call(app, headers=basic("anna")).json()["visitor"]
    assert told == {"name": "anna", "is_hr": True, "key": "bruger:anna"}
    assert not call(app, headers=basic("bo")).json()["visitor"]["is_hr"]
    assert call(app, headers=basic("anna", "forkert")).status_code == 401


def test_a_cookie_lets_in(make, call, keeper):
    account = keeper._book.find("anna")
    headers = {"cookie": f"andet=1; {COOKIE}={keeper.open(account)}"}
    assert call(make(keeper), headers=headers).json()["visitor"]["name"] == "anna"


def test_who_guesses_must_wait(make, call, keeper):
    app = make(keeper)
    for _ in range(5):
        call(app, headers=basic("anna", "gæt"), peer="80.7.7.7")
    response = call(app, headers=basic("anna", "gæt igen"), peer="80.7.7.7")
    assert response.status_code == 429
    assert response.headers["retry-after"] == "300"


def test_only_the_login_and_its_look_are_open(make, call, keeper):
    app = make(keeper)
    for path in ("/log-ind", "/statisk/login.css", "/favicon.ico"):
        assert call(app, path).status_code == 200
    for path in ("/", "/statisk/page.js", "/dokument/x.css", "/config", "/log-ind/x", "/theme.css"):
        assert call(app, path).status_code == 401
    assert call(app, "/statisk/login.css", method="POST").status_code == 401
