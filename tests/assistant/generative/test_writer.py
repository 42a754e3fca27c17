"""What a user gets of a model, good or bad, behind a real server."""

import asyncio
import logging
import time
from itertools import pairwise

import pytest

from assistant import texts
from assistant.answer import Status
from assistant.draft import Rendered
from assistant.generative import texts as model_texts
from assistant.pipeline import Ask
from assistant.question import Role
from assistant.verification import find_flaws

QUESTION = "Hvad er social kapital?"
FIRST = "Social kapital består af tillid, retfærdighed og samarbejdsevne."
SECOND = "Social kapital er den kapital, som menneskelig kapital organiseres i."
LIE = "Social kapital giver hver leder en årlig bonus på 5.000 kroner."


@pytest.fixture(scope="module")
def extractive(assistant):
    return assistant.answer(QUESTION)


def _fell_back(answer, extractive, cause):
    note = texts.FALLBACKS[cause].format(document="ledelsesgrundlaget")
    assert answer.engine == "extractive"
    assert answer.text == f"{extractive.text}\n\n{note}"
    assert answer.citations == extractive.citations
    assert answer.trace.model.outcome == model_texts.FELL_BACK[cause]
    return True


@pytest.mark.parametrize("protocol", ["over_openai", "over_ollama"])
def test_a_good_answer_is_shown_with_its_quotes(protocol, request, reply, extractive):
    served = request.getfixturevalue(protocol)
    assistant = served(reply((FIRST, [1]), (SECOND, [1])))
    answer = assistant.answer(QUESTION)
    assert answer.text == f"{FIRST} [1]\n\n{SECOND} [1]\n\n{texts.GENERATED}"
    assert answer.engine == assistant.engine
    assert answer.engine.startswith("prøve")
    assert [c.quote for c in answer.citations] == [extractive.citations[0].quote]
    assert answer.status is Status.ANSWERED
    model = answer.trace.model
    assert (model.calls, model.written, model.shown, model.removed) == (1, 2, 2, ())
    assert (model.input_tokens, model.output_tokens) == (100, 20)


def test_an_answer_over_http_without_a_stream_is_read_too(over_openai, reply):
    assistant = over_openai(reply((FIRST, [1]), (SECOND, [1])))
    plain = assistant._writer.caller._plain
    assert "tillid" in plain.invoke("hej").text


def test_the_contract_names_the_engine(over_openai, reply):
    shown = over_openai(reply((FIRST, [1]), (SECOND, [1]))).answer(QUESTION)
    assert shown.to_json()["engine"] == "prøve"
    assert shown.to_json(with_trace=True)["trace"]["model"]["calls"] == 1


def test_sentences_are_streamed_each_step_a_longer_proven_prefix(over_openai, reply, leadership):
    third = "Kvaliteten af sociale relationer i gruppen hører til den sociale kapital."
    behaviour = {"text": reply((FIRST, [1]), (SECOND, [1]), (LIE, [1]), (third, [1]))}
    assistant = over_openai(behaviour, reply())
    steps = list(assistant.stream(QUESTION))
    assert len(steps) >= 2
    prove = assistant._writer.prover.is_proven
    for before, after in pairwise(steps):
        assert after.text.startswith(before.text)
    for step in steps:
        assert not find_flaws(Rendered(step.text, step.citations, step.points), [leadership], prove)
        assert "bonus" not in step.text
    assert steps[-1].text.endswith("*")


def test_the_async_stream_yields_the_same(over_openai, reply):
    good = reply((FIRST, [1]), (SECOND, [1]))
    assistant = over_openai(good)

    async def _collect():
        return [step.text async for step in assistant.astream(Ask(QUESTION))]

    assert asyncio.run(_collect()) == [step.text for step in assistant.stream(Ask(QUESTION))]


def test_the_extractive_engine_streams_once(assistant):
    steps = list(assistant.stream(QUESTION))
    assert [step.text for step in steps] == [assistant.answer(QUESTION).text]
    assert (assistant.engine, steps[0].engine) == ("extractive", "extractive")


def test_an_unproven_sentence_is_left_out_and_the_user_told(over_openai, reply):
    answer = over_openai(reply((FIRST, [1]), (LIE, [1]), (SECOND, [1])), reply()).answer(QUESTION)
    assert "bonus" not in answer.text
    assert answer.text.endswith(texts.LEFT_OUT)
    assert answer.trace.model.outcome == model_texts.SHOWN_IN_PART
    assert len(answer.trace.model.removed) == 1


def test_an_unproven_sentence_is_repaired_once_with_the_reason(over_openai, model_server, reply):
    assistant = over_openai(reply((LIE, [1]), (FIRST, [1])), reply((SECOND, [1])))
    answer = assistant.answer(QUESTION)
    assert answer.text == f"{FIRST} [1]\n\n{SECOND} [1]\n\n{texts.GENERATED}"
    assert len(model_server.requests) == 2
    asked_again = model_server.requests[1]["messages"][-1]["content"]
    assert LIE in asked_again
    assert asked_again.split("Grund: ")[1].startswith("Teksten siger ikke")


def test_what_is_unproven_twice_gives_the_extractive_answer(over_openai, reply, extractive):
    answer = over_openai(reply((LIE, [1])), reply((LIE, [1]))).answer(QUESTION)
    assert _fell_back(answer, extractive, "unproven")


@pytest.mark.parametrize("numbers", [[99], [0], []])
def test_an_invented_or_missing_citation_is_not_shown(over_openai, reply, extractive, numbers):
    answer = over_openai(reply((FIRST, numbers)), reply()).answer(QUESTION)
    assert _fell_back(answer, extractive, "unproven")


def test_a_true_sentence_with_the_wrong_passage_is_not_shown(over_openai, reply, extractive):
    answer = over_openai(reply((FIRST, [7])), reply()).answer(QUESTION)
    assert _fell_back(answer, extractive, "unproven")


def test_a_wrong_section_is_not_shown(over_openai, reply):
    wrong = "Under Ledelsesværdi: Mod står der, at social kapital består af tillid."
    answer = over_openai(reply((wrong, [1])), reply()).answer(QUESTION)
    assert answer.engine == "extractive"


@pytest.mark.parametrize(
    ("behaviour", "cause"),
    [
        ({"status": 429}, "busy"),
        ({"status": 500}, "failed"),
        ({"status": 401}, "denied"),
        ({"status": 404}, "rejected"),
        ({"raw": b"<html>vi er paa ferie</html>"}, "unreadable"),
        ({"text": ""}, "unreadable"),
        ({"text": "{}"}, "unreadable"),
        ({"text": "\x00\x00 \ufffd [[[{{{"}, "unreadable"),
        ({"hangs": 30, "text": "for sent"}, "timeout"),
    ],
)
@pytest.mark.parametrize("protocol", ["over_openai", "over_ollama"])
def test_whatever_fails_gives_the_extractive_answer_and_one_sentence(
    protocol, request, extractive, behaviour, cause
):
    assistant = request.getfixturevalue(protocol)(behaviour, model_timeout=0.5)
    started = time.monotonic()
    answer = assistant.answer(QUESTION)
    assert answer.text.startswith(extractive.text)
    if protocol == "over_ollama" and "raw" in behaviour:
        cause = next(c for c in ("unreadable", "failed") if model_texts.FELL_BACK[c] in str(answer))
    assert _fell_back(answer, extractive, cause)
    assert time.monotonic() - started < 10


def test_a_dead_server_gives_the_extractive_answer(worded_by, extractive):
    assistant = worded_by("openai:prøve", model_base_url="http://127.0.0.1:9/v1")
    assert _fell_back(assistant.answer(QUESTION), extractive, "unreachable")


def test_a_rate_limit_that_passes_is_waited_for(over_openai, model_server, reply):
    good = reply((FIRST, [1]), (SECOND, [1]))
    answer = over_openai({"status": 429}, {"status": 503}, good).answer(QUESTION)
    assert answer.engine == "prøve"
    assert len(model_server.requests) == 3


def test_a_model_that_is_down_is_left_alone_after_three_failures(
    over_openai, model_server, extractive
):
    assistant = over_openai({"status": 401})
    for _ in range(3):
        assert _fell_back(assistant.answer(QUESTION), extractive, "denied")
    asked = len(model_server.requests)
    assert _fell_back(assistant.answer(QUESTION), extractive, "paused")
    assert len(model_server.requests) == asked


def test_an_endless_reply_ends(over_openai, reply, model_server):
    sentence = reply((FIRST, [1]), (SECOND, [1]))
    answer = over_openai({"text": sentence, "is_endless": True}).answer(QUESTION)
    assert answer.text.startswith(f"{FIRST} [1]\n\n{SECOND} [1]")
    assert model_server.was_cut.wait(5)


def test_endless_noise_ends_too(over_openai, extractive):
    answer = over_openai({"text": "bla " * 50, "is_endless": True}).answer(QUESTION)
    assert answer.text.startswith(extractive.text)
    assert answer.engine == "extractive"


def test_a_slow_reply_is_cut_at_the_time_limit_and_what_is_proven_stays(over_openai, reply):
    slow = {"text": reply((FIRST, [1]), (SECOND, [1]), *[(FIRST, [1])] * 40), "pause": 0.02}
    started = time.monotonic()
    answer = over_openai(slow, model_timeout=1.0).answer(QUESTION)
    assert time.monotonic() - started < 4
    assert answer.text.startswith(f"{FIRST} [1]\n\n{SECOND} [1]")


def test_a_stream_that_breaks_off_keeps_what_is_proven(over_openai, reply):
    whole = reply((FIRST, [1]), (SECOND, [1]), (LIE, [1]))
    at = whole.index("bonus") // 12
    answer = over_openai({"text": whole, "breaks": at}, reply()).answer(QUESTION)
    assert answer.text.startswith(f"{FIRST} [1]\n\n{SECOND} [1]")


def test_a_cancelled_stream_ends_the_call(over_openai, reply, model_server):
    text = reply((FIRST, [1]), (SECOND, [1])) + " " * 4000
    steps = over_openai({"text": text, "pause": 0.02}).stream(QUESTION)
    assert next(steps).text.startswith(FIRST)
    steps.close()
    assert model_server.was_cut.wait(5)


def test_a_cancelled_async_stream_ends_the_call(over_openai, reply, model_server):
    text = reply((FIRST, [1]), (SECOND, [1])) + " " * 4000
    assistant = over_openai({"text": text, "pause": 0.02})

    async def _leave_early():
        async def _read():
            async for _ in assistant.astream(QUESTION):
                pass

        task = asyncio.create_task(_read())
        await asyncio.sleep(0.8)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(_leave_early())
    assert model_server.was_cut.wait(10)


def test_a_server_without_structured_output_is_asked_without(over_openai, model_server, reply):
    good = reply((FIRST, [1]), (SECOND, [1]))
    assistant = over_openai({"text": good, "refuses": "response_format"})
    assert assistant.answer(QUESTION).engine == "prøve"
    assert assistant.answer(QUESTION).engine == "prøve"
    with_format = ["response_format" in request for request in model_server.requests]
    assert with_format == [True, False, False]


@pytest.mark.parametrize(
    "form",
    [
        "Her er svaret:\n```json\n{good}\n```\nHåber, det hjælper!",
        "<think>Hvad mon {{de}} mener?</think>{good}",
        "{cut}",
        f"{FIRST} [1] {SECOND} [1]",
        f"- {FIRST} [1]\n- {SECOND} [1]",
    ],
)
def test_a_sloppy_form_is_read(over_openai, reply, form):
    good = reply((FIRST, [1]), (SECOND, [1]))
    text = form.format(good=good, cut=good[:-2]) if "{" in form else form
    answer = over_openai(text, reply()).answer(QUESTION)
    assert answer.text.startswith(f"{FIRST} [1]\n\n{SECOND} [1]")


def test_a_list_stays_whole_under_a_worded_introduction(over_openai, reply, assistant):
    question = "Hvad forventes af mig som leder?"
    whole = assistant.answer(question)
    lead_in = next(c.n for c in whole.citations if c.n == len(whole.citations))
    said = "Lederen forpligter sig på at medvirke til strategisk ledelse."
    worded = over_openai(reply((said, [lead_in])), reply()).answer(question)
    assert whole.text in worded.text
    assert worded.points == whole.points
    assert worded.citations[: len(whole.citations)] == whole.citations


def test_a_refusal_on_the_model_s_word_only_narrows(over_openai, reply, extractive):
    surely = over_openai(reply(found=False)).answer(QUESTION)
    assert _fell_back(surely, extractive, "refused")


UNSURE = "Må jeg sige min chef imod, hvis jeg synes, hun er galt på den?"


def test_what_was_not_sure_is_not_answered_where_the_model_finds_no_answer_either(
    over_openai, reply, assistant
):
    before = assistant.answer(UNSURE)
    assert before.status is Status.ANSWERED
    assert before.answerability < 0.9
    answer = over_openai(reply(found=False)).answer(UNSURE)
    assert answer.status is Status.NEAREST
    assert answer.engine == "extractive"
    assert texts.NEAREST in answer.text
    assert answer.trace.model.outcome == model_texts.NARROWED


def test_true_sentences_about_something_else_are_no_answer(over_openai, reply, extractive):
    aside = "Topstyring er kun én side af mønten."
    answer = over_openai(reply((aside, [2]), (aside, [3])), reply()).answer(QUESTION)
    assert _fell_back(answer, extractive, "unproven")


def test_a_list_is_none_the_worse_without_an_introduction(over_openai, reply, assistant):
    question = "Hvad forventes af mig som leder?"
    worded = over_openai(reply((LIE, [1])), reply()).answer(question)
    assert worded.text == assistant.answer(question).text
    assert worded.trace.model.shown == 0


def test_what_the_document_does_not_answer_is_never_asked_of_the_model(
    over_openai, model_server, reply, assistant
):
    worded = over_openai(reply((FIRST, [1])))
    for question in ("Hvad koster en cykel?", "Hej", "Vis afsnittet om mod", "What is courage?"):
        assert worded.answer(question).text == assistant.answer(question).text
    assert model_server.requests == []


def test_places_are_given_as_they_stand(over_openai, model_server, reply):
    answer = over_openai(reply((FIRST, [1]))).answer("Hvor står der noget om fejl?")
    assert answer.engine == "extractive"
    assert model_server.requests == []


def test_the_key_is_sent_and_shown_nowhere(over_openai, model_server, caplog):
    caplog.set_level(logging.DEBUG)
    key = "sk-hemmelig-0123456789"
    assistant = over_openai({"status": 401})
    answer = assistant.answer(QUESTION)
    assert model_server.keys[0] == f"Bearer {key}"
    assert key not in caplog.text
    assert key not in str(answer.to_json(with_trace=True))
    assert key not in repr(assistant)
    assert key not in repr(assistant._writer)


def test_the_cost_is_in_the_trace(over_openai, reply):
    good = reply((FIRST, [1]), (SECOND, [1]))
    answer = over_openai(good, model_input_price=2.0, model_output_price=10.0).answer(QUESTION)
    assert answer.trace.model.cost == pytest.approx((100 * 2 + 20 * 10) / 1_000_000)


def test_the_role_and_the_conversation_go_on_as_before(over_openai, reply):
    answer = over_openai(reply((FIRST, [1]), (SECOND, [1]))).answer(Ask(QUESTION, Role.EMPLOYEE))
    assert answer.subject
    assert answer.standalone_question == QUESTION
