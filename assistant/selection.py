"""Choose what answers a question: a whole list, a few passages, two sides, or places."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant import lexicon
from assistant.kinship import coverage, kinship
from assistant.library import Library
from assistant.listing import find_listing, other_listings
from assistant.question import Question, QuestionKind
from corpus.document import Listing, Passage, PassageKind
from index.language import fold, words
from index.retriever import Hit, Retrieval


@dataclass(frozen=True)
class Cutoff:
    """How many passages answer, and how near the best each must be (docs/retrieval.md)."""

    most: int
    ratio: float


_CUTOFFS = {
    QuestionKind.LIST: Cutoff(3, 0.85),
    QuestionKind.DEFINITION: Cutoff(2, 0.9),
    QuestionKind.WHO: Cutoff(1, 1.0),
    QuestionKind.WHEN: Cutoff(1, 1.0),
}
_USUAL = Cutoff(3, 0.82)
_EXPECTED = Cutoff(4, 0.75)
_WIDE = Cutoff(6, 0.6)
_SIDE = Cutoff(3, 0.75)
_SAME_PARAGRAPH = 0.7
_MOST_PLACES = 8
_MENTIONS = 0.9
_SHORTEST_STEM = 5
_DEFINES = 1.25
_HOLDS = 1.15
_YEAR_OR_DATE = re.compile(r"\b(1[89]|20)\d\d\b|\b\d{1,2}\.\s?(\w+|\d{1,2}\.)")
_LEANS_BACK = re.compile(
    r"(det|dette|den|denne|disse|dermed|derfor)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Side:
    """One of two things compared."""

    name: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Selection:
    """What answers a question; exactly one of `listing`, `sides` and `passages` is filled.

    Attributes:
        listing: To be given whole.
        sides: To be set against each other.
        passages: To be quoted one by one.
        others: Lists to point to besides.
        are_places: Whether the question asks where something stands.
    """

    listing: Listing | None = None
    sides: tuple[Side, ...] = ()
    passages: tuple[Passage, ...] = ()
    others: tuple[Listing, ...] = ()
    are_places: bool = False


def select(
    question: Question,
    hits: Sequence[Hit],
    library: Library,
    *,
    sides: Sequence[Retrieval] = (),
) -> Selection:
    """Return what answers `question`; nothing for no hits.

    Args:
        question: Understood.
        hits: Every hit, best first.
        library: Documents and index.
        sides: What was found for each of the things compared (`side_question`).
    """
    compared = _compare(question, sides, library)
    if compared:
        return Selection(sides=compared)
    if question.kind is QuestionKind.WHERE_STATED:
        return Selection(passages=_places(question, hits, library), are_places=True)
    ranked = prefer_fitting(question, hits)
    listing = find_listing(question, ranked, library)
    if listing is not None:
        others = other_listings(listing, library) if question.is_broad else []
        return Selection(listing=listing, others=tuple(others))
    return Selection(passages=_nearest_few(question, ranked, library))


def prefer_fitting(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """Return `hits` with those first whose form fits what is asked for.

    A definition's subject opens the passage that defines it; "hvornår" wants a date.
    """
    return lift(hits, lambda passage: _fit(question, passage))


def lift(hits: Sequence[Hit], factor: Callable[[Passage], float]) -> list[Hit]:
    """Return `hits` with each score times the `factor` of its passage, best first."""
    lifted = [replace(hit, score=hit.score * factor(hit.passage)) for hit in hits]
    return sorted(lifted, key=lambda hit: -hit.score)


def _fit(question: Question, passage: Passage) -> float:
    if question.kind is QuestionKind.WHEN:
        return _HOLDS if _YEAR_OR_DATE.search(passage.plain) else 1.0
    if question.wants_number:
        return _HOLDS if lexicon.NUMBER_STATED.search(fold(passage.plain)) else 1.0
    is_whole = passage.kind is not PassageKind.LEAD_IN
    if question.kind is QuestionKind.DEFINITION and question.subject and is_whole:
        named = [w for w in question.subject if w not in lexicon.EXPECTATION_WORDS]
        subject = named or question.subject
        opening = words(passage.plain)[: len(subject) + 1]
        near = [max((kinship(s, w) for w in opening), default=0.0) for s in subject]
        if near[0] >= _MENTIONS or min(near) >= _MENTIONS:
            return _DEFINES
    return 1.0


def _nearest_few(
    question: Question, ranked: Sequence[Hit], library: Library
) -> tuple[Passage, ...]:
    whole = [hit for hit in ranked if hit.passage.kind is not PassageKind.LEAD_IN] or list(ranked)
    chosen = _within(whole, _cutoff(question))
    return tuple(_with_neighbours(chosen, whole, library))


def _cutoff(question: Question) -> Cutoff:
    if question.is_wide:
        return _WIDE
    if question.kind in _CUTOFFS:
        return _CUTOFFS[question.kind]
    return _EXPECTED if question.expects else _USUAL


def _within(hits: Sequence[Hit], cutoff: Cutoff) -> list[Passage]:
    if not hits:
        return []
    floor = hits[0].score * cutoff.ratio
    return [hit.passage for hit in hits[: cutoff.most] if hit.score >= floor]


def _with_neighbours(
    chosen: list[Passage], ranked: Sequence[Hit], library: Library
) -> list[Passage]:
    """Put after each chosen sentence those of its paragraph that belong with it.

    They are the one before, where it leans on that ("Det ..."), and others nearly as near.
    """
    floor = _SAME_PARAGRAPH * ranked[0].score if ranked else 0.0
    near = {hit.passage.id for hit in ranked if hit.score >= floor}
    gathered: list[Passage] = []
    for passage in chosen:
        siblings = [p for p in _paragraph(passage, library) if p.id in near]
        for member in (passage, *_leaned_on(passage, library), *siblings):
            if member not in gathered:
                gathered.append(member)
    return gathered


def _paragraph(passage: Passage, library: Library) -> list[Passage]:
    if passage.kind is not PassageKind.SENTENCE:
        return []
    document = library.document_of(passage)
    return [p for p in document.passages if p.block == passage.block]


def _leaned_on(passage: Passage, library: Library) -> list[Passage]:
    if not _LEANS_BACK.match(passage.plain):
        return []
    same = _paragraph(passage, library)
    at = same.index(passage) if passage in same else 0
    return [same[at - 1]] if at else []


def _compare(
    question: Question, retrievals: Sequence[Retrieval], library: Library
) -> tuple[Side, ...]:
    shown: set[str] = set()
    sides: list[Side] = []
    for name, retrieval in zip(question.sides, retrievals, strict=False):
        subject = [word for word in words(name) if len(word) > 2]  # noqa: PLR2004  og, i, en
        of_side = [hit for hit in retrieval.hits if _is_about(subject, hit.passage, library)]
        found = [p for p in _within(of_side, _SIDE) if p.id not in shown]
        shown.update(passage.id for passage in found)
        sides.append(Side(name, tuple(found)))
    return tuple(sides) if all(side.passages for side in sides) else ()


def side_question(side: str) -> str:
    """Return the question for one side of a comparison."""
    return f"hvad er {side}"


def _is_about(subject: Sequence[str], passage: Passage, library: Library) -> bool:
    lead_in = library.lead_in(passage)
    texts = [passage.plain, *passage.section[-1:], *([lead_in.plain] if lead_in else [])]
    return coverage(subject, texts) >= _MENTIONS


def find_mentions(question: Question, library: Library) -> list[Passage]:
    """Return the passages that mention every word of the subject, in the documents' order."""
    return [
        passage
        for document in library.documents
        for passage in document.answers
        if question.subject and all(_mentions(word, passage) for word in question.subject)
    ]


def _places(question: Question, hits: Sequence[Hit], library: Library) -> tuple[Passage, ...]:
    """Return the passages that mention the subject, at most `_MOST_PLACES`, else the nearest."""
    mentioning = find_mentions(question, library)
    if not mentioning:
        return tuple(_within(hits, _USUAL))
    if len(mentioning) <= _MOST_PLACES:
        return tuple(mentioning)
    nearest = {hit.passage.id for hit in hits[:_MOST_PLACES]}
    return tuple(p for p in mentioning if p.id in nearest) or tuple(mentioning[:_MOST_PLACES])


def _mentions(word: str, passage: Passage) -> bool:
    """Say whether a form of the folded `word` stands in the passage.

    Forms share the first half of the word, at least five letters; a short word may gain two.
    """
    if len(word) < _SHORTEST_STEM:
        return any(
            other.startswith(word) and len(other) <= len(word) + 2
            for other in map(fold, words(passage.plain))
        )
    stem = word[: max(_SHORTEST_STEM, (len(word) + 1) // 2)]
    return any(fold(other).startswith(stem) for other in words(passage.plain))
