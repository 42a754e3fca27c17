"""What HR makes: test cases and runs of the evals. They stay until HR removes them."""

from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, defer

from ui.storage.errors import StorageError
from ui.storage.noun import CaseDraft, RunDraft, StoredRun, TestCase
from ui.storage.table import CaseRow, RunRow


def put_case(session: Session, draft: CaseDraft) -> TestCase:
    """Store a new test case."""
    row = CaseRow(**asdict(draft), created=datetime.now(UTC))
    session.add(row)
    session.flush()
    session.refresh(row)
    return _case(row)


def put_back_case(session: Session, case: TestCase) -> TestCase:
    """Store a removed test case again, under its own number unless that is taken."""
    taken = session.get(CaseRow, case.id) is not None
    fields = {name: value for name, value in asdict(case).items() if name != "id" or not taken}
    row = CaseRow(**fields)
    session.add(row)
    session.flush()
    session.refresh(row)
    return _case(row)


def change_case(session: Session, number: int, draft: CaseDraft) -> TestCase:
    """Change a test case.

    Raises:
        StorageError: If it is there no longer.
    """
    row = session.get(CaseRow, number, with_for_update=True)
    if row is None:
        raise StorageError("case_missing", id=str(number))
    for name, value in asdict(draft).items():
        setattr(row, name, value)
    session.flush()
    session.refresh(row)
    return _case(row)


def drop_case(session: Session, number: int) -> None:
    """Remove a test case; one that is gone already is no matter."""
    session.execute(delete(CaseRow).where(CaseRow.id == number))


def pick_cases(session: Session) -> tuple[TestCase, ...]:
    """Return every test case, in the order they were made."""
    return tuple(map(_case, session.scalars(select(CaseRow).order_by(CaseRow.id))))


def put_run(session: Session, draft: RunDraft) -> StoredRun:
    """Store a run."""
    row = RunRow(**vars(draft), created=datetime.now(UTC))
    session.add(row)
    session.flush()
    session.refresh(row)
    return _run(row)


def pick_runs(session: Session, kind: str | None) -> tuple[StoredRun, ...]:
    """Return the runs of one kind, or all of them, the newest first and without contents."""
    contents = (defer(RunRow.overview), defer(RunRow.record))
    newest = select(RunRow).options(*contents).order_by(RunRow.created.desc(), RunRow.id.desc())
    if kind is not None:
        newest = newest.where(RunRow.kind == kind)
    return tuple(
        _run(row, with_overview=False, with_record=False) for row in session.scalars(newest)
    )


def pick_run(session: Session, number: int, *, with_record: bool) -> StoredRun:
    """Return a run with its contents, or with its overview alone.

    Raises:
        StorageError: If it is there no longer.
    """
    row = session.get(RunRow, number, options=[] if with_record else [defer(RunRow.record)])
    if row is None:
        raise StorageError("run_missing", id=str(number))
    return _run(row, with_record=with_record)


def drop_run(session: Session, number: int) -> None:
    """Remove a run; one that is gone already is no matter."""
    session.execute(delete(RunRow).where(RunRow.id == number))


def _case(row: CaseRow) -> TestCase:
    return TestCase(
        row.id, row.question, row.role, row.section, row.passage_id, row.note, row.created
    )


def _run(row: RunRow, *, with_overview: bool = True, with_record: bool = True) -> StoredRun:
    return StoredRun(
        id=row.id,
        kind=row.kind,
        created=row.created,
        seconds=row.seconds,
        overview=row.overview if with_overview else {},
        record=row.record if with_record else {},
        title=row.title,
    )
