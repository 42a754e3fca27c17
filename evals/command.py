"""What `python -m evals` can be asked, in Danish."""

import argparse
from pathlib import Path
from typing import NoReturn

from evals import texts
from evals.gate import BASELINE
from evals.gold.row import BUNDLED_GOLD
from evals.measure import MEASURES

PROGRAM = "python -m evals"
PROGRESS = ("bar", "lines", "none")
RESULTS = Path("eval-results")
"""Where a run's report is written unless another folder is named."""


class UseError(Exception):
    """The command was used wrongly; its text is a Danish sentence."""


class _Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Danish."""

    def __init__(self, *args: object, **settings: object) -> None:
        super().__init__(
            *args,  # type: ignore[arg-type]  handed on as argparse hands them to sub-parsers
            **{**settings, "add_help": False, "exit_on_error": False},  # type: ignore[arg-type]
        )
        self._positionals.title = texts.HEADING_POSITIONALS
        self._optionals.title = texts.HEADING_OPTIONS
        self.add_argument("-h", "--help", action="help", help=texts.OPTIONS["help"])

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", texts.USAGE, 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", texts.USAGE, 1)

    def error(self, message: str) -> NoReturn:
        del message  # argparse's own words are English
        detail = texts.WRONG_COMMAND if self.prog == PROGRAM else texts.ARGUMENT_MISSING
        raise UseError(texts.WRONG_USE.format(detail=detail, command=self.prog))


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
    for name, add_options in _COMMANDS.items():
        add_options(commands.add_parser(name, help=texts.COMMANDS[name]))
    try:
        parsed, unknown = parser.parse_known_args(given)
    except argparse.ArgumentError as error:
        raise _misuse(error.argument_name or "", given) from error
    if unknown:
        raise _misuse(unknown[0], given)
    return parsed


def _misuse(name: str, given: list[str]) -> UseError:
    """Return the error that `name` is not what can be given."""
    command = f"{PROGRAM} {given[0]}" if given[0] in _COMMANDS else PROGRAM
    detail = texts.WRONG_ARGUMENT.format(name=name) if command != PROGRAM else texts.WRONG_COMMAND
    return UseError(texts.WRONG_USE.format(detail=detail, command=command))


def _add_run(parser: argparse.ArgumentParser) -> None:
    _add_places(parser)
    tasks = tuple(MEASURES)
    parser.add_argument(
        "--only",
        nargs="+",
        choices=tasks,
        metavar="DEL",
        help=texts.OPTIONS["only"].format(tasks=", ".join(tasks)),
    )
    parser.add_argument("--cases", type=Path, metavar="FIL", help=texts.OPTIONS["cases"])
    parser.add_argument(
        "--out", type=Path, default=RESULTS, metavar="MAPPE", help=texts.OPTIONS["out"]
    )
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
