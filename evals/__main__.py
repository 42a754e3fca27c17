"""`python -m evals`: run the suite, check sentences, compare runs, hold the gate, measure speed."""

import io
import os
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

from evals import texts

EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141


def main() -> int:
    """Do what was asked for; return the exit status."""
    for stream in (sys.stdout, sys.stderr):  # Danish letters, whatever the machine's language
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with _ending_on_request():
            from evals.program import attempt  # takes seconds, in which Ctrl-C is no traceback

            status = attempt(sys.argv[1:])
            sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write(texts.INTERRUPTED + "\n")
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # nobody reads on; what is left must not be written at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_BROKEN_PIPE
    return status


@contextmanager
def _ending_on_request() -> Generator[None]:
    """Let SIGTERM, which a program that started the run sends, end it as Ctrl-C does."""
    previous = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _interrupt(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
