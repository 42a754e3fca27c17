"""What the conversation's tests share: conversations held, and turns read after them."""

import pytest

from assistant.conversation import Conversation, contextualise
from assistant.pipeline import Ask


@pytest.fixture(scope="session")
def after(assistant):
    """The conversation after some questions."""

    def _after(*questions):
        conversation = Conversation()
        for question in questions:
            conversation = conversation.after(assistant.answer(Ask(question, None, conversation)))
        return conversation

    return _after


@pytest.fixture(scope="session")
def read(library, after):
    """What a turn becomes after the questions before it."""

    def _read(text, *before):
        return contextualise(text, after(*before), library)

    return _read
