"""Proof of grounding by removal: take the cited section away, and the answer must go with it."""

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.answer import Answer, Status
from corpus.document import Document, Listing, PassageKind
from corpus.enrichment import Enrichment
from evals.gold.question import GoldQuestion
from evals.metric.text import rests_on
from evals.record import Exchange, Item
from evals.task.alteration import RememberingEmbedder, alter
from evals.task.asking import Desk, quotes_of, tell
from evals.task.plan import Task

MOST_SECTIONS = 20
"""Sections taken out, those with the most answers first: each costs a whole index build."""

_SCORES = ("changed", "refused", "still_right", "refused_or_right")


@dataclass(frozen=True)
class _Place:
    """A section of a document."""

    document: str
    section: tuple[str, ...]


@dataclass(frozen=True)
class Removal:
    """What is left when a section is taken out.

    Attributes:
        documents: Without the section's passages; their text is the same, so offsets hold.
        enrichment: Without the questions that led to those passages.
        removed: Ids of the passages taken out.
    """

    documents: tuple[Document, ...]
    enrichment: Enrichment
    removed: frozenset[str]

    @property
    def leaves_something(self) -> bool:
        """Whether there is anything left to ask about."""
        return any(document.answers for document in self.documents)


def plan_removal(
    desk: Desk, questions: Sequence[GoldQuestion], *, most_sections: int = MOST_SECTIONS
) -> Task:
    """Return the task of asking again without the section that each answer cites first.

    Every question is an item. Its scores are None if it was not answered in the first place, if
    its section is not among those taken out, or if nothing else would be left.

    Args:
        desk: Where the questions are asked first.
        questions: What the documents answer.
        most_sections: How many sections are taken out.
    """
    return Task("removal", len(questions), lambda: _ask_twice(desk, questions, most_sections))


def _ask_twice(desk: Desk, questions: Sequence[GoldQuestion], most: int) -> Iterator[Item]:
    groups: defaultdict[_Place, list[GoldQuestion]] = defaultdict(list)
    left_out: list[GoldQuestion] = []
    for gold in questions:
        place = _first_place(desk.ask(gold.question, gold.role))
        (left_out if place is None else groups[place]).append(gold)
    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    embedder = RememberingEmbedder(desk.workplace.embedder)
    for place, asked in ranked[:most]:
        yield from _ask_without(desk, place, asked, embedder)
    left_out += [gold for _, asked in ranked[most:] for gold in asked]
    yield from map(_unscored, left_out)


def _first_place(answer: Answer) -> _Place | None:
    if answer.status is not Status.ANSWERED or not answer.citations:
        return None
    first = answer.citations[0]
    return _Place(first.document, first.section)


def _ask_without(
    desk: Desk, place: _Place, questions: Sequence[GoldQuestion], embedder: RememberingEmbedder
) -> Iterator[Item]:
    """Build the index without the section at `place` and ask what was answered from there."""
    workplace = desk.workplace
    removal = take_out(workplace.documents, workplace.enrichment, place.document, place.section)
    if not removal.leaves_something:
        yield from map(_unscored, questions)
        return
    with tempfile.TemporaryDirectory() as folder:
        altered = alter(
            workplace,
            Path(folder),
            documents=removal.documents,
            enrichment=removal.enrichment,
            embedder=embedder,
        )
        for gold in questions:
            yield _ask_again(replace(desk, workplace=altered), gold, removal, place)


def _ask_again(desk: Desk, gold: GoldQuestion, removal: Removal, place: _Place) -> Item:
    answer = desk.ask(gold.question, gold.role)
    is_answered = answer.status is Status.ANSWERED
    cited = {citation.passage_id for citation in answer.citations}
    is_right = any(rests_on(quote, gold.gold) for quote in quotes_of(answer))
    scores: dict[str, float | None] = {
        "changed": float(not is_answered or cited.isdisjoint(removal.removed)),
        "refused": float(not is_answered),
        "still_right": float(is_right) if is_answered else None,
        "refused_or_right": float(not is_answered or is_right),
        **desk.proof(answer),
    }
    return _item(gold, scores, tell(answer, gold.gold, " › ".join(place.section)))


def _unscored(gold: GoldQuestion) -> Item:
    exchange = Exchange(gold.question, expected=gold.gold)
    return _item(gold, dict.fromkeys(_SCORES), exchange)


def _item(gold: GoldQuestion, scores: dict[str, float | None], exchange: Exchange) -> Item:
    cluster = gold.section or gold.id
    return Item("removal", gold.id, gold.part, gold.kind, gold.role, cluster, scores, exchange)


def take_out(
    documents: Sequence[Document], enrichment: Enrichment, name: str, section: tuple[str, ...]
) -> Removal:
    """Return what is left without the section at the path `section` of the document `name`.

    What stands in the sections below goes too, unless the document would then be empty (its title
    as the only outermost heading): then only what stands directly under the heading goes.
    """
    document = next(document for document in documents if document.name == name)
    removed = _passages_of(document, section)
    left = tuple(_without(d, removed) if d is document else d for d in documents)
    kept = {key: value for key, value in enrichment.questions.items() if key not in removed}
    return Removal(left, replace(enrichment, questions=kept), removed)


def _passages_of(document: Document, section: tuple[str, ...]) -> frozenset[str]:
    depth = len(section)
    below = frozenset(p.id for p in document.passages if p.section[:depth] == section)
    if any(answer.id not in below for answer in document.answers):
        return below
    direct = (p for p in document.passages if p.section == section)
    return frozenset(p.id for p in direct if p.kind is not PassageKind.HEADING)


def _without(document: Document, removed: frozenset[str]) -> Document:
    """Return `document` without the passages `removed`, and with nothing that names them."""
    passages = (
        replace(p, lead_in=None) if p.lead_in in removed else p
        for p in document.passages
        if p.id not in removed
    )
    listings = (_shorten(listing, removed) for listing in document.listings)
    return replace(
        document,
        sections=tuple(s for s in document.sections if s.heading not in removed),
        passages=tuple(passages),
        listings=tuple(listing for listing in listings if listing.items),
    )


def _shorten(listing: Listing, removed: frozenset[str]) -> Listing:
    return replace(
        listing,
        items=tuple(item for item in listing.items if item not in removed),
        lead_in=None if listing.lead_in in removed else listing.lead_in,
    )
