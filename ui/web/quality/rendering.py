"""Fill in the templates of the tab for quality; whatever is filled in is encoded."""

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
    """Return a drawing of the evals as it is; Gradio's cleaner takes out what could run."""
    return Markup(svg)  # noqa: S704  drawn by the evals, which encode the words in it
