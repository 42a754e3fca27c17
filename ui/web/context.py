"""What the parts of the page are handed: everything shared, nothing of one visitor."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.answer import Answer
    from assistant.question import Role
    from assistant.settings import Settings
    from ui.storage.store import Store
    from ui.web.meter import Meter
    from ui.web.service import Service
    from ui.web.shelf import AnswerShelf
    from ui.web.user import Visitor

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class PageContext:
    """The parts of the page share this.

    Attributes:
        service: The documents and the assistant.
        store: Feedback, kept questions, test cases and runs.
        shelf: The latest answers by token.
        settings: As the server was started with.
        visitor_of: Who sent a request, Gradio's or Starlette's.
        meter: Counts what is served, without any text.
    """

    service: Service
    store: Store
    shelf: AnswerShelf
    settings: Settings
    visitor_of: Callable[[Any], Visitor]
    meter: Meter

    def note(self, answer: Answer, role: Role | None) -> None:
        """Count an answer, and keep its question where that is wanted; never break it."""
        self.meter.count_answer(answer.status.value, answer.seconds)
        try:
            self.store.note_answer(answer, role)
        except StorageError:
            _log.exception("an answer could not be noted")
