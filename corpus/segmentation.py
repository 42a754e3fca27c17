"""Cut blocks into passages: lead-ins apart, long paragraphs by sentence, lists kept together."""

import re
from dataclasses import dataclass

from corpus.document import PassageKind
from corpus.markdown import Block, BlockKind, plain_text
from corpus.sentence import Span, split_sentences

LONG_PARAGRAPH = 280
"""Paragraphs with more code points than this are cut by sentence (measured: docs/retrieval.md)."""

_LONGEST_LEAD_IN = 200
_LONGEST_SUBTITLE_WORDS = 12
_LONGEST_NOTICE = 200
_TERMINALS = ".:;?!…"
_STANDARD_NOTICES = re.compile(
    r"(copyright|©|\(c\)|fotos?\b|foto:|billeder?:|illustration(er)?:|grafik:|layout:|tryk:|design:)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Segment:
    """A slice on its way to becoming a passage.

    Attributes:
        kind: What the passage will be.
        start: First code point.
        end: One past the last.
        section: Headings above it; a heading's own is the last.
        block: Number of the block it was cut from.
        group: Number of the list or table it is an item of, or None.
        marker: How it is numbered where it stands, or "".
        parent: Where the item begins that it stands under, or None.
    """

    kind: PassageKind
    start: int
    end: int
    section: tuple[str, ...]
    block: int
    group: int | None = None
    marker: str = ""
    parent: int | None = None


def segment_blocks(blocks: list[Block], text: str, notices: tuple[str, ...]) -> list[Segment]:
    """Return the segments of `blocks`, in order; each is a slice of `text`.

    Args:
        blocks: From `corpus.markdown.parse_blocks`.
        text: The canonical text.
        notices: Openings of paragraphs that are no answers, besides the usual credits.
    """
    segments: list[Segment] = []
    headings: list[tuple[int, str]] = []
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            headings = [entry for entry in headings if entry[0] < block.level]
            headings.append((block.level, plain_text(text[block.start : block.end])))
        section = tuple(title for _, title in headings)
        cutter = _Cutter(blocks, place, text, section)
        segments.extend(cutter.cut(notices))
    return segments


_PLAIN_KINDS = {
    BlockKind.HEADING: PassageKind.HEADING,
    BlockKind.ITEM: PassageKind.ITEM,
    BlockKind.TABLE_HEADER: PassageKind.TABLE_HEADER,
    BlockKind.ROW: PassageKind.ROW,
    BlockKind.FOOTNOTE: PassageKind.FOOTNOTE,
}


@dataclass(frozen=True)
class _Cutter:
    """Cuts the block at one place, looking at its neighbours."""

    blocks: list[Block]
    place: int
    text: str
    section: tuple[str, ...]

    def cut(self, notices: tuple[str, ...]) -> list[Segment]:
        block = self.blocks[self.place]
        if block.kind in _PLAIN_KINDS:
            return [self._segment(_PLAIN_KINDS[block.kind], Span(block.start, block.end))]
        plain = plain_text(self.text[block.start : block.end])
        whole = Span(block.start, block.end)
        if _is_notice(plain, notices):
            return [self._segment(PassageKind.NOTICE, whole)]
        if self._is_subtitle(plain):
            return [self._segment(PassageKind.SUBTITLE, whole)]
        return self._cut_paragraph(plain)

    def _segment(self, kind: PassageKind, span: Span) -> Segment:
        block = self.blocks[self.place]
        return Segment(
            kind, span.start, span.end, self.section, self.place,
            block.group, block.marker, block.parent,
        )  # fmt: skip

    def _next(self) -> Block | None:
        return self.blocks[self.place + 1] if self.place + 1 < len(self.blocks) else None

    def _introduces_list(self) -> bool:
        following = self._next()
        listed = {BlockKind.ITEM, BlockKind.ROW, BlockKind.TABLE_HEADER}
        return following is not None and following.kind in listed

    def _is_subtitle(self, plain: str) -> bool:
        """Say whether a line right under a heading only decorates it."""
        previous = self.blocks[self.place - 1] if self.place else None
        if previous is None or previous.kind is not BlockKind.HEADING or self._introduces_list():
            return False
        if plain.endswith(tuple(_TERMINALS)) or len(plain.split()) > _LONGEST_SUBTITLE_WORDS:
            return False
        following = self._next()
        is_last_in_section = following is None or following.kind is BlockKind.HEADING
        return self.place == 1 or not is_last_in_section

    def _cut_paragraph(self, plain: str) -> list[Segment]:
        block = self.blocks[self.place]
        sentences = [
            Span(block.start + span.start, block.start + span.end)
            for span in split_sentences(self.text[block.start : block.end])
        ]
        lead_in: list[Segment] = []
        if self._introduces_list() and _can_introduce(plain, sentences):
            lead_in = [self._segment(PassageKind.LEAD_IN, sentences.pop())]
        if not sentences:
            return lead_in
        whole = Span(sentences[0].start, sentences[-1].end)
        if whole.end - whole.start > LONG_PARAGRAPH and len(sentences) > 1:
            cut = [self._segment(PassageKind.SENTENCE, span) for span in sentences]
        else:
            cut = [self._segment(PassageKind.PARAGRAPH, whole)]
        return cut + lead_in


def _is_notice(plain: str, notices: tuple[str, ...]) -> bool:
    if notices and plain.startswith(notices):
        return True
    return len(plain) <= _LONGEST_NOTICE and _STANDARD_NOTICES.match(plain) is not None


def _can_introduce(plain: str, sentences: list[Span]) -> bool:
    """Say whether the last sentence before a list introduces it."""
    if plain.endswith(":") or not plain.endswith(tuple(_TERMINALS)):
        return True
    return len(sentences) == 1 and len(plain) <= _LONGEST_LEAD_IN
