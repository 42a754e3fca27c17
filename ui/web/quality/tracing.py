"""The tab that shows why one question is answered as it is."""

from typing import Any

import gradio as gr
from markupsafe import Markup

from assistant import texts as assistant_texts
from assistant.answer import Answer
from assistant.errors import AssistantError
from assistant.pipeline import Ask
from assistant.question import parse_role
from ui import texts as terminal_texts
from ui.failure import explain
from ui.number import with_comma
from ui.rendering import model_lines
from ui.storage.texts import STATUSES
from ui.web import texts
from ui.web.context import PageContext
from ui.web.message import count_lines, render_part
from ui.web.quality import own_texts
from ui.web.quality.following import QUIET, notice, render_own
from ui.web.quality.guard import require_hr
from ui.web.quality.rendering import make_markdown
from ui.web.shelf import ShelvedAnswer

_BY_CHANCE = frozenset({assistant_texts.REASON_ANSWERED, assistant_texts.REASON_UNANSWERED})
_LEAST_TOLD = 0.01


class TracingTab:
    """Asks one question and shows its trace.

    Args:
        context: What the page shares.
        _runner: Not needed here; every tab is made alike.
    """

    def __init__(self, context: PageContext, _runner: object = None) -> None:
        self._context = context

    def build(self) -> None:
        """Lay out the tab and connect its events."""
        gr.Markdown(own_texts.TRACING_INTRODUCTION, elem_classes="kvalitet")
        with gr.Row(elem_classes="felter-raekke"):
            question = gr.Textbox(
                label=own_texts.QUESTION, max_lines=3, elem_id="spor-spoergsmaal", scale=3
            )
            role = build_role("spor-rolle")
        button = gr.Button(own_texts.TRACE, variant="primary", elem_id="vis-spor", scale=0)
        shown = make_markdown("spor", "levende")
        inputs: list[Any] = [question, role]
        button.click(self.trace, inputs, [shown], **QUIET)
        question.submit(self.trace, inputs, [shown], **QUIET)

    def trace(self, question: str, role: str, request: gr.Request) -> str:
        """Return why a question is answered as it is, as HTML."""
        require_hr(self._context, request)
        asker = parse_role(role)
        try:
            answer = self._context.service.assistant.answer(Ask(question or "", asker))
        except AssistantError as error:
            return notice(explain(error), is_wrong=True)
        shelved = self._context.shelf.put(answer, asker)
        return render_trace(shelved)


def build_role(elem_id: str) -> gr.Dropdown:
    """Return a choice of who asks; "" is nobody in particular."""
    choices = [(own_texts.ROLE_NONE, ""), *((name, key) for key, name in texts.ROLES.items())]
    return gr.Dropdown(
        choices, value="", label=own_texts.ROLE, filterable=False, elem_id=elem_id, scale=1
    )


def render_trace(shelved: ShelvedAnswer) -> str:
    """Return the trace of an answer as HTML."""
    answer = shelved.answer
    kinds = terminal_texts.KINDS
    whole = render_part(answer, count_lines(answer))
    return render_own(
        "trace.html",
        token=shelved.token,
        answer=answer,
        shown=Markup(whole),  # noqa: S704  rendered by our own template
        outcome=STATUSES[answer.status.value],
        kind=kinds.get(answer.trace.kind, terminal_texts.KIND_UNKNOWN),
        why=tell_why(answer),
        unjudged="" if answer.trace.threshold else own_texts.CHANCE_UNJUDGED,
        channels=_channels(answer),
        cited={citation.passage_id for citation in answer.citations},
        model_lines=model_lines(answer.trace),
        seconds=with_comma(answer.seconds, 3),
        number=with_comma,
    )


def tell_why(answer: Answer) -> str:
    """Return in one sentence why a question was answered or not."""
    trace = answer.trace
    if trace.reason not in _BY_CHANCE or not trace.threshold:
        return trace.reason
    chance, limit = _percent(answer.answerability), _percent(trace.threshold)
    if chance == limit:  # so that the one is seen to be the greater
        chance, limit = _percent(answer.answerability, 1), _percent(trace.threshold, 1)
    because = own_texts.BECAUSE[answer.status.value]
    return own_texts.WHY_CHANCE.format(chance=chance, limit=limit, because=because)


def _percent(chance: float, decimals: int = 0) -> str:
    if chance < _LEAST_TOLD:
        return own_texts.PERCENT_BELOW
    if chance > 1 - _LEAST_TOLD:
        return own_texts.PERCENT_ABOVE
    return own_texts.PERCENT.format(number=with_comma(100 * chance, decimals))


def _channels(answer: Answer) -> dict[str, str]:
    """Return the ways of searching that found anything, with their names."""
    used = {name for hit in answer.trace.hits for name in hit.channels}
    return {name: shown for name, shown in own_texts.CHANNELS.items() if name in used}
