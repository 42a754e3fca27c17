"""Lists as CSV for a Danish spreadsheet, in which no cell is a formula."""

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO

from ui.storage import texts
from ui.storage.moment import write_sheet_moment
from ui.storage.noun import Feedback, UnansweredQuestion

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""

_FORMULA = frozenset("=+-@−\t\r\n")
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
_BROKEN = frozenset({"Cc", "Zl", "Zp"})


def export_feedback(feedback: Iterable[Feedback]) -> bytes:
    """Return feedback as a file that a Danish spreadsheet opens."""
    return _write(texts.FEEDBACK_COLUMNS, map(_feedback_cells, feedback))


def export_unanswered(questions: Iterable[UnansweredQuestion]) -> bytes:
    """Return questions that were not answered as a file that a Danish spreadsheet opens."""
    return _write(texts.UNANSWERED_COLUMNS, map(_unanswered_cells, questions))


def make_safe(cell: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula.

    An apostrophe in front makes it text (OWASP, CSV Injection); whatever shows nothing before the
    sign is looked through, and full-width forms count as the sign itself.

    >>> make_safe(" =1+1"), make_safe("-5"), make_safe("Hvad er mod?")
    ("' =1+1", "'-5", 'Hvad er mod?')
    """
    flat = "".join(" " if _category(character) in _BROKEN else character for character in cell)
    shown = next((at for at, sign in enumerate(cell) if _category(sign) not in _UNSEEN), len(cell))
    first = unicodedata.normalize("NFKC", cell[shown : shown + 1])[:1]
    is_risky = first in _FORMULA or not _FORMULA.isdisjoint(cell[:shown])
    return f"'{flat}" if is_risky and cell else flat


def _category(character: str) -> str:
    return unicodedata.category(character)


def _write(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([make_safe(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + file.getvalue()).encode("utf-8", "replace")


def _feedback_cells(feedback: Feedback) -> tuple[str, ...]:
    return (
        write_sheet_moment(feedback.at),
        texts.YES if feedback.helped else texts.NO,
        texts.REASONS.get(feedback.reason, feedback.reason),
        feedback.comment,
        texts.STATUSES.get(feedback.status, feedback.status),
        texts.ROLES.get(feedback.role, feedback.role),
        feedback.question,
        texts.LISTED.join(feedback.citations),
        texts.LISTED.join(feedback.versions),
    )


def _unanswered_cells(question: UnansweredQuestion) -> tuple[str, ...]:
    return (
        write_sheet_moment(question.at),
        question.question,
        texts.STATUSES.get(question.status, question.status),
        texts.ROLES.get(question.role, question.role),
        texts.LISTED.join(question.citations),
    )
