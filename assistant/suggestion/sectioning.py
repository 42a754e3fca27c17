"""Questions that ask what a section says."""

from collections.abc import Iterator

from assistant.suggestion import texts
from assistant.suggestion.phrasing import is_presentable, strip_number, title_of
from assistant.suggestion.trial import Candidate
from corpus.document import Document, Section

_MOST = 0.6


def ask_of_section(section: Section, document: Document) -> Iterator[Candidate]:
    """Yield the question that asks what a section says: its title, where that is a question.

    None is asked of the whole document, of a section that only holds others, or of a number.
    """
    below = document.under(section.path)
    question = _ask(section, document)
    if question and 0 < len(below) < len(document.answers):
        yield Candidate(question, frozenset(passage.id for passage in below), purity=_MOST)


def _ask(section: Section, document: Document) -> str:
    has_text = any(passage.section == section.path for passage in document.answers)
    if section.title == document.metadata.title or not has_text:
        return ""
    if section.title.endswith("?"):
        asked = strip_number(section.title)
        return asked if is_presentable(asked) else ""
    title = title_of(section, document)
    return title.fill(texts.SECTION, texts.SECTION_AT) if title else ""
