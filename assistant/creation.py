"""Create an assistant in one line, for those who build it into something of their own."""

from pathlib import Path
from typing import Any

from langchain_core.language_models import BaseChatModel

from assistant.opening import Workplace
from assistant.pipeline import Assistant
from assistant.settings import read_settings


def create_assistant(
    documents: Path | None = None,
    *,
    model: BaseChatModel | str | None = None,
    **settings: Any,  # noqa: ANN401  pydantic checks each
) -> Assistant:
    """Return an assistant: a LangChain Runnable from question to proven answer, which streams.

    Args:
        documents: Folder of documents; None is the bundled one.
        model: A chat model, or its name ("ollama:gemma3:12b"), that words the answers; None takes
            the one in the environment, and "" none.
        settings: Further fields of `assistant.settings.Settings`.

    Raises:
        AssistantError: If documents, index, model or settings cannot be used.
    """
    name = model if isinstance(model, str) else None
    workplace = Workplace(read_settings(documents=documents, model=name, **settings))
    if isinstance(model, BaseChatModel):
        return workplace.assistant_with(model)
    return workplace.assistant
