"""Read the lines of an answer: what each is, and which of its words are bold or italic.

`assistant.draft` writes an answer line by line: a paragraph, a bullet, a numbered item or a bullet
below one. A line's words are fixed phrases and slices of a document, which may hold Markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from markdown_it import MarkdownIt

from assistant.answer import Answer
from assistant.draft import flatten

_MARK = re.compile(r" \[(?P<n>\d+)\]$")
_PREFIX = re.compile(r"(?P<nested> {3})?- |(?P<number>\d{1,9})\. ")
_RULES_OFF = ["image", "autolink", "html_inline", "entity"]
_INLINE = MarkdownIt("commonmark").disable(_RULES_OFF)
_TEXT = frozenset({"text", "code_inline", "text_special"})
_BREAK = frozenset({"softbreak", "hardbreak"})


class LineKind(StrEnum):
    """What a line of an answer is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NESTED = "nested"
    NUMBERED = "numbered"


@dataclass(frozen=True)
class Run:
    """Words in one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True)
class Line:
    """One line of an answer.

    Attributes:
        kind: What it is.
        runs: Its words, without list marker and citation.
        number: The item's number, or None.
        cited: The number of the citation that it ends in, or None.
    """

    kind: LineKind
    runs: tuple[Run, ...]
    number: int | None = None
    cited: int | None = None


def read_lines(answer: Answer) -> tuple[Line, ...]:
    """Return the lines of an answer that hold something, in order."""
    quotes = {citation.n: flatten(citation.quote) for citation in answer.citations}
    return tuple(_read(line, quotes) for line in answer.text.split("\n") if line.strip())


def read_runs(text: str) -> tuple[Run, ...]:
    """Return the words of a slice of Markdown; of a link its text, HTML as it is written.

    >>> [(run.text, run.is_bold) for run in read_runs("Vis **mod**")]
    [('Vis ', False), ('mod', True)]
    """
    return tuple(_runs(text))


def _read(line: str, quotes: dict[int, str]) -> Line:
    mark = _MARK.search(line)
    cited = int(mark["n"]) if mark and int(mark["n"]) in quotes else None
    body = line[: mark.start()] if mark and cited is not None else line
    prefix = _PREFIX.match(body)
    is_quote = cited is not None and body == quotes[cited]  # a heading that is numbered itself
    if prefix is None or is_quote:
        return Line(LineKind.PARAGRAPH, read_runs(body), cited=cited)
    runs = read_runs(body[prefix.end() :])
    if prefix["number"]:
        return Line(LineKind.NUMBERED, runs, int(prefix["number"]), cited)
    kind = LineKind.NESTED if prefix["nested"] else LineKind.BULLET
    return Line(kind, runs, cited=cited)


def _runs(text: str) -> Iterator[Run]:
    bold, italic, words = 0, 0, ""
    for token in _INLINE.parseInline(text)[0].children or []:
        if token.type in _TEXT or token.type in _BREAK:
            words += " " if token.type in _BREAK else token.content
        elif token.type.startswith(("strong_", "em_")):
            if words:
                yield Run(words, bool(bold), bool(italic))
            words = ""
            bold += token.nesting * token.type.startswith("strong_")
            italic += token.nesting * token.type.startswith("em_")
    if words:
        yield Run(words, bool(bold), bool(italic))
