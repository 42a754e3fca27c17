"""Everything that a page about a run shows, as JSON: overview.json beside the record.

A program that shows runs reads this and needs nothing else of the evals. Every text in it is
Danish and ready to be shown, but not encoded for HTML; drawings are SVG without scripts, whose
colours are the CSS variables --ink, --faint, --main and --mark. Keys may be added without notice;
`FORMAT` is raised when one is removed or comes to mean something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from evals.floor import Floor
from evals.measure import MEASURES, MeasureKind
from evals.record import Record
from evals.report import own_texts, texts
from evals.report.choice import is_own
from evals.report.coverage import MapSection, build_map
from evals.report.failure import FailureGroup, find_faults, gather_failures
from evals.report.headline import Headline, gather_headlines
from evals.report.number import Unit, show_moment
from evals.report.own import TASKS, OwnAnswer, gather_own, summarise_own
from evals.report.page import about_table
from evals.report.refusal import RefusalPage, build_refusals
from evals.report.section import build_section, tasks_of
from evals.report.summary import Summary, summarise_record
from evals.report.view import Picture, Table
from evals.report.wording import measure_text, name_version
from evals.writing import write_whole

FORMAT = 1


@dataclass(frozen=True)
class Block:
    """A table or a picture.

    Attributes:
        kind: Which of them.
        table: The table, or None.
        picture: The picture, or None.
    """

    kind: Literal["table", "picture"]
    table: Table | None = None
    picture: Picture | None = None


@dataclass(frozen=True)
class TaskOverview:
    """One task of the run.

    Attributes:
        key: The task.
        title: Its heading.
        intro: What was tried.
        blocks: From top to bottom.
    """

    key: str
    title: str
    intro: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CoverageOverview:
    """Which passages are asked for, and which of them are found.

    Attributes:
        sections: In the order of the documents, each with its passages in that order; a passage's
            state is "found", "lost" (asked for and not found) or "unasked".
        states: What each state is called.
        table: The same as numbers.
        unasked: The passages that no question asks for.
    """

    sections: tuple[MapSection, ...]
    states: dict[str, str]
    table: Table
    unasked: tuple[str, ...]


@dataclass(frozen=True)
class MeasureOverview:
    """How the scores of a measure are read, for whoever compares the items of two runs.

    Attributes:
        task: Which task.
        measure: Which measure.
        name: The measure in words.
        unit: What it is counted in; of "percent" a score is a share from 0 to 1.
        is_better_high: Whether more is better; None if neither is.
    """

    task: str
    measure: str
    name: str
    unit: Unit
    is_better_high: bool | None


@dataclass(frozen=True)
class Overview:
    """A whole run, ready to be shown.

    Attributes:
        title: What the run is called.
        created: When, as ISO 8601 with a time zone.
        moment: The same in words.
        seconds: How long it took.
        is_own: Whether it is of one's own cases and not of the suite.
        documents: Which documents were asked about, and which versions.
        scope: That only a part of the suite was tried, or "".
        summary: The verdict, what is required and whether it was met, or the figures in short.
        reading: How the figures are to be read, paragraph by paragraph.
        headlines: The most important figures, and those of which something is required.
        tasks: In the order of the report.
        answers: One's own cases, each with its answer; else none.
        failures: Task by task. Of the test part only how many, unless it may be seen.
        faults: What is wrong with each item that failed, those that may not be seen included, by
            task and id; an item of the record without any came out as it should.
        measures: How each measure is read, times left out: they are never the same twice.
        coverage: None if the run did not look at it.
        refusals: How many questions other thresholds would refuse; None without enough questions.
        about: What was measured, when, and on what.
        limits: What is not measured.
        format: See `FORMAT`.
    """

    title: str
    created: str
    moment: str
    seconds: float
    is_own: bool
    documents: tuple[str, ...]
    scope: str
    summary: Summary
    reading: tuple[str, ...]
    headlines: tuple[Headline, ...]
    tasks: tuple[TaskOverview, ...]
    answers: tuple[OwnAnswer, ...]
    failures: tuple[FailureGroup, ...]
    faults: dict[str, dict[str, tuple[str, ...]]]
    measures: tuple[MeasureOverview, ...]
    coverage: CoverageOverview | None
    refusals: RefusalPage | None
    about: Table
    limits: tuple[str, ...]
    format: int = FORMAT


_ADAPTER = TypeAdapter(Overview)


def write_overview(
    record: Record, path: Path, *, floors: Sequence[Floor] = (), show_test: bool = False
) -> None:
    """Write the run's overview as JSON.

    Args:
        record: The run.
        path: The file to write.
        floors: What is required.
        show_test: Whether items of the test part may be seen.
    """
    overview = build_overview(record, floors=floors, show_test=show_test)
    write_whole(_ADAPTER.dump_json(overview).decode(), path)


def build_overview(
    record: Record, *, floors: Sequence[Floor] = (), show_test: bool = False
) -> Overview:
    """Return the run's overview; see `write_overview`."""
    own = is_own(record)
    words = own_texts if own else texts
    return Overview(
        title=words.TITLE,
        created=record.created,
        moment=show_moment(record.created),
        seconds=record.seconds,
        is_own=own,
        documents=tuple(map(name_version, record.documents)),
        scope="" if own else _scope(record),
        summary=summarise_own(record) if own else summarise_record(record, floors),
        reading=(own_texts.NOTE, own_texts.READING) if own else (texts.READING, texts.PARTS),
        headlines=gather_headlines(record, floors),
        tasks=tuple(_task(record, task, floors) for task in tasks_of(record)),
        answers=tuple(gather_own(record)) if own else (),
        failures=tuple(gather_failures(record, show_test=show_test, but=TASKS if own else ())),
        faults={task: _faults(record, task) for task in tasks_of(record)},
        measures=tuple(each for task in tasks_of(record) for each in _measures(task)),
        coverage=_coverage(record),
        refusals=None if own else build_refusals(record),
        about=about_table(record),
        limits=words.LIMITED,
    )


def _task(record: Record, task: str, floors: Sequence[Floor]) -> TaskOverview:
    section = build_section(record, task, floors=floors)
    blocks = tuple(
        Block("table", table=block) if isinstance(block, Table) else Block("picture", picture=block)
        for block in section.blocks
    )
    return TaskOverview(section.key, section.title, section.intro, blocks)


def _faults(record: Record, task: str) -> dict[str, tuple[str, ...]]:
    return {item.id: faults for item in record.of(task) if (faults := find_faults(item))}


def _measures(task: str) -> tuple[MeasureOverview, ...]:
    return tuple(
        MeasureOverview(task, each.name, words.name, words.unit, each.is_better_high)
        for each in MEASURES[task]
        if each.kind is not MeasureKind.TIME
        for words in [measure_text(task, each.name)]
    )


def _scope(record: Record) -> str:
    count, total = len(tasks_of(record)), len(MEASURES)
    return texts.ONLY_SOME_TASKS.format(count=count, total=total) if count < total else ""


def _coverage(record: Record) -> CoverageOverview | None:
    found = build_map(record)
    if found is None:
        return None
    return CoverageOverview(found.sections, dict(texts.MAP_STATES), found.table, found.unasked)
