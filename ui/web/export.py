"""Save an answer with its references: as Markdown and as a Word document."""

import re
import unicodedata
from collections.abc import Callable

from assistant.answer import Answer
from ui.web import export_texts
from ui.web.line import Line, LineKind, Run
from ui.web.manuscript import About, AboutDocument, Manuscript, about_answer, write_manuscript
from ui.web.word import build_docx

__all__ = [
    "About",
    "AboutDocument",
    "about_answer",
    "file_name",
    "to_docx",
    "to_markdown",
    "to_text",
]

_LONGEST_NAME = 60
_NOT_IN_NAME = re.compile(r"[^a-z0-9]+")

_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$@#]|(?<=:)//|(?<=\bwww)\.", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ENTITY = re.compile("[&<>]")
_OPENING = re.compile(r"^([-+=:]|\d+(?=[.)]))")
"""What makes a line a list, a heading or a rule where it stands first."""

_LISTED = frozenset({LineKind.BULLET, LineKind.NESTED, LineKind.NUMBERED})


def to_markdown(answer: Answer, about: About) -> str:
    """Return an answer as Markdown; nobody's words in it make links, HTML or lists."""
    manuscript = write_manuscript(answer, about)
    blocks = [f"# {_escape(manuscript.question)}"]
    if manuscript.outcome:
        blocks.append(" ".join(filter(None, [f"**{manuscript.outcome}**", manuscript.note])))
    if manuscript.understood:
        blocks.append(_escape(manuscript.understood))
    blocks.append(_join(manuscript.lines, _write_runs))
    blocks += _write_sources(manuscript)
    facts = "\n".join(f"- {_escape(fact)}" for fact in manuscript.facts)
    blocks += [f"## {export_texts.ABOUT}", facts]
    return "\n\n".join(blocks) + "\n"


def to_text(answer: Answer, about: About) -> str:
    """Return an answer as plain text to paste: each source by its place alone, for it is quoted."""
    manuscript = write_manuscript(answer, about)
    blocks = [manuscript.question]
    if manuscript.outcome:
        blocks.append(" ".join(filter(None, [f"{manuscript.outcome}.", manuscript.note])))
    if manuscript.understood:
        blocks.append(manuscript.understood)
    blocks.append(_join(manuscript.lines, _plain))
    if manuscript.sources:
        sources = [f"[{source.n}] {source.label}" for source in manuscript.sources]
        blocks.append("\n".join([f"{manuscript.sources_heading}:", *sources]))
    blocks.append("\n".join(manuscript.read))
    return "\n\n".join(blocks) + "\n"


def to_docx(answer: Answer, about: About) -> bytes:
    """Return an answer as a Word document with headings, lists and references to jump to."""
    return build_docx(write_manuscript(answer, about))


def file_name(question: str, ending: str) -> str:
    """Return a name for a saved answer that every system can hold.

    Args:
        question: As it was asked.
        ending: "docx" or "md".

    >>> file_name("Hvad gør en god leder?", "md")
    'svar-hvad-goer-en-god-leder.md'
    """
    letters = unicodedata.normalize("NFC", question).lower().translate(export_texts.TRANSLITERATED)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    words = _NOT_IN_NAME.sub("-", plain).strip("-")
    longest = _LONGEST_NAME - len(export_texts.FILE_NAME) - len(ending) - 2
    if len(words) > longest:
        words = words[: longest + 1].rpartition("-")[0] or words[:longest]
    return f"{'-'.join(filter(None, [export_texts.FILE_NAME, words]))}.{ending}"


def _join(lines: tuple[Line, ...], write: Callable[[tuple[Run, ...]], str]) -> str:
    """Return the lines with their marks, those of a list close together."""
    written = ""
    previous: Line | None = None
    for line in lines:
        if previous is not None:
            written += "\n" if previous.kind in _LISTED and line.kind in _LISTED else "\n\n"
        mark = f" [{line.cited}]" if line.cited is not None else ""
        written += _prefix(line) + write(line.runs) + mark
        previous = line
    return written


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs).strip()


def _prefix(line: Line) -> str:
    if line.kind is LineKind.NUMBERED:
        return f"{line.number}. "
    return {LineKind.BULLET: "- ", LineKind.NESTED: "    - "}.get(line.kind, "")


def _write_sources(manuscript: Manuscript) -> list[str]:
    if not manuscript.sources:
        return []
    blocks = [f"## {manuscript.sources_heading}"]
    for source in manuscript.sources:
        blocks.append(f"**[{source.n}] {_escape(source.label)}**")
        blocks.append(f"> {_write_runs(source.quote)}")
        blocks.append(_escape_first(_escape(source.place)))
    return blocks


def _write_runs(runs: tuple[Run, ...]) -> str:
    written = "".join(map(_write_run, runs)).strip()
    return _escape_first(written) if runs and not _style(runs[0]) else written


def _write_run(run: Run) -> str:
    """Return a run with its stars next to its words, as Markdown wants them."""
    words = run.text.strip()
    if not words:
        return run.text
    before, _, after = run.text.partition(words)
    return f"{before}{_style(run)}{_escape(words)}{_style(run)}{after}"


def _style(run: Run) -> str:
    return "*" * (2 * run.is_bold + run.is_italic)


def _escape(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _ENTITY.sub(lambda match: _ENTITIES[match[0]], escaped)


def _escape_first(text: str) -> str:
    """Return escaped text that makes no list, heading or rule where it begins a block."""
    match = _OPENING.match(text)
    if match is None:
        return text
    at = match.end() if match[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"
