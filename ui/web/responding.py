"""One visitor's conversation: a question in, what the page shows out, step by step."""

from collections.abc import Generator
from dataclasses import dataclass, field

from assistant.answer import Answer
from assistant.conversation import Conversation
from assistant.errors import AssistantError
from assistant.pipeline import Ask
from assistant.question import Role
from ui.failure import explain
from ui.web.context import PageContext
from ui.web.message import (
    count_lines,
    render_answer,
    render_notice,
    render_part,
    render_question,
)

MOST_STEPS = 8
"""An answer of many lines streams in as many steps as this."""

MOST_MESSAGES = 100
"""Messages of a conversation that stay on the page."""

Message = dict[str, str]
"""As Gradio's chat takes it: ``role`` ("user" or "assistant") and ``content`` (HTML)."""


@dataclass(frozen=True)
class Session:
    """One visitor's conversation; it lives on the server, in memory, as long as the page is open.

    Attributes:
        conversation: What follow-ups are understood from.
        messages: What the page shows, oldest first.
    """

    conversation: Conversation = field(default_factory=Conversation)
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Step:
    """What the page shows while a question is answered.

    Attributes:
        messages: The conversation, the answer as far as it is shown.
        session: How the conversation goes on; None until the answer is whole.
    """

    messages: tuple[Message, ...]
    session: Session | None = None


class Responder:
    """Answers the questions of every visitor; each brings a session along.

    Args:
        context: What the page shares.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def respond(
        self, asked: str, role: Role | None, session: Session, *, is_hr: bool = False
    ) -> Generator[Step]:
        """Yield what the page shows: the answer line by line, then whole.

        Nothing of an answer is shown before it is proven.

        Args:
            asked: As it was written.
            role: Who asks, if they said so.
            session: What was said before.
            is_hr: Whether the answer can be made a test case.
        """
        before = (*session.messages, {"role": "user", "content": render_question(asked)})
        try:
            answer = yield from self._stream(Ask(asked, role, session.conversation), before)
        except AssistantError as error:
            messages = _add(before, render_notice(explain(error)))
            yield Step(messages, Session(session.conversation, messages))
            return
        shelved = self._context.shelf.put(answer, role)
        self._context.note(answer, role)
        whole = _add(before, render_answer(shelved, self._titles, is_hr=is_hr))
        yield Step(whole, Session(session.conversation.after(answer), whole))

    def _stream(self, ask: Ask, before: tuple[Message, ...]) -> Generator[Step, None, Answer]:
        """Yield an answer line by line as far as it is proven, and return it when all of it is."""
        steps = self._context.service.assistant.answer_in_steps(ask)
        shown, answer = 0, next(steps)
        while True:
            for lines in _steps(shown, count_lines(answer)):
                yield Step(_add(before, render_part(answer, lines)))
            shown = count_lines(answer)
            longer = next(steps, None)
            if longer is None:
                return answer
            answer = longer

    @property
    def _titles(self) -> dict[str, str]:
        return self._context.service.titles


def _steps(shown: int, lines: int) -> list[int]:
    """Return at how many lines an answer is shown when `shown` of its `lines` are.

    >>> _steps(0, 3), _steps(0, 20), _steps(2, 3)
    ([1, 2, 3], [3, 6, 9, 12, 15, 18, 20], [3])
    """
    step = max(1, -(-(lines - shown) // MOST_STEPS))
    return [*range(shown + step, lines, step), lines]


def _add(messages: tuple[Message, ...], content: str) -> tuple[Message, ...]:
    return (*messages, {"role": "assistant", "content": content})[-MOST_MESSAGES:]
