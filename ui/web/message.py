"""One turn of the conversation as HTML: everything encoded, citations as links into the document.

Gradio's chat reads Markdown and cleans HTML: a message is therefore one line of HTML, in which
whatever a user or a document wrote is encoded so that neither can make a link, an image or a tag.
"""

import re
from collections.abc import Mapping
from functools import cache

from markdown_it import MarkdownIt
from markupsafe import Markup

from assistant.answer import Answer, Citation
from ui.web import texts
from ui.web.outcome import name_outcome
from ui.web.shelf import ShelvedAnswer
from ui.web.templating import render_line

ANCHOR = "passage-"
"""What the id of a passage's element begins with, in the document beside the chat."""

MOST_OPEN_SOURCES = 4
"""More sources than these are folded away until asked for."""

_MARKER = re.compile(r" \[(\d+)\]$", re.MULTILINE)
_PLACEHOLDER = re.compile("\ue000(\\d+)\ue001")
_SPECIAL = re.compile(r"[^\w\s,;:»«–…?]|_")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
"""A document's own mark of a note, which leads nowhere outside the document."""

_NESTED = re.compile(r"^ {3}- ", re.MULTILINE)

_RULES_OFF = ["image", "autolink", "html_inline", "html_block", "entity", "reference", "code"]


def render_question(text: str) -> str:
    """Return what a user wrote, as text alone.

    >>> render_question("<b>*Hej*</b>")
    '&#60;b&#62;&#42;Hej&#42;&#60;&#47;b&#62;'
    """
    return _encode(" ".join(text.split()))


def render_notice(sentence: str) -> str:
    """Return a sentence that is no answer: what was wrong with the question, say."""
    return f'<p class="besked">{_encode(sentence)}</p>'


def render_part(answer: Answer, lines: int) -> str:
    """Return the first `lines` lines of an answer as one line of HTML, while it streams."""
    outcome = name_outcome(answer)
    return render_line("part.html", answer=answer, outcome=outcome, body=_body(answer, lines))


def render_answer(shelved: ShelvedAnswer, titles: Mapping[str, str], *, is_hr: bool = False) -> str:
    """Return a whole answer as one line of HTML, with its sources and what can be done with it.

    Args:
        shelved: The answer with its token.
        titles: The documents' titles by name; with several, each source names its own.
        is_hr: Whether it can be made a test case.
    """
    answer = shelved.answer
    return render_line(
        "answer.html",
        answer=answer,
        token=shelved.token,
        outcome=name_outcome(answer),
        body=_body(answer),
        titles=titles if len(titles) > 1 else {},
        is_open=len(answer.citations) <= MOST_OPEN_SOURCES,
        anchor=ANCHOR,
        is_hr=is_hr,
    )


def count_lines(answer: Answer) -> int:
    """Return how many lines an answer streams in."""
    return len(_lines(answer))


def _lines(answer: Answer) -> list[str]:
    return [line for line in answer.text.split("\n") if line.strip()]


def _body(answer: Answer, lines: int | None = None) -> Markup:
    text = answer.text
    if lines is not None:
        text = "\n".join(text.split("\n")[: _reach(text, lines)])
    marked = _MARKER.sub("\ue000\\1\ue001", _NESTED.sub("    - ", _NOTE_MARK.sub("", text)))
    html = _renderer().render(marked)
    cited = {citation.n: citation for citation in answer.citations}
    linked = _PLACEHOLDER.sub(lambda match: _link(cited.get(int(match[1]))), html)
    return Markup(linked.replace("\n", " "))  # noqa: S704  every text in it is encoded


@cache
def _renderer() -> MarkdownIt:
    """Return what renders an answer: no HTML of the document's, and of its links the text alone."""
    renderer = MarkdownIt("commonmark", {"html": False}).disable(_RULES_OFF)
    for end in ("link_open", "link_close"):
        renderer.add_render_rule(end, lambda *_: "")
    return renderer


def _reach(text: str, wanted: int) -> int:
    """Return how many lines of `text`, blank ones counted, hold its `wanted` first others."""
    seen = 0
    for number, line in enumerate(text.split("\n"), start=1):
        seen += bool(line.strip())
        if seen == wanted:
            return number
    return len(text.split("\n"))


def _link(citation: Citation | None) -> str:
    if citation is None:  # a document's own character was taken for a mark of ours
        return ""
    title = texts.OPEN_SOURCE.format(n=citation.n, label=citation.label)
    return (
        f' <a class="henvisning" href="#{ANCHOR}{citation.passage_id}" '
        f'title="{_encode(title)}">[{citation.n}]</a>'
    )


def _encode(text: str) -> str:
    """Return `text` with every character that Markdown or HTML could take for its own encoded."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text)
