"""What tasks, measures, kinds and parts are called in Danish; the words stand in wording.json."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from evals.report import texts
from evals.report.number import Unit

_FILE = Path(__file__).parent / "wording.json"


@dataclass(frozen=True)
class MeasureText:
    """One measure in words.

    Attributes:
        name: In a table.
        explanation: What it tells, for someone who has never heard of it.
        sentence: For the summary, with "{value}".
        unit: What it is counted in.
    """

    name: str
    explanation: str
    sentence: str
    unit: Unit


@dataclass(frozen=True)
class TaskText:
    """One task in words.

    Attributes:
        title: Its heading.
        intro: What was tried.
        asked: What its items ask about is called.
        noted: What the note of an item is called.
    """

    title: str
    intro: str
    asked: str
    noted: str


@dataclass(frozen=True)
class Wording:
    """Every word for what a record names by a key.

    Attributes:
        measures: By "measure", or "task.measure" where a task means something else by it.
        tasks: By task.
        faults: What is wrong with an item, by measure as above; in each task the gravest first.
        kinds: By kind of item.
        roles: By role.
        parts: By part, and "all".
        statuses: By how a question ended.
        engines: By what composes the answers.
    """

    measures: dict[str, MeasureText]
    tasks: dict[str, TaskText]
    faults: dict[str, str]
    kinds: dict[str, str]
    roles: dict[str, str]
    parts: dict[str, str]
    statuses: dict[str, str]
    engines: dict[str, str]


@cache
def read_wording() -> Wording:
    """Return the words."""
    return TypeAdapter(Wording).validate_json(_FILE.read_bytes())


def measure_text(task: str, measure: str) -> MeasureText:
    """Return the words for a measure; one without words is called by its own name."""
    known = read_wording().measures
    own = known.get(f"{task}.{measure}") or known.get(measure)
    return own or MeasureText(measure, "", f"{measure}: {{value}}.", Unit.NUMBER)


def task_text(task: str) -> TaskText:
    """Return the words for a task; one without words is called by its own name."""
    return read_wording().tasks.get(task) or TaskText(task, "", texts.QUESTION, texts.NOTE)


def fault_text(task: str, measure: str) -> str:
    """Return what is wrong with an item that fails `measure`, or "" if that is no fault."""
    faults = read_wording().faults
    return faults.get(f"{task}.{measure}") or faults.get(measure, "")


def group_text(group: str) -> str:
    """Return what a group of items is called; an unknown kind or role keeps its own name.

    >>> group_text("kind:typo"), group_text("dev"), group_text("kind:x")
    ('Slåfejl', 'Udviklingsdel', 'x')
    """
    sort, _, name = group.partition(":")
    words = read_wording()
    if not name:
        return words.parts.get(group, group)
    return {"kind": words.kinds, "role": words.roles}.get(sort, {}).get(name, name)
