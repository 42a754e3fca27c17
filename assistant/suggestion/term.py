"""Words that somebody new should know: a document's own list, else what it explains."""

from collections.abc import Iterator
from itertools import zip_longest

from assistant.conversation.situation import opening_subject
from assistant.lexicon import FRAME_WORDS
from assistant.library import Library
from assistant.pipeline import Assistant
from assistant.suggestion import texts
from assistant.suggestion.phrasing import title_of
from assistant.suggestion.scene import question_key
from assistant.suggestion.trial import Candidate, Trial
from assistant.texts import CONJUNCTION
from corpus.document import Document, Passage
from index.language import fold

MOST_TERMS = 8
_LONGEST = 30
_MOST_WORDS = 3


def find_terms(assistant: Assistant) -> tuple[str, ...]:
    """Return the words of all documents that "Hvad er ...?" is answered of, in turn."""
    trial = Trial(assistant)
    found: list[list[str]] = []
    for document in assistant.library.documents:
        found.append(list(_answered(document, assistant.library, trial)))
    turns = (term for row in zip_longest(*found) for term in row if term)
    merged = {question_key(term): term for term in turns}
    return tuple(merged.values())[:MOST_TERMS]


def _answered(document: Document, library: Library, trial: Trial) -> Iterator[str]:
    own = [(term, frozenset[str]()) for term in document.metadata.terms]
    for term, targets in own or _explained(document, library):
        question = texts.DEFINE.format(subject=term)
        if trial.answer(Candidate(question, targets)):
            yield term


def _explained(document: Document, library: Library) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what passages explain, then what sections are called, with where it stands."""
    for passage in document.answers:
        for term in _subjects(passage, library):
            if _is_term(term):
                yield term, frozenset({passage.id})
    for section in document.sections:
        title, below = title_of(section, document), document.under(section.path)
        is_part = 0 < len(below) < len(document.answers)
        if title and title.is_phrase and is_part and _is_term(title.name):
            yield title.name, frozenset(passage.id for passage in below)


def _subjects(passage: Passage, library: Library) -> list[str]:
    """Return what a passage explains: "Social kapital er ...", "Ved orlov forstås ..."."""
    opening = opening_subject(passage, library)
    understood = [match["subject"] for match in texts.UNDERSTOOD.finditer(passage.plain)]
    return [*([opening] if opening else []), *understood]


def _is_term(term: str) -> bool:
    own = term.split()
    is_short = len(term) <= _LONGEST and len(own) <= _MOST_WORDS
    is_word = fold(own[0]) not in FRAME_WORDS and CONJUNCTION not in own
    return is_short and is_word and term not in texts.NO_TERMS and not texts.PERSONS.search(term)
