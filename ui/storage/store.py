"""The store: everything that is kept, in one database, without what tells who somebody is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from assistant.answer import Answer, Status
from assistant.conversation.history import DISTRESS
from assistant.question import Role
from assistant.settings import Settings
from ui.storage import testing, visiting
from ui.storage.database import Database
from ui.storage.errors import StorageError
from ui.storage.forgetting import forget_before
from ui.storage.moment import danish_day
from ui.storage.noun import (
    CaseDraft,
    Feedback,
    OutcomeCount,
    RunDraft,
    StoredRun,
    TestCase,
    UnansweredQuestion,
)
from ui.storage.place import find_place
from ui.storage.redaction import redact
from ui.storage.table import VersionRow

_UNANSWERED = frozenset({Status.NEAREST, Status.REFUSED})
MOST_LISTED = 1_000
"""Rows of a list when nothing else is asked for."""


def open_store(settings: Settings, folder: Path) -> Store:
    """Open the database, make what is missing in it, and forget what is too old.

    Args:
        settings: Where it is, whether questions are kept and for how long.
        folder: The data folder; holds the database where the settings name no other.

    Raises:
        StorageError: If it cannot be opened; its code says what to mend.
    """
    database = Database(find_place(settings.database, folder))
    store = Store(
        database, keeps_questions=settings.keep_questions, retention_days=settings.retention_days
    )
    try:
        store.forget_old()
    except StorageError:
        database.close()
        raise
    return store


class Store:
    """What people leave behind; threads and processes may share it.

    Every method raises `StorageError` if the database fails; then nothing of it is written.

    Args:
        database: Opened.
        keeps_questions: Whether the texts of questions are kept at all.
        retention_days: How long feedback, kept questions and counts live.
    """

    def __init__(
        self, database: Database, *, keeps_questions: bool = False, retention_days: int = 90
    ) -> None:
        self._database = database
        self._keeps_questions = keeps_questions
        self._retention = timedelta(days=retention_days)

    @property
    def place(self) -> str:
        """Where the database is, without its password."""
        return self._database.place

    def add_feedback(self, feedback: Feedback) -> int:
        """Store feedback, or change what was said before under the same key; return its number."""
        kept = replace(
            feedback,
            comment=redact(feedback.comment),
            question=redact(feedback.question) if self._keeps_questions else "",
        )
        return self._database.write(lambda session: visiting.put_feedback(session, kept))

    def find_feedback(self, key: str) -> Feedback | None:
        """Return what was said under a key, or None."""
        return self._database.read(lambda session: visiting.find_feedback(session, key))

    def list_feedback(self, limit: int = MOST_LISTED) -> tuple[Feedback, ...]:
        """Return the newest feedback, the newest first."""
        return self._database.read(lambda session: visiting.pick_feedback(session, limit))

    def note_answer(self, answer: Answer, role: Role | None) -> None:
        """Count an answer; keep its question only if that is wanted and it was not answered.

        What somebody in distress writes is never kept.
        """
        now = datetime.now(UTC)
        unanswered = None
        is_private = answer.trace.kind == DISTRESS
        if self._keeps_questions and answer.status in _UNANSWERED and not is_private:
            unanswered = _describe(answer, role, now)
        day, status = danish_day(now), answer.status.value
        self._database.write(lambda session: visiting.note(session, day, status, unanswered))

    def list_unanswered(self, limit: int = MOST_LISTED) -> tuple[UnansweredQuestion, ...]:
        """Return the newest questions that were not answered, the newest first."""
        return self._database.read(lambda session: visiting.pick_unanswered(session, limit))

    def count_outcomes(self, days: int) -> tuple[OutcomeCount, ...]:
        """Return how questions ended on each of the latest `days` days, today among them."""
        since = danish_day(datetime.now(UTC)) - timedelta(days=days - 1)
        return self._database.read(lambda session: visiting.pick_outcomes(session, since))

    def add_case(self, draft: CaseDraft) -> TestCase:
        """Store a new test case."""
        return self._database.write(lambda session: testing.put_case(session, draft))

    def change_case(self, number: int, draft: CaseDraft) -> TestCase:
        """Change a test case; `StorageError` ("case_missing") if it is there no longer."""
        return self._database.write(lambda session: testing.change_case(session, number, draft))

    def remove_case(self, number: int) -> None:
        """Remove a test case; one that is gone already is no matter."""
        self._database.write(lambda session: testing.drop_case(session, number))

    def put_back_case(self, case: TestCase) -> TestCase:
        """Store a removed test case again, under its own number unless that is taken."""
        return self._database.write(lambda session: testing.put_back_case(session, case))

    def list_cases(self) -> tuple[TestCase, ...]:
        """Return every test case, in the order they were made."""
        return self._database.read(testing.pick_cases)

    def add_run(self, draft: RunDraft) -> StoredRun:
        """Store a run."""
        return self._database.write(lambda session: testing.put_run(session, draft))

    def list_runs(self, kind: str | None = None) -> tuple[StoredRun, ...]:
        """Return the runs of one kind, or all of them, the newest first and without contents."""
        return self._database.read(lambda session: testing.pick_runs(session, kind))

    def read_run(self, number: int, *, with_record: bool = True) -> StoredRun:
        """Return a run with its contents; `StorageError` ("run_missing") if it is gone.

        Args:
            number: The run's id.
            with_record: Whether the record, which may be megabytes, is read too.
        """
        return self._database.read(
            lambda session: testing.pick_run(session, number, with_record=with_record)
        )

    def remove_run(self, number: int) -> None:
        """Remove a run; one that is gone already is no matter."""
        self._database.write(lambda session: testing.drop_run(session, number))

    def forget_old(self) -> None:
        """Delete what has been kept for as long as the settings allow."""
        moment = datetime.now(UTC) - self._retention
        self._database.write(lambda session: forget_before(session, moment))
        self._database.scrub()

    def is_ready(self) -> bool:
        """Say whether the database answers."""
        try:
            self._database.read(lambda session: session.scalars(select(VersionRow.number)).first())
        except StorageError:
            return False
        return True

    def close(self) -> None:
        """Let go of every connection."""
        self._database.close()


def _describe(answer: Answer, role: Role | None, at: datetime) -> UnansweredQuestion:
    return UnansweredQuestion(
        id=0,
        question=redact(answer.standalone_question or answer.question),
        status=answer.status.value,
        role=role.value if role is not None else "",
        citations=tuple(citation.label for citation in answer.citations),
        at=at,
    )
