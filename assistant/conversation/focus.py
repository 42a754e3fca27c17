"""What the last answer was about: its passages, and what stands around them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from assistant.answer import Answer
from assistant.kinship import coverage
from assistant.lexicon import FRAME_WORDS
from assistant.library import Library
from corpus.document import Document, Listing, Passage, PassageKind, Section
from index.language import fold, words

_MOST_SECTIONS = 4
_MOST_NEAR = 40
_IS_NAMED = 0.9
_INTRODUCING = frozenset({PassageKind.HEADING, PassageKind.LEAD_IN})


@dataclass(frozen=True)
class Focus:
    """The place in the documents that a conversation has come to.

    Attributes:
        answer: That the conversation leans on.
        library: Documents and index.
    """

    answer: Answer
    library: Library

    @cached_property
    def cited(self) -> tuple[Passage, ...]:
        """The points of the answer, then a list's lead-in, as they are numbered."""
        return tuple(self.library.passage(c.passage_id) for c in self.answer.citations)

    @property
    def points(self) -> tuple[Passage, ...]:
        """The points of the answer that can be referred to by number.

        Where a list of headings is written out, the headings are its points.
        """
        shown = self.cited[: self.answer.points] if self.answer.points else self.cited
        headings = tuple(p for p in shown if p.kind is PassageKind.HEADING)
        return headings if shown and shown[0].kind is PassageKind.HEADING else shown

    @property
    def places(self) -> tuple[Passage, ...]:
        """The first passage cited of each place; a section or list shown whole is one place.

        A lead-in stands for a list that was cited with it, a heading for a section of which
        nothing else was.
        """
        ordered = sorted(self.cited, key=lambda p: (p.document, p.start))
        opened = Counter(p.lead_in for p in ordered)
        telling = [p for p in ordered if p.kind not in _INTRODUCING or opened[p.id] > 1]
        found: dict[tuple[str, ...], Passage] = {}
        for passage in telling or ordered:
            found.setdefault(self._place_of(passage), passage)
        return tuple(found.values())

    def _place_of(self, passage: Passage) -> tuple[str, ...]:
        """Return what passages at one place have in common."""
        cited = {p.id for p in self.cited}
        document = self.library.document_of(passage)
        section = document.under(passage.section) if any(passage.section) else ()
        if section and {p.id for p in section} <= cited:
            return (passage.document, *passage.section)
        for listing in document.listings:
            is_part = passage.id in (listing.lead_in, *listing.items)
            if is_part and len(listing.items) > 1 and set(listing.items) <= cited:
                return (passage.document, listing.id)
        return (passage.document, *passage.section, passage.label)

    @property
    def document(self) -> Document:
        """The document of the first citation."""
        return self.library.document_of(self.cited[0])

    @cached_property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """The sections cited, the most cited first."""
        counted = Counter(p.section for p in self.cited)
        return tuple(path for path, _ in counted.most_common(_MOST_SECTIONS))

    @property
    def section(self) -> Section | None:
        """The section that most of the answer stands in, or None without headings."""
        if not self.paths:
            return None
        path = self.paths[0]
        if self.cited[0].kind is PassageKind.HEADING and len(self.points) > 1:
            path = path[:-1]
        return next((s for s in self.document.sections if s.path == path), None)

    @cached_property
    def near(self) -> tuple[Passage, ...]:
        """What answers in the sections cited, in the documents' order, and what was cited."""
        sections = [p for path in self.paths for p in self.document.under(path)]
        if not any(self.paths):
            sections = [p for p in sections if p.block == self.cited[0].block]
        lead_ins = [p for p in self.cited if p.kind.is_answer]
        return tuple(dict.fromkeys([*sections, *lead_ins]))[:_MOST_NEAR]

    @property
    def family(self) -> tuple[Section, ...]:
        """The sections beside the one the answer stands in, and below it."""
        if self.section is None:
            return ()
        parent = self.section.path[:-1]
        depth = len(parent)
        return tuple(
            s
            for s in self.document.sections
            if s.path[:depth] == parent and depth < len(s.path) <= depth + 2
        )

    @property
    def listing(self) -> Listing | None:
        """The list that most points of the answer are items of, or None."""
        counted = Counter(p.listing for p in self.cited if p.listing)
        found = [self.document.listing_by_id.get(name) for name, _ in counted.most_common(1)]
        return next((listing for listing in found if listing is not None), None)

    def knows(self, subject: Sequence[str], extra: Sequence[str] = ()) -> bool:
        """Say whether the place holds every word of `subject`, in its texts or headings."""
        texts = [p.plain for p in self.near]
        titles = [section.title for section in self.family]
        return _covers(subject, [*texts, *titles, *extra])

    def passages_naming(self, subject: Sequence[str]) -> tuple[Passage, ...]:
        """Return what stands near that names every word of `subject`."""
        return tuple(p for p in self.near if _covers(subject, [p.plain]))

    def noun_after(self, adjective: str) -> str:
        """Return the word that follows `adjective` in the texts near, or "".

        "og det varme?" after "det kolde vand" is "det varme vand" where the document says so.
        """
        sought = fold(adjective)
        siblings = [p for s in self.family for p in self.document.under(s.path)]
        for passage in dict.fromkeys([*self.cited, *self.near, *siblings]):
            found = words(passage.plain)
            for word, after in pairwise(found):
                if _is_same_adjective(fold(word), sought) and len(after) > 2:  # noqa: PLR2004
                    return after
        return ""


def _covers(subject: Sequence[str], texts: Sequence[str]) -> bool:
    """Say whether `texts` name every word of `subject`; their small words name nothing."""
    telling = [word for text in texts for word in words(text) if fold(word) not in FRAME_WORDS]
    return coverage(subject, telling) >= _IS_NAMED


def _is_same_adjective(one: str, other: str) -> bool:
    return one == other or one.rstrip("e") == other.rstrip("e")
