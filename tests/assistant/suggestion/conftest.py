"""What the tests of suggestions share: suggestions over the bundled document and over any other."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from assistant.conversation import Conversation
from assistant.library import Library
from assistant.opening import Workplace
from assistant.pipeline import Ask, Assistant
from assistant.question import Role
from assistant.settings import Settings
from assistant.suggestion import Suggestions
from assistant.suggestion.bank import QuestionBank
from assistant.suggestion.scene import Scene


@pytest.fixture(scope="session")
def bank(library: Library) -> QuestionBank:
    """The questions of the bundled document's passages."""
    return QuestionBank(library)


@pytest.fixture(scope="session")
def suggestions(assistant: Assistant) -> Suggestions:
    """What is suggested of the bundled document."""
    return Suggestions(assistant)


@pytest.fixture(scope="session")
def set_scene(assistant: Assistant, bank: QuestionBank) -> Callable[..., Scene]:
    """Ask questions as one conversation and return where it has come to."""

    def _set_scene(*questions: str, role: Role | None = None) -> Scene:
        conversation = Conversation()
        for question in questions:
            answer = assistant.answer(Ask(question, role, conversation))
            conversation = conversation.after(answer)
        answer = conversation.turns[-1].answer
        return Scene(answer, conversation, role, assistant.library, bank)

    return _set_scene


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Workplace]:
    """Open documents that a test writes, each a text by its file's name; once each."""

    @cache
    def _written(**texts: str) -> Workplace:
        folder: Path = tmp_path_factory.mktemp("written")
        for name, text in texts.items():
            path = folder / name.replace("_", ".")
            path.write_text(text, encoding="utf-8")
        return Workplace(Settings(documents=folder, index_dir=folder / "index"))

    return _written
