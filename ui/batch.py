"""Many questions: one JSON object per line in, one per line out, in the same order."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from assistant.errors import AssistantError
from ui.errors import InputUnusableError
from ui.failure import explain
from ui.finding import find
from ui.stream import write_json

if TYPE_CHECKING:  # the command line's help must not wait for these
    from assistant.conversation import Conversation
    from assistant.library import Library
    from assistant.pipeline import Assistant
    from assistant.question import Role

EXIT_SOME_BAD = 1
STANDARD_INPUT = "-"

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

Responder = Callable[[dict[str, Any], int], dict[str, Any]]


@contextmanager
def open_lines(name: str) -> Generator[Iterable[bytes]]:
    """Give the lines of the file called `name`; "-" is standard input.

    Raises:
        InputUnusableError: If it cannot be opened or is not UTF-8 from its first bytes on.
    """
    if name == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115  closed below; only opening is guarded
    except (OSError, ValueError) as error:
        raise InputUnusableError("batch_unreadable", path=name) from error
    with file:
        if file.peek(2).startswith(_UTF_16_MARKS):
            raise InputUnusableError("batch_not_text", path=name)
        yield file


def answer_lines(
    lines: Iterable[bytes], assistant: Assistant, *, role: Role | None, with_trace: bool
) -> int:
    """Answer every line and return the exit status.

    Args:
        lines: JSON objects with ``question`` and, where wanted, ``id``, ``role``, ``session``.
        assistant: Answers them.
        role: Who asks on a line that does not say.
        with_trace: Whether the answers say how they came about.
    """
    from assistant.conversation import Conversation
    from assistant.pipeline import Ask

    sessions: dict[str, Conversation] = {}

    def respond(row: dict[str, Any], number: int) -> dict[str, Any]:
        question = _question(row, number)
        asker = _role(row, number) or role
        session = _session(row)
        conversation = sessions.get(session, Conversation()) if session else Conversation()
        answer = assistant.answer(Ask(question, asker, conversation))
        if session:
            sessions[session] = conversation.after(answer)
        return answer.to_json(with_trace=with_trace)

    return _respond_to_all(lines, respond)


def search_lines(lines: Iterable[bytes], library: Library, *, k: int) -> int:
    """Write the `k` best passages for every line's ``question`` and return the exit status."""

    def respond(row: dict[str, Any], number: int) -> dict[str, Any]:
        found = find(library, _question(row, number), k)
        return {"results": [asdict(finding) for finding in found]}

    return _respond_to_all(lines, respond)


def _respond_to_all(lines: Iterable[bytes], respond: Responder) -> int:
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        identity: Any = None
        try:
            row = _parse(line, number)
            identity = row.get("id")
            content = respond(row, number)
        except (AssistantError, InputUnusableError) as error:
            content = {"error": explain(error)}
            status = EXIT_SOME_BAD
        write_json({"id": identity, **content})
    return status


def _parse(line: bytes, number: int) -> dict[str, Any]:
    where = {"line": str(number)}
    try:
        text = line.removeprefix(_BYTE_ORDER_MARK if number == 1 else b"").decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputUnusableError("line_not_text", **where) from error
    try:
        row: object = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:  # the latter for brackets without end
        raise InputUnusableError("line_not_json", **where) from error
    if not isinstance(row, dict):
        raise InputUnusableError("line_not_object", **where)
    return cast("dict[str, Any]", row)


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which are Python's and not JSON's."""
    raise ValueError(name)


def _question(row: dict[str, Any], number: int) -> str:
    question = row.get("question")
    if question is None:
        raise InputUnusableError("line_without_question", line=str(number))
    if not isinstance(question, str):
        raise InputUnusableError("line_question_not_string", line=str(number))
    return question


def _role(row: dict[str, Any], number: int) -> Role | None:
    from assistant.question import Role, parse_role

    name = row.get("role")
    if name is not None and not isinstance(name, str):
        allowed = ", ".join(role.value for role in Role)
        raise InputUnusableError("line_role_not_string", line=str(number), allowed=allowed)
    return parse_role(name)


def _session(row: dict[str, Any]) -> str:
    """Return a key for the line's session, "" if it has none."""
    session = row.get("session")
    return "" if session in (None, "") else json.dumps(session, sort_keys=True)
