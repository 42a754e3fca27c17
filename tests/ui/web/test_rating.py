"""The rating of an answer, through its own addresses and into a real database."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from assistant.question import Role
from assistant.settings import Settings
from ui.storage import texts as storage_texts
from ui.storage.store import Store, open_store
from ui.web import rating_texts, texts
from ui.web.context import PageContext
from ui.web.meter import Meter
from ui.web.rating import LONGEST_COMMENT, Rating, read_rating, render_form, render_thanks
from ui.web.rating_routes import rating_routes
from ui.web.service import Service
from ui.web.shelf import AnswerShelf, ShelvedAnswer
from ui.web.user import NOBODY

HERE = "http://testserver"
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
FORM = {"hjalp": "nej", "grund": "incomplete", "kommentar": "Der mangler noget.", "trin": "x"}


class Reading(HTMLParser):
    """The elements of a fragment, each with its attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for found, attributes in self.elements if found == tag]

    def pressed(self) -> list[str | None]:
        return [one["class"] for one in self.all("button") if one.get("aria-pressed") == "true"]


@dataclass(frozen=True)
class Page:
    """The addresses as a browser reaches them, with what is behind."""

    client: TestClient
    context: PageContext
    shelved: ShelvedAnswer

    @property
    def store(self) -> Store:
        return self.context.store

    @property
    def address(self) -> str:
        return f"/svar/{self.shelved.token}/vurdering"

    def post(self, fields: dict[str, str], **headers: str):
        return self.client.post(self.address, data=fields, headers=headers)


@pytest.fixture
def make_page(workplace, tmp_path) -> Iterator:
    stores: list[Store] = []

    def call(**given) -> Page:
        settings = Settings(**given)
        stores.append(open_store(settings, tmp_path))
        shelf = AnswerShelf()
        context = PageContext(
            Service(workplace), stores[-1], shelf, settings, lambda _: NOBODY, Meter()
        )
        shelved = shelf.put(workplace.assistant.invoke("Hvad er mod?"), Role.EMPLOYEE)
        app = FastAPI()
        app.include_router(rating_routes(context))
        return Page(TestClient(app), context, shelved)

    yield call
    for store in stores:
        store.close()


@pytest.fixture
def page(make_page) -> Page:
    return make_page()


def test_a_click_is_stored_at_once_and_asks_why(page):
    answer = page.post({"hjalp": "nej"})
    assert answer.status_code == 200
    (row,) = page.store.list_feedback()
    assert (row.helped, row.reason, row.comment) == (False, "", "")
    read = Reading(answer.text)
    assert read.pressed() == ["nej"]
    assert rating_texts.WHY_DID_NOT_HELP in read.text
    assert read.all("form")[0]["action"] == page.address.removeprefix("/")


def test_the_reason_is_added_to_the_vote(page):
    page.post({"hjalp": "nej"})
    answer = page.post(FORM)
    (row,) = page.store.list_feedback()
    assert (row.helped, row.reason, row.comment) == (False, "incomplete", "Der mangler noget.")
    read = Reading(answer.text)
    assert rating_texts.THANKS in read.text
    assert read.pressed() == ["nej"]
    assert not read.all("form")


def test_the_other_thumb_changes_the_vote(page):
    page.post(FORM)
    answer = page.post({"hjalp": "ja"})
    (row,) = page.store.list_feedback()
    assert (row.helped, row.reason, row.comment) == (True, "incomplete", "Der mangler noget.")
    read = Reading(answer.text)
    assert read.pressed() == ["ja"]
    assert rating_texts.EARLIER_KEPT in read.text


def test_nothing_is_said_of_an_earlier_reason_where_there_is_none(page):
    page.post({"hjalp": "nej"})
    assert rating_texts.EARLIER_KEPT not in page.post({"hjalp": "ja"}).text


def test_a_rating_says_what_it_is_about_and_not_who_gave_it(page):
    page.post({"hjalp": "ja"})
    (row,) = page.store.list_feedback()
    answer = page.shelved.answer
    assert (row.status, row.role) == ("answered", "medarbejder")
    assert row.citations == tuple(citation.label for citation in answer.citations)
    assert [version.split()[0] for version in row.versions] == ["ledelsesgrundlag-2016"]
    assert page.shelved.token not in repr(row)


def test_the_question_is_stored_only_when_questions_are_kept(make_page):
    page = make_page()
    page.post({"hjalp": "ja"})
    assert page.store.list_feedback()[0].question == ""
    assert rating_texts.days(90) in page.post({"hjalp": "ja"}).text
    assert "bliver ikke gemt" in page.post({"hjalp": "ja"}).text
    keeping = make_page(keep_questions=True, retention_days=1)
    answer = keeping.post({"hjalp": "ja"})
    assert keeping.store.list_feedback()[0].question == "Hvad er mod?"
    assert "Dit spørgsmål bliver gemt sammen med vurderingen i 1 dag." in answer.text


def test_looking_at_the_form_changes_nothing(page):
    answer = page.client.get(page.address, params={"hjalp": "ja"})
    assert answer.status_code == 200
    assert rating_texts.WHY_HELPED in answer.text
    assert page.store.list_feedback() == ()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_forgotten_answer_says_so(page, method):
    answer = page.client.request(method, "/svar/ukendt/vurdering?hjalp=ja", data={"hjalp": "ja"})
    assert (answer.status_code, answer.text) == (404, rating_texts.FORGOTTEN)
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("fields", [{}, {"hjalp": ""}, {"hjalp": "måske"}])
def test_what_is_no_vote_is_not_stored(page, fields):
    answer = page.post(fields)
    assert (answer.status_code, answer.text) == (400, rating_texts.NOT_UNDERSTOOD)
    assert page.store.list_feedback() == ()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://ond.dk"},
        {"Origin": "null"},
        {"Origin": f"{HERE}.ond.dk"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_cannot_vote(page, headers):
    answer = page.post({"hjalp": "ja"}, **headers)
    assert (answer.status_code, answer.text) == (403, rating_texts.FOREIGN)
    assert page.store.list_feedback() == ()


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": HERE}, {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}]
)
def test_our_own_page_and_a_programme_can_vote(page, headers):
    assert page.post({"hjalp": "ja"}, **headers).status_code == 200


def test_a_database_that_fails_is_told_without_details(page, tmp_path):
    page.store.close()
    for file in tmp_path.glob("*.db*"):
        file.unlink()
    answer = page.post({"hjalp": "ja"})
    assert (answer.status_code, answer.text) == (503, rating_texts.NOT_STORED)


def test_no_answer_is_kept_by_a_cache(page):
    for answer in (page.post({"hjalp": "ja"}), page.client.get(page.address)):
        assert answer.headers["cache-control"] == "no-store"


def test_votes_are_counted_and_reasons_are_not(page):
    page.post({"hjalp": "nej"})
    page.post(FORM)
    content = page.context.meter.write().decode()
    assert 'ledelsesassistent_feedback_total{helped="no"} 1.0' in content


def test_a_comment_is_stored_without_markup_doing_anything_and_without_who(page):
    page.post({**FORM, "kommentar": f"{HOSTILE} Ring 22 33 44 55"})
    (row,) = page.store.list_feedback()
    assert row.comment == f"{HOSTILE} Ring [telefonnummer]"


# The words alone


@pytest.mark.parametrize("helped", [True, False])
def test_every_field_has_a_name_and_every_id_is_its_own(helped):
    read = Reading(render_form("a-b", Settings(), helped=helped))
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    fields = [one for one in read.all("input") if one["type"] != "hidden"] + read.all("textarea")
    named = {one["for"] for one in read.all("label")}
    assert {field["id"] for field in fields} == named
    pointed = [
        one
        for _, attributes in read.elements
        for one in (attributes.get("aria-describedby"), attributes.get("aria-labelledby"))
        if one
    ]
    assert set(pointed) <= set(ids)


def test_the_reasons_that_are_offered_fit_the_vote():
    offered = [
        one["value"]
        for one in Reading(render_form("a", Settings(), helped=False)).all("input")
        if one["type"] == "radio"
    ]
    assert tuple(offered) == storage_texts.REASONS_DID_NOT_HELP
    assert {*storage_texts.REASONS_DID_NOT_HELP, *storage_texts.REASONS_HELPED} == set(
        storage_texts.REASONS
    )


@given(st.text() | st.just(HOSTILE), st.booleans())
def test_a_token_makes_no_markup(token, helped):
    plain = Reading(render_form("a", Settings(), helped=helped))
    for html in (
        render_form(token, Settings(), helped=helped),
        render_thanks(token, helped=helped),
    ):
        read = Reading(html)
        assert {tag for tag, _ in read.elements} <= {tag for tag, _ in plain.elements} | {"p"}
        assert {name for _, attributes in read.elements for name in attributes} <= {
            name for _, attributes in plain.elements for name in attributes
        }


def test_a_reason_that_was_not_offered_counts_as_none():
    assert read_rating("ja", "incomplete") == Rating(helped=True)
    assert read_rating("nej", HOSTILE) == Rating(helped=False)
    assert read_rating("nej", "incomplete") == Rating(helped=False, reason="incomplete")


def test_a_long_comment_is_cut():
    rating = read_rating("nej", "", "x" * 5000)
    assert rating == Rating(helped=False, comment="x" * LONGEST_COMMENT)


def test_the_thumbs_are_named_as_below_the_answer():
    text = Reading(render_thanks("a", helped=True)).text
    assert all(words in text for words in (texts.DID_IT_HELP, texts.YES, texts.NO))
