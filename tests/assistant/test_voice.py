import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Status
from assistant.pipeline import Ask
from assistant.question import Role
from assistant.voice import ask_in_passive

PASSIVE = "Hvad forventes af mig som leder?"
ACTIVE = [
    "hvad forventer i af mig når jeg starter som leder",
    "Hvad forventer I af mig som leder?",
    "hvad forventer kommunen af mig som leder",
    "hvad forventer organisationen egentlig af mig som leder",
    "hvad forventer man af mig som leder?",
    "hvilke krav stiller I til mig som leder",
    "Hvilke forventninger har I til mig som leder?",
    "hvad skal jeg leve op til som leder",
    "Hvad kræver I af mig som leder?",
    "hvad forventer I, at jeg kan som leder?",
]


@pytest.mark.parametrize("folder", ["", "personalepolitik", "ledelse-sygehus"])
@pytest.mark.parametrize("text", ACTIVE)
def test_the_active_voice_gets_the_same_list(assistant, elsewhere, folder, text):
    asked = elsewhere(folder).assistant if folder else assistant
    answer, expected = asked.answer(text), asked.answer(PASSIVE)
    assert answer.status is Status.ANSWERED
    assert answer.points == expected.points > 1
    assert answer.text == expected.text


@pytest.mark.parametrize(
    "text",
    ["hvad forventer i af mig", "hvad forventer kommunen af mig", "hvilke krav stiller I til mig"],
)
@pytest.mark.parametrize("folder", ["", "personalepolitik", "ledelse-sygehus"])
def test_a_leader_need_not_say_so(assistant, elsewhere, folder, text):
    asked = elsewhere(folder).assistant if folder else assistant
    assert asked.answer(Ask(text, Role.LEADER)).text == asked.answer(PASSIVE).text


def test_an_employee_is_not_shown_what_is_expected_of_leaders(ask):
    answer = ask("hvilke krav stiller I til mig", Role.EMPLOYEE)
    assert "kan du forvente af din leder" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "Hvad forventer borgerne af mig?",
        "Hvad forventer min leder af mig?",
        "Hvad forventer jeg selv af andre?",
        "Hvilke krav stiller borgerne til mig?",
        "Hvad skal jeg leve op til i mødet med borgeren?",
        "Hvad er mod?",
    ],
)
def test_what_others_expect_is_a_question_of_its_own(text):
    assert ask_in_passive(text) == text


def test_the_owner_may_have_a_name():
    asked = ask_in_passive("Hvad forventer Fjordby af mig?", {"fjordby"})
    assert asked == "Hvad forventes af mig?"


@given(st.text(max_size=200))
def test_any_text_can_be_read(text):
    assert isinstance(ask_in_passive(text), str)
