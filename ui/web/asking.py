"""The tab for asking: the conversation, starter questions and what to ask next."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.question import Role, parse_role
from ui.web import texts
from ui.web.context import PageContext
from ui.web.responding import Responder, Session
from ui.web.suggesting import MOST_SUGGESTED, Suggester

_CONCURRENT = 8
"""Questions that are answered at the same time; more wait their turn."""

_SESSION_SECONDS = 4 * 3600

_AS_HR = (None, Role.HR)
"""Roles in which HR makes cases of answers; who tries another sees what that one would see."""

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}

Values = tuple[Any, ...]


@dataclass(frozen=True)
class _Parts:
    """What the tab consists of."""

    session: gr.State
    role: gr.Radio
    chat: gr.Chatbot
    heading: gr.Markdown
    suggestions: list[gr.Button]
    question: gr.Textbox
    fresh: gr.Button


class AskingTab:
    """The conversation and what belongs to it.

    Args:
        context: What the page shares.
        suggester: Knows what can be asked.
    """

    def __init__(self, context: PageContext, suggester: Suggester) -> None:
        self._context = context
        self._suggester = suggester
        self._responder = Responder(context)

    def build(self, page: gr.Blocks) -> None:
        """Lay out the tab inside the page and connect its events."""
        session = gr.State(Session(), time_to_live=_SESSION_SECONDS)
        role = _build_role()
        chat = _build_chat()
        heading = gr.Markdown(texts.STARTERS, elem_id="forslag-overskrift")
        with gr.Row(elem_id="forslag"):
            suggestions = [
                gr.Button(visible=False, size="sm", elem_classes="forslag")
                for _ in range(MOST_SUGGESTED)
            ]
        with gr.Row(elem_id="spoergefelt", equal_height=False):
            question = _build_question()
            fresh = gr.Button(texts.NEW_CONVERSATION, elem_id="ny-samtale", scale=0)
        self._connect(page, _Parts(session, role, chat, heading, suggestions, question, fresh))

    def respond(
        self, asked: str, role: str | None, session: Session, request: gr.Request
    ) -> Generator[Values]:
        """Yield the values of question box, chat and session."""
        if not asked or not asked.strip():
            yield _skip(3)
            return
        box: Any = ""
        asker = parse_role(role)
        is_hr = asker in _AS_HR and self._context.visitor_of(request).is_hr
        for step in self._responder.respond(asked, asker, session, is_hr=is_hr):
            yield (box, list(step.messages), step.session or gr.skip())
            box = gr.skip()  # whoever already writes the next question keeps it

    def suggest(self, role: str | None, session: Session) -> Values:
        """Return the heading and buttons of what to ask after the latest answer."""
        if not session.conversation.turns:
            return _skip(1 + MOST_SUGGESTED)
        answer = session.conversation.turns[-1].answer
        asked = self._suggester.followups(answer, session.conversation, parse_role(role))
        return _suggest(asked, texts.FOLLOW_UPS)

    def start(self, role: str | None, session: Session) -> Values:
        """Return the heading and buttons of the starter questions, while nothing is asked yet."""
        if session.messages:
            return _skip(1 + MOST_SUGGESTED)
        return _suggest(self._suggester.starters(parse_role(role)), texts.STARTERS)

    def forget(self, role: str | None) -> Values:
        """Return an empty chat and session with the starter questions."""
        empty = Session()
        return ([], empty, *self.start(role, empty))

    def _connect(self, page: gr.Blocks, parts: _Parts) -> None:
        starters = [parts.heading, *parts.suggestions]
        asks: dict[str, Any] = {
            **_QUIET,
            "outputs": [parts.question, parts.chat, parts.session],
            "concurrency_limit": _CONCURRENT,
            "concurrency_id": "spoerg",
            "trigger_mode": "always_last",  # what is asked meanwhile is asked afterwards
        }
        known = [parts.role, parts.session]
        asked = [parts.question.submit(self.respond, [parts.question, *known], **asks)]
        asked += [
            button.click(self.respond, [button, *known], **asks) for button in parts.suggestions
        ]
        for each in asked:
            each.then(self.suggest, known, starters, **_QUIET)
        page.load(self.start, [parts.role, parts.session], starters, **_QUIET)
        parts.role.change(self.start, [parts.role, parts.session], starters, **_QUIET)
        renewed = [parts.chat, parts.session, *starters]
        parts.fresh.click(self.forget, [parts.role], renewed, **_QUIET)


def _build_role() -> gr.Radio:
    choices = [(texts.ROLE_NONE, ""), *((label, name) for name, label in texts.ROLES.items())]
    return gr.Radio(choices, value="", label=texts.ROLE, elem_id="rolle")


def _build_chat() -> gr.Chatbot:
    return gr.Chatbot(
        label=texts.CONVERSATION,
        show_label=False,
        buttons=[],
        feedback_options=None,
        latex_delimiters=[],
        layout="bubble",
        group_consecutive_messages=False,
        allow_file_downloads=False,
        height="auto",
        elem_id="samtale",
    )


def _build_question() -> gr.Textbox:
    return gr.Textbox(
        label=texts.QUESTION,
        placeholder=texts.PLACEHOLDER,
        submit_btn=texts.SEND,
        max_lines=6,
        elem_id="spoergsmaal",
    )


def _suggest(questions: Sequence[str], heading: str) -> Values:
    """Return the updates of the suggestions' heading and buttons."""
    shown = list(questions)[:MOST_SUGGESTED]
    buttons = [gr.update(value=question, visible=True) for question in shown]
    buttons += [gr.update(visible=False)] * (MOST_SUGGESTED - len(shown))
    return (gr.update(value=heading, visible=bool(shown)), *buttons)


def _skip(count: int) -> Values:
    return tuple(gr.skip() for _ in range(count))
