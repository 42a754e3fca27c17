"""Conversations as they are held: what is remembered, and what follow-ups are answered with."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Status
from assistant.conversation import FOLLOW_UP, LONGEST_CONVERSATION, Conversation, contextualise
from assistant.pipeline import Ask
from assistant.question import Role

REFUSED = Answer("Ferie?", "Ferie?", Status.REFUSED, "Nej.")
SOCIAL = "Hvad er social kapital?"
DUTIES = "Hvad forventes af mig som leder?"


# What is remembered.


def test_a_refusal_leaves_the_answer_before_it_to_lean_on(after):
    talk = after(SOCIAL)
    assert talk.after(REFUSED).last == talk.last
    assert talk.after(REFUSED).latest == REFUSED
    assert Conversation().after(REFUSED).last is None


def test_a_role_holds_until_another_is_named(after):
    talk = after("Hvad kan jeg bruge det til som medarbejder?", "Hvad er mod?")
    assert talk.role is Role.EMPLOYEE
    leader = Answer("Jeg er leder. Hvad nu?", "?", Status.REFUSED, "")
    assert talk.after(leader).role is Role.LEADER
    assert Conversation().role is None


def test_a_role_that_was_named_decides_later_answers(converse):
    *_, told = converse("Hvad er mod? Jeg er medarbejder.", "Hvad forventes der af mig?")
    *_, untold = converse("Hvad er mod?", "Hvad forventes der af mig?")
    assert told.citations != untold.citations
    assert any(c.quote.startswith("Som leder") for c in untold.citations)
    assert not any(c.quote.startswith("Som leder") for c in told.citations)


def test_a_conversation_is_not_changed_by_going_on():
    before = Conversation()
    assert len(before.after(REFUSED).turns) == 1
    assert before.turns == ()


def test_only_the_last_turns_are_remembered():
    talk = Conversation()
    for _ in range(500):
        talk = talk.after(REFUSED)
    assert len(talk.turns) == LONGEST_CONVERSATION


def test_a_conversation_of_follow_ups_keeps_its_question_short(assistant):
    talk = Conversation().after(assistant.answer(SOCIAL))
    for turn in ["hvorfor?", "hvor ofte?", "i praksis?", "Hvor står det?", "kortere"] * 12:
        answer = assistant.answer(Ask(turn, None, talk))
        talk = talk.after(answer)
        assert len(answer.standalone_question) < 200


def test_follow_ups_of_a_very_long_question_are_quick(assistant):
    long = ("hvad står der om mod og hvad siges der om tillid " * 400)[:20_000]
    talk = Conversation().after(assistant.answer(long))
    started = time.perf_counter()
    for turn in ("hvorfor?", "mere", "Hvor står det?", "uddyb punkt 1", "kortere"):
        talk = talk.after(assistant.answer(Ask(turn, None, talk)))
    assert time.perf_counter() - started < 5


@given(text=st.text(max_size=60))
def test_any_text_can_be_put_in_context(text, library, after):
    for talk in (Conversation(), after(DUTIES), after(SOCIAL, "Får jeg ferie?")):
        context = contextualise(text, talk, library)
        assert context.standalone or not text.strip()


# Answers to follow-ups.


def test_why_after_a_refusal_says_that_the_document_does_not_say(converse):
    _, why = converse("Hvor mange feriedage har jeg?", "hvorfor ikke?")
    assert why.status is Status.META
    assert why.text.startswith("Jeg svarer kun med det, der står i ledelsesgrundlaget")
    assert why.citations == ()


def test_shorter_gives_the_nearest_of_the_same_citations(converse):
    first, shorter = converse("Hvordan viser jeg respekt?", "kortere")
    assert len(shorter.citations) == 1 < len(first.citations)
    assert shorter.citations[0].passage_id in {c.passage_id for c in first.citations}


def test_all_of_it_gives_the_whole_list(converse, listing_under):
    _, whole = converse("Skal jeg være nysgerrig?", "giv mig det hele")
    items = listing_under("Mod").items
    assert [c.passage_id for c in whole.citations][: len(items)] == list(items)
    assert "*9 af 9 punkter" in whole.text


def test_more_gives_what_was_not_shown_and_says_when_there_is_no_more(converse):
    first, more, *_, last = converse("Hvad er mod?", *["mere"] * 6)
    shown = {c.passage_id for c in first.citations}
    assert more.trace.kind == FOLLOW_UP
    assert shown.isdisjoint(c.passage_id for c in more.citations)
    assert {c.section for c in more.citations} == {c.section for c in first.citations}
    assert last.status is Status.META
    assert last.text.startswith("Jeg har vist alt")


def test_an_empty_why_is_answered_from_where_the_last_answer_stands(converse):
    first, why = converse("Hvad er topstyring?", "Hvorfor er det nødvendigt?")
    assert why.status is Status.ANSWERED
    assert why.text.startswith("Det siger ledelsesgrundlaget i den forbindelse:")
    assert {c.section for c in why.citations} <= {c.section for c in first.citations}


@pytest.mark.parametrize(
    ("folder", "questions", "label"),
    [
        ("personalepolitik", ("Hvilke samtaler er der?", "uddyb den anden"), "række 2"),
        (
            "personalepolitik",
            ("Hvor mange omsorgsdage har man?", "Hvor står det?"),
            "2.2 Barns sygdom og omsorgsdage, afsnit 2",
        ),
        ("vedtaegt", ("Hvilke principper ledes foreningen efter?", "uddyb b"), "litra b"),
        ("ledelse-sygehus", ("Hvilke principper har I?", "uddyb den anden"), "Vi siger det højt"),
        ("uden-overskrifter", ("Hvad ønsker besætningerne sig?", "uddyb punkt 2"), "punkt 2"),
    ],
)
def test_points_and_places_are_found_in_any_document(elsewhere, folder, questions, label):
    assistant = elsewhere(folder).assistant
    talk = Conversation()
    for question in questions:
        answer = assistant.answer(Ask(question, None, talk))
        talk = talk.after(answer)
    assert answer.status is Status.ANSWERED
    assert answer.citations[0].label.endswith(label)
