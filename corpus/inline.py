"""Read the words of a slice of Markdown in their styles, exactly those of its plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.markdown import plain_text

_QUOTE_MARK = re.compile(r"\n[ \t]*>+[ \t]?")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_SPACE = re.compile(r"\s+")
_NOTE = "\ufe45"
"""Stands for a note's mark while a slice is parsed: a rare sign, beside which styles may end."""

_INLINE = MarkdownIt("commonmark").disable("text_join")
_TEXT = frozenset({"text", "code_inline", "text_special"})
_BREAK = frozenset({"softbreak", "hardbreak"})
_STYLES = ("strong", "em")


@dataclass(frozen=True)
class Run:
    """Words in one style, or the mark of a note.

    Attributes:
        text: The words; "" for a mark.
        is_bold: Whether they are strong.
        is_italic: Whether they are emphasised.
        note: Name of the note that stands here, or "".
        is_escaped: Whether a backslash stood before the text, so that it is no markup.
    """

    text: str
    is_bold: bool = False
    is_italic: bool = False
    note: str = ""
    is_escaped: bool = False


def read_runs(source: str) -> tuple[Run, ...]:
    """Return the words of `source`; together they are its plain text.

    Links and HTML give their text, images nothing.

    >>> [(run.text, run.is_bold, run.note) for run in read_runs("Vis **mod**[^1]")]
    [('Vis ', False, ''), ('mod', True, ''), ('', False, '1')]
    """
    return _tidy(_read(source))


def read_cells(source: str) -> tuple[tuple[Run, ...], ...]:
    r"""Return the cells of a table's row, each as its words.

    >>> ["".join(run.text for run in cell) for cell in read_cells(r"MUS | Leder \| HR")]
    ['MUS', 'Leder | HR']
    """
    cells: list[list[Run]] = [[]]
    for run in _read(source):
        if run.is_escaped:
            cells[-1].append(run)
            continue
        first, *rest = run.text.split("|")
        cells[-1].append(replace(run, text=first))
        cells.extend([replace(run, text=text, note="")] for text in rest)
    return tuple(_tidy(cell) for cell in cells)


def _read(source: str) -> list[Run]:
    """Return the runs of `source` with its notes where they stand, if that changes nothing else."""
    source = _QUOTE_MARK.sub("\n", source)
    notes = _NOTE_MARK.findall(source)
    plain = plain_text(source)
    placed = list(_place(_parse(_NOTE_MARK.sub(_NOTE, source)), notes))
    if _text(placed) == plain:
        return placed
    runs = _parse(_NOTE_MARK.sub("", source))
    styled = runs if _text(runs) == plain else [Run(plain)]
    return [*styled, *(Run("", note=note) for note in notes)]


def _parse(source: str) -> list[Run]:
    tokens = _INLINE.parseInline(source)[0].children or []
    depth = dict.fromkeys(_STYLES, 0)
    runs: list[Run] = []
    for token in tokens:
        name, _, _ = token.type.partition("_")
        if name in depth and token.nesting:
            depth[name] += token.nesting
            continue
        text = _words(token)
        if text:
            is_bold, is_italic = (bool(depth[style]) for style in _STYLES)
            is_escaped = token.type == "text_special"
            runs.append(Run(text, is_bold, is_italic, is_escaped=is_escaped))
    return runs


def _words(token: Token) -> str:
    if token.type in _BREAK:
        return " "
    return token.content if token.type in _TEXT else ""


def _place(runs: list[Run], notes: list[str]) -> Iterator[Run]:
    """Yield `runs` with the notes where their marks stand."""
    names = iter(notes)
    for run in runs:
        first, *rest = run.text.split(_NOTE)
        yield replace(run, text=first)
        for text in rest:
            yield Run("", note=next(names, ""))
            yield replace(run, text=text)


def _text(runs: list[Run]) -> str:
    return " ".join("".join(run.text for run in runs).split())


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Return `runs` with single spaces, none at the ends, and neighbours in one style joined."""
    tidied: list[Run] = []
    after_space = True
    for run in runs:
        text = _SPACE.sub(" ", run.text)
        text = text[1:] if after_space and text.startswith(" ") else text
        if not text and not run.note:
            continue
        after_space = text.endswith(" ") if text else after_space
        last = tidied[-1] if tidied else None
        if last and text and last.text and _style(last) == _style(run):
            tidied[-1] = replace(last, text=last.text + text)
        else:
            tidied.append(Run(text, run.is_bold, run.is_italic, run.note))
    return _trim(tidied)


def _trim(runs: list[Run]) -> tuple[Run, ...]:
    """Return `runs` without a space at the end, though notes may follow it."""
    for place in reversed(range(len(runs))):
        if runs[place].text:
            kept = replace(runs[place], text=runs[place].text.rstrip(" "))
            middle = (kept,) if kept.text else ()
            return (*runs[:place], *middle, *runs[place + 1 :])
    return tuple(runs)


def _style(run: Run) -> tuple[bool, bool]:
    return run.is_bold, run.is_italic
