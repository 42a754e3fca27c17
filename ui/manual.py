"""Write the help texts in Danish: typer's own are in English."""

import shutil
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

import typer
from typer.core import TyperCommand, TyperGroup

from ui import texts

_WIDEST = 100
_INDENT = 2
_GAP = 2
_HELP_OPTION = "--help"


class _Parameter(Protocol):
    """What of a parameter of the command line its help needs."""

    @property
    def param_type_name(self) -> str: ...
    @property
    def opts(self) -> list[str]: ...
    @property
    def metavar(self) -> str | None: ...
    @property
    def help(self) -> str | None: ...


@dataclass(frozen=True)
class _Row:
    """One thing to write, and what it means."""

    name: str
    meaning: str


class DanishCommand(TyperCommand):
    """A command whose help is in Danish."""

    def get_help(self, ctx: object) -> str:
        """Return the help text."""
        return write_manual(cast("typer.Context", ctx))


class DanishGroup(TyperGroup):
    """A group of commands whose help is in Danish."""

    def get_help(self, ctx: object) -> str:
        """Return the help text."""
        return write_manual(cast("typer.Context", ctx))


def write_manual(context: typer.Context) -> str:
    """Return the help text of the context's command."""
    command = context.command
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    parameters = cast("list[_Parameter]", command.get_params(context))
    arguments = [p for p in parameters if p.param_type_name == "argument"]
    options = [p for p in parameters if p.param_type_name == "option"]
    commands = command.commands if isinstance(command, TyperGroup) else {}
    pieces = [context.command_path, texts.METAVAR_OPTIONS]
    pieces += [f"[{argument.metavar}]" for argument in arguments]
    pieces += [texts.METAVAR_COMMAND] if commands else []
    parts = [
        texts.USAGE.format(line=" ".join(pieces)),
        textwrap.fill(command.help or "", width),
        _section(texts.SECTION_ARGUMENTS, [_row(p) for p in arguments], width),
        _section(texts.SECTION_OPTIONS, [_row(p) for p in options], width),
        _section(
            texts.SECTION_COMMANDS,
            [_Row(name, entry.help or "") for name, entry in commands.items()],
            width,
        ),
    ]
    return "\n\n".join(part for part in parts if part)


def _row(parameter: _Parameter) -> _Row:
    if parameter.param_type_name == "argument":
        return _Row(parameter.metavar or "", parameter.help or "")
    if _HELP_OPTION in parameter.opts:
        return _Row(_HELP_OPTION, texts.HELP_HELP)
    name = " ".join([", ".join(parameter.opts), parameter.metavar or ""]).strip()
    return _Row(name, parameter.help or "")


def _section(heading: str, rows: Sequence[_Row], width: int) -> str:
    if not rows:
        return ""
    column = _INDENT + max(len(row.name) for row in rows) + _GAP
    lines = [
        textwrap.fill(
            row.meaning,
            width,
            initial_indent=(" " * _INDENT + row.name).ljust(column),
            subsequent_indent=" " * column,
        )
        for row in rows
    ]
    return "\n".join([heading, *lines])
