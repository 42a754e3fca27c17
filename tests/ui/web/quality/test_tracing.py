import re
from dataclasses import replace

import gradio as gr
import pytest

from assistant import texts
from assistant.answer import ModelTrace, Status
from ui.web.quality import own_texts
from ui.web.quality.tracing import TracingTab, render_trace, tell_why


@pytest.fixture
def trace(context, hr_request):
    tab = TracingTab(context)
    return lambda question, role="": tab.trace(question, role, hr_request)


def test_the_trace_tells_the_outcome_the_reasons_and_every_hit(trace, context):
    shown = trace("Hvad forventes af mig som leder?")
    answer = context.service.assistant.answer("Hvad forventes af mig som leder?")
    plain, folded = shown.split("<details", 1)
    assert tell_why(answer) in plain
    for sentence in answer.trace.explanation:
        assert sentence in folded
    for hit in answer.trace.hits:
        assert f'href="#passage-{hit.passage_id}"' in shown
        assert f"<td>{hit.score:.2f}</td>".replace(".", ",") in shown
    assert own_texts.CHANNELS["dense_questions"] in shown
    assert shown.count(own_texts.IS_CITED) == len(
        {c.passage_id for c in answer.citations} & {h.passage_id for h in answer.trace.hits}
    )


def test_the_answer_can_be_made_a_case(trace, context):
    (token,) = re.findall(r'class="til-proeve" id="proeve-([^"]+)"', trace("Hvad er mod?", "leder"))
    shelved = context.shelf.get(token)
    assert (shelved.answer.question, shelved.role) == ("Hvad er mod?", "leder")


@pytest.mark.parametrize(
    ("status", "chance", "limit", "told"),
    [
        ("refused", 0.07, 0.26, "Sandsynligheden var 7 %, og der kræves 26 %: Ingen steder i "),
        ("nearest", 0.2581, 0.2619, "Sandsynligheden var 25,8 %, og der kræves 26,2 %: Ingen "),
        ("answered", 0.998, 0.26, "Sandsynligheden var over 99 %, og der kræves 26 %: Mindst ét "),
        ("refused", 0.0001, 0.26, "Sandsynligheden var under 1 %, og der kræves 26 %: Ingen "),
    ],
)
def test_one_sentence_tells_why(context, status, chance, limit, told):
    given = context.service.assistant.answer("Hvad er mod?")
    reason = texts.REASON_ANSWERED if status == "answered" else texts.REASON_UNANSWERED
    trace = replace(given.trace, threshold=limit, reason=reason)
    answer = replace(given, status=Status(status), answerability=chance, trace=trace)
    assert tell_why(answer).startswith(told)
    other = replace(trace, reason=texts.REASON_NAMED)
    assert tell_why(replace(answer, trace=other)) == texts.REASON_NAMED


def test_a_trace_is_not_counted(trace, context):
    trace("Hvad koster en cykel?")
    assert context.store.count_outcomes(1) == ()


def test_what_a_language_model_did_is_told(context):
    answer = context.service.assistant.answer("Hvad er mod?")
    removed = ("For løst.",)
    model = ModelTrace("gemma3:12b", "Svaret er bevist.", written=3, shown=2, removed=removed)
    told = replace(answer, trace=replace(answer.trace, model=model))
    shown = render_trace(context.shelf.put(told, None))
    assert "gemma3:12b" in shown
    assert "For løst." in shown


def test_a_greeting_has_no_hits(trace):
    shown = trace("Hej")
    assert own_texts.HITS_NONE in shown
    assert own_texts.CHANCE_UNJUDGED in shown


def test_what_was_asked_is_encoded(trace):
    shown = trace("Hvad er <img src=x onerror=alert(1)> mod?")
    assert "<img" not in shown


def test_an_empty_question_is_told(trace):
    assert "Du mangler at skrive et spørgsmål." in trace("")
    assert "Du mangler at skrive et spørgsmål." in trace(None)


def test_nobody_but_hr_sees_a_trace(context):
    with pytest.raises(gr.Error):
        TracingTab(context).trace("Hvad er mod?", "", None)
