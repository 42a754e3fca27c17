"""The page as Gradio builds it, but whatever goes wrong in it becomes one Danish sentence."""

import logging
from typing import Any

import gradio as gr

from assistant.errors import AssistantError
from ui.failure import explain
from ui.storage.errors import StorageError
from ui.web import texts

_log = logging.getLogger(__name__)


class Page(gr.Blocks):
    """A `gr.Blocks` whose visitors never read an exception."""

    async def call_function(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  Gradio's own
        """Call a handler.

        Raises:
            gr.Error: If it failed; its sentence is Danish, and details stay in the log.
        """
        try:
            return await super().call_function(*args, **kwargs)
        except gr.Error:
            raise
        except (AssistantError, StorageError) as error:
            raise _shown(explain(error)) from error
        except Exception as error:
            _log.exception("a handler failed")
            raise _shown(texts.FAILED) from error


def _shown(sentence: str) -> gr.Error:
    return gr.Error(sentence, title=texts.FAILED_TITLE, print_exception=False)
