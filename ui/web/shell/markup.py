"""Mend the page that Gradio sends: its language, its scripts' nonce, nothing from elsewhere."""

import re
from collections.abc import Callable

from gradio.routes import templates
from jinja2 import BaseLoader, Environment, TemplateNotFound

_PAGE = "frontend/index.html"
_LANGUAGE = 'lang="en"'
_SCRIPT = re.compile(r"<script(?=[\s>])")
_NONCE = '<script nonce="{{ request.state.nonce }}"'
_ADVERTS = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^"]*"[^>]*>')
_MANIFEST = re.compile(r'<link rel="manifest"[^>]*>')


class MendingLoader(BaseLoader):
    """Hands on another loader's templates, the page's own mended.

    Args:
        inner: Gradio's loader.
    """

    def __init__(self, inner: BaseLoader) -> None:
        self._inner = inner

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template's source, where it stands and whether it still holds."""
        source, file, is_current = self._inner.get_source(environment, template)
        return (mend(source) if template == _PAGE else source), file, is_current


def mend_page() -> None:
    """Let Gradio's page be mended from now on; a second time changes nothing.

    Gradio 6.31 offers no way to set the language or to leave its own links out.
    """
    loader = templates.env.loader
    if loader is None:
        raise TemplateNotFound(_PAGE)
    if not isinstance(loader, MendingLoader):
        templates.env.loader = MendingLoader(loader)
        if templates.env.cache is not None:
            templates.env.cache.clear()


def mend(source: str) -> str:
    """Return the page's template in Danish, its scripts with a nonce, without advertisements."""
    mended = source.replace(_LANGUAGE, 'lang="da"', 1)
    mended = _MANIFEST.sub("", _ADVERTS.sub("", mended))
    return _SCRIPT.sub(lambda _: _NONCE, mended)
