"""The command that serves the web page."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from ui import serving_texts, texts
from ui.failure import is_debugging
from ui.option import DocumentsOption, IndexOption
from ui.stream import write_line

_SILENT = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_MCP_SERVER": "False",
    "GRADIO_RUN_HISTORY": "False",
    "GRADIO_SHARE": "False",
    "ANONYMIZED_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}
"""Set before Gradio is imported: it would call its own servers."""

_BIGGEST_PORT = 65535

HostOption = Annotated[
    str | None,
    typer.Option("--host", metavar=serving_texts.METAVAR_HOST, help=serving_texts.HELP_HOST),
]
PortOption = Annotated[
    int | None,
    typer.Option(
        "--port",
        min=0,
        max=_BIGGEST_PORT,
        metavar=texts.METAVAR_NUMBER,
        help=serving_texts.HELP_PORT,
    ),
]
AuthOption = Annotated[
    Path | None, typer.Option("--auth", metavar=texts.METAVAR_FILE, help=serving_texts.HELP_AUTH)
]


def serve_page(
    *,
    host: HostOption = None,
    port: PortOption = None,
    auth: AuthOption = None,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Serve the page until the process is told to stop."""
    from assistant.settings import read_settings

    settings = read_settings(
        host=host, port=port, auth=auth, documents=documents, index_dir=index_dir
    )
    from ui.web.listening import listen

    listener = listen(settings.host, settings.port)
    _prepare_process()
    _tell(serving_texts.UI_STARTING)
    from ui.web.opening import open_page
    from ui.web.server import PageServer

    address = listener.address(settings.root_path)
    ready = serving_texts.UI_READY.format(address=address)
    server = PageServer(settings, open_page, on_open=lambda: _tell(ready))
    server.run(listener)
    _tell(serving_texts.UI_STOPPED)


def _tell(sentence: str) -> None:
    """Write a sentence and send it off at once: a service manager reads it as it comes."""
    write_line(sentence)
    sys.stdout.flush()


def _prepare_process() -> None:
    """Let nothing of what is imported call anybody, and say on standard error what fails."""
    import logging

    os.environ.update(_SILENT)
    level = logging.INFO if is_debugging() else logging.WARNING
    logging.basicConfig(
        force=True, level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    for handler in logging.getLogger().handlers:
        handler.setLevel(level)  # bm25s sets its own logger to the lowest level
