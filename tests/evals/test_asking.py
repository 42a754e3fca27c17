import json
from dataclasses import replace

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel

from assistant.answer import Answer, Status, Trace, TracedHit
from assistant.conversation import Conversation
from assistant.opening import Workplace
from evals.task.asking import Desk, quotes_of, tell

SOCIAL = "Hvad er social kapital?"


@pytest.fixture
def desk(workplace):
    return Desk(workplace)


@pytest.fixture(scope="module")
def answer(workplace):
    answered = Desk(workplace).ask(SOCIAL)
    assert answered.status is Status.ANSWERED
    return answered


def test_the_desk_asks_the_assistant_in_the_role_and_the_conversation(desk, answer):
    later = desk.ask("og hvad med tillid?", "leder", Conversation().after(answer))
    assert later.standalone_question == "Hvad er tillid?"
    assert desk.ask("og hvad med tillid?").standalone_question != "Hvad er tillid?"


def test_a_quote_that_is_not_its_slice_is_counted(desk, answer):
    first, *rest = answer.citations
    moved = replace(first, start=first.start + 1)
    misquoted = replace(first, quote=first.quote.replace("kapital", "kapitel"))
    for lie in (moved, misquoted):
        told = replace(answer, citations=(lie, *rest, first))
        assert desk.proof(told) == {"wrong_quotes": 1, "broken_lists": 0}
    assert desk.proof(answer) == {"wrong_quotes": 0, "broken_lists": 0}


def test_a_citation_of_an_unknown_document_or_another_section_is_a_wrong_quote(desk, answer):
    first = answer.citations[0]
    for lie in (replace(first, document="andet"), replace(first, section=("ET ANDET",))):
        assert desk.proof(replace(answer, citations=(lie,)))["wrong_quotes"] == 1


def test_a_list_that_lacks_an_item_is_broken(desk):
    listed = desk.ask("Hvad betyder mod omsat til ledelseskompetence?")
    assert desk.proof(listed)["broken_lists"] == 0
    assert desk.proof(replace(listed, citations=listed.citations[1:]))["broken_lists"] == 1


def test_the_passages_that_rest_on_gold_are_found(desk):
    gold = ("Social kapital er den kapital, som menneskelig kapital organiseres i.",)
    (passage,) = desk.relevant(gold)
    assert gold[0] in passage.text
    assert desk.relevant(("Det står der ikke.",)) == []
    assert desk.relevant(()) == []


def test_a_statement_is_a_line_that_is_no_fixed_phrase_with_what_it_cites(desk, answer):
    statements = desk.statements(answer)
    assert len(statements) == len(answer.citations)
    assert all(said.is_held_by(said.sources) for said in statements)
    refusal = desk.ask("Hvem vandt VM i fodbold i 2022?")
    assert refusal.status is Status.REFUSED
    assert desk.statements(refusal) == []


def test_a_claim_of_its_own_is_a_statement_that_nothing_holds(desk, answer):
    claimed = replace(answer, text=f"{answer.text}\n\nAlle får mere i løn.")
    *_, last = desk.statements(claimed)
    assert last.sources == ()
    assert not last.is_held_by(last.sources)


def test_only_an_answer_rests_on_what_it_quotes(answer):
    assert quotes_of(answer) == [citation.quote for citation in answer.citations]
    for status in (Status.NEAREST, Status.REFUSED, Status.META):
        assert quotes_of(replace(answer, status=status)) == []


def test_an_exchange_tells_what_was_asked_expected_and_given():
    hits = tuple(TracedHit(f"p{n}", f"Afsnit {n}", 0.5, {}) for n in range(9))
    trace = Trace(reason="Derfor.", hits=hits)
    answer = Answer("Hvad?", "Hvad er det?", Status.NEAREST, "Svar", trace=trace)
    told = tell(answer, ("a", "b"), "Et afsnit")
    assert (told.question, told.expected, told.note) == ("Hvad?", ("a", "b"), "Et afsnit")
    assert (told.given, told.status, told.reason) == ("Svar", "nearest", "Derfor.")
    assert told.hits == tuple(f"Afsnit {n} (0,50)" for n in range(5))


def test_an_exchange_tells_the_two_numbers_that_decided(desk):
    refusal = desk.ask("Hvem vandt VM i fodbold i 2022?")
    reason = tell(refusal, ()).reason
    assert reason == f"{refusal.trace.reason} {refusal.trace.explanation[0]}"
    for number in (refusal.answerability, refusal.trace.threshold):
        assert f"{number:.2f}".replace(".", ",") in reason


def test_a_model_s_sentence_that_is_proven_counts_as_held_and_no_other(workplace):
    said = "Social kapital består af tillid, retfærdighed og samarbejdsevne."
    reply = json.dumps({"svar_findes": True, "saetninger": [{"tekst": said, "afsnit": [1]}]})
    worded = Workplace(workplace.settings)
    model = FakeListChatModel(responses=[reply])
    worded.__dict__["assistant"] = workplace.assistant_with(model)
    told = Desk(worded).ask(SOCIAL)
    assert told.text.startswith(said)
    (statement,) = Desk(worded).statements(told)
    assert statement.is_held_by(statement.sources)
    lie = replace(told, text=told.text.replace("tillid", "løn"))
    (statement,) = Desk(worded).statements(lie)
    assert not statement.is_held_by(statement.sources)
    (statement,) = Desk(workplace).statements(told)
    assert not statement.is_held_by(statement.sources)
