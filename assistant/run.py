"""Passages shown one after another as they stand in the document: a section, or a part of one."""

from collections.abc import Sequence

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
    introduced: set[str] = set()
    for passage in passages:
        if passage.kind in {PassageKind.HEADING, PassageKind.LEAD_IN}:
            lines.append(Line(passage=passage, has_marks=False))
        elif passage.lead_in in shown:
            lines.append(Line(passage=passage, is_bullet=True, has_marks=False))
        else:
            is_item = passage.listing is not None
            lines += quote_lines([passage], library, bullets=is_item, introduced=introduced)
    return render(lines, library)
