"""The program's own input and output: UTF-8 whatever the machine says, and JSON lines."""

import io
import json
import logging
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from ui.failure import is_debugging


def prepare_process() -> None:
    """Make the standard streams UTF-8, and keep English log lines and warnings off them."""
    sys.stdin = _prepare(sys.stdin, errors="surrogateescape")
    sys.stdout = _prepare(sys.stdout, errors="backslashreplace")
    sys.stderr = _prepare(sys.stderr, errors="backslashreplace")
    logging.captureWarnings(capture=True)
    if is_debugging():
        logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    else:
        logging.getLogger().addHandler(logging.NullHandler())


def write_line(text: str = "") -> None:
    """Write one line to standard output."""
    sys.stdout.write(f"{text}\n")


def write_json(content: Mapping[str, object]) -> None:
    """Write one JSON object on one line to standard output, and send it off at once."""
    write_line(json.dumps(content, ensure_ascii=False))
    sys.stdout.flush()


def write_unchanged(text: str) -> None:
    """Write `text` to standard output as UTF-8, byte for byte."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def print_error(sentence: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()


def _prepare(stream: TextIO | None, *, errors: str) -> TextIO:
    """Return `stream` as UTF-8; a closed one is replaced by one that leads nowhere."""
    if stream is None:
        return Path(os.devnull).open("r+", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=errors)
    return stream
