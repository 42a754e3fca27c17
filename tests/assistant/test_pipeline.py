import asyncio
import contextlib
import logging
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.runnables import RunnableLambda

import assistant.decision
from assistant import texts
from assistant.answer import Status
from assistant.draft import Rendered
from assistant.errors import QuestionInvalidError
from assistant.pipeline import Ask
from assistant.question import Role
from assistant.verification import find_flaws

BROAD = "Hvad forventes af mig som ny leder?"
SPECIFIC = "Hvad er social kapital?"


def _items(answer):
    return [line for line in answer.text.splitlines() if re.match(r"\d+\. ", line)]


# The shapes of answers.


def test_a_list_question_gets_every_bullet(ask, leadership):
    answer = ask("Hvilke krav stilles der til en leder i Sorø Kommune?")
    assert answer.status is Status.ANSWERED
    bullets = [p for p in leadership.answers if p.section == ("KRAV OG FORVENTNING",) and p.number]
    assert [citation.quote for citation in answer.citations[:4]] == [p.text for p in bullets]
    assert answer.text.startswith("Som leder i Sorø Kommune skal man kunne engagere sig")
    assert len(_items(answer)) == 4
    assert "4 af 4 punkter" in answer.text


@pytest.mark.parametrize(
    ("question", "label", "count"),
    [
        ("Hvilke ledelseskompetencer hører til ledelsesværdien mod?", "Ledelsesværdi: Mod", 9),
        ("Nævn punkterne under tillid og respekt", "Ledelsesværdi: Tillid og respekt", 7),
        ("Hvilke kompetencer hører til fællesskabsledelse?", "Fællesskabsledelse", 6),
    ],
)
def test_each_list_is_given_whole(ask, question, label, count):
    answer = ask(question)
    assert len(_items(answer)) == count
    assert f"*{count} af {count} punkter (" in answer.text
    assert f"{label}).*" in answer.text


@pytest.mark.parametrize(
    ("question", "nugget"),
    [
        (SPECIFIC, "Social kapital er den kapital"),
        ("Hvor stammer ordet kommune fra?", "communis"),
        ("Hvad betyder resultatkapital?", "gå skridtet videre"),
    ],
)
def test_a_specific_question_gets_one_to_three_passages(ask, question, nugget):
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert 1 <= len(answer.citations) <= 3
    assert nugget in answer.citations[0].quote


def test_a_definition_gets_its_defining_sentence(ask):
    answer = ask(SPECIFIC)
    assert answer.text.startswith("Sådan beskriver ledelsesgrundlaget det:")
    assert len(answer.citations) == 1
    assert answer.citations[0].label == "Strategi C, punkt 2"


def test_a_comparison_gets_both_sides(ask):
    answer = ask("Hvad er forskellen på social kapital og menneskelig kapital?")
    assert answer.status is Status.ANSWERED
    quotes = " ".join(citation.quote for citation in answer.citations)
    assert "Social kapital er" in quotes
    assert "Menneskelig kapital er" in quotes


def test_a_comparison_of_two_values_gets_both_sides(ask):
    answer = ask("Hvad er forskellen på mod og tillid?")
    assert answer.status is Status.ANSWERED


def test_how_many_gets_the_count_with_the_items(ask):
    answer = ask("Hvor mange punkter er der under mod?")
    assert answer.text.startswith("Der er 9 punkter på listen:")
    assert len(_items(answer)) == 9


@pytest.mark.parametrize(
    ("question", "nugget"),
    [
        ("Hvem har godkendt ledelsesgrundlaget?", "direktion og chefgruppe"),
        ("Hvornår blev ledelsesgrundlaget godkendt?", "31. august 2016"),
    ],
)
def test_who_and_when_get_the_sentence(ask, question, nugget):
    answer = ask(question)
    assert len(answer.citations) == 1
    assert nugget in answer.citations[0].quote


def test_where_does_it_say_gets_the_place(ask):
    answer = ask("Hvor står der noget om diversitet?")
    assert answer.text.startswith("Det står 2 steder:")
    assert "- **Strategi A, punkt 4:** »Netværk- og" in answer.text
    assert "- **Ledelsesværdi: Fællesskabsledelse, punkt 6:** »Søger diversiteten" in answer.text


def test_a_broad_role_question_points_to_the_other_lists_with_their_counts(ask):
    answer = ask(BROAD)
    assert "4 af 4 punkter (Krav og forventning)" in answer.text
    assert answer.text.endswith(
        "- Ledelsesværdi: Tillid og respekt (7 punkter)\n"
        "- Ledelsesværdi: Mod (9 punkter)\n"
        "- Ledelsesværdi: Fællesskabsledelse (6 punkter)"
    )


# The employee's side.


def test_an_employee_gets_the_same_duties_with_nothing_added(ask):
    own = ask("Hvad forventes der af min leder?", Role.EMPLOYEE)
    leader = ask(BROAD)
    assert [c.quote for c in own.citations] == [c.quote for c in leader.citations]
    assert own.text.startswith(texts.EXPECTS_OF_LEADER)
    assert "Du kan forvente, at din leder" not in own.text


def test_an_employee_is_told_what_the_leader_does_where_the_lead_in_ends_in_the_leader(ask):
    answer = ask("Hvad kan jeg forvente af min leder om tillid og respekt?", Role.EMPLOYEE)
    assert answer.text.startswith("Du kan forvente, at din leder …\n\nLedelsesværdierne omsat")
    assert "at lederen: [8]" in answer.text
    assert len(_items(answer)) == 7


def test_an_employee_s_own_duties_are_not_the_leader_s(ask):
    answer = ask("Hvad forventes der af mig?", Role.EMPLOYEE)
    assert answer.status is Status.ANSWERED
    assert all("edarbejder" in citation.quote for citation in answer.citations)
    assert "Som leder i Sorø Kommune" not in answer.text


def test_an_employee_gets_the_list_of_the_value_that_is_named(ask):
    answer = ask("Hvad kan jeg forvente af min leder i forhold til mod?")
    assert any(citation.label.startswith("Ledelsesværdi: Mod") for citation in answer.citations)


# Language, refusal, meta.


@pytest.mark.parametrize(
    "question", ["What is expected of me as a leader?", "What is social capital?"]
)
def test_an_english_question_gets_one_english_sentence_and_danish_quotes(ask, question):
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    first, *rest = [line for line in answer.text.splitlines() if line]
    assert first == texts.ENGLISH
    assert rest
    assert all(re.search(r" \[\d+\]$", line) for line in rest)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem vandt Superligaen sidste år?",
        "Hvor mange feriedage har jeg?",
        "Hvad koster en parkeringsplads?",
    ],
)
def test_what_is_not_in_the_document_is_refused(ask, library, question):
    answer = ask(question)
    assert answer.status is Status.REFUSED
    assert not find_flaws(Rendered(answer.text, ()), library.documents)
    assert answer.citations == ()
    assert answer.answerability < answer.trace.threshold


def test_the_nearest_is_marked_as_no_answer(ask):
    answer = ask("Hvor ofte skal der holdes MUS-samtaler?")
    assert answer.status in {Status.NEAREST, Status.REFUSED}
    assert answer.text.startswith("Jeg har ledt efter »MUS-samtaler« i ")
    if answer.status is Status.NEAREST:
        assert texts.NEAREST in answer.text
        assert len(answer.citations) == 1


def test_a_greeting_is_meta_and_cites_nothing(ask):
    answer = ask("Hej!")
    assert answer.status is Status.META
    assert answer.citations == ()


def test_signs_without_a_word_are_not_understood(ask):
    answer = ask("?!")
    assert answer.status is Status.REFUSED
    assert answer.text == texts.NOT_UNDERSTOOD


def test_a_misspelt_question_is_answered(ask):
    assert ask("hvad er social kaptial").citations[0].label == "Strategi C, punkt 2"


def test_the_trace_says_why(ask):
    answer = ask(SPECIFIC)
    assert answer.trace.kind == "definition"
    assert answer.trace.reason == texts.REASON_ANSWERED
    assert answer.answerability >= answer.trace.threshold
    assert 1 <= len(answer.trace.hits) <= 10


def test_a_question_that_is_wholly_elsewhere_is_not_answered(ask):
    assert ask("Hvor mange kalorier er der i en banan?").status is not Status.ANSWERED


# Conversations.


def test_where_does_it_say_that_gives_the_last_answer_s_place(converse):
    first, place = converse(SPECIFIC, "Hvor står det?")
    assert place.status is Status.ANSWERED
    assert place.text.startswith("Det står her:\n\n- **Strategi C, punkt 2:**")
    assert [c.quote for c in place.citations] == [c.quote for c in first.citations]


def test_uddyb_punkt_2_gives_the_second_point_with_its_lead_in(converse):
    first, second = converse(BROAD, "uddyb punkt 2")
    assert [c.quote for c in second.citations] == [first.citations[1].quote]
    assert "forpligte sig på at: »Motivere" in second.text


def test_what_about_asks_of_the_new_subject(converse):
    _, second = converse("Hvad er social kapital?", "Og hvad med beslutningskapital?")
    assert second.standalone_question == "Hvad er beslutningskapital?"
    assert second.citations[0].label == "Strategi C, punkt 3"


def test_what_about_mod_gives_what_stands_about_mod(converse):
    _, second = converse("Hvad er tillid?", "og hvad med mod?")
    assert any(citation.label.startswith("Ledelsesværdi: Mod") for citation in second.citations)


def test_a_pronoun_leans_on_the_question_before(converse):
    _, second = converse("Hvad er social kapital?", "Hvad består den af?")
    assert second.standalone_question == "Hvad består social kapital af?"
    assert any("tillid, retfærdighed" in citation.quote for citation in second.citations)


def test_a_reference_to_nothing_is_asked_back(ask):
    for question in ("Hvor står det?", "uddyb punkt 2"):
        answer = ask(question)
        assert answer.status is Status.META
        assert answer.text == texts.NO_PREVIOUS


def test_sessions_do_not_share_state(assistant, converse):
    converse(SPECIFIC)
    assert assistant.answer(Ask("Hvor står det?")).status is Status.META
    one, other = converse(SPECIFIC, "Hvor står det?"), converse(BROAD, "Hvor står det?")
    assert len(one[1].citations) == 1
    assert [c.label for c in other[1].citations] == ["Krav og forventning"]


# Every line is proven.


def test_a_lie_is_withheld(monkeypatch, ask, caplog):
    truthful = assistant.decision.compose

    def _lie(*given):
        rendered = truthful(*given)
        return Rendered(rendered.text.replace("tillid", "mistillid"), rendered.citations)

    monkeypatch.setattr(assistant.decision, "compose", _lie)
    with caplog.at_level(logging.ERROR, logger="assistant.pipeline"):
        answer = ask(SPECIFIC)
    assert answer.status is Status.REFUSED
    assert answer.text == texts.NOT_PROVEN
    assert answer.citations == ()
    assert answer.trace.reason == texts.REASON_NOT_PROVEN
    assert "answer withheld" in caplog.text


def test_a_lie_without_a_citation_is_withheld(monkeypatch, ask):
    lie = Rendered("Ledere skal møde kl. 7.", ())
    monkeypatch.setattr(assistant.decision, "compose", lambda *_: lie)
    assert ask(SPECIFIC).status is Status.REFUSED


_TALK = (
    "hvad hvilke hvem hvornår hvor mange står der om er forskellen på og mod tillid social "
    "kapital topstyring leder lederen medarbejder min af mig som forventes krav dialog "
    "borgere kommune strategi nævn what is expected of me trust ferie løn 2016 ? ,"
)
QUESTIONS = st.lists(
    st.sampled_from(_TALK.split()),
    min_size=1,
    max_size=10,
).map(" ".join)


@given(question=QUESTIONS, role=st.sampled_from([None, *Role]))
@settings(max_examples=150)
def test_every_citation_of_every_answer_is_its_slice(question, role, assistant, leadership):
    answer = assistant.answer(Ask(question, role))
    for citation in answer.citations:
        assert leadership.text[citation.start : citation.end] == citation.quote
    assert [citation.n for citation in answer.citations] == [
        n for n, _ in enumerate(answer.citations, start=1)
    ]
    assert find_flaws(Rendered(answer.text, answer.citations), [leadership]) == []
    assert answer.text != texts.NOT_PROVEN
    assert (answer.status in {Status.ANSWERED, Status.NEAREST}) == bool(answer.citations)
    assert 0.0 <= answer.answerability <= 1.0


@given(text=st.text(st.characters(), max_size=80))
def test_any_text_is_answered_or_said_to_be_no_question(text, assistant):
    with contextlib.suppress(QuestionInvalidError):
        assert assistant.answer(Ask(text)).text


# LangChain's interfaces.


def test_invoke_takes_a_text_or_an_ask(assistant):
    assert assistant.invoke(SPECIFIC).text == assistant.invoke(Ask(SPECIFIC)).text


def test_batch_answers_in_the_order_of_the_questions(assistant):
    answers = assistant.batch([SPECIFIC, "Hej!", BROAD])
    assert [answer.question for answer in answers] == [SPECIFIC, "Hej!", BROAD]
    assert answers[1].status is Status.META


def test_stream_gives_the_whole_answer(assistant):
    (answer,) = list(assistant.stream(SPECIFIC))
    assert answer.text == assistant.invoke(SPECIFIC).text


def test_ainvoke_answers_as_invoke_does(assistant):
    async def _both():
        return await asyncio.gather(assistant.ainvoke(SPECIFIC), assistant.ainvoke(BROAD))

    specific, broad = asyncio.run(_both())
    assert specific.text == assistant.invoke(SPECIFIC).text
    assert broad.text == assistant.invoke(BROAD).text


def test_the_assistant_is_a_link_in_a_chain(assistant):
    chain = assistant | RunnableLambda(lambda answer: answer.citations[0].label)
    assert chain.invoke(SPECIFIC) == "Strategi C, punkt 2"


def test_an_empty_question_is_the_caller_s_mistake(assistant):
    with pytest.raises(QuestionInvalidError):
        assistant.invoke("  ")
