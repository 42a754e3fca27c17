"""`python -m evals`: run the suite, check sentences, compare runs, hold the gate, measure speed."""

import io
import os
import sys

from evals import texts

EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141


def main() -> int:
    """Do what was asked for; return the exit status."""
    for stream in (sys.stdout, sys.stderr):  # Danish letters, whatever the machine's language
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from evals.program import attempt  # takes seconds, in which Ctrl-C must be no traceback

        status = attempt(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write(texts.INTERRUPTED + "\n")
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # nobody reads on; what is left must not be written at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_BROKEN_PIPE
    return status


if __name__ == "__main__":
    sys.exit(main())
