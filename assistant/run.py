"""Passages shown one after another as they stand in the document: a section, or a part of one."""

from collections.abc import Sequence

from assistant import texts
from assistant.composition import quote_lines
from assistant.draft import Line, Rendered, render
from assistant.library import Library
from corpus.document import Passage, PassageKind


def compose_run(
    passages: Sequence[Passage], library: Library, *, introduction: str = ""
) -> Rendered:
    """Return passages as they stand one after another: headings, lead-ins, items, paragraphs.

    Args:
        passages: In the document's order.
        library: Where they stand.
        introduction: A phrase to stand before them, or "".
    """
    shown = {passage.id for passage in passages}
    lines = [Line(introduction)] if introduction else []
    for passage in passages:
        if passage.kind in {PassageKind.HEADING, PassageKind.LEAD_IN}:
            lines.append(Line(passage=passage, has_marks=False))
        elif passage.lead_in in shown:
            lines.append(Line(passage=passage, is_bullet=True, has_marks=False))
        else:
            lines += quote_lines([passage], library, bullets=passage.listing is not None)
    return render(_introduce_once(lines), library)


def _introduce_once(lines: Sequence[Line]) -> list[Line]:
    """Write a lead-in out before its first item only."""
    introduced: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        lead_in = line.lead_in
        if lead_in is not None and lead_in.id in introduced:
            kept.append(Line(texts.ELLIPSIS, line.passage, is_bullet=line.is_bullet))
        else:
            kept.append(line)
        if lead_in is not None:
            introduced.add(lead_in.id)
    return kept
