"""The page's HTML templates: everything filled into them is encoded."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from ui.web import texts


def render_template(name: str, **values: object) -> str:
    """Return the template called `name`, filled in; `texts` is the page's own words."""
    return _environment().get_template(name).render(**{"texts": texts, **values})


def render_line(name: str, **values: object) -> str:
    """Return a filled template on one line: Gradio reads it as Markdown, where lines mean much."""
    return " ".join(render_template(name, **values).split())


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("ui.web", "template"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
