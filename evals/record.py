"""What a run measured, as it is written to disk and read again."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from evals.writing import write_whole

FORMAT = 1
"""Raised when a record changes shape."""


class RecordInvalidError(ValueError):
    """A record cannot be read.

    Attributes:
        path: The file.
        detail: What is wrong with it, in English.
    """

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


@dataclass(frozen=True)
class Exchange:
    """What was asked, what was expected and what was given, for a person to read.

    Attributes:
        question: As asked.
        expected: Slices that a right answer rests on, or what was expected, in Danish.
        note: More about what was expected, or "".
        given: The answer's text, or what was found.
        status: How the question ended, or "".
        citations: Labels of the passages cited.
        reason: Why it ended so, in Danish, with the numbers that decided.
        hits: The best retrieved passages: label and score, for the trace.
    """

    question: str
    expected: tuple[str, ...] = ()
    note: str = ""
    given: str = ""
    status: str = ""
    citations: tuple[str, ...] = ()
    reason: str = ""
    hits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Item:
    """One measurement.

    Attributes:
        task: Which task of the suite it belongs to.
        id: Unique within the task.
        part: "dev" (may be looked at), "test" (only scored) or "own" (the user's own cases).
        kind: What kind of question or check, or "".
        role: Who asks, or "".
        cluster: What it is drawn together with in a bootstrap.
        scores: By measure; None where a measure does not apply or could not be taken.
        exchange: What was asked and given; None where it is not to be seen.
    """

    task: str
    id: str
    part: str
    kind: str
    role: str
    cluster: str
    scores: dict[str, float | None]
    exchange: Exchange | None = None


@dataclass(frozen=True)
class Figure:
    """A measure over a group of items.

    Attributes:
        task: Which task.
        measure: Which measure.
        group: "all", "dev", "test", "own", "kind:NAME" or "role:NAME".
        value: The figure; None if no item has it.
        low: Lower end of its 95 % interval, or None.
        high: Upper end, or None.
        n: Items that have it.
        missing: Items that lack it.
    """

    task: str
    measure: str
    group: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    missing: int


@dataclass(frozen=True)
class Source:
    """A document that was asked about."""

    name: str
    version: str


@dataclass(frozen=True)
class Record:
    """A whole run.

    Attributes:
        created: When, as ISO 8601 with a time zone.
        engine: What composed the answers.
        documents: What was asked about.
        gold: ``sha256:`` and the hash of the gold files.
        seconds: How long the run took.
        items: In the order of the tasks.
        figures: What they come to.
        format: See `FORMAT`.
    """

    created: str
    engine: str
    documents: tuple[Source, ...]
    gold: str
    seconds: float
    items: tuple[Item, ...]
    figures: tuple[Figure, ...]
    format: int = FORMAT

    def of(self, task: str) -> tuple[Item, ...]:
        """Return the items of one task."""
        return tuple(item for item in self.items if item.task == task)

    def figure(self, task: str, measure: str, group: str = "all") -> Figure | None:
        """Return one figure, or None if it was not measured."""
        wanted = (task, measure, group)
        return next((f for f in self.figures if (f.task, f.measure, f.group) == wanted), None)


_ADAPTER = TypeAdapter(Record)


def hide_test(record: Record) -> Record:
    """Return the record without what was asked and given in the test part."""
    items = tuple(
        replace(item, exchange=None) if item.part == "test" else item for item in record.items
    )
    return replace(record, items=items)


def forget_exchanges(record: Record) -> Record:
    """Return the record with scores alone, as small as a baseline should be."""
    items = tuple(replace(item, exchange=None) for item in record.items)
    return replace(record, items=items)


def write_record(record: Record, path: Path) -> None:
    """Write the record as JSON, one item a line, so that two runs can be told apart by line."""
    whole = _ADAPTER.dump_python(record, mode="json")
    lists = {name: whole.pop(name) for name in ("figures", "items")}
    parts = [f"{_json(name)}: {_json(value)}" for name, value in whole.items()]
    for name, rows in lists.items():
        body = ",\n".join(_json(row) for row in rows)
        parts.append(f"{_json(name)}: [\n{body}\n]")
    write_whole("{\n" + ",\n".join(parts) + "\n}\n", path)


def read_record(path: Path) -> Record:
    """Return the record in the file.

    Raises:
        RecordInvalidError: If there is none, or one of another format.
    """
    try:
        record = _ADAPTER.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise RecordInvalidError(path, str(error)) from error
    if record.format != FORMAT:
        raise RecordInvalidError(path, f"format {record.format}, not {FORMAT}")
    return record


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
