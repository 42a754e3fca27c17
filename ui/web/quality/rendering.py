"""Fill in the templates of the tab for quality; whatever is filled in is encoded."""

from html.parser import HTMLParser
from typing import Any

import gradio as gr
from markupsafe import Markup, escape

from ui.web.line import read_runs
from ui.web.message import ANCHOR
from ui.web.quality import texts
from ui.web.templating import render_line


def render_quality(name: str, **values: object) -> str:
    """Return the template called `name` as one line of HTML.

    Args:
        name: Of a file among the tab's templates.
        values: What it shows.
    """
    return render_line(
        f"quality/{name}",
        **{"words": texts, "lines": set_lines, "draw": draw, "anchor": ANCHOR, **values},
    )


def set_lines(text: str) -> Markup:
    """Return a text with its line breaks and its emphasis; everything else as it is written.

    >>> str(set_lines("**Mod** <b>"))
    '<strong>Mod</strong> &lt;b&gt;'
    """
    return Markup("<br>").join(_set_line(line) for line in text.strip().split("\n"))


def _set_line(line: str) -> Markup:
    shown = Markup("")
    for run in read_runs(line):
        words = escape(run.text)
        words = Markup("<em>{}</em>").format(words) if run.is_italic else words
        shown += Markup("<strong>{}</strong>").format(words) if run.is_bold else words
    return shown


def draw(svg: str) -> Markup:
    """Return a drawing as it is, or nothing if it holds anything but shapes and words.

    >>> draw('<svg><path d="M 0 0"/></svg>'), draw('<svg onload="x"></svg>')
    (Markup('<svg><path d="M 0 0"/></svg>'), Markup(''))
    """
    inspector = _Inspector()
    inspector.feed(svg)
    inspector.close()
    return Markup(svg if inspector.is_harmless else "")  # noqa: S704  inspected just now


def make_markdown(elem_id: str, *classes: str) -> gr.Markdown:
    """Return where the tab's HTML is shown.

    Gradio's cleaner would take out what screen readers need: every "aria-" and a drawing's
    "viewBox". What is shown here comes from `render_quality` alone, where all of it is encoded.
    """
    return gr.Markdown(
        "",
        elem_id=elem_id,
        elem_classes=["kvalitet", *classes],
        latex_delimiters=[],
        sanitize_html=False,
    )


_SHAPES = frozenset({"svg", "g", "defs", "clippath", "path", "rect", "text", "tspan"})
_DETAILS = frozenset(
    {
        "xmlns", "xmlns:xlink", "version", "viewbox", "width", "height", "id", "x", "y", "d",
        "style", "transform", "clip-path",
    }
)  # fmt: skip


class _Inspector(HTMLParser):
    """Looks for whatever in a drawing could run or fetch something."""

    is_harmless = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        names = {name for name, _ in attrs}
        self.is_harmless = self.is_harmless and tag in _SHAPES and names <= _DETAILS
