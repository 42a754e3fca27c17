"""What `python -m evals` can be asked, in Danish."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from evals import texts
from evals.gate import BASELINE
from evals.gold.row import BUNDLED_GOLD
from evals.measure import MEASURES
from evals.report.wording import task_text

PROGRAM = "python -m evals"
PROGRESS = ("bar", "lines", "none")
RESULTS = Path("eval-results")
"""Where a run's report is written unless another folder is named."""


class UseError(Exception):
    """The command was used wrongly; its text is a Danish sentence."""


class _Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Danish."""

    def __init__(self, *args: object, **settings: object) -> None:
        own = {"add_help": False, "exit_on_error": False, "allow_abbrev": False}
        super().__init__(
            *args,  # type: ignore[arg-type]  handed on as argparse hands them to sub-parsers
            **{**settings, **own},  # type: ignore[arg-type]
        )
        self._positionals.title = texts.HEADING_POSITIONALS
        self._optionals.title = texts.HEADING_OPTIONS
        self.add_argument("-h", "--help", action="help", help=texts.OPTIONS["help"])

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", texts.USAGE, 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", texts.USAGE, 1)

    def error(self, message: str) -> NoReturn:
        del message  # argparse's own words are English, and it only ever misses arguments here
        if self.prog == PROGRAM:
            raise _wrong_use(_wrong_command(), self.prog)
        names = (_name(action) for action in self._actions if action.required)
        detail = texts.ARGUMENT_MISSING.format(names=texts.AND.join(names))
        raise _wrong_use(detail, self.prog)

    def explain_value(self, name: str | None) -> str:
        """Return what is wrong with what was given for the argument called `name`."""
        action = next(action for action in self._actions if name == _name(action))
        if action.choices:
            return texts.WRONG_CHOICE.format(name=name, allowed=_either(action.choices))
        if action.nargs == 0:
            return texts.VALUE_NOT_WANTED.format(name=name)
        return texts.VALUE_MISSING.format(name=name, value=action.metavar)


def parse_arguments(given: list[str]) -> argparse.Namespace:
    """Return what was asked for.

    Raises:
        UseError: If it cannot be understood.
        SystemExit: After the help was shown.
    """
    parser = _Parser(prog=PROGRAM, description=texts.DESCRIPTION)
    commands = parser.add_subparsers(
        dest="command", required=True, title=texts.HEADING_COMMANDS, metavar="KOMMANDO"
    )
    known: dict[str, _Parser] = {}
    for name, add_options in _COMMANDS.items():
        known[name] = commands.add_parser(name, help=texts.COMMANDS[name])
        add_options(known[name])
    try:
        parsed, unknown = parser.parse_known_args(given)
    except argparse.ArgumentError as error:
        asked = known.get(given[0])
        if asked is None:
            raise _wrong_use(_wrong_command(), PROGRAM) from error
        raise _wrong_use(asked.explain_value(error.argument_name), asked.prog) from error
    if unknown:
        detail = texts.WRONG_ARGUMENT.format(name=unknown[0])
        raise _wrong_use(detail, known[parsed.command].prog)
    return parsed


def _wrong_use(detail: str, command: str) -> UseError:
    return UseError(texts.WRONG_USE.format(detail=detail, command=command))


def _wrong_command() -> str:
    return texts.WRONG_COMMAND.format(allowed=_either(_COMMANDS))


def _either(names: Iterable[str]) -> str:
    *first, last = names
    return texts.OR.join([", ".join(first), last])


def _name(action: argparse.Action) -> str:
    """Return what argparse calls an argument in its errors."""
    return "/".join(action.option_strings) or str(action.metavar)


def _describe_tasks(tasks: Iterable[str]) -> str:
    lines = (f"  {task:<14}{task_text(task).title}" for task in tasks)
    return "\n".join([texts.HEADING_TASKS, *lines])


def _add_run(parser: argparse.ArgumentParser) -> None:
    _add_places(parser)
    parser.add_argument(
        "--only", nargs="+", choices=tuple(MEASURES), metavar="DEL", help=texts.OPTIONS["only"]
    )
    parser.epilog = _describe_tasks(MEASURES)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--cases", type=Path, metavar="FIL", help=texts.OPTIONS["cases"])
    parser.add_argument(
        "--out", type=Path, default=RESULTS, metavar="MAPPE", help=texts.OPTIONS["out"]
    )
    parser.add_argument("--model", metavar="NAVN", help=texts.OPTIONS["model"])
    parser.add_argument("--show-test", action="store_true", help=texts.OPTIONS["show_test"])
    _add_progress(parser)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--batch", required=True, metavar="FIL", help=texts.OPTIONS["batch"])


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("before", type=Path, metavar="A", help=texts.OPTIONS["before"])
    parser.add_argument("after", type=Path, metavar="B", help=texts.OPTIONS["after"])
    parser.add_argument("--page", type=Path, metavar="FIL", help=texts.OPTIONS["page"])


def _add_gate(parser: argparse.ArgumentParser) -> None:
    _add_places(parser)
    parser.add_argument(
        "--baseline", type=Path, default=BASELINE, metavar="FIL", help=texts.OPTIONS["baseline"]
    )
    parser.add_argument("--update", action="store_true", help=texts.OPTIONS["update"])
    _add_progress(parser)


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gold", type=Path, default=BUNDLED_GOLD, metavar="MAPPE", help=texts.OPTIONS["gold"]
    )
    parser.add_argument("--documents", type=Path, metavar="MAPPE", help=texts.OPTIONS["documents"])
    parser.add_argument("--index-dir", type=Path, metavar="MAPPE", help=texts.OPTIONS["index_dir"])


def _add_progress(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--progress", choices=PROGRESS, default="bar", help=texts.OPTIONS["progress"]
    )


_COMMANDS = {
    "run": _add_run,
    "check": _add_check,
    "compare": _add_compare,
    "gate": _add_gate,
    "speed": _add_places,
}
