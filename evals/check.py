"""`python -m evals check`: is each sentence supported by its passages? One JSON object a line."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from assistant.groundedness.verdict import Evidence
from evals import texts
from evals.task.grounding import Check

EXIT_SOME_BAD = 1
STANDARD_INPUT = "-"


class BatchUnreadableError(ValueError):
    """The file of sentences cannot be opened.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


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
        BatchUnreadableError: If the file cannot be opened.
    """
    if name == STANDARD_INPUT:
        return check_lines(sys.stdin.buffer, check)
    try:
        lines = Path(name).open("rb")  # noqa: SIM115  closed below; only opening is guarded
    except OSError as error:
        raise BatchUnreadableError(Path(name)) from error
    with lines:
        return check_lines(lines, check)


def check_lines(lines: Iterable[bytes], check: Check) -> int:
    """Write a verdict for each line that is not blank, in order; return the exit status."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        identity: object = None
        try:
            row = _parse(line, number)
            identity = row.get("id")
            query = _read(row, number)
            verdict = check(query.sentence, query.evidence, query.question)
            content = {
                "supported": verdict.is_supported,
                "score": verdict.score,
                "reason": verdict.reason,
            }
        except LineInvalidError as error:
            content = {"error": str(error)}
            status = EXIT_SOME_BAD
        sys.stdout.write(json.dumps({"id": identity, **content}, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return status


def _parse(line: bytes, number: int) -> dict[str, Any]:
    try:
        row: object = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
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
