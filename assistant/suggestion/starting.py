"""Questions to begin with: a document's own, else general ones that it answers."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from assistant.answer import Answer
from assistant.pipeline import Assistant
from assistant.question import Role
from assistant.suggestion import texts
from assistant.suggestion.general import answered_generally, audience_of
from assistant.suggestion.phrasing import title_at
from assistant.suggestion.scene import question_key
from assistant.suggestion.sectioning import ask_of_section
from assistant.suggestion.topic import ask_of_topics
from assistant.suggestion.trial import Candidate, Trial, points_of
from corpus.document import Document, Section
from index.language import fold, words

MOST_STARTERS = 6
_MOST_GENERAL = 4
_MOST_TRIED = 12


def find_starters(assistant: Assistant, role: Role | None) -> tuple[str, ...]:
    """Return the starter questions of all documents for `role`, the documents taking turns."""
    found = [_of_document(document, assistant, role) for document in assistant.library.documents]
    turns = (question for row in zip_longest(*found) for question in row if question)
    merged = {question_key(question): question for question in turns}
    return tuple(merged.values())[:MOST_STARTERS]


def _of_document(document: Document, assistant: Assistant, role: Role | None) -> list[str]:
    """Return a document's own starters, those for HR untried: HR also tests what is not there."""
    own = document.metadata.starters.get(audience_of(role), ())
    trial = Trial(assistant, role)
    if role is Role.HR and own:
        return list(own)
    if own:
        return [question for question in own if trial.answer(Candidate(question))]
    return list(islice(_made(document, trial), MOST_STARTERS))


def _made(document: Document, trial: Trial) -> Iterator[str]:
    """Yield general questions, then questions to sections, that show something new each."""
    taken: set[str] = set()
    general = islice(answered_generally(document, trial), _MOST_GENERAL)
    special = islice(_special(document, trial.role), _MOST_TRIED)
    for candidate, answer in chain(general, _answered(special, trial)):
        points = points_of(answer)
        if len(points - taken) * 2 > len(points):
            taken |= points
            yield candidate.question


def _answered(candidates: Iterable[Candidate], trial: Trial) -> Iterator[tuple[Candidate, Answer]]:
    for candidate in candidates:
        answer = trial.answer(candidate)
        if answer is not None:
            yield candidate, answer


def _special(document: Document, role: Role | None) -> Iterator[Candidate]:
    """Yield questions to what stands in the document; HR asks for whole lists and counts first."""
    if role is Role.HR:
        yield from _ask_of_lists(document)
    for section in sorted(
        document.sections, key=lambda s: _weight(s, document, role), reverse=True
    ):
        yield from ask_of_section(section, document)
    yield from ask_of_topics(document)


def _weight(section: Section, document: Document, role: Role | None) -> int:
    """Return how much a section itself says, what names the role counted twice."""
    own = [passage for passage in document.answers if passage.section == section.path]
    beginnings = texts.ROLE_WORDS.get(audience_of(role), ())
    told = (any(fold(w).startswith(beginnings) for w in words(p.plain)) for p in own)
    return len(own) + sum(told)


def _ask_of_lists(document: Document) -> Iterator[Candidate]:
    listed = [entry for entry in document.listings if len(entry.items) > 1]
    templates = ((texts.POINTS, texts.POINTS_AT), (texts.COUNT, texts.COUNT_AT))
    for listing, template in zip(listed, templates, strict=False):
        title = title_at(listing.section, document)
        if title:
            yield Candidate(title.fill(*template), frozenset(listing.items), is_whole=True)
