"""What tasks, measures, kinds and parts are called in Danish; the words stand in wording.json."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from evals.record import Source
from evals.report import texts
from evals.report.number import Unit, shorten_hash

_FILE = Path(__file__).parent / "wording.json"


@dataclass(frozen=True)
class MeasureText:
    """One measure in words.

    Attributes:
        name: In a table.
        explanation: What it tells, for someone who has never heard of it.
        sentence: For the summary, with "{value}".
        unit: What it is counted in.
        own: What it tells of one's own cases, where that is something else, or "".
    """

    name: str
    explanation: str
    sentence: str
    unit: Unit
    own: str = ""


@dataclass(frozen=True)
class TaskText:
    """One task in words.

    Attributes:
        title: Its heading.
        intro: What was tried.
        asked: What its items ask about is called.
        noted: What the note of an item is called.
        own: What was tried with one's own cases, where that is something else, or "".
    """

    title: str
    intro: str
    asked: str
    noted: str
    own: str = ""


@dataclass(frozen=True)
class Wording:
    """Every word for what a record names by a key.

    Attributes:
        measures: By "measure", or "task.measure" where a task means something else by it.
        tasks: By task.
        faults: What is wrong with an item, by measure as above; in each task the gravest first.
        kinds: By kind of item.
        kind_notes: What must be known of a kind's figures, by "task.kind".
        roles: By role; "" where none is given.
        parts: By part, and "all".
        statuses: By how a question ended.
        engines: By what composes the answers.
    """

    measures: dict[str, MeasureText]
    tasks: dict[str, TaskText]
    faults: dict[str, str]
    kinds: dict[str, str]
    kind_notes: dict[str, str]
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


def name_version(source: Source) -> str:
    """Return which document, and which version of it."""
    return texts.VERSION.format(name=source.name, version=shorten_hash(source.version))


def kind_note(task: str, kind: str) -> str:
    """Return what must be known of the figures of a kind, or ""."""
    return read_wording().kind_notes.get(f"{task}.{kind}", "")


def item_name(task: str, identity: str) -> str:
    """Return what an item is called: by its id, and a rewritten question by how it is rewritten.

    >>> item_name("robustness", "linje 2.typo"), item_name("answerable", "Q002")
    ('linje 2, slåfejl', 'Q002')
    """
    question, _, variant = identity.rpartition(".")
    kinds = read_wording().kinds
    if task != "robustness" or variant not in kinds:
        return identity
    return f"{question}, {kinds[variant][:1].lower()}{kinds[variant][1:]}"


def group_text(group: str) -> str:
    """Return what a group of items is called; an unknown kind or role keeps its own name.

    >>> group_text("kind:typo"), group_text("dev"), group_text("kind:x"), group_text("role:")
    ('Slåfejl', 'Udviklingsdel', 'x', 'Ikke angivet')
    """
    sort, colon, name = group.partition(":")
    words = read_wording()
    if not colon:
        return words.parts.get(group, group)
    return {"kind": words.kinds, "role": words.roles}.get(sort, {}).get(name, name)
