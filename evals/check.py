"""`python -m evals check`: is each sentence supported by its passages? One JSON object a line."""

import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from assistant.groundedness.verdict import Evidence
from evals import texts
from evals.task.grounding import Check

EXIT_SOME_BAD = 1
STANDARD_INPUT = "-"


class BatchUnusableError(ValueError):
    """A file of sentences cannot be checked.

    Attributes:
        code: "missing", "unreadable", "not_utf8" or "empty".
        name: The file, or "-" for standard input.
    """

    def __init__(self, code: str, name: str) -> None:
        super().__init__(f"{name}: {code}")
        self.code = code
        self.name = name


class LineInvalidError(ValueError):
    """A line cannot be checked; its text is a Danish sentence that says why."""


@dataclass(frozen=True)
class Query:
    """What is to be checked."""

    question: str
    evidence: list[Evidence]
    sentence: str


def check_file(name: str, check: Check) -> int:
    """Check every line of the file called `name`; return the exit status.

    Args:
        name: A path, or "-" for standard input.
        check: Judges each sentence.

    Raises:
        BatchUnusableError: If the file cannot be opened, is UTF-16 or has no lines.
    """
    if name == STANDARD_INPUT:
        return check_lines(sys.stdin.buffer, check)
    try:
        lines = Path(name).open("rb")  # noqa: SIM115  closed below; only opening is guarded
    except OSError as error:
        code = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
        raise BatchUnusableError(code, name) from error
    with lines:
        return check_lines(lines, check, name=name)


def check_lines(lines: Iterable[bytes], check: Check, *, name: str = STANDARD_INPUT) -> int:
    """Write a verdict for each line that is not blank, in order; return the exit status.

    Args:
        lines: One JSON object each.
        check: Judges each sentence.
        name: Where the lines are from.

    Raises:
        BatchUnusableError: If there are none, or they are UTF-16.
    """
    status = 0
    for number, line in _numbered(lines, name):
        identity: object = None
        try:
            row = _parse(line, number)
            identity = row.get("id")
            content = _judge(_read(row, number), check)
        except LineInvalidError as error:
            content = {"error": str(error)}
            status = EXIT_SOME_BAD
        sys.stdout.write(json.dumps({"id": identity, **content}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return status


def _numbered(lines: Iterable[bytes], name: str) -> Iterator[tuple[int, bytes]]:
    is_empty = True
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise BatchUnusableError("not_utf8", name)
        if line.strip():
            is_empty = False
            yield number, line
    if is_empty:
        raise BatchUnusableError("empty", name)


def _judge(query: Query, check: Check) -> dict[str, object]:
    verdict = check(query.sentence, query.evidence, query.question)
    return {
        "supported": verdict.is_supported,
        "score": verdict.score,
        "reason": verdict.reason,
    }


def _parse(line: bytes, number: int) -> dict[str, Any]:
    try:
        row: object = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise LineInvalidError(texts.LINE_NOT_UTF8.format(line=number)) from error
    except (ValueError, RecursionError) as error:  # the latter for brackets without end
        raise LineInvalidError(texts.LINE_NOT_JSON.format(line=number)) from error
    if not isinstance(row, dict):
        raise LineInvalidError(texts.LINE_NOT_OBJECT.format(line=number))
    return cast("dict[str, Any]", row)


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which are Python's and not JSON's."""
    raise ValueError(name)


def _read(row: dict[str, Any], number: int) -> Query:
    sentence, question = row.get("sentence"), row.get("question") or ""
    for name, value in (("sentence", sentence), ("question", question)):
        if not _is_text(value):
            raise LineInvalidError(texts.LINE_WITHOUT.format(line=number, field=name))
    context = row.get("context")
    if not isinstance(context, list):
        raise LineInvalidError(texts.LINE_CONTEXT.format(line=number))
    evidence = [_evidence(piece, number) for piece in cast("list[object]", context)]
    return Query(question, evidence, str(sentence))


def _is_text(value: object) -> bool:
    """Say whether `value` is text; half a surrogate pair, which JSON can spell, is none."""
    return isinstance(value, str) and not any("\ud800" <= char <= "\udfff" for char in value)


def _evidence(piece: object, number: int) -> Evidence:
    if isinstance(piece, str):
        piece = {"text": piece}
    fields = cast("dict[str, object]", piece) if isinstance(piece, dict) else {}
    text, section = fields.get("text"), fields.get("section") or ""
    if isinstance(section, list):
        section = " ".join(str(part) for part in cast("list[object]", section))
    if not _is_text(text) or not _is_text(section):
        raise LineInvalidError(texts.LINE_CONTEXT.format(line=number))
    return Evidence(str(text), str(section))
