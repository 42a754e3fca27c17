"""What the latest runs say of HR's own cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ui.storage.noun import TestCase
from ui.storage.store import Store
from ui.web.quality import texts
from ui.web.quality.run_state import RunKind
from ui.web.quality.showing import is_shown

_MOST_READ = 15
"""Runs that are looked through; a case that none of them holds counts as not run."""


@dataclass(frozen=True)
class CaseResult:
    """How a case came out when it was last run.

    Attributes:
        passed: Whether it came out as expected; None if that was not judged.
        verdict: The same in words.
        status: How the question ended, in words.
        given: What was answered.
        measured: When, in words.
    """

    passed: bool | None
    verdict: str
    status: str
    given: str
    measured: str


def find_results(store: Store, cases: Sequence[TestCase]) -> dict[int, CaseResult]:
    """Return by case number how each came out the last time that it was run as it is now."""
    wanted = {texts.CASE_ID.format(id=case.id): case for case in cases}
    found: dict[int, CaseResult] = {}
    for listed in store.list_runs(RunKind.CASES.value)[:_MOST_READ]:
        if len(found) == len(wanted):
            break
        run = store.read_run(listed.id)
        if not is_shown(run):
            continue
        roles = {item["id"]: item["role"] for item in run.record["items"]}
        for answer in run.overview["answers"]:
            case = wanted.get(answer["name"])
            if case is None or case.id in found:
                continue
            if _is_of(answer, roles.get(answer["name"], ""), case):
                found[case.id] = _read(answer, run.overview["moment"])
    return found


def _is_of(answer: Mapping[str, Any], role: str, case: TestCase) -> bool:
    """Say whether an answer is to the case as it is written now."""
    exchange = answer["exchange"]
    return (exchange["question"], role, exchange["note"]) == (
        case.question,
        case.role,
        case.section,
    )


def _read(answer: Mapping[str, Any], moment: str) -> CaseResult:
    return CaseResult(
        passed=answer["is_right"],
        verdict=answer["verdict"],
        status=answer["status"],
        given=answer["exchange"]["given"],
        measured=moment,
    )
