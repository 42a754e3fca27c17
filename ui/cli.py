"""The console script: ask, chat, search, document, index."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.main import get_command

from ui import texts
from ui.errors import InputUnusableError
from ui.failure import run_guarded
from ui.manual import DanishCommand, DanishGroup
from ui.stream import prepare_process, print_error, write_json, write_line, write_unchanged

if TYPE_CHECKING:  # imported inside the commands, so that --help does not wait for them
    from assistant.opening import Workplace
    from assistant.question import Role

app = typer.Typer(
    cls=DanishGroup, help=texts.HELP_APP, add_completion=False, no_args_is_help=True
)
index_app = typer.Typer(
    cls=DanishGroup, help=texts.HELP_INDEX, add_completion=False, no_args_is_help=True
)
app.add_typer(index_app, name="index")

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


def main() -> None:
    """Run the console script and end the process with its exit status."""
    prepare_process()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Return the exit status of the command line `arguments`."""

    def work() -> int:
        # Not typer's own runner: it would report failures itself, in English.
        with get_command(app).make_context(texts.PROGRAM, list(arguments)) as context:
            context.command.invoke(context)
        return 0

    return run_guarded(work)


@app.command(cls=DanishCommand, help=texts.HELP_ASK)
def ask(  # noqa: PLR0913  typer: one argument per option
    question: QuestionArgument = None,
    *,
    role: RoleOption = None,
    as_json: JsonOption = False,
    trace: Annotated[bool, typer.Option("--trace", help=texts.HELP_TRACE)] = False,
    batch: BatchOption = None,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Answer one question, or a file of them."""
    _check_given(question, batch)
    asker = _parse_role(role)
    if question is None:
        _answer_batch(batch or "", _open(documents, index_dir), asker, with_trace=trace)
    from assistant.pipeline import Ask
    from ui.rendering import show_answer

    cleaned = _check_question(question or "")
    workplace = _open_ready(documents, index_dir)
    answer = workplace.assistant.answer(Ask(cleaned, asker))
    if as_json:
        write_json(answer.to_json(with_trace=trace))
    else:
        show_answer(answer, _titles(workplace), with_trace=trace)


@app.command(cls=DanishCommand, help=texts.HELP_CHAT)
def chat(
    *,
    role: RoleOption = None,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Hold a conversation."""
    asker = _parse_role(role)
    from ui.chat import hold_conversation

    workplace = _open_ready(documents, index_dir)
    hold_conversation(workplace.assistant, _titles(workplace), role=asker)
