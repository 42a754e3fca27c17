"""What the assistant's tests share: the assistant over the bundled document, and over others."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.conversation import Conversation
from assistant.library import Library
from assistant.opening import Workplace
from assistant.pipeline import Ask, Assistant
from assistant.question import Role
from assistant.settings import Settings
from corpus.document import Listing


@pytest.fixture(scope="session")
def library(workplace: Workplace) -> Library:
    """The bundled document with its index."""
    return workplace.library


@pytest.fixture(scope="session")
def assistant(workplace: Workplace) -> Assistant:
    """The assistant over the bundled document."""
    return workplace.assistant


@pytest.fixture(scope="session")
def ask(assistant: Assistant) -> Callable[..., Answer]:
    """Ask one question by itself."""

    def _ask(question: str, role: Role | None = None) -> Answer:
        return assistant.answer(Ask(question, role))

    return _ask


@pytest.fixture(scope="session")
def converse(assistant: Assistant) -> Callable[..., list[Answer]]:
    """Ask questions as one conversation."""

    def _converse(*questions: str) -> list[Answer]:
        conversation = Conversation()
        answers: list[Answer] = []
        for question in questions:
            answers.append(assistant.answer(Ask(question, None, conversation)))
            conversation = conversation.after(answers[-1])
        return answers

    return _converse


@pytest.fixture(scope="session")
def listing_under(library: Library) -> Callable[[str], Listing]:
    """Find the list of the bundled document that stands under the heading that ends so."""

    def _listing_under(heading: str) -> Listing:
        return next(
            entry
            for entry in library.listings
            if entry.section[-1].endswith(heading) and not entry.of_sections
        )

    return _listing_under


@pytest.fixture(scope="session")
def elsewhere(
    test_documents: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], Workplace]:
    """Open another organisation's folder of documents, once each."""

    @cache
    def _elsewhere(folder: str) -> Workplace:
        # tests/evals keeps its indexes there too, so that each is built once.
        place = tmp_path_factory.getbasetemp() / "elsewhere"
        return Workplace(Settings(documents=test_documents / folder, index_dir=place / folder))

    return _elsewhere
