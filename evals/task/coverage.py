"""Which passages a gold question asks for and finds, and whether every line was read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Status
from corpus.document import Document, Section
from evals.gold.question import GoldQuestion
from evals.record import Exchange, Item
from evals.task.asking import Desk
from evals.task.plan import Task

_LIST_MARKER = re.compile(
    r"^[\s>]*(?:[-*+]\s+)?(?:\(?(?:[a-zæøå]|[ivxl]+|\d+)[.)]\s+|\[\^[^\]\s]+\]:\s*)?", re.IGNORECASE
)
"""What a quote leaves out though it may hold letters: "a) ", "iv. ", "[^note]: "."""

_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")


@dataclass(frozen=True)
class Coverage:
    """What the gold questions reach.

    Attributes:
        asked: Ids of the passages that a question's gold rests on.
        found: Ids of those that such a question is answered from.
    """

    asked: frozenset[str]
    found: frozenset[str]


def plan_coverage(desk: Desk, questions: Sequence[GoldQuestion]) -> Task:
    """Return the task of looking at every passage and every line of the documents.

    Args:
        desk: Whose documents are looked at.
        questions: What the documents answer.
    """
    documents = desk.workplace.documents
    lines = sum(len(list(_lettered_lines(document.text))) for document in documents)
    total = lines + sum(len(document.answers) for document in documents)
    return Task("coverage", total, lambda: _look(desk, questions))


def _look(desk: Desk, questions: Sequence[GoldQuestion]) -> Iterator[Item]:
    coverage = find_coverage(desk, questions)
    documents = desk.workplace.documents
    for document in documents:
        places = _Places(document, is_alone=len(documents) == 1)
        yield from _passage_items(document, coverage, places)
        yield from _line_items(document, places)


def find_coverage(desk: Desk, questions: Sequence[GoldQuestion]) -> Coverage:
    """Ask every question and return which passages are asked for, and which found."""
    asked: set[str] = set()
    found: set[str] = set()
    for gold in questions:
        relevant = {passage.id for passage in desk.relevant(gold.gold)}
        answer = desk.ask(gold.question, gold.role)
        asked |= relevant
        if answer.status is Status.ANSWERED:
            found |= relevant & {citation.passage_id for citation in answer.citations}
    return Coverage(frozenset(asked), frozenset(found))


@dataclass(frozen=True)
class _Places:
    """Names the section of each place in a document."""

    document: Document
    is_alone: bool

    def name(self, at: int) -> str:
        """Return the label of the innermost section around `at`, with others the title too."""
        title = self.document.metadata.title
        around = [s for s in self.document.sections if s.start <= at < s.end]
        label = max(around, key=_depth).label if around else ""
        named = (title, label) if not self.is_alone else (label or title,)
        return ", ".join(part for part in named if part)


def _depth(section: Section) -> int:
    return len(section.path)


def _passage_items(document: Document, coverage: Coverage, places: _Places) -> Iterator[Item]:
    for passage in document.answers:
        is_asked = passage.id in coverage.asked
        scores: dict[str, float | None] = {
            "asked": float(is_asked),
            "found": float(passage.id in coverage.found) if is_asked else None,
        }
        exchange = Exchange(passage.text, note=passage.label)
        kind, cluster = passage.kind.value, places.name(passage.start)
        yield Item("coverage", passage.id, "dev", kind, "", cluster, scores, exchange)


def _line_items(document: Document, places: _Places) -> Iterator[Item]:
    read = bytearray(len(document.text))
    for passage in document.passages:
        read[passage.start : passage.end] = b"\1" * (passage.end - passage.start)
    for line in _lettered_lines(document.text):
        scores: dict[str, float | None] = {"line_read": float(all(read[at] for at in line.letters))}
        identity, cluster = f"{document.name}:{line.number}", places.name(line.letters[0])
        exchange = Exchange(line.text, note=cluster)
        yield Item("coverage", identity, "dev", "line", "", cluster, scores, exchange)


@dataclass(frozen=True)
class _Line:
    """A line of text that says something.

    Attributes:
        number: From 1.
        text: The line.
        letters: Where its letters stand, those of list markers and note marks left out.
    """

    number: int
    text: str
    letters: tuple[int, ...]


def _lettered_lines(text: str) -> Iterator[_Line]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        marks = [
            match.span()
            for match in (_LIST_MARKER.match(line), *_NOTE_MARK.finditer(line))
            if match
        ]
        letters = tuple(
            start + at
            for at, char in enumerate(line)
            if char.isalpha() and not any(low <= at < high for low, high in marks)
        )
        if letters:
            yield _Line(number, line, letters)
        start += len(line) + 1
