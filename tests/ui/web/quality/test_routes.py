import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from ui.storage.errors import StorageError
from ui.storage.noun import CaseDraft, Feedback
from ui.web.quality import texts
from ui.web.quality.routes import quality_routes
from ui.web.user import Visitor

FILES = ("tilbagemeldinger.csv", "ubesvarede.csv", "proever.csv")


@pytest.fixture
def client(context):
    """A client that is HR where it says so in a header."""

    def visitor_of(request):
        is_hr = request.headers.get("x-hr") == "ja"
        return Visitor("", is_hr=is_hr, key="prøve")

    app = FastAPI()
    object.__setattr__(context, "visitor_of", visitor_of)
    app.include_router(quality_routes(context))
    return TestClient(app)


@pytest.mark.parametrize("name", FILES)
def test_hr_gets_a_file_for_a_spreadsheet(client, context, name):
    context.store.add_feedback(Feedback(helped=True, comment="=1+1"))
    context.store.add_case(CaseDraft("=Hvad?"))
    answer = client.get(f"/kvalitet/{name}", headers={"x-hr": "ja"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert name in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    text = answer.content.decode("utf-8-sig")
    assert ";" in text
    assert '"=' not in text


@pytest.mark.parametrize("name", FILES)
def test_nobody_else_gets_it(client, name):
    answer = client.get(f"/kvalitet/{name}")
    assert (answer.status_code, answer.text) == (403, texts.NOT_HR)


@pytest.mark.parametrize("name", FILES)
def test_a_database_that_fails_is_told_in_danish(client, context, monkeypatch, name):
    def fail(*_):
        raise StorageError("database_busy", place="x")

    for method in ("list_feedback", "list_unanswered", "list_cases"):
        monkeypatch.setattr(type(context.store), method, fail)
    answer = client.get(f"/kvalitet/{name}", headers={"x-hr": "ja"})
    assert answer.status_code == 503
    assert answer.text.endswith(".")
