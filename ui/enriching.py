"""The command that lets a language model suggest questions per passage, for a person to review."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ui import enriching_texts, texts
from ui.errors import InputUnusableError
from ui.manual import DanishCommand, DanishGroup
from ui.opening import open_ready
from ui.option import DocumentsOption, IndexOption
from ui.stream import write_line

if TYPE_CHECKING:  # loaded inside the command: --help must not wait for it
    from assistant.generative.enriching import Suggested
    from assistant.opening import Workplace

corpus_app = typer.Typer(
    cls=DanishGroup,
    help=enriching_texts.HELP_CORPUS,
    add_completion=False,
    no_args_is_help=True,
)


@corpus_app.callback()
def _corpus() -> None:  # pyright: ignore[reportUnusedFunction]  typer: keeps the one command's name
    """Hold the commands together, though there is only one."""


@corpus_app.command("enrich", cls=DanishCommand, help=enriching_texts.HELP_ENRICH)
def enrich(
    name: Annotated[
        str, typer.Argument(metavar=texts.METAVAR_NAME, help=enriching_texts.HELP_NAME)
    ],
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar=texts.METAVAR_FILE, help=enriching_texts.HELP_OUT)
    ],
    count: Annotated[
        int,
        typer.Option(
            "--count", min=1, metavar=texts.METAVAR_NUMBER, help=enriching_texts.HELP_COUNT
        ),
    ] = 5,
    leave_out: Annotated[
        list[Path] | None,
        typer.Option(
            "--leave-out", metavar=texts.METAVAR_FILE, help=enriching_texts.HELP_LEAVE_OUT
        ),
    ] = None,
    documents: DocumentsOption = None,
    index_dir: IndexOption = None,
) -> None:
    """Write a file of suggested questions."""
    workplace = open_ready(documents, index_dir)
    document = workplace.document(name)
    known = [*_known_questions(workplace), *_read_questions(leave_out or ())]
    enricher = workplace.equip().make_enricher(known)
    shown = _write(enricher.suggest(document, count), out)
    suggestions = [each for suggested in shown for each in suggested.suggestions]
    write_line(
        enriching_texts.WRITTEN.format(
            count=len(suggestions),
            passages=len(shown),
            path=out,
            doubtful=sum(not each.is_answered for each in suggestions),
            left_out=sum(suggested.left_out for suggested in shown),
            name=name,
        )
    )


def _known_questions(workplace: Workplace) -> Iterator[str]:
    for questions in workplace.enrichment.questions.values():
        yield from questions.all


def _read_questions(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the questions of JSON Lines files; lines without one are passed over."""
    for path in paths:
        try:
            rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]
        except (OSError, ValueError) as error:
            raise InputUnusableError("leave_out_unreadable", path=str(path)) from error
        yield from (row["question"] for row in rows if isinstance(row, dict) and "question" in row)


def _write(found: Iterable[Suggested], out: Path) -> list[Suggested]:
    """Write a line as soon as it is there, so that what is paid for is not lost."""
    written: list[Suggested] = []
    try:
        with out.open("x", encoding="utf-8") as file:
            for suggested in found:
                file.write(json.dumps(_row(suggested), ensure_ascii=False) + "\n")
                file.flush()
                written.append(suggested)
    except FileExistsError as error:
        raise InputUnusableError("out_exists", path=str(out)) from error
    except OSError as error:
        raise InputUnusableError("out_unwritable", path=str(out)) from error
    return written


def _row(suggested: Suggested) -> dict[str, Any]:
    """Return a line that has no effect as it is: what is used stands in its empty "questions"."""
    return {
        "section": list(suggested.passage.section[-1:]),
        "passage": suggested.passage.plain,
        "status": enriching_texts.STATUS,
        "questions": [],
        "suggestions": [
            {
                "question": each.question,
                "status": enriching_texts.ANSWERED
                if each.is_answered
                else enriching_texts.DOUBTFUL,
            }
            for each in suggested.suggestions
        ],
    }
