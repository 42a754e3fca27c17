"""Gather the passages of one section into paragraphs, lists and tables, lists within lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from assistant.reading.page import Item, Paragraph, Piece, Points, Row, Table, Words
from corpus.document import Document, Passage, PassageKind
from corpus.inline import read_cells, read_runs
from corpus.markdown import Block, BlockKind

_QUOTED = re.compile(r"^[\s\d.)*+-]*>")
_MARKER = re.compile(r"(\S+)\s*$")
_ROWS = frozenset({BlockKind.TABLE_HEADER, BlockKind.ROW})


@dataclass(frozen=True)
class Chunk:
    """The passages that were cut from one block.

    Attributes:
        block: The block.
        passages: In order; at least one.
    """

    block: Block
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class _Node:
    """A chunk with what stands under it, if it is an item."""

    chunk: Chunk
    below: list["_Node"] = field(default_factory=list["_Node"])


def gather_pieces(chunks: Sequence[Chunk], document: Document) -> tuple[Piece, ...]:
    """Return the pieces that the chunks of one section make."""
    roots: list[_Node] = []
    items: dict[int, _Node] = {}
    for chunk in chunks:
        node = _Node(chunk)
        parent = chunk.block.parent
        above = items.get(parent) if parent is not None else None
        (roots if above is None else above.below).append(node)
        if chunk.block.kind is BlockKind.ITEM:
            items[chunk.block.start] = node
    return _Gatherer(document).gather(roots)


def read_words(passage: Passage) -> Words:
    """Return a passage as it is read."""
    return Words(passage.id, passage.label, read_runs(passage.text))


class _Gatherer:
    """Makes pieces of nodes."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def gather(self, nodes: Sequence[_Node]) -> tuple[Piece, ...]:
        """Return the pieces of neighbouring nodes; a list or a table takes all of its own."""
        runs = [tuple(run) for _, run in groupby(nodes, key=_belongs_to)]
        return tuple(self._make(run) for run in runs)

    def _make(self, nodes: tuple[_Node, ...]) -> Piece:
        kind = nodes[0].chunk.block.kind
        if kind is BlockKind.ITEM:
            return self._make_points(nodes)
        if kind in _ROWS:
            return _make_table(nodes)
        return self._make_paragraph(nodes[0].chunk)

    def _make_points(self, nodes: tuple[_Node, ...]) -> Points:
        is_alone = len(nodes) == 1
        items = tuple(
            Item(
                words=read_words(node.chunk.passages[0]),
                marker=self._marker(node.chunk.block),
                number=None if is_alone else node.chunk.passages[0].number,
                below=self.gather(node.below),
            )
            for node in nodes
        )
        return Points(items, is_numbered=any(item.marker for item in items))

    def _make_paragraph(self, chunk: Chunk) -> Paragraph:
        kind = chunk.passages[0].kind
        return Paragraph(
            words=tuple(read_words(passage) for passage in chunk.passages),
            is_quoted=_QUOTED.match(self._before(chunk.block)) is not None,
            is_subtitle=kind is PassageKind.SUBTITLE,
            is_notice=kind is PassageKind.NOTICE,
        )

    def _marker(self, block: Block) -> str:
        """Return how the document writes an item's number."""
        if not block.marker:
            return ""
        written = _MARKER.search(self._before(block))
        return written.group(1) if written else f"{block.marker}."

    def _before(self, block: Block) -> str:
        """Return what stands before a block on its line."""
        text = self._document.text
        return text[text.rfind("\n", 0, block.start) + 1 : block.start]


def _belongs_to(node: _Node) -> tuple[bool, int]:
    """Return what a node shares with its neighbours in one list or table, and with no others."""
    block = node.chunk.block
    if block.group is None:
        return False, block.start
    return True, block.group


def _make_table(nodes: tuple[_Node, ...]) -> Table:
    header: Row | None = None
    rows: list[Row] = []
    for node in nodes:
        (passage,) = node.chunk.passages
        row = Row(passage.id, passage.label, read_cells(passage.text))
        if node.chunk.block.kind is BlockKind.TABLE_HEADER:
            header = row
        else:
            rows.append(row)
    return Table(header, tuple(rows))
