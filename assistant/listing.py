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

_ACCEPTED = 1.0
_ACCEPTED_LEAD_IN = 0.9
_NUMBER_FITS = 0.5
_LEAD_IN_WEIGHT = 1.0
_ITEMS_WEIGHT = 0.5
_LIST_KINDS = frozenset({QuestionKind.LIST, QuestionKind.COUNT, QuestionKind.EXPECTATION})


@dataclass(frozen=True)
class _Scored:
    listing: Listing
    score: float


def find_listing(question: Question, hits: Sequence[Hit], library: Library) -> Listing | None:
    """Return the listing that answers `question` whole, or None if single passages do better.

    A list is asked for by the question's shape ("hvilke", "nævn", "hvor mange", a broad
    expectation), or by finding a list's lead-in before anything else.
    """
    if not hits:
        return None
    led = _led_by_first(hits, library)
    if question.kind not in _LIST_KINDS:
        return led if question.kind is not QuestionKind.WHERE_STATED else None
    scored = [
        _Scored(listing, _score(question, listing, hits, library))
        for listing in library.listings
        if len(listing.items) > 1
    ]
    best = max(scored, key=lambda entry: entry.score, default=None)
    if best is not None and best.score >= _ACCEPTED:
        return best.listing
    return led


def other_listings(main: Listing, library: Library) -> list[Listing]:
    """Return the other lists whose lead-in is about leaders, in the documents' order."""
    return [
        listing
        for listing in library.listings
        if listing.id != main.id
        and not listing.of_sections
        and len(listing.items) > 1
        and listing.lead_in is not None
        and any(
            word.startswith(("leder", "chef"))
            for word in words(library.passage(listing.lead_in).plain)
        )
    ]


def _led_by_first(hits: Sequence[Hit], library: Library) -> Listing | None:
    first = hits[0].passage
    listing = library.listing_led_by(first)
    if listing is None or listing.of_sections or len(listing.items) <= 1:
        return None
    return listing


def _score(question: Question, listing: Listing, hits: Sequence[Hit], library: Library) -> float:
    top = hits[0].score or 1.0
    relative = {hit.passage.id: hit.score / top for hit in hits}
    lead_in = relative.get(listing.lead_in or "", 0.0)
    items = sorted((relative.get(item, 0.0) for item in listing.items), reverse=True)
    subject = [w for w in question.subject if w not in lexicon.EXPECTATION_WORDS]
    if question.is_broad:
        named = _expects(listing, library)
    else:
        named = coverage(subject or question.subject, _descriptor(listing, library))
        if listing.of_sections:
            texts = [library.passage(item).plain for item in listing.items]
            named += sum(coverage(subject, [text]) for text in texts) / (2 * len(texts))
    number = _NUMBER_FITS if question.number == len(listing.items) else 0.0
    weight = 0.0 if listing.of_sections and not question.number else _LEAD_IN_WEIGHT
    return named + number + weight * lead_in + _ITEMS_WEIGHT * sum(items) / len(items)


def _descriptor(listing: Listing, library: Library) -> list[str]:
    lead_in = [library.passage(listing.lead_in).plain] if listing.lead_in else []
    return [*listing.section[-1:], *lead_in]


def _expects(listing: Listing, library: Library) -> float:
    """Return how plainly a list's own introduction speaks of what a leader must do, 0 to 1."""
    if listing.lead_in is None or listing.of_sections:
        return 0.0
    introduction = fold(" ".join([*listing.section[-1:], library.passage(listing.lead_in).plain]))
    of_leader = any(word.startswith(("leder", "chef")) for word in words(introduction))
    asks = lexicon.EXPECTATION_REQUEST.search(introduction) is not None
    return 0.5 * of_leader + 0.5 * asks
