"""The tables of the store, the same in SQLite and in any other database."""

import json
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

VERSION = 1
"""Of the tables; a database with a higher one belongs to a newer programme."""

_PREFIX = "ledelsesassistent_"
"""Tells our tables from others' in a shared database."""


class UtcTime(TypeDecorator[datetime]):
    """A point in time, stored in UTC; only times that know their zone are taken."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy hands it in
        """Return what is stored."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy hands it in
        """Return what was stored."""
        return None if value is None else value.replace(tzinfo=UTC)


class Words(TypeDecorator[str]):
    """A text that every database can hold: without NUL and without half characters."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy hands it in
        """Return what is stored."""
        if value is None:
            return None
        return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


class Json(TypeDecorator[Any]):
    """Anything that JSON can say, as ASCII text: databases differ in what their JSON allows."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str:  # noqa: ARG002  SQLAlchemy hands it in
        """Return what is stored."""
        return json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:  # noqa: ARG002  SQLAlchemy hands it in
        """Return what was stored."""
        return None if value is None else json.loads(value)


class Table(DeclarativeBase):
    """What every table is made of."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcTime,
        date: Date,
        float: Float,
        str: Words,
        list[str]: Json,
        dict[str, Any]: Json,
    }

    id: Mapped[int] = mapped_column(Integer, primary_key=True)


class VersionRow(Table):
    """The version of the tables: one row."""

    __tablename__ = f"{_PREFIX}version"

    number: Mapped[int]


class FeedbackRow(Table):
    """See `noun.Feedback`."""

    __tablename__ = f"{_PREFIX}feedback"

    key: Mapped[str | None] = mapped_column(String(64), unique=True)
    helped: Mapped[bool]
    reason: Mapped[str]
    comment: Mapped[str]
    status: Mapped[str]
    role: Mapped[str]
    question: Mapped[str]
    citations: Mapped[list[str]]
    versions: Mapped[list[str]]
    at: Mapped[datetime] = mapped_column(index=True)


class UnansweredRow(Table):
    """See `noun.UnansweredQuestion`."""

    __tablename__ = f"{_PREFIX}unanswered"

    question: Mapped[str]
    status: Mapped[str]
    role: Mapped[str]
    citations: Mapped[list[str]]
    at: Mapped[datetime] = mapped_column(index=True)


class OutcomeRow(Table):
    """See `noun.OutcomeCount`."""

    __tablename__ = f"{_PREFIX}outcome"
    __table_args__ = (UniqueConstraint("day", "status"),)

    day: Mapped[date]
    status: Mapped[str] = mapped_column(String(20))
    count: Mapped[int]


class CaseRow(Table):
    """See `noun.TestCase`."""

    __tablename__ = f"{_PREFIX}test_case"

    question: Mapped[str]
    role: Mapped[str]
    section: Mapped[str]
    passage_id: Mapped[str]
    note: Mapped[str]
    created: Mapped[datetime]


class RunRow(Table):
    """See `noun.StoredRun`."""

    __tablename__ = f"{_PREFIX}run"
    __table_args__ = (Index(f"{_PREFIX}run_created", "created", "id"),)

    kind: Mapped[str] = mapped_column(String(20))
    created: Mapped[datetime]
    seconds: Mapped[float]
    title: Mapped[str]
    overview: Mapped[dict[str, Any]]
    record: Mapped[dict[str, Any]]
