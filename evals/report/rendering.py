"""Fill in the page templates; whatever is filled in is escaped."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from evals.report import texts

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
    environment.filters["emphasised"] = emphasise
    environment.filters["cell"] = _set_cell
    environment.filters["drawing"] = _draw
    style = Markup((_TEMPLATES / "style.css").read_text(encoding="utf-8"))  # noqa: S704  our own
    return environment.get_template(template).render(texts=texts, style=style, **values)


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
