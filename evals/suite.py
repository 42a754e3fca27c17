"""The whole suite: every task over the gold sets, one record."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from assistant.groundedness.check import load_check
from assistant.opening import Workplace
from corpus.document import Document
from corpus.loading import load_documents
from evals.gold.dialogue import GoldDialogue, read_dialogues
from evals.gold.grounding import GoldSentence, read_sentences
from evals.gold.injection import InjectedPassage, read_injections
from evals.gold.question import GoldQuestion, read_gold
from evals.gold.row import BUNDLED_GOLD, GoldInvalidError
from evals.measure import compute_figures
from evals.mutant.answer import tamper
from evals.mutant.making import make_mutants
from evals.record import Item, Record, Source
from evals.task.answering import plan_answerable, plan_unanswerable
from evals.task.asking import Desk
from evals.task.coverage import plan_coverage
from evals.task.dialogue import plan_dialogue
from evals.task.grounding import Check, plan_grounding
from evals.task.injection import plan_injection
from evals.task.mutation import plan_mutation
from evals.task.plan import Task
from evals.task.removal import plan_removal
from evals.task.robustness import plan_robustness

OTHER_DOCUMENTS = BUNDLED_GOLD / "documents"
"""Invented documents of other organisations: what is measured must not hold of one alone."""

INJECTION_KIND = "injection"
"""The kind of the gold questions that carry instructions themselves."""


@dataclass(frozen=True)
class Gold:
    """Every gold set of one document.

    Attributes:
        answerable: What it answers.
        unanswerable: What it does not answer.
        dialogues: Questions that lean on each other.
        sentences: Sentences to be checked against passages.
        injections: Passages that carry instructions.
        hash: ``sha256:`` and the hash of the files.
    """

    answerable: list[GoldQuestion]
    unanswerable: list[GoldQuestion]
    dialogues: list[GoldDialogue]
    sentences: list[GoldSentence]
    injections: list[InjectedPassage]
    hash: str


_FILES = ("answerable", "unanswerable", "dialogues", "grounding", "injected_passages")


def read_all_gold(folder: Path) -> Gold:
    """Return the gold sets in `folder`.

    Raises:
        GoldInvalidError: If a file is missing or broken.
    """
    paths = {name: folder / f"{name}.jsonl" for name in _FILES}
    return Gold(
        answerable=read_gold(paths["answerable"]),
        unanswerable=read_gold(paths["unanswerable"]),
        dialogues=read_dialogues(paths["dialogues"]),
        sentences=read_sentences(paths["grounding"]),
        injections=read_injections(paths["injected_passages"]),
        hash=hash_files(list(paths.values())),
    )


def require_gold_of(documents: Sequence[Document], gold: Gold, folder: Path) -> None:
    """Make sure that the gold is about these documents.

    Raises:
        GoldInvalidError: If none of its slices stands in any of them.
    """
    slices = (slice_ for asked in gold.answerable for slice_ in asked.gold)
    if not any(slice_ in document.text for slice_ in slices for document in documents):
        raise GoldInvalidError("other_document", folder / f"{_FILES[0]}.jsonl")


def hash_files(paths: Sequence[Path]) -> str:
    """Return ``sha256:`` and the hash of what the files hold, in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return f"sha256:{digest.hexdigest()}"


def hash_cases(cases: Sequence[GoldQuestion]) -> str:
    """Return ``sha256:`` and the hash of what cases say, however their file was saved."""
    said = [(case.id, case.question, case.role, case.section) for case in cases]
    content = json.dumps(said).encode()
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def plan_suite(workplace: Workplace, gold: Gold, only: Sequence[str] = ()) -> list[Task]:
    """Return the tasks of the suite, in the order they are run and reported.

    Args:
        workplace: Whose documents are asked about.
        gold: What is asked and expected.
        only: Names of the tasks wanted; all of them if empty.
    """
    desk = Desk(workplace)
    check = load_check(workplace.embedder)
    injected = [asked for asked in gold.unanswerable if asked.kind == INJECTION_KIND]
    plans: dict[str, Callable[[], Task]] = {
        "answerable": lambda: plan_answerable(desk, gold.answerable),
        "unanswerable": lambda: plan_unanswerable(desk, gold.unanswerable),
        "dialogue": lambda: plan_dialogue(desk, gold.dialogues),
        "grounding": lambda: plan_grounding(check, gold.sentences),
        "mutation": lambda: _plan_mutation(workplace, check),
        "injection": lambda: plan_injection(desk, injected, gold.injections, gold.answerable),
        "removal": lambda: plan_removal(desk, gold.answerable),
        "robustness": lambda: plan_robustness(desk, gold.answerable),
        "coverage": lambda: plan_coverage(desk, gold.answerable),
    }
    return [plan() for name, plan in plans.items() if not only or name in only]


def plan_cases(workplace: Workplace, cases: Sequence[GoldQuestion]) -> list[Task]:
    """Return the tasks of the suite that one's own cases are run through."""
    desk = Desk(workplace)
    answerable = [case for case in cases if case.gold]
    unanswerable = [case for case in cases if not case.gold]
    tasks = [
        plan_answerable(desk, answerable),
        plan_unanswerable(desk, unanswerable),
        plan_robustness(desk, answerable),
    ]
    return [task for task in tasks if task.total]


def _plan_mutation(workplace: Workplace, check: Check) -> Task:
    others = [
        document
        for folder in sorted(OTHER_DOCUMENTS.iterdir())
        if folder.is_dir()
        for document in load_documents(folder)
    ]
    documents = [*workplace.documents, *others]
    mutants, answers = make_mutants(documents), tamper(documents)
    return plan_mutation(mutants, check, answers=answers, documents=documents)


def run_tasks(
    workplace: Workplace,
    tasks: Sequence[Task],
    gold_hash: str,
    *,
    on_item: Callable[[Item], None] = lambda _: None,
) -> Record:
    """Run the tasks and return what they measured.

    Args:
        workplace: Whose documents are asked about.
        tasks: In the order to run them.
        gold_hash: See `Record.gold`.
        on_item: Called after each item.
    """
    started = time.perf_counter()
    items = list(_run(tasks, on_item))
    return Record(
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        engine=workplace.assistant.engine,
        documents=tuple(Source(d.name, d.version) for d in workplace.documents),
        gold=gold_hash,
        seconds=round(time.perf_counter() - started, 3),
        items=tuple(items),
        figures=tuple(compute_figures(items)),
    )


def _run(tasks: Sequence[Task], on_item: Callable[[Item], None]) -> Iterator[Item]:
    for task in tasks:
        for item in task.run():
            on_item(item)
            yield item
