"""Forget what has been kept long enough."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ui.storage.moment import danish_day
from ui.storage.table import FeedbackRow, OutcomeRow, RunRow, UnansweredRow

MOST_RUNS = 100
"""Runs that are kept; they are HR's own, but each holds every answer of the suite."""


def forget_before(session: Session, moment: datetime) -> None:
    """Delete feedback, kept questions and counts from before `moment`, and the oldest runs."""
    session.execute(delete(FeedbackRow).where(FeedbackRow.at < moment))
    session.execute(delete(UnansweredRow).where(UnansweredRow.at < moment))
    session.execute(delete(OutcomeRow).where(OutcomeRow.day < danish_day(moment)))
    newest = select(RunRow.id).order_by(RunRow.created.desc(), RunRow.id.desc())
    oldest = session.scalars(newest.offset(MOST_RUNS)).all()
    if oldest:
        session.execute(delete(RunRow).where(RunRow.id.in_(oldest)))
