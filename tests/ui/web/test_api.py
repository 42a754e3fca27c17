import asyncio
import json
import threading
from types import SimpleNamespace

import gradio as gr
import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from gradio_client import Client
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client

from ui.web import texts
from ui.web.api import EndpointError, add_endpoints, make_endpoints, speak_json
from ui.web.service import Service
from ui.web.session import SessionShelf

QUESTIONS = (
    ("Hvad forventes af mig som leder?", ""),
    ("Hvad kan jeg forvente?", "medarbejder"),
    ("Hvor mange feriedage har jeg?", ""),
    ("Hej", ""),
)
KEY = "0f5c9a52-7a3e-4d0b-9d1f-5f0e3a6c1b77"


def compared(answer):
    """Return an answer without the seconds it took, which differ from call to call."""
    return {name: value for name, value in answer.items() if name != "seconds"}


def owner_of(request):
    """Return whom a request's header names, whether Gradio or MCP hands it over."""
    return request.headers.get("x-navn", "") if request is not None else ""


@pytest.fixture(scope="module")
def noted():
    return []


@pytest.fixture(scope="module")
def endpoints(workplace, noted):
    def note(answer, role):
        noted.append((answer.question, role))

    return make_endpoints(Service(workplace), SessionShelf(), owner_of=owner_of, note=note)


@pytest.fixture(scope="module")
def address(endpoints):
    """A real server with the endpoints and nothing else."""
    with gr.Blocks(analytics_enabled=False) as page:
        add_endpoints(endpoints)
    page.queue(api_open=False)
    app = gr.mount_gradio_app(
        FastAPI(), page, path="/", mcp_server=True, run_history=False, ssr_mode=False
    )
    speak_json(page)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        threading.Event().wait(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def client(address):
    return Client(address, verbose=False, analytics_enabled=False)


def ask_mcp(address, work):
    """Return what `work` gives of a session of the MCP client."""

    async def talk():
        mcp = streamable_http_client(f"{address}/gradio_api/mcp/")
        async with mcp as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            return await work(session)

    return asyncio.run(talk())


def call_mcp(address, tool, **arguments):
    result = ask_mcp(address, lambda session: session.call_tool(tool, arguments))
    return result.isError, result.content[0].text


@pytest.mark.parametrize(("question", "role"), QUESTIONS)
def test_gradio_client_and_mcp_give_the_object_of_the_command_line(
    question, role, address, client, command, index_dir
):
    options = ["--role", role] if role else []
    printed = command("ask", question, "--json", *options, "--index-dir", index_dir)
    expected = json.loads(printed.out)
    by_client = client.predict(question, role, api_name="/ask")
    failed, by_mcp = call_mcp(address, "ask", question=question, role=role)
    assert not failed
    assert compared(by_client) == compared(json.loads(by_mcp)) == compared(expected)
    assert list(json.loads(by_mcp)) == list(expected)


def test_one_post_is_enough(address):
    body = {"data": ["Hvad er mod?", "leder", ""]}
    reply = httpx.post(f"{address}/gradio_api/run/ask", json=body)
    assert reply.status_code == 200
    assert reply.json()["data"][0]["status"] == "answered"


def test_searching_gives_the_object_of_the_command_line(address, client, command, index_dir):
    printed = command("search", "mod", "--k", "3", "--json", "--index-dir", index_dir)
    expected = json.loads(printed.out)
    assert client.predict("mod", 3, api_name="/search") == expected
    assert json.loads(call_mcp(address, "search", query="mod", k=3)[1]) == expected
    assert len(expected["results"]) == 3


def test_a_quote_can_be_looked_up_in_the_documents_text(client):
    answer = client.predict("Hvad er mod?", api_name="/ask")
    for citation in answer["citations"]:
        document = client.predict(citation["document"], api_name="/document")
        assert document["version"] == citation["version"]
        assert document["text"][citation["start"] : citation["end"]] == citation["quote"]


def test_without_a_name_the_documents_are_listed(endpoints):
    (document,) = endpoints.document()["documents"]
    assert document["name"] == "ledelsesgrundlag-2016"
    assert "text" not in document


def test_a_session_lets_the_next_question_lean_on_the_answer(address):
    first = call_mcp(address, "ask", question="Hvad forventes af mig som leder?", session=KEY)
    second = call_mcp(address, "ask", question="uddyb punkt 2", session=KEY)
    asked = json.loads(first[1])["citations"][1]["passage_id"]
    assert asked in [each["passage_id"] for each in json.loads(second[1])["citations"]]
    alone = json.loads(call_mcp(address, "ask", question="uddyb punkt 2")[1])
    assert alone["citations"] == []


def test_nobody_reaches_the_conversation_of_somebody_else_by_its_key(endpoints):
    anna, bo = (SimpleNamespace(headers={"x-navn": name}) for name in ("anna", "bo"))
    endpoints.ask("Hvad forventes af mig som leder?", session=KEY, request=anna)
    assert endpoints.ask("uddyb punkt 2", session=KEY, request=bo)["citations"] == []
    assert endpoints.ask("uddyb punkt 2", session=KEY, request=anna)["citations"] != []


def test_every_answer_is_told_of(endpoints, noted):
    endpoints.ask("Hvad er tillid?", "LEDER")
    question, role = noted[-1]
    assert (question, role.value) == ("Hvad er tillid?", "leder")


@pytest.mark.parametrize(
    ("tool", "arguments", "sentence"),
    [
        ("ask", {"question": "  "}, "Du mangler at skrive et spørgsmål."),
        ("ask", {"question": "x" * 20_001}, "Spørgsmålet er for langt. Skriv højst 20.000 tegn."),
        ("ask", {"question": "Hej", "role": "chef"}, "Rollen »chef« findes ikke."),
        ("ask", {"question": "Hej", "session": "1"}, "mellem 16 og 128 tegn"),
        ("search", {"query": "mod", "k": 0}, "et helt tal fra 1 til 50"),
        ("search", {"query": "mod", "k": 51}, "et helt tal fra 1 til 50"),
        ("document", {"name": "../x"}, "Der er intet dokument med navnet »../x«."),
    ],
)
def test_what_cannot_be_answered_is_one_danish_sentence(
    tool, arguments, sentence, address, client, endpoints
):
    with pytest.raises(EndpointError) as raised:
        getattr(endpoints, tool)(**arguments)
    assert sentence in str(raised.value)
    assert call_mcp(address, tool, **arguments) == (True, str(raised.value))
    with pytest.raises(AppError) as told:
        client.predict(**arguments, api_name=f"/{tool}")
    assert str(told.value) == str(raised.value)


@pytest.mark.parametrize("odd", [None, 7, ["a"], {"path": "/etc/passwd", "meta": {"_type": "x"}}])
def test_what_is_no_text_is_refused(odd, endpoints):
    for call in (
        lambda: endpoints.ask(odd),
        lambda: endpoints.ask("Hej", odd),
        lambda: endpoints.ask("Hej", session=odd),
        lambda: endpoints.search(odd),
        lambda: endpoints.document(odd),
    ):
        with pytest.raises(EndpointError, match="skal være tekst"):
            call()


@pytest.mark.parametrize("odd", [None, "3", 2.5, True])
def test_what_is_no_whole_number_is_refused(odd, endpoints):
    with pytest.raises(EndpointError, match="helt tal"):
        endpoints.search("mod", odd)


def test_an_unexpected_error_tells_nothing_of_the_server(workplace, caplog):
    def fail(request):
        raise RuntimeError(f"hemmelig {request}")

    broken = make_endpoints(Service(workplace), SessionShelf(), owner_of=fail, note=lambda *_: None)
    with pytest.raises(EndpointError) as raised:
        broken.ask("Hej", session=KEY)
    assert str(raised.value) == texts.FAILED
    assert "hemmelig" in caplog.text


def test_mcp_describes_every_tool_and_parameter_in_danish(address):
    tools = ask_mcp(address, lambda session: session.list_tools()).tools
    assert {tool.name for tool in tools} == {"ask", "search", "document"}
    for tool in tools:
        assert "Svaret er et JSON-objekt" in tool.description
        assert "Args" not in tool.description
        for parameter in tool.inputSchema["properties"].values():
            assert parameter["description"]
    (ask,) = (tool for tool in tools if tool.name == "ask")
    assert set(ask.inputSchema["properties"]) == {"question", "role", "session"}
    assert ask.inputSchema["required"] == ["question"]
