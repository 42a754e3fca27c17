"""Write a run as one page that anyone can read, print and send on."""

from collections.abc import Sequence
from pathlib import Path

from evals.compare import compare
from evals.floor import Floor
from evals.record import Record
from evals.report import own_texts, texts
from evals.report.choice import is_own
from evals.report.coverage import build_map
from evals.report.failure import gather_failures
from evals.report.number import Unit, shorten_hash, show, show_moment
from evals.report.own import TASKS, gather_own, summarise_own
from evals.report.refusal import build_refusals
from evals.report.rendering import render
from evals.report.section import build_section, tasks_of
from evals.report.summary import summarise_record, tell_since
from evals.report.view import Row, Table
from evals.report.wording import name_version, read_wording
from evals.writing import write_whole


def write_page(
    record: Record,
    path: Path,
    *,
    floors: Sequence[Floor] = (),
    show_test: bool = False,
    baseline: Record | None = None,
) -> None:
    """Write the record as one HTML page.

    Args:
        record: The run.
        path: The file to write.
        floors: What is required; the summary judges by it.
        show_test: Whether items of the test part may be seen.
        baseline: The run to compare with, if this one measured all that it did.
    """
    own = is_own(record)
    comparison = None
    if baseline and set(tasks_of(baseline)) <= set(tasks_of(record)):
        comparison = compare(baseline, record)
    page = render(
        "report.html.j2",
        own_texts=own_texts if own else None,
        title=own_texts.TITLE if own else texts.TITLE,
        moment=show_moment(record.created),
        summary=summarise_own(record) if own else summarise_record(record, floors),
        answers=gather_own(record) if own else (),
        since=tell_since(comparison) if comparison else (),
        sections=[
            build_section(record, task, floors=floors, comparison=comparison)
            for task in tasks_of(record)
        ],
        coverage=build_map(record),
        refusals=None if own else build_refusals(record),
        failures=gather_failures(record, show_test=show_test, but=TASKS if own else ()),
        about=about_table(record),
    )
    write_whole(page, path)


def about_table(record: Record) -> Table:
    """Return what was measured, when, and on what."""
    engine = read_wording().engines.get(record.engine, record.engine)
    documents = [Row(texts.DOCUMENT, (name_version(source),)) for source in record.documents]
    rows = (
        Row(texts.WHEN, (show_moment(record.created),)),
        *documents,
        Row(texts.ENGINE, (engine,)),
        Row(own_texts.GOLD if is_own(record) else texts.GOLD, (shorten_hash(record.gold),)),
        Row(texts.ITEMS, (show(len(record.items), Unit.COUNT),)),
        Row(texts.DURATION, (show(record.seconds, Unit.SECONDS),)),
    )
    return Table(texts.ABOUT, texts.ABOUT_COLUMNS, rows, is_words=True)
