from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from assistant.answer import Answer, Status
from assistant.conversation import Conversation
from ui.web.session import SessionShelf


class Clock:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def say(shelf: SessionShelf, owner: str, key: str, question: str) -> list[str]:
    """Take a turn and return everything that was asked in the session so far."""
    answer = Answer(question, question, Status.REFUSED, "Det står der ikke.")
    with shelf.turn(owner, key) as session:
        session.conversation = session.conversation.after(answer)
        return [turn.answer.question for turn in session.conversation.turns]


@pytest.fixture
def clock():
    return Clock()


def test_a_session_goes_on_where_it_was_left():
    shelf = SessionShelf()
    say(shelf, "anna", "nøgle", "første")
    assert say(shelf, "anna", "nøgle", "anden") == ["første", "anden"]


@pytest.mark.parametrize(("owner", "key"), [("bo", "nøgle"), ("anna", "en anden"), ("", "nøgle")])
def test_another_owner_or_key_is_another_conversation(owner, key):
    shelf = SessionShelf()
    say(shelf, "anna", "nøgle", "hemmeligt")
    assert say(shelf, owner, key, "mit") == ["mit"]


def test_the_one_that_was_silent_longest_is_forgotten_first():
    shelf = SessionShelf(most=2)
    for key in ("a", "b", "a", "c"):
        say(shelf, "", key, key)
    assert say(shelf, "", "a", "igen") == ["a", "a", "igen"]
    assert say(shelf, "", "b", "igen") == ["igen"]


def test_a_silent_session_is_forgotten_after_a_while(clock):
    shelf = SessionShelf(seconds=60, clock=clock)
    say(shelf, "", "a", "første")
    clock.now = 60
    assert say(shelf, "", "a", "anden") == ["første", "anden"]
    clock.now = 121
    assert say(shelf, "", "a", "tredje") == ["tredje"]


def test_turns_taken_at_once_lose_nothing():
    shelf = SessionShelf()

    def count(_: int) -> None:
        with shelf.turn("", "a") as session:
            role = session.conversation.role
            session.conversation = replace(session.conversation, role=str(int(role or 0) + 1))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(count, range(400)))
    with shelf.turn("", "a") as session:
        assert session.conversation.role == "400"


def test_an_answer_that_failed_leaves_the_conversation_as_it_was():
    shelf = SessionShelf()
    with pytest.raises(ValueError, match="afbrudt"), shelf.turn("", "a"):
        raise ValueError("afbrudt")
    with shelf.turn("", "a") as session:
        assert session.conversation == Conversation()
