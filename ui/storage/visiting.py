"""What visitors leave: feedback, questions that were not answered, and counts without any text."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from ui.storage.noun import Feedback, OutcomeCount, UnansweredQuestion
from ui.storage.table import FeedbackRow, OutcomeRow, UnansweredRow


def put_feedback(session: Session, feedback: Feedback) -> int:
    """Store feedback, or change what the same person said of the same answer; return its number.

    A bare vote leaves the reason and the comment as they are, also where it says the opposite.
    """
    found = None
    if feedback.key:
        found = session.scalars(select(FeedbackRow).filter_by(key=feedback.key)).one_or_none()
    if found is None:
        row = _feedback_row(feedback)
        session.add(row)
        session.flush()
        return row.id
    found.helped = feedback.helped
    if feedback.reason or feedback.comment:
        found.reason = feedback.reason
        found.comment = feedback.comment
    return found.id


def find_feedback(session: Session, key: str) -> Feedback | None:
    """Return what was said under a key, or None."""
    row = session.scalars(select(FeedbackRow).filter_by(key=key)).one_or_none()
    return None if row is None else _feedback(row)


def pick_feedback(session: Session, limit: int) -> tuple[Feedback, ...]:
    """Return the newest feedback, the newest first."""
    newest = select(FeedbackRow).order_by(FeedbackRow.at.desc(), FeedbackRow.id.desc())
    return tuple(map(_feedback, session.scalars(newest.limit(limit))))


def pick_unanswered(session: Session, limit: int) -> tuple[UnansweredQuestion, ...]:
    """Return the newest questions that were not answered, the newest first."""
    newest = select(UnansweredRow).order_by(UnansweredRow.at.desc(), UnansweredRow.id.desc())
    return tuple(map(_unanswered, session.scalars(newest.limit(limit))))


def note(session: Session, day: date, status: str, unanswered: UnansweredQuestion | None) -> None:
    """Count one more question that ended so; keep its text if there is one to keep."""
    this = (OutcomeRow.day == day, OutcomeRow.status == status)
    if session.scalars(select(OutcomeRow.id).where(*this)).one_or_none() is None:
        session.execute(insert(OutcomeRow).values(day=day, status=status, count=1))
    else:
        one_more = update(OutcomeRow).where(*this).values(count=OutcomeRow.count + 1)
        session.execute(one_more)
    if unanswered is not None:
        session.add(_unanswered_row(unanswered))


def pick_outcomes(session: Session, since: date) -> tuple[OutcomeCount, ...]:
    """Return the counts of each day from `since` on, in order."""
    found = select(OutcomeRow).where(OutcomeRow.day >= since)
    rows: Sequence[OutcomeRow] = session.scalars(
        found.order_by(OutcomeRow.day, OutcomeRow.status)
    ).all()
    return tuple(OutcomeCount(row.day, row.status, row.count) for row in rows)


def _feedback_row(feedback: Feedback) -> FeedbackRow:
    return FeedbackRow(
        key=feedback.key or None,
        helped=feedback.helped,
        reason=feedback.reason,
        comment=feedback.comment,
        status=feedback.status,
        role=feedback.role,
        question=feedback.question,
        citations=list(feedback.citations),
        versions=list(feedback.versions),
        at=feedback.at,
    )


def _feedback(row: FeedbackRow) -> Feedback:
    return Feedback(
        helped=row.helped,
        reason=row.reason,
        comment=row.comment,
        status=row.status,
        role=row.role,
        question=row.question,
        citations=tuple(row.citations),
        versions=tuple(row.versions),
        at=row.at,
        key=row.key or "",
        id=row.id,
    )


def _unanswered_row(question: UnansweredQuestion) -> UnansweredRow:
    return UnansweredRow(
        question=question.question,
        status=question.status,
        role=question.role,
        citations=list(question.citations),
        at=question.at,
    )


def _unanswered(row: UnansweredRow) -> UnansweredQuestion:
    return UnansweredQuestion(
        id=row.id,
        question=row.question,
        status=row.status,
        role=row.role,
        citations=tuple(row.citations),
        at=row.at,
    )
