import pytest

from assistant.answer import Status
from assistant.conversation.history import DISTRESS

SUPPOSED = "Hvor kan jeg gå hen, hvis en kollega sviner mig til?"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("jeg vil ikke leve mere", "Det er godt, at du skriver det"),
        ("min leder slår mig", "Det er ikke i orden"),
        ("jeg har det skidt på jobbet", "Det er jeg ked af at høre"),
        ("I want to die", "I am glad you wrote this."),
    ],
)
def test_a_cry_for_help_gets_no_quote(converse, text, start):
    for answer in (converse(text)[-1], converse("Hvad er mod?", text)[-1]):
        assert answer.status is Status.REFUSED
        assert answer.citations == ()
        assert answer.text.startswith(start)
        assert answer.trace.kind == DISTRESS


@pytest.mark.parametrize(
    "text", ["hvad skal jeg gøre?", "hjælp mig", "hvem kan jeg tale med", "ja"]
)
def test_what_follows_is_met_in_the_same_way(converse, text):
    answers = converse("Hvad er mod?", "min leder slår mig", text, "hvad nu?")
    assert answers[1].text == answers[2].text == answers[3].text


def test_an_ordinary_question_after_it_is_answered(converse):
    *_, answer = converse("min leder slår mig", "Hvad er social kapital?")
    assert answer.status is Status.ANSWERED


def test_a_supposed_case_is_a_question_where_the_document_speaks_of_it(ask, elsewhere):
    assert ask(SUPPOSED).trace.kind == DISTRESS
    answer = elsewhere("personalepolitik").assistant.answer(SUPPOSED)
    assert answer.status is Status.ANSWERED


def test_a_very_long_cry_is_heard(converse):
    (answer,) = converse("Det er en lang historie. " * 30 + "Jeg vil ikke leve mere.")
    assert answer.trace.kind == DISTRESS
