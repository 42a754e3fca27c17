"""Search: a query in, ranked passages out, in the shape of the command line's contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line's help must not wait for these
    from assistant.library import Library


@dataclass(frozen=True)
class Finding:
    """One ranked passage; its fields are those of the contract (design.md)."""

    passage_id: str
    document: str
    section: tuple[str, ...]
    label: str
    text: str
    start: int
    end: int
    score: float


def find(library: Library, query: str, k: int) -> list[Finding]:
    """Return the `k` best passages for `query`, best first.

    Raises:
        QuestionInvalidError: If there is nothing to read in `query`, or too much.
    """
    from assistant.question import clean_question

    hits = library.search(clean_question(query), k)
    return [
        Finding(
            passage_id=hit.passage.id,
            document=hit.passage.document,
            section=hit.passage.section,
            label=hit.passage.label,
            text=hit.passage.text,
            start=hit.passage.start,
            end=hit.passage.end,
            score=round(hit.score, 6),
        )
        for hit in hits
    ]
