"""Show HR's cases: a table with what came of each, and a list to choose from."""

from collections.abc import Sequence

from ui.storage.noun import TestCase
from ui.storage.store import Store
from ui.web import texts
from ui.web.quality import own_texts
from ui.web.quality.case_result import CaseResult, find_results
from ui.web.quality.following import render_own
from ui.web.quality.places import Places


def list_choices(cases: Sequence[TestCase]) -> list[tuple[str, int]]:
    """Return every case for a list to choose from, by its number."""
    return [
        (own_texts.CASE_NAMED.format(id=case.id, question=case.question), case.id) for case in cases
    ]


def render_cases(store: Store, cases: Sequence[TestCase], places: Places) -> str:
    """Return the cases with their latest results as HTML."""
    results = find_results(store, cases)
    return render_own(
        "cases.html",
        rows=[(case, _place(case, places), results.get(case.id)) for case in cases],
        roles=texts.ROLES,
        told=_summarise(cases, results) if cases else "",
    )


def _place(case: TestCase, places: Places) -> str:
    """Return where the answer to a case stands, in words."""
    if not case.section:
        return own_texts.NOT_IN_DOCUMENT
    if places.locate(case.section, case.passage_id) is None:
        return own_texts.GONE.format(section=case.section)
    return case.section


def _summarise(cases: Sequence[TestCase], results: dict[int, CaseResult]) -> str:
    if not results:
        return own_texts.NONE_RUN
    passed = sum(result.passed is True for result in results.values())
    missing = len(cases) - len(results)
    unrun = own_texts.UNRUN_ONE if missing == 1 else own_texts.UNRUN_SOME.format(count=missing)
    told = own_texts.SUMMARY.format(
        passed=passed, total=len(results), unrun=unrun if missing else ""
    )
    return told.strip()
