"""The commands of the login file: add a user, remove one, list them."""

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from ui import serving_texts, texts
from ui.accounts import Account, make_account, read_accounts, write_accounts
from ui.errors import InputUnusableError
from ui.manual import DanishCommand, DanishGroup
from ui.stream import write_line

user_app = typer.Typer(
    cls=DanishGroup, help=serving_texts.HELP_USER, add_completion=False, no_args_is_help=True
)

UserArgument = Annotated[
    str, typer.Argument(metavar=texts.METAVAR_NAME, help=serving_texts.HELP_USER_NAME)
]
FileOption = Annotated[
    Path | None,
    typer.Option("--file", metavar=texts.METAVAR_FILE, help=serving_texts.HELP_USER_FILE),
]


@user_app.command("add", cls=DanishCommand, help=serving_texts.HELP_USER_ADD)
def add_user(
    name: UserArgument,
    *,
    is_hr: Annotated[bool, typer.Option("--hr", help=serving_texts.HELP_USER_HR)] = False,
    file: FileOption = None,
) -> None:
    """Let a user log in, or give one a new password."""
    path = _find_file(file)
    accounts = _read(path)
    accounts[name.casefold()] = make_account(name, _ask_password(), is_hr=is_hr)
    write_accounts(path, accounts.values())
    template = serving_texts.USER_ADDED_HR if is_hr else serving_texts.USER_ADDED
    write_line(template.format(name=name, path=path))


@user_app.command("remove", cls=DanishCommand, help=serving_texts.HELP_USER_REMOVE)
def remove_user(name: UserArgument, *, file: FileOption = None) -> None:
    """Let a user log in no longer."""
    path = _find_file(file)
    accounts = read_accounts(path)
    if accounts.pop(name.casefold(), None) is None:
        raise InputUnusableError("user_unknown", name=name, path=str(path))
    write_accounts(path, accounts.values())
    write_line(serving_texts.USER_REMOVED.format(name=name, path=path))


@user_app.command("list", cls=DanishCommand, help=serving_texts.HELP_USER_LIST)
def list_users(*, file: FileOption = None) -> None:
    """List the users who may log in."""
    for account in read_accounts(_find_file(file)).values():
        write_line(
            serving_texts.USER_LINE_HR.format(name=account.name) if account.is_hr else account.name
        )


def _find_file(given: Path | None) -> Path:
    """Return the login file: as given, or as the settings name it.

    Raises:
        InputUnusableError: If neither names one.
    """
    from assistant.settings import read_settings

    path = given or read_settings().auth
    if path is None:
        raise InputUnusableError("user_file_missing")
    return path


def _read(path: Path) -> dict[str, Account]:
    return read_accounts(path) if path.exists() else {}


def _ask_password() -> str:
    """Return the password that a person writes twice unseen, or a script's first line.

    Raises:
        InputUnusableError: If the two are not the same.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass(serving_texts.PASSWORD_PROMPT)
    if password != getpass.getpass(serving_texts.PASSWORD_AGAIN):
        raise InputUnusableError("passwords_differ")
    return password
