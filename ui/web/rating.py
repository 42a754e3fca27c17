"""Whether an answer helped, and why: the form, and what is stored of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.storage import texts as storage_texts
from ui.storage.noun import Feedback
from ui.web import rating_texts
from ui.web.templating import render_template

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ui.web.context import PageContext
    from ui.web.shelf import ShelvedAnswer

LONGEST_COMMENT = 1_000
"""Characters of a comment."""

_VERSION_KEPT = 12
"""Hexadecimal digits of a document's hash that tell its versions apart."""


@dataclass(frozen=True)
class Rating:
    """What somebody says of an answer.

    Attributes:
        helped: Whether it helped.
        reason: One of `ui.storage.texts.REASONS`, or "".
        comment: In their own words.
    """

    helped: bool
    reason: str = ""
    comment: str = ""


def read_rating(helped: str, reason: str = "", comment: str = "") -> Rating | None:
    """Return a rating as a form sends it, or None if it says neither "ja" nor "nej".

    A reason that the form did not offer counts as none; a comment is cut where it is too long.
    """
    if helped not in {"ja", "nej"}:
        return None
    has_helped = helped == "ja"
    known = reason if reason in _offered(helped=has_helped) else ""
    return Rating(has_helped, known, comment.strip()[:LONGEST_COMMENT])


def render_form(token: str, settings: Settings, *, helped: bool, has_reason: bool = False) -> str:
    """Return the thumbs as they were chosen, and the form that asks for a reason.

    Args:
        token: The answer's.
        settings: Say what is kept, and for how long.
        helped: Which thumb was chosen.
        has_reason: Whether a reason or a comment was sent before.
    """
    offered = _offered(helped=helped)
    return render_template(
        "rating.html",
        words=rating_texts,
        token=token,
        helped=helped,
        reasons=[(code, storage_texts.REASONS[code]) for code in offered],
        most=LONGEST_COMMENT,
        earlier=rating_texts.EARLIER_KEPT if has_reason else "",
        kept=describe_keeping(settings),
    )


def render_thanks(token: str, *, helped: bool) -> str:
    """Return the thumbs as they were chosen, and thanks for the reason."""
    return render_template("rating_thanks.html", words=rating_texts, token=token, helped=helped)


def describe_keeping(settings: Settings) -> str:
    """Return what is kept of a rating and its question, and for how long."""
    sentence = (
        rating_texts.QUESTION_KEPT if settings.keep_questions else rating_texts.QUESTION_NOT_KEPT
    )
    return sentence.format(days=rating_texts.days(settings.retention_days))


def store_rating(context: PageContext, shelved: ShelvedAnswer, rating: Rating) -> int:
    """Store what somebody says of their answer, in place of what they said of it before.

    Raises:
        StorageError: If the database fails.
    """
    return context.store.add_feedback(_describe(context, shelved, rating))


def has_reason(context: PageContext, shelved: ShelvedAnswer) -> bool:
    """Say whether somebody gave a reason or a comment to their answer before.

    Raises:
        StorageError: If the database fails.
    """
    found = context.store.find_feedback(_key(shelved))
    return found is not None and bool(found.reason or found.comment)


def _describe(context: PageContext, shelved: ShelvedAnswer, rating: Rating) -> Feedback:
    answer = shelved.answer
    return Feedback(
        helped=rating.helped,
        reason=rating.reason,
        comment=rating.comment,
        status=answer.status.value,
        role=shelved.role.value if shelved.role is not None else "",
        question=answer.standalone_question or answer.question,
        citations=tuple(citation.label for citation in answer.citations),
        versions=tuple(
            f"{document.name} {document.version.partition(':')[2][:_VERSION_KEPT]}"
            for document in context.service.library.documents
        ),
        key=_key(shelved),
    )


def _key(shelved: ShelvedAnswer) -> str:
    return hashlib.sha256(shelved.token.encode()).hexdigest()


def _offered(*, helped: bool) -> tuple[str, ...]:
    return storage_texts.REASONS_HELPED if helped else storage_texts.REASONS_DID_NOT_HELP
