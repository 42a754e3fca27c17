"""The shared nouns: a document, its sections, its passages and its listings."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class PassageKind(StrEnum):
    """What a slice of the document is."""

    HEADING = "heading"
    SUBTITLE = "subtitle"
    NOTICE = "notice"
    LEAD_IN = "lead_in"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    ITEM = "item"
    TABLE_HEADER = "table_header"
    ROW = "row"
    FOOTNOTE = "footnote"

    @property
    def is_answer(self) -> bool:
        """Whether a passage of this kind can answer a question by itself.

        >>> PassageKind.ITEM.is_answer, PassageKind.SUBTITLE.is_answer
        (True, False)
        """
        return self not in _NOT_ANSWERS


_NOT_ANSWERS = frozenset(
    {
        PassageKind.HEADING,
        PassageKind.SUBTITLE,
        PassageKind.NOTICE,
        PassageKind.TABLE_HEADER,
    }
)


@dataclass(frozen=True)
class Passage:
    """One citable slice of a document.

    Attributes:
        id: Stable as long as its own text and headings stand, whatever changes elsewhere.
        document: Name of the document it belongs to.
        kind: What the slice is.
        text: The exact slice, ``document.text[start:end]``.
        plain: The slice without markup and line breaks, as a person would read it.
        start: First code point in the canonical text.
        end: One past the last code point.
        section: The headings above it, outermost first, as the document writes them.
        label: What a person would call the place: "Krav og forventning, punkt 2".
        listing: Id of the listing it is an item of, or None.
        number: One-based place in that listing, or None.
        lead_in: Id of the passage that introduces it, or None.
        block: Number of the block it was cut from; sentences of one paragraph share it.
    """

    id: str
    document: str
    kind: PassageKind
    text: str
    plain: str
    start: int
    end: int
    section: tuple[str, ...]
    label: str
    listing: str | None = None
    number: int | None = None
    lead_in: str | None = None
    block: int = 0


@dataclass(frozen=True)
class Listing:
    """A list that must be given whole: bullets, table rows, or the sections under a heading.

    Attributes:
        id: Stable id, made from its items' ids.
        items: Ids of its items in the document's order.
        lead_in: Id of the passage that introduces it, or None.
        section: The headings above it.
        of_sections: Whether its items are the headings of the sections below.
    """

    id: str
    items: tuple[str, ...]
    lead_in: str | None
    section: tuple[str, ...]
    of_sections: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it.

    Attributes:
        path: The headings from the outermost to its own, as the document writes them.
        title: Its own heading as a person would write it, without capitals and numbering.
        label: What a person would call it.
        start: First code point of the heading's line.
        end: One past the last code point before the next section of the same or a higher level.
        heading: Id of the passage that is its heading.
    """

    path: tuple[str, ...]
    title: str
    label: str
    start: int
    end: int
    heading: str


@dataclass(frozen=True)
class Metadata:
    """What front matter or a sidecar says of a document.

    Attributes:
        title: The document's name for a reader.
        subject: Short definite form used in sentences ("ledelsesgrundlaget").
        owner: The organisation.
        edition: The edition as a reader names it ("2016").
        date: When it was approved, as the document writes it.
        contact: Whom to ask when the document does not answer.
        labels: Short forms of headings, keyed by the heading as written.
        notices: Openings of paragraphs that are no answers (credits and the like).
        starters: Questions to begin with, keyed by role; "alle" are for who has said none.
        highlights: Names of the sections that especially concern a role, keyed by role.
        terms: Words that somebody new should know.
    """

    title: str
    subject: str = "dokumentet"
    owner: str = ""
    edition: str = ""
    date: str = ""
    contact: str = ""
    labels: dict[str, str] = field(default_factory=dict[str, str])
    notices: tuple[str, ...] = ()
    starters: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    highlights: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A parsed document.

    Attributes:
        name: The file's name without its ending.
        version: ``sha256:`` and the hash of the canonical text.
        text: The canonical text: UTF-8, NFC, LF, no byte-order mark, no front matter.
        metadata: Title, owner, edition and the like.
        sections: In the document's order.
        passages: Every slice, in the document's order, headings and notices included.
        listings: In the document's order.
    """

    name: str
    version: str
    text: str
    metadata: Metadata
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    listings: tuple[Listing, ...]

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """Every passage, keyed by its id."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def listing_by_id(self) -> dict[str, Listing]:
        """Every listing, keyed by its id."""
        return {listing.id: listing for listing in self.listings}

    @cached_property
    def answers(self) -> tuple[Passage, ...]:
        """The passages that can answer a question, in the document's order."""
        return tuple(passage for passage in self.passages if passage.kind.is_answer)

    def under(self, path: tuple[str, ...]) -> tuple[Passage, ...]:
        """Return the answering passages in the section at `path` and the sections below it."""
        depth = len(path)
        return tuple(passage for passage in self.answers if passage.section[:depth] == path)
