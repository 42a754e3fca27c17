"""The nouns of a document that is read as a page; every passage stands in it once."""

from dataclasses import dataclass

from corpus.inline import Run

PASSAGE_ANCHOR = "passage-"
"""What the id of a passage's element begins with; the passage's own id follows."""

SECTION_ANCHOR = "afsnit-"
"""What the id of a section's element begins with."""


@dataclass(frozen=True)
class Words:
    """One passage as it is read.

    Attributes:
        passage: Its id.
        label: What a person would call the place.
        runs: Its words; together they are the passage's plain text.
    """

    passage: str
    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """Running text.

    Attributes:
        words: Its passages: one, or one for each sentence.
        is_quoted: Whether the document sets it apart as a quotation.
        is_subtitle: Whether it only decorates a heading.
        is_notice: Whether it is a credit or the like.
    """

    words: tuple[Words, ...]
    is_quoted: bool = False
    is_subtitle: bool = False
    is_notice: bool = False


@dataclass(frozen=True)
class Item:
    """One point of a list.

    Attributes:
        words: What it says.
        marker: How the document numbers it ("2.", "a)"), or "" for a bullet.
        number: Its one-based place in the list, by which it is cited; None in a list of one.
        below: What stands under it.
    """

    words: Words
    marker: str
    number: int | None
    below: tuple["Piece", ...] = ()


@dataclass(frozen=True)
class Points:
    """A list.

    Attributes:
        items: In order.
        is_numbered: Whether the document numbers them.
    """

    items: tuple[Item, ...]
    is_numbered: bool


@dataclass(frozen=True)
class Row:
    """A row of a table.

    Attributes:
        passage: Its id.
        label: What a person would call the place.
        cells: Each cell's words.
    """

    passage: str
    label: str
    cells: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        header: Its heads, or None.
        rows: In order.
    """

    header: Row | None
    rows: tuple[Row, ...]


Piece = Paragraph | Points | Table


@dataclass(frozen=True)
class Note:
    """A footnote.

    Attributes:
        name: How the text refers to it.
        words: Its passages.
    """

    name: str
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Part:
    """A section.

    Attributes:
        anchor: The id of its element, unique in the document.
        heading: Its heading.
        title: The heading as a person would write it.
        label: What a person would call the section.
        depth: One for the outermost.
        pieces: What stands under the heading, before the sections below.
        parts: The sections below.
    """

    anchor: str
    heading: Words
    title: str
    label: str
    depth: int
    pieces: tuple[Piece, ...]
    parts: tuple["Part", ...]


@dataclass(frozen=True)
class Page:
    """A document.

    Attributes:
        name: Its name.
        title: Its name for a reader.
        owner: The organisation, or "".
        edition: The edition as a reader names it, or "".
        date: When it was approved, as the document writes it, or "".
        version: Hash of its text.
        pieces: What stands before the first heading.
        parts: The outermost sections.
        notes: The footnotes, in the order they are written in.
        is_titled: Whether its first heading is its title.
    """

    name: str
    title: str
    owner: str
    edition: str
    date: str
    version: str
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    is_titled: bool
