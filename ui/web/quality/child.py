"""The child process that runs the evals: how it is called, and what it says."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from assistant.settings import PREFIX, Settings
from ui.storage.noun import TestCase
from ui.web.quality import texts

OVERVIEW, RECORD = "overview.json", "run.json"
"""The files of a run that are kept."""

_HANDED_ON = (
    "documents",
    "index_dir",
    "data_dir",
    "embedder",
    "embedder_query_prompt",
    "embedder_passage_prompt",
    "contact",
    "debug",
)
"""The settings that the child needs to see the same documents, index and enrichment."""

_NICENESS = 10
"""How much less than the page, which answers people meanwhile, the child is served."""

_LONGEST = 2000
_OF_COMMAND_LINE = "--gold"
"""What only the sentence on gold of other documents holds; it speaks of the command line."""


@dataclass(frozen=True)
class Progress:
    """What one line of the child says.

    Attributes:
        task: What is measured, in Danish.
        done: How many measurements of the run are done.
        total: How many there are.
    """

    task: str
    done: int
    total: int


def start_child(
    settings: Settings,
    out: Path,
    *,
    cases: Path | None = None,
    only: Sequence[str] = (),
) -> subprocess.Popen[str]:
    """Start a run of the evals, which tells of itself on its standard error.

    Args:
        settings: Those of the server.
        out: The folder that it writes in.
        cases: The file of HR's own cases; None runs the suite.
        only: The parts to run; all of them if empty.

    Raises:
        OSError: If no process can be started.
    """
    command = [sys.executable, "-m", "evals", "run", "--progress", "lines", "--out", str(out)]
    command += ["--cases", str(cases)] if cases else []
    command += ["--only", *only] if only else []
    process = subprocess.Popen(  # noqa: S603  our own programme, no shell, no word of a user's
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=make_environment(settings, os.environ),
        encoding="utf-8",
        errors="replace",
    )
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it may have ended already
            os.setpriority(os.PRIO_PROCESS, process.pid, _NICENESS)
    return process


def make_environment(settings: Settings, inherited: Mapping[str, str]) -> dict[str, str]:
    """Return the child's environment: of our settings those that it needs, and no secret."""
    kept = {k: v for k, v in inherited.items() if not k.upper().startswith(PREFIX)}
    values = {name: getattr(settings, name) for name in _HANDED_ON}
    defaults = {name: Settings.model_fields[name].default for name in _HANDED_ON}
    ours = {
        f"{PREFIX}{name}".upper(): str(value)
        for name, value in values.items()
        if value != defaults[name]
    }
    return {**kept, **ours, "PYTHONWARNINGS": "ignore"}


def write_cases(cases: Sequence[TestCase], path: Path) -> None:
    """Write HR's cases as the evals read them."""
    rows = (
        {
            "id": texts.CASE_ID.format(id=case.id),
            "question": case.question,
            "role": case.role,
            "section": case.section,
        }
        for case in cases
    )
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")


def read_progress(line: str) -> Progress | None:
    """Return what a line says of the progress; None if it says something else.

    >>> read_progress('{"title": "Samtaler", "all_done": 2, "all_total": 9}')
    Progress(task='Samtaler', done=2, total=9)
    """
    try:
        said: Any = json.loads(line)
    except ValueError:
        return None
    if not isinstance(said, dict):
        return None
    fields = cast("dict[str, Any]", said)
    try:
        return Progress(fields["title"], int(fields["all_done"]), int(fields["all_total"]))
    except (KeyError, TypeError, ValueError):
        return None


def explain_failure(said: Sequence[str], status: int, cases: Path) -> str:
    """Return Danish sentences for why a run failed.

    Args:
        said: What the child said that was no progress.
        status: How it ended; 2 if its words are meant for a user.
        cases: The file of cases, whose path means nothing to a user.
    """
    words = "\n".join(said).strip()
    if status != 2 or not words:  # noqa: PLR2004  as the evals' command line says it
        return texts.RUN_FAILED
    if _OF_COMMAND_LINE in words:
        return texts.OTHER_DOCUMENTS
    return words.replace(str(cases), texts.CASES_FILE)[:_LONGEST]


def read_result(path: Path) -> dict[str, Any]:
    """Return what a file of a run holds.

    Raises:
        OSError: If it is not there.
        ValueError: If it is no JSON object.
    """
    content: Any = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ValueError(path.name)  # noqa: TRY004  what it holds is wrong, not our call
    return cast("dict[str, Any]", content)
