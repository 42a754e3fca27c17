"""Do what `python -m evals` is asked: run, check, compare, hold the gate, measure speed."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from assistant.groundedness.check import load_check
from assistant.opening import Workplace
from assistant.settings import read_settings
from evals import texts
from evals.check import check_file
from evals.command import UseError, parse_arguments
from evals.compare import compare
from evals.failure import EXPECTED, explain
from evals.floor import FLOORS, TARGETS, of_tasks
from evals.folder import open_folder
from evals.gate import BASELINE, UPDATE_COMMAND, find_breaches
from evals.gold.case import Cases, read_cases
from evals.gold.question import read_gold
from evals.progress import show_progress
from evals.record import (
    Record,
    forget_exchanges,
    hide_test,
    read_record,
    write_record,
)
from evals.report.comparison import print_comparison, write_comparison_page
from evals.report.overview import write_overview
from evals.report.page import write_page
from evals.report.table import print_record, print_times
from evals.speed import time_build, time_cold, time_warm
from evals.suite import (
    hash_cases,
    plan_cases,
    plan_suite,
    read_all_gold,
    require_gold_of,
    run_tasks,
)
from evals.task.plan import Task

EXIT_SHUT = 1
EXIT_UNUSABLE = 2

RECORD_NAME = "run.json"
PAGE_NAME = "report.html"
OVERVIEW_NAME = "overview.json"

_WARM_QUESTIONS = 1000
_COLD_RUNS = 5
_BUILDS = 3


def attempt(arguments: list[str]) -> int:
    """Do what was asked for, or say in Danish why not; return the exit status."""
    try:
        given = parse_arguments(arguments)
        return _COMMANDS[given.command](given)
    except BrokenPipeError:
        raise
    except UseError as error:
        sys.stderr.write(f"{error}\n")
    except Exception as error:
        if not isinstance(error, EXPECTED) and read_settings().debug:
            raise
        sys.stderr.write(texts.CANNOT_RUN.format(detail=explain(error)) + "\n")
    return EXIT_UNUSABLE


def _run(given: argparse.Namespace) -> int:
    workplace = _open(given)
    with open_folder(given.out):
        record = _measure(given, workplace)
        shown = record if given.show_test else hide_test(record)
        write_record(shown, given.out / RECORD_NAME)
        page = given.out / PAGE_NAME
        floors = () if given.cases else of_tasks(TARGETS, [item.task for item in record.items])
        baseline = _baseline(record)
        write_page(record, page, show_test=given.show_test, floors=floors, baseline=baseline)
        overview = given.out / OVERVIEW_NAME
        write_overview(record, overview, show_test=given.show_test, floors=floors)
    print_record(record, Console())
    sys.stdout.write(texts.WRITTEN.format(path=page) + "\n")
    return 0


def _check(given: argparse.Namespace) -> int:
    return check_file(given.batch, load_check(Workplace(read_settings()).embedder))


def _compare(given: argparse.Namespace) -> int:
    before, after = (read_record(_record_path(path)) for path in (given.before, given.after))
    comparison = compare(before, after)
    print_comparison(comparison, Console())
    if given.page:
        write_comparison_page(comparison, given.page)
        sys.stdout.write(texts.WRITTEN.format(path=given.page) + "\n")
    return 0


def _gate(given: argparse.Namespace) -> int:
    if not given.update and not given.baseline.exists():
        detail = texts.NO_BASELINE.format(path=given.baseline, command=UPDATE_COMMAND)
        sys.stderr.write(texts.CANNOT_RUN.format(detail=detail) + "\n")
        return EXIT_UNUSABLE
    with TemporaryDirectory() as nothing:  # what people added on this machine is no part of it
        record = _measure(given, _open(given, data_dir=Path(nothing)))
    baseline = None if given.update else read_record(given.baseline)
    breaches = find_breaches(record, baseline, FLOORS)
    print_record(record, Console())
    if breaches:
        sys.stdout.write(
            "\n".join([texts.GATE_SHUT, *(f"- {b.sentence}" for b in breaches)]) + "\n"
        )
        return EXIT_SHUT
    if given.update:
        given.baseline.parent.mkdir(parents=True, exist_ok=True)
        write_record(forget_exchanges(record), given.baseline)
        sys.stdout.write(texts.BASELINE_WRITTEN.format(path=given.baseline) + "\n")
    sys.stdout.write(texts.GATE_OPEN + "\n")
    return 0


def _speed(given: argparse.Namespace) -> int:
    workplace = _open(given)
    questions = read_gold(given.gold / "answerable.jsonl")
    warm = time_warm(workplace, questions, _WARM_QUESTIONS)
    print_times(texts.SPEED_WARM, {texts.SPEED_QUESTION: warm}, "ms")
    whole = {texts.SPEED_ASK: time_cold(_COLD_RUNS), texts.SPEED_BUILD: time_build(_BUILDS)}
    print_times(texts.SPEED_WHOLE, whole, "s")
    return 0


def _open(given: argparse.Namespace, data_dir: Path | None = None) -> Workplace:
    """Open what is measured; a gate that a model's mood could shut would be none."""
    model: str | None = getattr(given, "model", "")
    return Workplace(
        read_settings(
            documents=given.documents, index_dir=given.index_dir, model=model, data_dir=data_dir
        )
    )


def _measure(given: argparse.Namespace, workplace: Workplace) -> Record:
    """Run the user's own cases where they are given, else the suite."""
    path: Path | None = getattr(given, "cases", None)
    only: list[str] = getattr(given, "only", None) or []
    if path is not None:
        cases = read_cases(path, workplace.documents)
        planned = plan_cases(workplace, cases.questions)
        tasks = [task for task in planned if not only or task.name in only]
        if not tasks:
            raise UseError(texts.NOTHING_TO_RUN)
        _announce(cases, tasks)
        gold_hash = hash_cases(cases.questions)
    else:
        gold = read_all_gold(given.gold)
        require_gold_of(workplace.documents, gold, given.gold)
        tasks = plan_suite(workplace, gold, only)
        gold_hash = gold.hash
    with show_progress(given.progress, tasks) as on_item:
        return run_tasks(workplace, tasks, gold_hash, on_item=on_item)


def _announce(cases: Cases, tasks: Sequence[Task]) -> None:
    """Say how many questions are the user's own and how many made, and what is not read."""
    if cases.ignored:
        names = ", ".join(f"»{name}«" for name in cases.ignored)
        sys.stderr.write(texts.COLUMNS_IGNORED.format(names=names) + "\n")
    rewritten = sum(task.total for task in tasks if task.name == "robustness")
    own = sum(task.total for task in tasks) - rewritten
    counted = ((own, texts.OWN_CASES), (rewritten, texts.REWRITTEN_CASES))
    parts = [(one if n == 1 else many).format(count=n) for n, (one, many) in counted if n]
    sys.stdout.write(texts.CASES_PLANNED.format(cases=texts.AND.join(parts)) + "\n")
    sys.stdout.flush()


def _baseline(record: Record) -> Record | None:
    """Return the committed baseline where it is of the same questions and documents."""
    if not BASELINE.exists():
        return None
    baseline = read_record(BASELINE)
    is_same = (baseline.gold, baseline.documents) == (record.gold, record.documents)
    return baseline if is_same else None


def _record_path(path: Path) -> Path:
    return path / RECORD_NAME if path.is_dir() else path


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "run": _run,
    "check": _check,
    "compare": _compare,
    "gate": _gate,
    "speed": _speed,
}
