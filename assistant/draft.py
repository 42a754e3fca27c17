"""A draft: lines made of fixed phrases and of passages, from which an answer is rendered."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.answer import Citation, cite
from assistant.library import Library
from corpus.document import Passage

_WRAP = re.compile(r"\n[ \t]*(?:>[ \t]?)*")


@dataclass(frozen=True)
class Line:
    """One line of an answer.

    Attributes:
        phrase: Fixed words from `assistant.texts` before the quote, or the whole line.
        passage: What is quoted, or None.
        lead_in: What introduces the quote, itself word for word from the document, or None.
        number: The item's number where a whole list is given, or None.
        is_bullet: Whether the line is one of several.
        is_nested: Whether the bullet stands under a numbered item.
        has_marks: Whether the quote stands in quotation marks.
    """

    phrase: str = ""
    passage: Passage | None = None
    lead_in: Passage | None = None
    number: int | None = None
    is_bullet: bool = False
    is_nested: bool = False
    has_marks: bool = True


@dataclass(frozen=True)
class Rendered:
    """The Markdown of a draft with the citations that its markers name.

    Attributes:
        text: Markdown.
        citations: In the order of their numbers.
        points: How many of them, from the first, are points of the answer.
    """

    text: str
    citations: tuple[Citation, ...]
    points: int = 0


def render(
    lines: Iterable[Line], library: Library, *, cite_last: Passage | None = None
) -> Rendered:
    """Return the Markdown of `lines`; passages are numbered in the order of their lines.

    Args:
        lines: In the order they are shown.
        library: Where the passages stand.
        cite_last: A passage that gets the last number though it is shown earlier: a list's
            lead-in, so that the list's first item is number 1.
    """
    drawn = list(lines)
    cited = _order_citations(drawn, cite_last)
    numbers = {passage.id: number for number, passage in enumerate(cited, start=1)}
    text = ""
    previous: Line | None = None
    for line in drawn:
        if previous is not None:
            text += "\n" if _is_listed(previous) and _is_listed(line) else "\n\n"
        text += _render_line(line)
        if line.passage is not None:
            text += f" [{numbers[line.passage.id]}]"
        previous = line
    citations = tuple(
        cite(numbers[passage.id], passage, library.document_of(passage)) for passage in cited
    )
    return Rendered(text, citations, len(cited) - (cite_last is not None))


def flatten(text: str) -> str:
    r"""Return a slice on one line: wrapped lines joined, quote marks and indentation dropped.

    >>> flatten("to\n  > linjer")
    'to linjer'
    """
    return " ".join(_WRAP.sub(" ", text).split())


def _order_citations(lines: list[Line], last: Passage | None) -> list[Passage]:
    cited: dict[str, Passage] = {}
    for line in lines:
        if line.passage is not None and (last is None or line.passage.id != last.id):
            cited.setdefault(line.passage.id, line.passage)
    return [*cited.values(), *([last] if last is not None else [])]


def _is_listed(line: Line) -> bool:
    return line.is_bullet or line.number is not None


def _render_line(line: Line) -> str:
    parts: list[str] = [line.phrase] if line.phrase else []
    if line.lead_in is not None:
        parts.append(flatten(line.lead_in.plain))
    if line.passage is not None:
        quote = flatten(line.passage.text)
        parts.append(f"»{quote}«" if line.has_marks else quote)
    return _list_marker(line) + " ".join(parts)


def _list_marker(line: Line) -> str:
    if line.number is not None:
        return f"{line.number}. "
    if not line.is_bullet:
        return ""
    return "   - " if line.is_nested else "- "
