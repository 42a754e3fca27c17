"""Turn whatever goes wrong into one Danish sentence and an exit status."""

import errno
import os
import re
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Protocol, cast

import typer

from assistant.errors import AssistantError
from ui import error_texts, texts
from ui.errors import InputUnusableError
from ui.number import with_points
from ui.storage.errors import StorageError

DEBUG_VARIABLE = "LEDELSESASSISTENT_DEBUG"
"""Set to anything, it shows tracebacks and the log."""

EXIT_UNUSABLE = 2
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141
"""128 and the number of SIGPIPE: what other programs give when nobody reads on."""

_LONGEST_FIELD = 300
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
_USAGE_CODES = {
    "NoSuchOption": "option_unknown",
    "BadOptionUsage": "option_incomplete",
    "BadParameter": "value_invalid",
    "MissingParameter": "value_missing",
}


class _Parameter(Protocol):
    """What of a parameter of the command line a sentence needs."""

    @property
    def opts(self) -> list[str]: ...
    @property
    def metavar(self) -> str | None: ...


def is_debugging() -> bool:
    """Say whether details are wanted."""
    return bool(os.environ.get(DEBUG_VARIABLE))


def run_guarded(work: Callable[[], int]) -> int:
    """Return the exit status of `work`; what it raises becomes a sentence on standard error."""
    try:
        status = _finish(work)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return EXIT_BROKEN_PIPE
    except Exception as error:  # noqa: BLE001  a traceback never reaches a user
        return _report(error)
    return status


def explain(error: AssistantError | InputUnusableError | StorageError) -> str:
    """Return the Danish sentence for `error`: what is wrong and what to do."""
    return explain_code(error.code, error.fields)


def explain_code(code: str, fields: Mapping[str, str]) -> str:
    """Return the Danish sentence for an error's `code` and `fields`."""
    shown = {name: _tidy(value) for name, value in fields.items()}
    has_line = bool(shown.get("path") and shown.get("line"))
    shown["where"] = error_texts.WHERE_LINE.format(**shown) if has_line else shown.get("path", "")
    if shown.get("limit", "").isdecimal():
        shown["limit"] = with_points(int(shown["limit"]))
    try:
        return error_texts.ERRORS[code].format(**shown)
    except KeyError:  # a code or field that no sentence knows
        return error_texts.ERROR_UNKNOWN


def _finish(work: Callable[[], int]) -> int:
    try:
        return work()
    except typer.Exit as error:
        return error.exit_code


def _report(error: Exception) -> int:
    if is_debugging():
        traceback.print_exception(error)
    try:
        if type(error).__name__ == "NoArgsIsHelpError":  # its message is the help text
            print(error, file=sys.stderr)  # noqa: T201  the terminal is where it goes
        else:
            print(_sentence(error), file=sys.stderr)  # noqa: T201  the same
    except OSError:  # standard error is closed too: nobody is left to tell
        _discard_output()
    if isinstance(error, OSError):
        _discard_output()
    return EXIT_UNUSABLE


def _sentence(error: Exception) -> str:
    if isinstance(error, AssistantError | InputUnusableError | StorageError):
        return explain(error)
    if isinstance(error, typer.TyperException):
        return _explain_usage(error)
    if isinstance(error, OSError) and error.errno in _FULL:
        return explain_code("output_full", {})
    return error_texts.ERROR_UNKNOWN


def _explain_usage(error: typer.TyperException) -> str:
    """Return the sentence for a command line that typer could not read."""
    context = cast("typer.Context | None", getattr(error, "ctx", None))
    command = context.command_path if context is not None else texts.PROGRAM
    parameter = cast("_Parameter | None", getattr(error, "param", None))
    name = str(getattr(error, "option_name", "")) or _name(parameter)
    is_group = context is not None and hasattr(context.command, "commands")
    code = _USAGE_CODES.get(type(error).__name__, "command_unknown" if is_group else "words_extra")
    if code == "value_invalid" and parameter is not None:
        code = "number_invalid" if parameter.metavar == texts.METAVAR_NUMBER else code
    return explain_code(code, {"name": name, "command": command})


def _name(parameter: _Parameter | None) -> str:
    if parameter is None:
        return ""
    is_option = any(opt.startswith("-") for opt in parameter.opts)
    return parameter.opts[0] if is_option else parameter.metavar or ""


def _tidy(value: str) -> str:
    """Return `value` on one line and short enough for a sentence."""
    line = " ".join(_CONTROL.sub(" ", value).split())
    return line if len(line) <= _LONGEST_FIELD else f"{line[:_LONGEST_FIELD]}…"


def _discard_output() -> None:
    """Send what is still buffered nowhere, so that Python does not complain as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
