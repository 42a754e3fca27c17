"""The console script: ask, chat, search, document, index, user, ui."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.main import get_command

from ui import serving_texts, texts
from ui.enriching import corpus_app
from ui.errors import InputUnusableError
from ui.failure import run_guarded
from ui.indexing import index_app
from ui.manual import DanishCommand, DanishGroup
from ui.opening import announce_build, open_ready, open_workplace
from ui.option import (
    BatchOption,
    DocumentsOption,
    IndexOption,
    JsonOption,
    QueryArgument,
    QuestionArgument,
    RoleOption,
)
from ui.serving import serve_page
from ui.stream import prepare_process, write_json, write_line, write_unchanged
from ui.users import user_app

if TYPE_CHECKING:  # loaded inside the commands: --help must not wait for them
    from assistant.opening import Workplace
    from assistant.question import Role

app = typer.Typer(cls=DanishGroup, help=texts.HELP_APP, add_completion=False, no_args_is_help=True)
app.add_typer(corpus_app, name="corpus")
app.add_typer(index_app, name="index")
app.add_typer(user_app, name="user")
app.command("ui", cls=DanishCommand, help=serving_texts.HELP_UI)(serve_page)


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
    asker = _parse_role(role)
    if batch is not None:
        _check_alone(question)
        _answer_batch(batch, open_workplace(documents, index_dir), asker, with_trace=trace)
    asked = _check_question(question)
    from assistant.pipeline import Ask
    from ui.rendering import show_answer

    workplace = open_ready(documents, index_dir)
    answer = workplace.assistant.answer(Ask(asked, asker))
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

    workplace = open_ready(documents, index_dir)
    hold_conversation(workplace.assistant, _titles(workplace), role=asker)


@app.command(cls=DanishCommand, help=texts.HELP_SEARCH)
def search(
    query: QueryArgument = None,
    *,
    k: Annotated[
        int, typer.Option("--k", min=1, metavar=texts.METAVAR_NUMBER, help=texts.HELP_K)
    ] = 10,
    as_json: JsonOption = False,
    batch: BatchOption = None,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Show the passages nearest to one query, or to a file of them."""
    if batch is not None:
        _check_alone(query)
        _search_batch(batch, open_workplace(documents, index_dir), k)
    wanted = _check_question(query)
    from ui.finding import find
    from ui.rendering import show_findings

    workplace = open_ready(documents, index_dir)
    findings = find(workplace.library, wanted, k)
    if as_json:
        write_json({"results": [asdict(finding) for finding in findings]})
    else:
        show_findings(findings, _titles(workplace))


@app.command(cls=DanishCommand, help=texts.HELP_DOCUMENT)
def document(
    name: Annotated[
        str | None, typer.Argument(metavar=texts.METAVAR_NAME, help=texts.HELP_NAME)
    ] = None,
    *,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Write a document's canonical text, or list the documents."""
    workplace = open_workplace(documents, index_dir)
    if name is not None:
        write_unchanged(workplace.document(name).text)
        return
    for entry in workplace.documents:
        edition = entry.metadata.edition
        template = texts.DOCUMENT_LINE_EDITION if edition else texts.DOCUMENT_LINE
        title = entry.metadata.title
        write_line(template.format(name=entry.name, title=title, edition=edition))


def _answer_batch(
    batch: str, workplace: Workplace, role: Role | None, *, with_trace: bool
) -> NoReturn:
    from ui.batch import answer_lines, open_lines

    with open_lines(batch) as lines:
        announce_build(workplace)
        status = answer_lines(lines, workplace.assistant, role=role, with_trace=with_trace)
    raise typer.Exit(status)


def _search_batch(batch: str, workplace: Workplace, k: int) -> NoReturn:
    from ui.batch import open_lines, search_lines

    with open_lines(batch) as lines:
        announce_build(workplace)
        status = search_lines(lines, workplace.library, k=k)
    raise typer.Exit(status)


def _check_alone(question: str | None) -> None:
    if question is not None:
        raise InputUnusableError("question_and_batch")


def _check_question(question: str | None) -> str:
    """Return `question` as it was asked, if it can be answered: before anything is loaded.

    Raises:
        InputUnusableError: If there is none.
        QuestionInvalidError: If there is nothing to read in it, or too much.
    """
    if question is None:
        raise InputUnusableError("question_missing")
    from assistant.question import clean_question

    clean_question(question)
    return question


def _parse_role(name: str | None) -> Role | None:
    from assistant.question import parse_role

    return parse_role(name)


def _titles(workplace: Workplace) -> dict[str, str]:
    return {entry.name: entry.metadata.title for entry in workplace.documents}


if __name__ == "__main__":
    main()
