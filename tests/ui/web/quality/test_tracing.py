import re
from dataclasses import replace

import gradio as gr
import pytest

from assistant.answer import ModelTrace
from ui.web.quality import own_texts
from ui.web.quality.tracing import TracingTab, render_trace


@pytest.fixture
def trace(context, hr_request):
    tab = TracingTab(context)
    return lambda question, role="": tab.trace(question, role, hr_request)


def test_the_trace_tells_the_outcome_the_reasons_and_every_hit(trace, context):
    shown = trace("Hvad forventes af mig som leder?")
    answer = context.service.assistant.answer("Hvad forventes af mig som leder?")
    for sentence in (answer.trace.reason, *answer.trace.explanation):
        assert sentence in shown
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
