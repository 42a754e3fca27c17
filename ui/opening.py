"""Open the documents and the assistant for a command, and tell who waits for the index."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ui import texts
from ui.stream import print_error

if TYPE_CHECKING:  # loaded inside the functions: --help must not wait for it
    from pathlib import Path

    from assistant.opening import Workplace


def open_workplace(documents: Path | None, index_dir: Path | None) -> Workplace:
    """Return the documents that a command line names, with its environment's settings."""
    from assistant.opening import Workplace
    from assistant.settings import read_settings

    return Workplace(read_settings(documents=documents, index_dir=index_dir))


def open_ready(documents: Path | None, index_dir: Path | None) -> Workplace:
    """Open the workplace, and tell a waiting person if its index must first be built."""
    workplace = open_workplace(documents, index_dir)
    announce_build(workplace)
    return workplace


def announce_build(workplace: Workplace) -> None:
    """Tell a person at a terminal that the index is built first, if it is."""
    if sys.stderr.isatty() and workplace.index_status().state != "ready":
        print_error(texts.BUILDING)
