"""The nouns of the store: what is put into it and what comes out."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, ClassVar


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Feedback:
    """What somebody thought of an answer.

    Attributes:
        helped: Whether the answer helped.
        reason: One of `ui.storage.texts.REASONS`, or "".
        comment: In their own words; stored without what tells who somebody is.
        status: How the question had ended.
        role: Who asked, or "".
        question: As it was understood; "" unless questions are kept.
        citations: Labels of the places that the answer cited.
        versions: The documents that were read, each with its version.
        at: When, in UTC.
        key: Tells answers apart, says nothing of them; a second vote on one replaces the first.
        id: Its number in the store; 0 until it is stored.
    """

    helped: bool
    reason: str = ""
    comment: str = ""
    status: str = ""
    role: str = ""
    question: str = ""
    citations: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    at: datetime = field(default_factory=_now)
    key: str = ""
    id: int = 0


@dataclass(frozen=True)
class UnansweredQuestion:
    """A question that the documents did not answer; stored only when questions are kept.

    Attributes:
        id: Its number in the store.
        question: As it was understood, without what tells who somebody is.
        status: "nearest" or "refused".
        role: Who asked, or "".
        citations: Labels of the places that were shown as the nearest.
        at: When, in UTC.
    """

    id: int
    question: str
    status: str
    role: str
    citations: tuple[str, ...]
    at: datetime


@dataclass(frozen=True)
class OutcomeCount:
    """How many questions ended in one way on one day, in Danish time."""

    day: date
    status: str
    count: int


@dataclass(frozen=True)
class CaseDraft:
    """A question that HR tests with, before it is stored.

    Attributes:
        question: The question.
        role: Who asks, or "".
        section: Where the answer stands; "" says that the documents do not answer.
        passage_id: The passage that answers, or "".
        note: HR's own words.
    """

    question: str
    role: str = ""
    section: str = ""
    passage_id: str = ""
    note: str = ""


@dataclass(frozen=True)
class TestCase:
    """A question that HR tests with; see `CaseDraft`."""

    __test__: ClassVar[bool] = False  # pytest is not to take it for a test

    id: int
    question: str
    role: str
    section: str
    passage_id: str
    note: str
    created: datetime


@dataclass(frozen=True)
class RunDraft:
    """A run of the evals, before it is stored.

    Attributes:
        kind: What was run.
        seconds: How long it took.
        overview: What the page shows of it.
        record: All of it.
        title: What HR called it, or "".
    """

    kind: str
    seconds: float
    overview: dict[str, Any]
    record: dict[str, Any]
    title: str = ""


@dataclass(frozen=True)
class StoredRun:
    """A run of the evals; see `RunDraft`. In a list, `overview` and `record` are left empty."""

    id: int
    kind: str
    created: datetime
    seconds: float
    overview: dict[str, Any]
    record: dict[str, Any]
    title: str
