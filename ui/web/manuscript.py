"""What a saved answer says, whatever the file: question, answer, sources, how it was made."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.answer import Answer, Citation
from assistant.draft import flatten
from assistant.library import Library
from ui.number import with_points
from ui.storage.moment import in_denmark
from ui.web import export_texts
from ui.web.edition import describe_edition, describe_version
from ui.web.line import Line, Run, read_lines, read_runs
from ui.web.outcome import name_outcome

_UNWRITABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
)
"""What XML 1.0 forbids or advises against, and signs that turn the direction of writing."""


@dataclass(frozen=True)
class AboutDocument:
    """A document as a saved answer names it.

    Attributes:
        name: The file's name without its ending.
        title: For a reader.
        owner: The organisation, or "".
        edition: As a reader names it, or "".
        approved: When it was approved, as the document writes it, or "".
        version: ``sha256:`` and the hash of the canonical text.
    """

    name: str
    title: str
    owner: str
    edition: str
    approved: str
    version: str


@dataclass(frozen=True)
class About:
    """How an answer came about.

    Attributes:
        documents: Those that were cited, or all that were read if none was.
        asked_at: When, with its time zone.
        engine: What composed the text.
    """

    documents: tuple[AboutDocument, ...]
    asked_at: datetime
    engine: str


@dataclass(frozen=True)
class Source:
    """A passage that the answer shows.

    Attributes:
        n: Its number in the answer.
        label: What a person would call the place.
        quote: Its words.
        place: Document, positions and version in one line.
    """

    n: int
    label: str
    quote: tuple[Run, ...]
    place: str


@dataclass(frozen=True)
class Manuscript:
    """What is saved.

    Attributes:
        question: As it was asked, on one line.
        outcome: "Ordret fra dokumentet" and the like, or "".
        note: What the outcome means, or "".
        understood: What a follow-up was taken for, or "".
        lines: The answer.
        sources_heading: What stands over the sources.
        sources: In the order of their numbers.
        read: Which documents were read, a line each.
        facts: Sentences on how the answer was made.
        asked_at: When.
    """

    question: str
    outcome: str
    note: str
    understood: str
    lines: tuple[Line, ...]
    sources_heading: str
    sources: tuple[Source, ...]
    read: tuple[str, ...]
    facts: tuple[str, ...]
    asked_at: datetime


def about_answer(answer: Answer, library: Library, *, asked_at: datetime) -> About:
    """Return how `answer` came about; a cited document stands with the version that was cited."""
    cited = {citation.document: citation.version for citation in answer.citations}
    documents = tuple(
        AboutDocument(
            name=document.name,
            title=document.metadata.title,
            owner=document.metadata.owner,
            edition=document.metadata.edition,
            approved=document.metadata.date,
            version=cited.get(document.name, document.version),
        )
        for document in library.documents
        if not cited or document.name in cited
    )
    return About(documents, asked_at, answer.engine)


def write_manuscript(answer: Answer, about: About) -> Manuscript:
    """Return what is saved of an answer."""
    titles = {document.name: document.title for document in about.documents}
    outcome = name_outcome(answer)
    heading = export_texts.SOURCES.get(answer.status, export_texts.SOURCES_OTHERWISE)
    return Manuscript(
        question=_on_one_line(answer.question),
        outcome=outcome.name,
        note=outcome.note,
        understood=_understood(answer),
        lines=tuple(replace(line, runs=_clean(line.runs)) for line in read_lines(answer)),
        sources_heading=heading,
        sources=tuple(_source(citation, titles) for citation in answer.citations),
        read=tuple(map(_on_one_line, _read(about))),
        facts=tuple(map(_on_one_line, _facts(answer, about))),
        asked_at=about.asked_at,
    )


def _source(citation: Citation, titles: dict[str, str]) -> Source:
    place = export_texts.PLACE.format(
        title=titles.get(citation.document, citation.document),
        start=with_points(citation.start),
        end=with_points(citation.end),
        version=describe_version(citation.version),
    )
    quote = _clean(read_runs(flatten(citation.quote)))
    return Source(citation.n, _on_one_line(citation.label), quote, _on_one_line(place))


def _understood(answer: Answer) -> str:
    """Return what the conversation made of a question, where that is another."""
    question, standalone = map(_on_one_line, (answer.question, answer.standalone_question))
    is_same = standalone.casefold() == question.casefold()
    return "" if is_same else export_texts.UNDERSTOOD.format(question=standalone)


def _facts(answer: Answer, about: About) -> list[str]:
    at = in_denmark(about.asked_at)
    asked = export_texts.ASKED.format(
        day=at.day,
        month=export_texts.MONTHS[at.month - 1],
        year=at.year,
        hour=at.hour,
        minute=at.minute,
    )
    verbatim = [export_texts.VERBATIM] if answer.citations else []
    engine = export_texts.ENGINES.get(
        about.engine, export_texts.ENGINE_OTHER.format(engine=about.engine)
    )
    return [export_texts.AUTOMATIC, *verbatim, engine, export_texts.CHECK, *_read(about), asked]


def _read(about: About) -> list[str]:
    return [export_texts.READ.format(document=_describe(each)) for each in about.documents]


def _describe(document: AboutDocument) -> str:
    edition = export_texts.EDITION.format(edition=document.edition) if document.edition else ""
    described = describe_edition(
        owner=document.owner, edition=edition, date=document.approved, version=document.version
    )
    return f"{document.title}, {described}"


def _clean(runs: Iterable[Run]) -> tuple[Run, ...]:
    cleaned = (replace(run, text=_UNWRITABLE.sub("", run.text)) for run in runs)
    return tuple(run for run in cleaned if run.text)


def _on_one_line(text: str) -> str:
    return " ".join(_UNWRITABLE.sub("", text).split())
