"""Fill in the page templates; whatever is filled in is escaped."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from evals.report import texts

LONGEST = 600
"""Characters of a question or an answer that are shown at once."""

_TEMPLATES = Path(__file__).parent / "template"
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")
_INTERVAL = re.compile(r" (\([^()]*\))$")
_ITALIC = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


def render(template: str, **values: object) -> str:
    """Return a page of its own: no script, and nothing is fetched.

    Args:
        template: Name of a file among the templates.
        values: What it shows.
    """
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["long"] = _set_long
    environment.filters["long_answer"] = _set_long_answer
    environment.filters["cell"] = _set_cell
    environment.filters["drawing"] = _draw
    style = Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8"))  # noqa: S704  our own
    page = environment.get_template(template)
    return page.render(texts=texts, style=style, split=split_long, **values)


@dataclass(frozen=True)
class Split:
    """A text in two, so that a long one does not fill the page.

    Attributes:
        head: What is shown at once.
        rest: What the reader unfolds, or "".
    """

    head: str
    rest: str


def split_long(text: str) -> Split:
    """Return `text` in two if it is long: at the end of a line, else between two words.

    >>> split_long("Mod."), split_long("x" * 601).rest
    (Split(head='Mod.', rest=''), 'x')
    """
    if len(text) <= LONGEST:
        return Split(text, "")
    head = text[:LONGEST]
    ends = (head.rfind("\n"), head.rfind(" "))
    end = next((end for end in ends if end > LONGEST // 2), LONGEST)
    opened = head.rfind("**", 0, end) if head.count("**", 0, end) % 2 else 0
    end = opened or end  # emphasis is not cut in two
    return Split(text[:end].rstrip(), text[end:].lstrip())


def _set_long(text: str) -> Markup:
    """Return a text, the rest of a long one folded."""
    return _fold(split_long(text), escape)


def _set_long_answer(text: str) -> Markup:
    """Return an answer's text with its emphasis, the rest of a long one folded."""
    return _fold(split_long(text), emphasise)


def _fold(split: Split, show: Callable[[str], Markup]) -> Markup:
    if not split.rest:
        return show(split.head)
    return Markup('{}{}<details class="printed rest"><summary>{}</summary>{}</details>').format(
        show(split.head), texts.CUT, texts.SHOW_REST, show(split.rest)
    )


def emphasise(text: str) -> Markup:
    """Return an answer's text with its emphasis; everything else in it is shown as written.

    >>> emphasise("**Mod** <b>")
    Markup('<strong>Mod</strong> &lt;b&gt;')
    """
    safe = str(escape(text))
    safe = _ITALIC.sub(r"<em>\1</em>", _BOLD.sub(r"<strong>\1</strong>", safe))
    return Markup(safe)  # noqa: S704  escaped above; only our own tags are added


def _set_cell(text: str) -> Markup:
    """Return a cell with what stands last in brackets on a line of its own."""
    safe = _INTERVAL.sub(r' <span class="interval">\1</span>', str(escape(text)))
    return Markup(safe)  # noqa: S704  as above


def _draw(svg: str) -> Markup:
    """Return a drawing of ours as it is; Matplotlib escapes the words in it."""
    return Markup(svg)  # noqa: S704  drawn by `evals.report.plot`
