from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.opening import Workplace
from assistant.settings import Settings
from ui.web.document_routes import document_routes
from ui.web.service import Service

NAME = "ledelsesgrundlag-2016"
OTHERS = Path(__file__).parents[3] / "evals" / "data" / "documents"


def visit(settings, root_path=""):
    app = FastAPI()
    service = Service(Workplace(settings))
    app.include_router(document_routes(service))
    return TestClient(app, root_path=root_path), service


@pytest.fixture(scope="module")
def client():
    return visit(Settings())[0]


def test_a_document_is_a_page_of_its_own(client):
    reply = client.get(f"/dokument/{NAME}")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert reply.text.startswith("<!DOCTYPE html>")


def test_a_fragment_is_the_document_alone(client):
    reply = client.get(f"/dokument/{NAME}?uddrag=1")
    assert reply.text.startswith('<article class="dokument"')
    assert "<html" not in reply.text


def test_without_a_name_it_is_the_first_document(client):
    assert client.get("/dokument?uddrag=1").text == client.get(f"/dokument/{NAME}?uddrag=1").text
    reply = client.get("/dokument", follow_redirects=False)
    assert reply.status_code == 307
    assert reply.headers["location"] == f"/dokument/{NAME}"


def test_below_a_path_the_first_document_is_below_it_too():
    client, _ = visit(Settings(), root_path="/ledelse")
    reply = client.get("/dokument", follow_redirects=False)
    assert reply.headers["location"] == f"/ledelse/dokument/{NAME}"


def test_every_passage_and_section_is_placed(client):
    _, service = visit(Settings())
    for passage in service.workplace.documents[0].passages:
        assert client.get(f"/sted/passage-{passage.id}").json() == {"document": NAME}
    assert client.get("/sted/afsnit-vilkaaret").json() == {"document": NAME}


def test_a_place_is_found_in_the_document_that_has_it(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(f"# Titel {name}\n\nTekst.\n", encoding="utf-8")
    client, _ = visit(Settings(documents=tmp_path))
    assert client.get("/sted/afsnit-titel-b").json() == {"document": "b"}


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/dokument/findes-ikke?uddrag=1", "Dokumentet findes ikke."),
        ("/dokument/..%2f..%2fetc%2fpasswd", None),
        ("/dokument/%3Cscript%3E?uddrag=1", "Dokumentet findes ikke."),
        ("/sted/findes-ikke", "Stedet findes ikke."),
        ("/sted/%22%5D", "Stedet findes ikke."),
    ],
)
def test_what_is_unknown_is_told_in_danish(address, sentence, client):
    reply = client.get(address)
    assert reply.status_code == 404
    if sentence is not None:
        assert reply.json() == {"detail": sentence}


def test_a_reader_of_an_old_link_is_shown_the_documents_there_are(client):
    reply = client.get("/dokument/%3Cscript%3E")
    assert reply.status_code == 404
    assert "<h1>Dokumentet findes ikke</h1>" in reply.text
    assert f'<a href="{NAME}">Ledelsesgrundlag</a>' in reply.text
    assert "<script" not in reply.text


def test_a_document_may_have_any_name(tmp_path):
    (tmp_path / "Ærlig løn & 100 %.md").write_text("# Løn\n\nTekst.\n", encoding="utf-8")
    client, service = visit(Settings(documents=tmp_path))
    reply = client.get("/dokument", follow_redirects=False)
    assert client.get(reply.headers["location"]).status_code == 200
    name = service.workplace.documents[0].name
    assert f'data-navn="{name.replace("&", "&amp;")}"' in client.get("/dokument?uddrag=1").text
