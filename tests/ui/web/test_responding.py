from dataclasses import replace

import pytest

from assistant.question import Role
from ui.storage.errors import StorageError
from ui.web.responding import MOST_MESSAGES, MOST_STEPS, Responder, Session

LIST = "Hvad forventes af mig som leder?"


@pytest.fixture
def responder(context):
    return Responder(context)


def test_an_answer_grows_until_it_is_whole(responder):
    steps = list(responder.respond(LIST, None, Session()))
    sizes = [len(step.messages[-1]["content"]) for step in steps]
    assert sizes == sorted(sizes)
    assert 3 <= len(steps) <= MOST_STEPS + 3
    assert all(step.session is None for step in steps[:-1])
    assert steps[-1].session.conversation.answers[0].question == LIST


def test_a_session_is_never_changed_in_place(responder):
    session = Session()
    *_, last = responder.respond(LIST, Role.LEADER, session)
    assert session == Session()
    *_, second = responder.respond("Uddyb punkt 2", None, last.session)
    assert "fagfagligheden" in second.messages[-1]["content"]
    *_, alone = responder.respond("Uddyb punkt 2", None, Session())
    assert "fagfagligheden" not in alone.messages[-1]["content"]


def test_a_question_that_cannot_be_read_leaves_the_conversation_as_it_was(responder):
    *_, last = responder.respond(LIST, None, Session())
    *_, after = responder.respond("mod " * 10_000, None, last.session)
    assert "for langt" in after.messages[-1]["content"]
    assert after.session.conversation == last.session.conversation


def test_a_long_conversation_keeps_its_latest_messages(responder):
    many = tuple({"role": "user", "content": str(n)} for n in range(MOST_MESSAGES + 20))
    *_, last = responder.respond("Hej", None, Session(messages=many))
    assert len(last.messages) == MOST_MESSAGES
    assert last.messages[-2]["content"] == "Hej"


def test_the_answer_can_be_fetched_by_its_token(responder, context):
    *_, last = responder.respond(LIST, Role.LEADER, Session())
    token = last.messages[-1]["content"].partition('id="svar-')[2].partition('"')[0]
    shelved = context.shelf.get(token)
    assert shelved.answer.question == LIST
    assert shelved.role is Role.LEADER


def test_a_broken_store_does_not_break_the_answer(context):
    class Broken:
        def note_answer(self, *_):
            raise StorageError("database_unreachable")

    responder = Responder(replace(context, store=Broken()))
    *_, last = responder.respond(LIST, None, Session())
    assert "4 af 4 punkter" in last.messages[-1]["content"]
