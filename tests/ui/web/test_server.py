"""A real server with a small page, from start to stop, and what a visitor gets of it."""

import asyncio
import json
import threading
import time
from contextlib import contextmanager

import gradio as gr
import httpx
import pytest
from fastapi import FastAPI, HTTPException
from fastapi.staticfiles import StaticFiles
from gradio_client import Client
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from assistant.errors import IndexUnusableError
from assistant.settings import Settings
from ui.accounts import make_account, write_accounts
from ui.errors import InputUnusableError
from ui.web.api import add_endpoints, make_endpoints
from ui.web.listening import listen
from ui.web.mounting import OpenedPage
from ui.web.routes import STATIC
from ui.web.server import PageServer
from ui.web.service import Service
from ui.web.session import SessionShelf
from ui.web.user import visitor_of

PASSWORD = "et langt kodeord"  # noqa: S105  a test's own
QUESTION = "Hvad forventes af mig som leder?"


@pytest.fixture(scope="module")
def serve(workplace):
    """Serves a page with the endpoints, one private event and an address of its own."""

    def open_page(settings, meter):
        assert settings is not None

        def note(answer, role):
            assert role is None or role
            meter.count_answer(answer.status.value, answer.seconds)

        with gr.Blocks(analytics_enabled=False) as page:
            box = gr.Textbox()
            box.submit(who, box, box, api_name="hemmelig", api_visibility="private")
            endpoints = make_endpoints(
                Service(workplace), SessionShelf(), owner_of=lambda r: visitor_of(r).key, note=note
            )
            add_endpoints(endpoints)
            gr.api(be_slow, api_name="langsom", queue=False)
        page.queue(api_open=False)
        return OpenedPage(page, add_routes)

    @contextmanager
    def begin(**settings):
        given = {"index_dir": workplace.settings.index_dir, **settings}
        listener = listen("127.0.0.1", 0)
        opened = threading.Event()
        server = PageServer(Settings(**given), open_page, on_open=opened.set)
        thread = threading.Thread(target=server.run, args=[listener])
        thread.start()
        assert opened.wait(30)
        yield f"http://127.0.0.1:{listener.port}"
        server.stop()
        thread.join(15)
        assert not thread.is_alive()

    return begin


@pytest.fixture(scope="module")
def address(serve):
    with serve(questions_per_minute=1000) as begun:
        yield begun


def who(text, request: gr.Request):
    return f"{text}:{visitor_of(request).name}"


def be_slow(seconds: float) -> str:
    time.sleep(seconds)
    return "færdig"


def add_routes(app: FastAPI):
    app.mount("/statisk", StaticFiles(directory=STATIC))

    @app.get("/dokument/{name}")
    def read(name: str):
        raise HTTPException(404, f"Dokumentet {name} findes ikke.")


def without_seconds(answer):
    return {name: value for name, value in answer.items() if name != "seconds"}


def call_mcp(address, tool, headers=None, **arguments):
    async def talk():
        client = httpx.AsyncClient(headers=headers, follow_redirects=True)
        transport = streamable_http_client(f"{address}/gradio_api/mcp/", http_client=client)
        async with transport as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            tools = await session.list_tools()
            return tools.tools, await session.call_tool(tool, arguments)

    return asyncio.run(talk())


def test_the_page_is_danish_and_guarded(address):
    response = httpx.get(address)
    nonce = response.text.split('<script nonce="')[1].split('"')[0]
    assert '<html\n\tlang="da"' in response.text
    assert f"'nonce-{nonce}'" in response.headers["content-security-policy"]


def test_calling_asking_and_mcp_give_what_the_command_line_does(address, command, index_dir):
    printed = command("ask", QUESTION, "--json", "--index-dir", index_dir)
    expected = without_seconds(json.loads(printed.out))
    begun = httpx.post(f"{address}/gradio_api/call/ask", json={"data": [QUESTION, "", ""]})
    result = httpx.get(f"{address}/gradio_api/call/ask/{begun.json()['event_id']}").text
    assert result.startswith("event: complete")
    (called,) = json.loads(result.split("data: ", 1)[1])
    by_client = Client(address, verbose=False, analytics_enabled=False).predict(
        QUESTION, "", api_name="/ask"
    )
    tools, by_mcp = call_mcp(address, "ask", question=QUESTION)
    assert {tool.name for tool in tools} == {"ask", "search", "document", "be_slow"}
    for given in (called, by_client, json.loads(by_mcp.content[0].text)):
        assert without_seconds(given) == expected


def test_programmes_are_told_only_of_what_is_theirs(address):
    told = httpx.get(f"{address}/gradio_api/info").json()["named_endpoints"]
    assert set(told) == {"/ask", "/search", "/document", "/langsom"}
    hidden = httpx.post(f"{address}/gradio_api/run/hemmelig", json={"data": ["x"]})
    assert hidden.status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/file=/etc/passwd",
        "/gradio_api/proxy=http://example.org",
        "/monitoring",
        "/gradio_api/runs",
        "/openapi.json",
        "/docs",
    ],
)
def test_what_the_page_does_not_use_is_not_there(address, path):
    assert httpx.get(address + path).status_code == 404


def test_nothing_can_be_uploaded(address):
    response = httpx.post(f"{address}/gradio_api/upload", files={"files": b"x"})
    assert response.status_code == 404


def test_the_page_s_own_words_are_danish_when_something_is_missing(address):
    response = httpx.get(f"{address}/dokument/x")
    assert response.json()["error"] == "Dokumentet x findes ikke."
    assert httpx.get(f"{address}/findes-ikke").json()["error"] == "Siden findes ikke."


def test_the_figures_count_what_was_answered(address):
    httpx.post(f"{address}/gradio_api/run/ask", json={"data": [QUESTION, "", ""]})
    figures = httpx.get(f"{address}/metrics").text
    assert 'answers_total{status="answered"}' in figures
    assert QUESTION not in figures
    assert httpx.get(f"{address}/readyz").json() == {"status": "ready"}


def test_another_site_can_neither_ask_nor_read(address):
    body = {"data": [QUESTION, "", ""]}
    headers = {"origin": "http://example.org"}
    forged = httpx.post(f"{address}/gradio_api/run/ask", json=body, headers=headers)
    assert forged.status_code == 403
    assert "access-control-allow-origin" not in httpx.get(address, headers=headers).headers
    assert httpx.get(address, headers={"host": "example.org"}).status_code == 421


@pytest.mark.parametrize("is_stripped", [True, False])
def test_below_a_path_everything_works_whether_the_proxy_strips_it_or_not(serve, is_stripped):
    with serve(root_path="/ledelse") as begun:
        base = begun if is_stripped else f"{begun}/ledelse"
        page = httpx.get(f"{base}/").text
        assert f'"root":"{begun}/ledelse"' in page
        assert httpx.get(f"{base}/theme.css").status_code == 200
        assert httpx.get(f"{base}/statisk/page.css").status_code == 200
        asked = httpx.post(f"{base}/gradio_api/run/ask", json={"data": ["Hej", "", ""]})
        assert asked.json()["data"][0]["status"] == "meta"
        begins = httpx.post(f"{base}/gradio_api/call/ask", json={"data": ["Hej", "", ""]})
        assert begins.status_code == 200
        assert httpx.get(f"{base}/readyz").status_code == 200
        _, by_mcp = call_mcp(base, "ask", question="Hej")
        assert json.loads(by_mcp.content[0].text)["status"] == "meta"


def test_the_address_that_a_proxy_tells_is_the_page_s(serve):
    headers = {"x-forwarded-host": "ledelse.example.dk", "x-forwarded-proto": "https"}
    with serve(root_path="/ledelse", allowed_hosts="ledelse.example.dk") as begun:
        page = httpx.get(f"{begun}/", headers=headers)
    assert '"root":"https://ledelse.example.dk/ledelse"' in page.text
    assert "strict-transport-security" in page.headers


def test_behind_a_login_programmes_send_a_password(serve, tmp_path):
    write_accounts(tmp_path / "brugere.txt", [make_account("anna", PASSWORD, is_hr=True)])
    with serve(auth=tmp_path / "brugere.txt", data_dir=tmp_path) as begun:
        body = {"data": ["Hej", "", ""]}
        assert httpx.post(f"{begun}/gradio_api/run/ask", json=body).status_code == 401
        basic = httpx.BasicAuth("anna", PASSWORD)
        assert httpx.post(f"{begun}/gradio_api/run/ask", json=body, auth=basic).status_code == 200
        request = next(basic.auth_flow(httpx.Request("GET", begun)))
        headers = {"authorization": request.headers["authorization"]}
        _, by_mcp = call_mcp(begun, "ask", headers, question="Hej")
        assert json.loads(by_mcp.content[0].text)["status"] == "meta"
        assert httpx.get(f"{begun}/healthz").status_code == 200


def test_what_keeps_the_page_from_opening_is_told(workplace):
    def fail(settings, meter):
        assert settings is not meter
        raise IndexUnusableError(path="x")

    server = PageServer(Settings(index_dir=workplace.settings.index_dir), fail)
    with pytest.raises(IndexUnusableError):
        server.run(listen("127.0.0.1", 0))


def test_a_login_file_that_cannot_be_read_is_told_before_anything_is_opened(tmp_path):
    with pytest.raises(InputUnusableError, match="accounts_unreadable"):
        PageServer(Settings(auth=tmp_path / "ingen"), lambda *_: None)


def test_a_running_answer_is_finished_before_the_server_stops(serve):
    given = []
    with serve() as begun:

        def ask():
            body = {"data": [1.5]}
            given.append(httpx.post(f"{begun}/gradio_api/run/langsom", json=body, timeout=10))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.5)
    asking.join(5)
    assert given[0].json()["data"] == ["færdig"]


def test_an_open_page_does_not_keep_the_server_from_stopping(serve):
    with serve() as begun, httpx.stream("GET", f"{begun}/gradio_api/heartbeat/abc") as stream:
        assert next(stream.iter_text()).startswith("data: ALIVE")
        began = time.monotonic()
    assert time.monotonic() - began < 5
