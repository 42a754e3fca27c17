"""Parse canonical Markdown into a flat row of blocks, each an exact slice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

_LETTERED = re.compile(r"^\s*\(?([a-zæøå])\)\s+", re.IGNORECASE)
_QUOTE_MARK = re.compile(r"\n[ \t]*>+[ \t]?")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_INLINE = MarkdownIt("commonmark")


class BlockKind(StrEnum):
    """What a block is in the Markdown."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_HEADER = "table_header"
    ROW = "row"
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Block:
    """One block of text.

    Attributes:
        kind: What it is.
        start: First code point in the document.
        end: One past the last.
        level: Heading level (1-6), else 0.
        group: Number of the list or table it belongs to, or None.
        marker: How it is numbered where it stands ("2", "a", a footnote's name), or "".
        parent: Where the item begins that this block stands under, or None.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    group: int | None = None
    marker: str = ""
    parent: int | None = None


def parse_blocks(text: str) -> list[Block]:
    r"""Return the blocks of `text` in reading order; HTML, code and rules give none.

    >>> [(b.kind.value, "# A\n\n- b\n"[b.start:b.end]) for b in parse_blocks("# A\n\n- b\n")]
    [('heading', 'A'), ('item', 'b')]
    """
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    walker = _Walker(text)
    for node in SyntaxTreeNode(parser.parse(text)).children:
        walker.visit(node)
    blocks = sorted(walker.blocks, key=lambda block: block.start)
    return _join_lettered(blocks, text)


def plain_text(source: str) -> str:
    r"""Return `source` as a person would read it: no markup, notes, comments or line breaks.

    >>> plain_text("Vi **lytter**[^1]\ntil *alle* | hver dag")
    'Vi lytter til alle | hver dag'
    """
    cleaned = _NOTE_MARK.sub("", _QUOTE_MARK.sub("\n", source))
    pieces: list[str] = []
    for token in _INLINE.parseInline(cleaned)[0].children or []:
        if token.type in {"softbreak", "hardbreak"}:
            pieces.append(" ")
        elif token.type in {"text", "code_inline", "text_special"}:
            pieces.append(token.content)
    return " ".join("".join(pieces).split())


def _join_lettered(blocks: list[Block], text: str) -> list[Block]:
    """Make items of neighbouring paragraphs that each begin "a)", "b)"."""
    matches = [
        _LETTERED.match(text[block.start : block.end])
        if block.kind is BlockKind.PARAGRAPH
        else None
        for block in blocks
    ]
    joined: list[Block] = []
    for place, (block, match) in enumerate(zip(blocks, matches, strict=True)):
        follows = place > 0 and matches[place - 1] is not None
        leads = place + 1 < len(blocks) and matches[place + 1] is not None
        if match is None or not (follows or leads):
            joined.append(block)
            continue
        group = joined[-1].group if follows else -block.start - 1
        start = block.start + match.end()
        letter = match.group(1).lower()
        joined.append(replace(block, kind=BlockKind.ITEM, start=start, group=group, marker=letter))
    return joined


class _Walker:
    """Walks a syntax tree and gathers its blocks."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._groups = 0

    def visit(self, node: SyntaxTreeNode, parent: int | None = None) -> None:
        """Gather the blocks of `node`, which stands under the item that begins at `parent`."""
        if node.type == "heading":
            self._add(BlockKind.HEADING, node, level=int(node.tag[1:]))
        elif node.type == "paragraph":
            self._visit_paragraph(node, parent)
        elif node.type in {"bullet_list", "ordered_list"}:
            self._visit_list(node, parent)
        elif node.type == "table":
            self._visit_table(node, parent)
        elif node.type == "footnote":
            for child in _of_type(node, "paragraph"):
                self._add(BlockKind.FOOTNOTE, child, marker=str(node.meta.get("label", "")))
        else:
            for child in node.children:
                self.visit(child, parent)

    def _visit_paragraph(self, node: SyntaxTreeNode, parent: int | None) -> None:
        block = self._locate(BlockKind.PARAGRAPH, node)
        if block is None:
            return
        lines = self._text[block.start : block.end].split("\n")
        if sum(bool(_LETTERED.match(line)) for line in lines) > 1:
            self._add_lettered(block, lines, parent)
        else:
            self.blocks.append(replace(block, parent=parent))

    def _add_lettered(self, block: Block, lines: list[str], parent: int | None) -> None:
        """Cut a paragraph whose lines begin "a)", "b)" into items (Markdown knows no such list)."""
        group = self._new_group()
        offset = block.start
        cut: list[Block] = []
        for line in lines:
            match = _LETTERED.match(line)
            end = offset + len(line.rstrip())
            if match or not cut:
                kind = BlockKind.ITEM if match else BlockKind.PARAGRAPH
                start = offset + (match.end() if match else 0)
                marker = match.group(1).lower() if match else ""
                number = group if match else None
                cut.append(Block(kind, start, end, group=number, marker=marker, parent=parent))
            else:
                cut[-1] = replace(cut[-1], end=end)
            offset += len(line) + 1
        self.blocks.extend(cut)

    def _visit_list(self, node: SyntaxTreeNode, parent: int | None) -> None:
        group = self._new_group()
        for item in node.children:
            number = item.info if node.type == "ordered_list" else ""
            first = next(iter(item.children), None)
            own: int | None = parent
            if first is not None and first.type == "paragraph":
                block = self._locate(BlockKind.ITEM, first)
                if block is not None:
                    self.blocks.append(replace(block, group=group, marker=number, parent=parent))
                    own = block.start
            rest = item.children[1:] if own != parent else item.children
            for child in rest:
                self.visit(child, own)

    def _visit_table(self, node: SyntaxTreeNode, parent: int | None) -> None:
        group = self._new_group()
        for row in _of_type(node, "tr"):
            is_header = any(child.type == "th" for child in row.children)
            kind = BlockKind.TABLE_HEADER if is_header else BlockKind.ROW
            line = row.map[0] if row.map else 0
            source = self._lines[line]
            inner = source.strip().strip("|").strip()
            start = self._starts[line] + source.find(inner)
            if inner:
                end = start + len(inner)
                self.blocks.append(Block(kind, start, end, group=group, parent=parent))

    def _add(
        self, kind: BlockKind, node: SyntaxTreeNode, *, level: int = 0, marker: str = ""
    ) -> None:
        block = self._locate(kind, node)
        if block is not None:
            self.blocks.append(replace(block, level=level, marker=marker))

    def _locate(self, kind: BlockKind, node: SyntaxTreeNode) -> Block | None:
        """Return the block of `node`'s inline text, or None where it has none to read."""
        inline = next((child for child in node.children if child.type == "inline"), None)
        if inline is None or not inline.content.strip() or inline.map is None:
            return None
        content = inline.content.split("\n")
        first, last = inline.map[0], inline.map[0] + len(content) - 1
        start = self._starts[first] + self._find(first, content[0])
        end = self._starts[last] + self._find(last, content[-1]) + len(content[-1].rstrip())
        if not plain_text(self._text[start:end]):
            return None
        return Block(kind, start, end)

    def _find(self, line: int, content: str) -> int:
        """Return the column of `content` in a source line, past list and quote markers."""
        source, sought = self._lines[line].rstrip(), content.rstrip()
        if source.endswith(sought):  # a marker may look like the content: "1. 1"
            return len(source) - len(sought)
        found = source.find(sought)
        return found if found >= 0 else len(self._lines[line]) - len(self._lines[line].lstrip())

    def _new_group(self) -> int:
        self._groups += 1
        return self._groups


def _of_type(node: SyntaxTreeNode, kind: str) -> Iterator[SyntaxTreeNode]:
    return (child for child in node.walk() if child.type == kind)
