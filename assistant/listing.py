"""Find the list that a question asks for, to be given whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import lexicon
from assistant.kinship import coverage
from assistant.library import Library
from assistant.question import Question, QuestionKind
from corpus.document import Listing
from index.language import fold, words
from index.retriever import Hit

_IS_FOUND = 0.95
_IS_NAMED = 0.5
_IS_WHOLLY_NAMED = 0.95
_MOST_ITEMS = 0.6
_LEADS = 0.85
_NUMBER_FITS = 0.5
_ITEMS_NAMED = 1.2
_LIST_KINDS = frozenset({QuestionKind.LIST, QuestionKind.COUNT, QuestionKind.EXPECTATION})


@dataclass(frozen=True)
class _Candidate:
    """A listing with what speaks for it.

    Attributes:
        listing: The listing.
        found: Best score of its lead-in, its items or what stands below, relative to the best hit.
        lead_in: Score of its lead-in, relative to the best hit.
        named: How much of the question's subject its heading, lead-in and items name, 0 to 2.2.
        is_broad: Whether the question asks for duties in general, so that the list need not be
            the best hit.
        fits_number: Whether it has as many items as the question says.
    """

    listing: Listing
    found: float
    lead_in: float
    named: float
    fits_number: bool
    is_broad: bool

    @property
    def score(self) -> float:
        number = _NUMBER_FITS if self.fits_number else 0.0
        return self.found + self.named + number + self.lead_in

    @property
    def is_acceptable(self) -> bool:
        if self.is_broad:
            return self.named >= _IS_NAMED
        if self.named >= _IS_WHOLLY_NAMED:
            return True
        if self.found < _IS_FOUND:
            return False
        if self.listing.of_sections:
            return self.named >= _IS_NAMED
        return self.named >= _IS_NAMED or self.lead_in >= _LEADS or self.fits_number


def find_listing(question: Question, hits: Sequence[Hit], library: Library) -> Listing | None:
    """Return the listing that answers `question` whole, or None if single passages do better.

    A list is asked for by the question's shape ("hvilke", "nævn", "hvor mange", a broad
    expectation). Other questions get one whole that find its lead-in before anything else, where
    the lead-in or its heading names their subject.
    """
    if not hits or question.kind is QuestionKind.WHERE_STATED:
        return None
    listings = _whole_listings(library)
    if question.kind in _LIST_KINDS:
        weighed = (_weigh(question, listing, hits, library) for listing in listings)
        fitting = [candidate for candidate in weighed if candidate.is_acceptable]
    else:
        first = hits[0].passage.id
        led = [entry for entry in listings if entry.lead_in == first and not entry.of_sections]
        weighed = (_weigh(question, listing, hits, library) for listing in led)
        fitting = [candidate for candidate in weighed if candidate.named >= _IS_NAMED]
        named = [listing for listing in listings if _are_all(question, listing, library)]
        fitting += [_weigh(question, listing, hits, library) for listing in named]
    best = max(fitting, key=lambda candidate: candidate.score, default=None)
    return best.listing if best is not None else None


def names_listing(question: Question, library: Library) -> bool:
    """Say whether a question asks for a list that it names by its heading."""
    specific = _specific(question)
    if question.is_broad or not specific:
        return False
    listings = _whole_listings(library)
    if question.kind in _LIST_KINDS:
        return any(
            coverage(specific, listing.section[-1:]) >= _IS_WHOLLY_NAMED for listing in listings
        )
    return any(_are_all(question, listing, library) for listing in listings)


def _are_all(question: Question, listing: Listing, library: Library) -> bool:
    """Say whether the items of `listing` are all there is of what the question names.

    The heading names it and most of the headings below do ("Ledelsesværdi: Mod").
    """
    specific = _specific(question)
    if not listing.of_sections or not specific or question.kind is QuestionKind.WHERE_STATED:
        return False
    if coverage(specific, listing.section[-1:]) < _IS_WHOLLY_NAMED:
        return False
    return _items_named(specific, listing, library) >= _MOST_ITEMS


def _items_named(subject: Sequence[str], listing: Listing, library: Library) -> float:
    """Return how much of `subject` the items of `listing` name, on average, 0 to 1."""
    items = library.items(listing)
    return sum(coverage(subject, [item.plain]) for item in items) / len(items)


def _specific(question: Question) -> list[str]:
    """Return the words of the question's subject that name more than a leader and a duty."""
    return [word for word in question.subject if word not in lexicon.EXPECTATION_WORDS]


def other_listings(main: Listing, library: Library) -> list[Listing]:
    """Return the other lists whose lead-in is about leaders, in the documents' order."""
    return [
        listing
        for listing in library.listings
        if listing.id != main.id
        and not listing.of_sections
        and len(listing.items) > 1
        and listing.lead_in is not None
        and _is_of_leaders(library.passage(listing.lead_in).plain)
    ]


def _is_of_leaders(text: str) -> bool:
    return any(word.startswith(("leder", "chef")) for word in words(text))


def _whole_listings(library: Library) -> list[Listing]:
    """Return the lists that can answer: more than one item, and not the table of contents."""
    return [
        listing
        for listing in library.listings
        if len(listing.items) > 1 and not _is_contents(listing, library)
    ]


def _is_contents(listing: Listing, library: Library) -> bool:
    """Say whether a list of sections is the whole document's table of contents."""
    if not listing.of_sections:
        return False
    document = library.document_of(library.items(listing)[0])
    depth = len(listing.section)
    return all(section.path[:depth] == listing.section for section in document.sections)


def _weigh(
    question: Question, listing: Listing, hits: Sequence[Hit], library: Library
) -> _Candidate:
    top = hits[0].score or 1.0
    relative = {hit.passage.id: hit.score / top for hit in hits}
    lead_in = relative.get(listing.lead_in or "", 0.0)
    below = max((relative.get(item, 0.0) for item in listing.items), default=0.0)
    if listing.of_sections:
        depth = len(listing.section)
        inside = [hit for hit in hits if hit.passage.section[:depth] == listing.section]
        below = max((hit.score / top for hit in inside), default=0.0)
        lead_in = lead_in if question.number or question.kind is QuestionKind.LIST else 0.0
    return _Candidate(
        listing=listing,
        found=max(lead_in, below),
        lead_in=lead_in,
        named=_named(question, listing, library),
        fits_number=question.number == len(listing.items),
        is_broad=question.is_broad,
    )


def _named(question: Question, listing: Listing, library: Library) -> float:
    if question.is_broad:
        return _expects(listing, library)
    subject = _specific(question)
    named = coverage(subject, _descriptor(listing, library))
    if listing.of_sections:
        named += _ITEMS_NAMED * _items_named(subject, listing, library)
    return named


def _descriptor(listing: Listing, library: Library) -> list[str]:
    lead_in = [library.passage(listing.lead_in).plain] if listing.lead_in else []
    return [*listing.section[-1:], *lead_in]


def _expects(listing: Listing, library: Library) -> float:
    """Return how plainly a list's own introduction speaks of what a leader must do, 0 to 1."""
    if listing.lead_in is None or listing.of_sections:
        return 0.0
    introduction = fold(" ".join(_descriptor(listing, library)))
    asks = lexicon.EXPECTATION_REQUEST.search(introduction) is not None
    return 0.5 * _is_of_leaders(introduction) + 0.5 * asks
