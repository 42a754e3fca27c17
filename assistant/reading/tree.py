"""Make a page of a document: its sections within sections, and its notes."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from assistant.reading.gathering import Chunk, gather_pieces, read_words
from assistant.reading.page import PASSAGE_ANCHOR, SECTION_ANCHOR, Note, Page, Part
from corpus.document import Document, Passage, PassageKind, Section
from corpus.markdown import BlockKind, parse_blocks

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "§": "paragraf "})
_LONGEST_SLUG = 60


@dataclass
class _Open:
    """A section while its contents are gathered."""

    section: Section
    chunks: list[Chunk] = field(default_factory=list[Chunk])
    below: list["_Open"] = field(default_factory=list["_Open"])


def make_page(document: Document) -> Page:
    """Return a document as it is read."""
    chunks = _cut(document)
    noted = [chunk for chunk in chunks if chunk.block.kind is BlockKind.FOOTNOTE]
    running = [chunk for chunk in chunks if chunk.block.kind is not BlockKind.FOOTNOTE]
    first, tops = _open_sections(running, document)
    maker = _PartMaker(document)
    parts = tuple(maker.make(top, 1) for top in tops)
    metadata = document.metadata
    return Page(
        name=document.name,
        title=metadata.title,
        owner=metadata.owner,
        edition=metadata.edition,
        date=metadata.date,
        version=document.version,
        pieces=gather_pieces(first, document),
        parts=parts,
        notes=_make_notes(noted),
        is_titled=not first and _is_titled(tops, document),
    )


def find_home(documents: Sequence[Document], element: str) -> str:
    """Return the name of the document in whose page an element with this id stands, or ""."""
    for document in documents:
        if element.removeprefix(PASSAGE_ANCHOR) in document.by_id:
            return document.name
    if not element.startswith(SECTION_ANCHOR):
        return ""
    homes = (d.name for d in documents if element in _anchors(d).values())
    return next(homes, "")


def _cut(document: Document) -> list[Chunk]:
    """Return the passages by the block that each was cut from."""
    blocks = parse_blocks(document.text)
    grouped = groupby(document.passages, key=lambda passage: passage.block)
    return [Chunk(blocks[number], tuple(passages)) for number, passages in grouped]


def _open_sections(chunks: Sequence[Chunk], document: Document) -> tuple[list[Chunk], list[_Open]]:
    """Return what stands before the first heading, and the outermost sections with the rest."""
    by_heading = {section.heading: section for section in document.sections}
    first: list[Chunk] = []
    tops: list[_Open] = []
    stack: list[_Open] = []
    for chunk in chunks:
        passage = chunk.passages[0]
        if passage.kind is not PassageKind.HEADING:
            (stack[-1].chunks if stack else first).append(chunk)
            continue
        opened = _Open(by_heading[passage.id])
        del stack[len(opened.section.path) - 1 :]
        (stack[-1].below if stack else tops).append(opened)
        stack.append(opened)
    return first, tops


def _is_titled(tops: Sequence[_Open], document: Document) -> bool:
    if not tops:
        return False
    is_named = tops[0].section.title.casefold() == document.metadata.title.casefold()
    return is_named or (len(tops) == 1 and bool(tops[0].below))


class _PartMaker:
    """Makes parts of opened sections."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._anchors = _anchors(document)

    def make(self, opened: _Open, depth: int) -> Part:
        """Return a section with those below it."""
        section = opened.section
        return Part(
            anchor=self._anchors[section.heading],
            heading=read_words(self._document.by_id[section.heading]),
            title=section.title,
            label=section.label,
            depth=depth,
            pieces=gather_pieces(opened.chunks, self._document),
            parts=tuple(self.make(below, depth + 1) for below in opened.below),
        )


def _anchors(document: Document) -> dict[str, str]:
    """Return the anchor of each section by its heading; equal titles are counted."""
    taken: set[str] = set()
    anchors: dict[str, str] = {}
    for section in document.sections:
        slug = SECTION_ANCHOR + (_slug(section.title) or "uden-navn")
        anchor, count = slug, 1
        while anchor in taken:
            count += 1
            anchor = f"{slug}-{count}"
        taken.add(anchor)
        anchors[section.heading] = anchor
    return anchors


def _slug(title: str) -> str:
    lowered = title.lower().translate(_LETTERS)
    ascii_form = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_form).strip("-")[:_LONGEST_SLUG].strip("-")


def _make_notes(chunks: Sequence[Chunk]) -> tuple[Note, ...]:
    by_name: dict[str, list[Passage]] = {}
    for chunk in chunks:
        by_name.setdefault(chunk.block.marker, []).extend(chunk.passages)
    return tuple(
        Note(name, tuple(read_words(passage) for passage in passages))
        for name, passages in by_name.items()
    )
