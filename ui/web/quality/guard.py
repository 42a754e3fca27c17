"""Keep what is HR's for HR."""

from typing import Any

import gradio as gr

from ui.web.context import PageContext
from ui.web.quality import texts


def require_hr(context: PageContext, request: Any) -> None:  # noqa: ANN401  Gradio's or Starlette's
    """Make sure that a request comes from HR.

    Raises:
        gr.Error: If it does not; it says so in Danish.
    """
    if not is_hr(context, request):
        raise gr.Error(texts.NOT_HR, title=texts.NOT_HR_TITLE, print_exception=False)


def is_hr(context: PageContext, request: Any) -> bool:  # noqa: ANN401  as above
    """Say whether a request comes from HR."""
    return context.visitor_of(request).is_hr
