"""Make a Document of canonical text: sections, passages with labels and ids, and listings."""

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Document, Listing, Metadata, Passage, PassageKind, Section
from corpus.label import Labeller, find_subsection
from corpus.markdown import parse_blocks, plain_text
from corpus.segmentation import Segment, segment_blocks


def parse_document(name: str, text: str, metadata: Metadata) -> Document:
    """Return the document called `name` whose canonical text is `text`."""
    segments = segment_blocks(parse_blocks(text), text, metadata.notices)
    labeller = Labeller(text, metadata.labels, _single_top(segments))
    passages = _link(_make_passages(name, text, segments, labeller), segments)
    sections = _make_sections(passages, text, labeller)
    if not metadata.title:
        title = sections[0].title if sections else name
        metadata = replace(metadata, title=title)
    return Document(
        name=name,
        version="sha256:" + hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        metadata=metadata,
        sections=sections,
        passages=tuple(passages),
        listings=_make_listings(passages, sections),
    )


def _single_top(segments: list[Segment]) -> str:
    """Return the one outermost heading that every other heading stands under, or ""."""
    paths = {segment.section for segment in segments if segment.kind is PassageKind.HEADING}
    tops = {path[0] for path in paths}
    return next(iter(tops)) if len(tops) == 1 and len(paths) > 1 else ""


def _make_passages(
    name: str, text: str, segments: list[Segment], labeller: Labeller
) -> list[Passage]:
    seen: Counter[str] = Counter()
    plains = [plain_text(text[segment.start : segment.end]) for segment in segments]
    places = _Places(segments, plains)
    passages: list[Passage] = []
    for segment, plain in zip(segments, plains, strict=True):
        subsection = places.subsections[segment.start]
        key = "\x1f".join((name, *segment.section, segment.kind.value, plain))
        seen[key] += 1
        passages.append(
            Passage(
                id=_identify(name, segment, key, seen[key]),
                document=name,
                kind=segment.kind,
                text=text[segment.start : segment.end],
                plain=plain,
                start=segment.start,
                end=segment.end,
                section=segment.section,
                label=labeller.passage(segment.section, subsection, places.describe(segment)),
                number=places.number(segment),
                block=segment.block,
            )
        )
    return passages


def _identify(name: str, segment: Segment, key: str, occurrence: int) -> str:
    heading = segment.section[-1] if segment.section else name
    ascii_form = heading.lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}))
    folded = unicodedata.normalize("NFKD", ascii_form).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:24].strip("-") or "afsnit"
    digest = hashlib.sha256(f"{key}\x1f{occurrence}".encode()).hexdigest()[:8]
    return f"{slug}-{digest}"


class _Places:
    """Where each segment stands in its section and its list.

    Attributes:
        subsections: The numbered subsection ("stk. 2") that each segment stands in, or "", by
            its start. One lasts until the next or until a heading.
    """

    def __init__(self, segments: list[Segment], plains: list[str]) -> None:
        self.subsections: dict[int, str] = {}
        current = ""
        for segment, plain in zip(segments, plains, strict=True):
            ends = segment.kind in {PassageKind.HEADING, PassageKind.FOOTNOTE}
            lasting = "" if ends else current
            current = find_subsection(plain) or lasting
            self.subsections[segment.start] = current
        self._group_members: defaultdict[int, list[Segment]] = defaultdict(list)
        self._numbers: dict[int, int] = {}
        self._blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        self._items = {s.start: s for s in segments if s.kind is PassageKind.ITEM}
        for segment in segments:
            if segment.kind in {PassageKind.ITEM, PassageKind.ROW} and segment.group is not None:
                self._group_members[segment.group].append(segment)
                self._numbers[segment.start] = len(self._group_members[segment.group])
            elif segment.kind in {PassageKind.PARAGRAPH, PassageKind.SENTENCE}:
                blocks = self._blocks[segment.section]
                if segment.block not in blocks:
                    blocks.append(segment.block)

    def number(self, segment: Segment) -> int | None:
        """Return the one-based place of an item in its list, else None."""
        return self._numbers.get(segment.start)

    def describe(self, segment: Segment) -> str:
        """Return "punkt 2", "litra a", "række 3", "afsnit 1", "note 1", or ""."""
        if segment.kind is PassageKind.FOOTNOTE:
            return f"note {segment.marker}"
        if segment.kind is PassageKind.ROW:
            return f"række {self.number(segment)}"
        if segment.kind is PassageKind.ITEM:
            return self._describe_item(segment)
        blocks = self._blocks[segment.section]
        is_numbered = bool(self.subsections[segment.start])
        if segment.block in blocks and len(blocks) > 1 and not is_numbered:
            return f"afsnit {blocks.index(segment.block) + 1}"
        return ""

    def _describe_item(self, segment: Segment) -> str:
        own = segment.marker or str(self.number(segment))
        parent = self._items.get(segment.parent) if segment.parent is not None else None
        if parent is not None:
            above = self._describe_item(parent) or "punkt 1"
            joint = ", litra " if own.isalpha() else "."
            return above + joint + own
        if len(self._group_members[segment.group or 0]) < 2 and not segment.marker:  # noqa: PLR2004  a list of one
            return ""
        return f"litra {own}" if own.isalpha() else f"punkt {own}"


def _link(passages: list[Passage], segments: list[Segment]) -> list[Passage]:
    """Give each item its listing and each item, row and sub-item what introduces it."""
    by_start = {passage.start: passage for passage in passages}
    members: defaultdict[int, list[int]] = defaultdict(list)
    introducer: dict[int, str | None] = {}
    linked = list(passages)
    for place, segment in enumerate(segments):
        if segment.group is None:
            continue
        if segment.group not in introducer:
            introducer[segment.group] = _find_lead_in(place, passages, segments, by_start)
        if segment.kind is PassageKind.TABLE_HEADER:
            introducer[segment.group] = passages[place].id
        else:
            members[segment.group].append(place)
    for group, places in members.items():
        listing = _identify_listing([passages[place].id for place in places])
        for place in places:
            linked[place] = replace(passages[place], listing=listing, lead_in=introducer[group])
    return linked


def _find_lead_in(
    place: int, passages: list[Passage], segments: list[Segment], by_start: dict[int, Passage]
) -> str | None:
    parent = segments[place].parent
    if parent is not None and parent in by_start:
        return by_start[parent].id
    if place and segments[place - 1].kind is PassageKind.LEAD_IN:
        return passages[place - 1].id
    return None


def _identify_listing(items: Sequence[str]) -> str:
    return "liste-" + hashlib.sha256("\x1f".join(items).encode()).hexdigest()[:8]


def _make_sections(passages: list[Passage], text: str, labeller: Labeller) -> tuple[Section, ...]:
    headings = [passage for passage in passages if passage.kind is PassageKind.HEADING]
    sections: list[Section] = []
    for place, heading in enumerate(headings):
        depth = len(heading.section)
        following = (other.start for other in headings[place + 1 :] if len(other.section) <= depth)
        start = text.rfind("\n", 0, heading.start) + 1
        after = next(following, None)
        end = len(text) if after is None else text.rfind("\n", 0, after) + 1
        title = labeller.title(heading.plain)
        label = labeller.section(heading.section)
        sections.append(Section(heading.section, title, label, start, end, heading.id))
    return tuple(sections)


def _make_listings(passages: list[Passage], sections: tuple[Section, ...]) -> tuple[Listing, ...]:
    grouped: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.listing is not None:
            grouped[passage.listing].append(passage)
    listings = [
        Listing(listing, tuple(item.id for item in items), items[0].lead_in, items[0].section)
        for listing, items in grouped.items()
    ]
    for section in sections:
        inside = (s for s in sections if section.start < s.start < section.end)
        below = [s for s in inside if s.path[:-1] == section.path]
        if len(below) > 1:
            items = tuple(s.heading for s in below)
            lead_in = _section_lead_in(passages, section)
            identity = _identify_listing(items)
            listings.append(Listing(identity, items, lead_in, section.path, of_sections=True))
    return tuple(listings)


def _section_lead_in(passages: list[Passage], section: Section) -> str | None:
    """Return the last paragraph that stands directly under a heading, before its subsections."""
    own = [p for p in passages if p.section == section.path and p.kind.is_answer]
    if own and own[-1].kind in {PassageKind.PARAGRAPH, PassageKind.SENTENCE, PassageKind.LEAD_IN}:
        return own[-1].id
    return None
