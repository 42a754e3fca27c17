"""The training questions: what documents answer and what they do not, by who wrote them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.answerability.model import FOLDER

ANSWERABLE_FILE = FOLDER / "answerable.jsonl"
UNANSWERABLE_FILE = FOLDER / "unanswerable.jsonl"
CALIBRATION_FILE = FOLDER / "calibration.jsonl"
DOCUMENTS = FOLDER / "documents"
"""Invented organisations' documents, a folder each, with ``NAME.questions.jsonl`` beside it."""


@dataclass(frozen=True)
class Source:
    """Questions of both kinds by one writer; another writer's questions are judged without them.

    Attributes:
        name: Of the writer, or of the document asked.
        answerable: What the document answers.
        unanswerable: What it does not.
        kinds: Of the unanswerable, in their order.
    """

    name: str
    answerable: list[str] = field(default_factory=list[str])
    unanswerable: list[str] = field(default_factory=list[str])
    kinds: list[str] = field(default_factory=list[str])


def read_sources() -> list[Source]:
    """Return the training questions about the bundled document, by writer."""
    sources: dict[str, Source] = {}
    for row in read_rows(ANSWERABLE_FILE):
        source = sources.setdefault(row["source"], Source(row["source"]))
        source.answerable.append(row["question"])
    for row in read_rows(UNANSWERABLE_FILE):
        source = sources.setdefault(row["source"], Source(row["source"]))
        source.unanswerable.append(row["question"])
        source.kinds.append(row["kind"])
    return list(sources.values())


def read_asked(path: Path, name: str) -> Source:
    """Return the questions of one file; a row without ``gold`` is unanswerable.

    Args:
        path: JSON Lines with ``question``, ``gold`` and, where wanted, ``kind``.
        name: What to call the source.
    """
    rows = read_rows(path)
    answerable = [row for row in rows if row.get("gold")]
    unanswerable = [row for row in rows if not row.get("gold")]
    return _source(name, answerable, unanswerable)


def read_dev(gold: Path) -> Source:
    """Return the gold questions with even ids, of the folder `gold`."""
    answerable = [row for row in read_rows(gold / "answerable.jsonl") if _is_dev(row)]
    unanswerable = [row for row in read_rows(gold / "unanswerable.jsonl") if _is_dev(row)]
    return _source("dev", answerable, unanswerable)


def join(sources: Sequence[Source], name: str) -> Source:
    """Return the questions of all `sources` as one."""
    return Source(
        name,
        [question for source in sources for question in source.answerable],
        [question for source in sources for question in source.unanswerable],
        [kind for source in sources for kind in source.kinds],
    )


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _source(
    name: str, answerable: Sequence[dict[str, Any]], unanswerable: Sequence[dict[str, Any]]
) -> Source:
    return Source(
        name,
        [str(row["question"]) for row in answerable],
        [str(row["question"]) for row in unanswerable],
        [str(row.get("kind", "")) for row in unanswerable],
    )


def _is_dev(row: dict[str, Any]) -> bool:
    return int(str(row["id"])[1:]) % 2 == 0
