import pytest

from assistant.settings import Settings
from ui.web.shell.address import local_path
from ui.web.shell.proxy import ProxyHeaders

FORWARDED = {
    "x-forwarded-for": "80.1.2.3",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "ledelse.example.dk",
    "x-remote-user": "anna",
    "x-remote-groups": "hr, alle",
}


def make(inner, **settings):
    named = {"user_header": "X-Remote-User", "group_header": "X-Remote-Groups", **settings}
    return ProxyHeaders(inner, Settings(**named))


def test_a_trusted_proxy_is_believed(inner, call):
    told = call(make(inner), headers=FORWARDED).json()
    assert told["client"] == "80.1.2.3"
    assert told["scheme"] == "https"
    assert told["headers"]["host"] == "ledelse.example.dk"
    assert (told["user"], told["groups"]) == ("anna", ["hr", "alle"])
    assert told["is_forwarded"]


def test_nobody_else_is(inner, call):
    told = call(make(inner), headers=FORWARDED, peer="80.9.9.9").json()
    assert told["client"] == "80.9.9.9"
    assert told["scheme"] == "http"
    assert told["headers"]["host"] == "127.0.0.1:7860"
    assert (told["user"], told["groups"]) == ("", [])


@pytest.mark.parametrize("peer", ["127.0.0.1", "80.9.9.9"])
def test_the_headers_go_no_further(inner, call, peer):
    told = call(make(inner), headers=FORWARDED, peer=peer).json()
    assert not set(told["headers"]) & {*FORWARDED}


def test_without_a_header_of_its_name_nobody_is_named(inner, call):
    app = make(inner, user_header="", group_header="")
    assert call(app, headers=FORWARDED).json()["user"] == ""


def test_a_user_who_is_named_twice_is_nobody(inner, call):
    headers = [("x-remote-user", "chef"), ("x-remote-user", "anna")]
    assert call(make(inner), headers=headers).json()["user"] == ""


def test_danish_names_are_read(inner, call):
    headers = {b"x-remote-user": "søren".encode()}
    assert call(make(inner), headers=headers).json()["user"] == "søren"


def test_a_host_that_is_none_is_not_taken(inner, call):
    headers = {**FORWARDED, "x-forwarded-host": "a/b<c>"}
    assert call(make(inner), headers=headers).json()["headers"]["host"] == "127.0.0.1:7860"


@pytest.mark.parametrize("path", ["/ledelse/dokument/x", "/dokument/x"])
def test_the_page_finds_its_place_whether_the_proxy_takes_it_off_or_not(inner, call, path):
    told = call(make(inner, root_path="/ledelse"), path).json()
    assert (told["path"], told["root_path"]) == ("/ledelse/dokument/x", "/ledelse")
    assert local_path(inner.scopes[0]) == "/dokument/x"


def test_the_page_s_own_address_is_its_front_page(inner, call):
    app = make(inner, root_path="/ledelse")
    for path in ("/ledelse/", "/"):
        call(app, path)
    moved = call(app, "/ledelse")
    assert (moved.status_code, moved.headers["location"]) == (307, "/ledelse/")
    assert {local_path(scope) for scope in inner.scopes} == {"/"}


def test_a_place_s_name_inside_a_longer_one_is_not_the_place(inner, call):
    call(make(inner, root_path="/ledelse"), "/ledelsesgrundlag")
    assert local_path(inner.scopes[0]) == "/ledelsesgrundlag"
