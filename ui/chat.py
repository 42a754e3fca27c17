"""A conversation in the terminal."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from assistant.errors import AssistantError
from ui import texts
from ui.failure import explain
from ui.rendering import show_answer
from ui.stream import print_error, write_line

if TYPE_CHECKING:  # the command line's help must not wait for these
    from collections.abc import Iterator, Mapping

    from assistant.pipeline import Assistant
    from assistant.question import Role


def hold_conversation(
    assistant: Assistant, titles: Mapping[str, str], *, role: Role | None
) -> None:
    """Answer what is written, line by line, until the user ends it.

    Args:
        assistant: Answers.
        titles: The documents' titles by name.
        role: Who asks, if known.
    """
    from assistant.conversation import Conversation
    from assistant.pipeline import Ask

    conversation = Conversation()
    for line in _read_lines():
        try:
            answer = assistant.answer(Ask(line, role, conversation))
        except AssistantError as error:
            print_error(explain(error))
            continue
        conversation = conversation.after(answer)
        show_answer(answer, titles)
        write_line()
        sys.stdout.flush()
    write_line(texts.CHAT_FAREWELL)


def _read_lines() -> Iterator[str]:
    """Yield the lines that hold something, up to the one that ends the conversation."""
    is_person = sys.stdin.isatty() and sys.stdout.isatty()
    if is_person:
        with suppress(ImportError):  # Windows has none and does without
            import_module("readline")  # gives `input` arrow keys and history
        write_line(texts.CHAT_WELCOME)
    while True:
        try:
            line = input(texts.CHAT_PROMPT if is_person else "").strip()
        except EOFError:
            if is_person:
                write_line()  # the prompt's line is still open
            return
        if line.casefold().strip(" .!") in texts.CHAT_ENDINGS:
            return
        if line:
            yield line
