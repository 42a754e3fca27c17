"""What the parts of the page are handed: everything shared, nothing of one visitor."""

from collections.abc import Callable
from dataclasses import dataclass

import gradio as gr

from assistant.settings import Settings
from ui.storage.store import Store
from ui.web.service import Service
from ui.web.shelf import AnswerShelf, ShelvedAnswer
from ui.web.user import Visitor


@dataclass(frozen=True)
class PageContext:
    """The parts of the page share this.

    Attributes:
        service: The documents and the assistant.
        store: Feedback, kept questions, test cases and runs.
        shelf: The latest answers by token.
        settings: As the server was started with.
        visitor_of: Who sent a request.
    """

    service: Service
    store: Store
    shelf: AnswerShelf
    settings: Settings
    visitor_of: Callable[[gr.Request], Visitor]

    def note(self, shelved: ShelvedAnswer) -> None:
        """Count an answer, and keep its question where that is wanted; never break it."""
