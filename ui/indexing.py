"""The commands of the index: build it, see how it stands."""

from typing import Annotated

import typer

from ui import texts
from ui.manual import DanishCommand, DanishGroup
from ui.opening import open_ready, open_workplace
from ui.option import DocumentsOption, IndexOption, JsonOption

index_app = typer.Typer(
    cls=DanishGroup, help=texts.HELP_INDEX, add_completion=False, no_args_is_help=True
)


@index_app.command("build", cls=DanishCommand, help=texts.HELP_INDEX_BUILD)
def build_index(
    *,
    force: Annotated[bool, typer.Option("--force", help=texts.HELP_FORCE)] = False,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Build the index unless a sound one is there."""
    from ui.upkeep import build_and_show

    build_and_show(open_ready(documents, index_dir), force=force)


@index_app.command("status", cls=DanishCommand, help=texts.HELP_INDEX_STATUS)
def show_index_status(
    *,
    as_json: JsonOption = False,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Show how the index stands."""
    from ui.upkeep import show_status, write_status

    workplace = open_workplace(documents, index_dir)
    if as_json:
        write_status(workplace)
    else:
        show_status(workplace)
