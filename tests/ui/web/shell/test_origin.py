import socket
from pathlib import Path

import pytest

from assistant.settings import Settings
from ui.web.shell.origin import OriginGuard


def make(inner, **settings):
    return OriginGuard(inner, Settings(**settings))


def status(call, app, host, **options):
    return call(app, base_url=f"http://{host}", **options).status_code


def test_a_page_on_this_machine_answers_only_to_its_own_names(inner, call):
    app = make(inner)
    assert status(call, app, "127.0.0.1:7860") == 200
    assert status(call, app, "localhost:7860") == 200
    assert status(call, app, "[::1]:7860") == 200
    assert status(call, app, "angriber.example.org:7860") == 421
    assert status(call, app, "192.168.1.5:7860") == 421
    assert len(inner.scopes) == 3


def test_a_page_on_the_network_answers_to_addresses_and_its_machine_s_name(inner, call):
    app = make(inner, host="0.0.0.0")  # noqa: S104  nothing listens here
    assert status(call, app, "192.168.1.5:7860") == 200
    assert status(call, app, f"{socket.gethostname()}:7860") == 200
    assert status(call, app, "angriber.example.org") == 421


def test_the_names_that_are_allowed_are_answered_to(inner, call):
    app = make(inner, allowed_hosts="ledelse.example.dk, www.example.dk", auth=Path("x"))
    assert status(call, app, "Ledelse.example.dk") == 200
    assert status(call, app, "angriber.example.org") == 421


@pytest.mark.parametrize("login", [{"auth": Path("x")}, {"user_header": "X-User"}])
def test_where_there_is_a_login_every_name_will_do(inner, call, login):
    assert status(call, make(inner, **login), "ledelse.example.dk") == 200


def test_the_name_that_is_not_known_is_told(inner, call):
    told = call(make(inner), base_url="http://x.example.org").json()["error"]
    assert "x.example.org" in told
    assert "LEDELSESASSISTENT_ALLOWED_HOSTS" in told


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"origin": "http://127.0.0.1:7860"}, 200),
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "http://127.0.0.1:9000"}, 403),
        ({"origin": "http://example.org"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"origin": "http://127.0.0.1:7860.example.org"}, 403),
        ({"origin": "http://127.0.0.1:99999999"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_another_site_cannot_send_in_a_visitor_s_name(inner, call, headers, expected):
    assert call(make(inner), method="POST", headers=headers).status_code == expected


def test_an_encrypted_page_behind_a_proxy_may_send(inner, call):
    app = make(inner, auth=Path("x"))
    headers = {"origin": "https://ledelse.example.dk"}
    for base in ("http://ledelse.example.dk", "https://ledelse.example.dk"):
        response = call(app, method="POST", headers=headers, base_url=base)
        assert response.status_code == 200


def test_reading_needs_no_origin(inner, call):
    assert call(make(inner), headers={"origin": "http://example.org"}).status_code == 200
