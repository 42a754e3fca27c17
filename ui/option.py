"""The options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from ui import texts

DocumentsOption = Annotated[
    Path | None,
    typer.Option("--documents", metavar=texts.METAVAR_FOLDER, help=texts.HELP_DOCUMENTS),
]
IndexOption = Annotated[
    Path | None,
    typer.Option("--index-dir", metavar=texts.METAVAR_FOLDER, help=texts.HELP_INDEX_DIR),
]
RoleOption = Annotated[
    str | None, typer.Option("--role", metavar=texts.METAVAR_ROLE, help=texts.HELP_ROLE)
]
BatchOption = Annotated[
    str | None, typer.Option("--batch", metavar=texts.METAVAR_FILE, help=texts.HELP_BATCH)
]
JsonOption = Annotated[bool, typer.Option("--json", help=texts.HELP_JSON)]
QuestionArgument = Annotated[
    str | None, typer.Argument(metavar=texts.METAVAR_QUESTION, help=texts.HELP_QUESTION)
]
QueryArgument = Annotated[
    str | None, typer.Argument(metavar=texts.METAVAR_QUERY, help=texts.HELP_QUERY)
]
