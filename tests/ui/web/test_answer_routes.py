from io import BytesIO

import docx
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ui.web.about_routes import about_routes
from ui.web.answer_routes import answer_routes

LIST = "Hvad forventes af mig som leder?"


@pytest.fixture
def client(context):
    app = FastAPI()
    app.include_router(answer_routes(context))
    app.include_router(about_routes(context))
    return TestClient(app)


@pytest.fixture
def token(context, workplace):
    return context.shelf.put(workplace.assistant.answer(LIST), None).token


def test_an_answer_is_saved_as_word(client, token):
    reply = client.get(f"/svar/{token}.docx")
    assert docx.Document(BytesIO(reply.content)).paragraphs[0].text == LIST
    assert 'filename="svar-hvad-forventes' in reply.headers["content-disposition"]


def test_an_answer_is_saved_as_markdown(client, token):
    reply = client.get(f"/svar/{token}.md")
    assert reply.text.startswith(f"# {LIST}")
    assert reply.headers["cache-control"] == "no-store"


def test_an_answer_is_copied_as_plain_text(client, token):
    reply = client.get(f"/svar/{token}.txt")
    assert reply.headers["content-type"].startswith("text/plain")
    lines = reply.text.splitlines()
    assert lines[0] == LIST
    assert next(line for line in lines if line.startswith("2. Motivere")).endswith("[2]")
    assert "[5] Krav og forventning" in lines
    assert "**" not in reply.text


def test_an_answer_is_printed_as_a_danish_page(client, token):
    reply = client.get(f"/svar/{token}")
    assert '<html lang="da">' in reply.text
    assert reply.text.count('class="kilde"') == 5


def test_a_hostile_question_is_printed_as_text(client, context, workplace):
    answer = workplace.assistant.answer("<script>alert(1)</script> Hvad er mod?")
    page = client.get(f"/svar/{context.shelf.put(answer, None).token}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("ending", ["", ".docx", ".md", ".txt"])
def test_an_unknown_token_gets_a_danish_404(client, ending):
    reply = client.get(f"/svar/ukendt{ending}")
    assert reply.status_code == 404
    assert "ikke længere i hukommelsen" in reply.json()["detail"]


def test_the_page_about_the_assistant_names_documents_and_law(client):
    page = client.get("/om").text
    for words in ("Sorø Kommune", "2024/1689", "ikke med et menneske", "HR i Sorø Kommune"):
        assert words in page


def test_the_accessibility_statement_names_owner_and_supervisor(client):
    page = client.get("/tilgaengelighed").text
    for words in ("Sorø Kommune", "webtilgængelighedsloven", "Digitaliseringsstyrelsen", "udkast"):
        assert words in page
