"""Which passages especially concern a role, to be marked in the document."""

import logging
from collections.abc import Iterator

from assistant.pipeline import Assistant
from assistant.question import Role
from assistant.suggestion import texts
from assistant.suggestion.general import answered_generally
from assistant.suggestion.trial import Trial
from corpus.document import Document, Passage, Section
from index.language import fold, words

_log = logging.getLogger(__name__)


def find_concerns(assistant: Assistant, role: Role) -> frozenset[str]:
    """Return the ids of the passages in all documents that especially concern `role`.

    They are the sections that a document's sidecar names; else what answers the role's general
    questions, what names the role, and the lists that are introduced by doing so.
    """
    found: set[str] = set()
    for document in assistant.library.documents:
        named = document.metadata.highlights.get(role.value)
        derived = _in_sections(document, named) if named else _derived(document, assistant, role)
        found |= {passage.id for passage in derived}
    return frozenset(found)


def _in_sections(document: Document, names: tuple[str, ...]) -> Iterator[Passage]:
    for name in names:
        sections = [s for s in document.sections if fold(name) in _names_of(s)]
        if not sections:
            _log.warning("%s: no section is called %r", document.name, name)
        for section in sections:
            yield from document.under(section.path)


def _names_of(section: Section) -> set[str]:
    return {fold(name) for name in (section.path[-1], section.title, section.label)}


def _derived(document: Document, assistant: Assistant, role: Role) -> Iterator[Passage]:
    beginnings = texts.ROLE_WORDS[role.value]
    for passage in document.answers:
        lead_in = document.by_id[passage.lead_in] if passage.lead_in else None
        if _names(passage, beginnings) or (lead_in is not None and _names(lead_in, beginnings)):
            yield passage
    for _, answer in answered_generally(document, Trial(assistant, role)):
        cited = {citation.passage_id for citation in answer.citations}
        yield from (passage for passage in document.answers if passage.id in cited)


def _names(passage: Passage, beginnings: tuple[str, ...]) -> bool:
    return any(word.startswith(beginnings) for word in map(fold, words(passage.plain)))
