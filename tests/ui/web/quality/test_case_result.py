import json
from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter

from evals.measure import compute_figures
from evals.record import Exchange, Item, Record, Source
from evals.report.overview import build_overview
from ui.storage.noun import CaseDraft, RunDraft, TestCase
from ui.web.quality.case_listing import list_choices, render_cases
from ui.web.quality.case_result import find_results
from ui.web.quality.places import Places

RIGHT = {"any_right": 1.0, "first_right": 1.0, "false_refusal": 0.0}
WRONG = {"any_right": 0.0, "first_right": 0.0, "false_refusal": 0.0}


def as_json(value):
    return json.loads(TypeAdapter(type(value)).dump_json(value))


def own(case, scores=RIGHT, given="**Svaret**"):
    """Return what the evals measure of a case."""
    task = "answerable" if case.section else "unanswerable"
    exchange = Exchange(
        question=case.question,
        note=case.section,
        given=given,
        status="answered",
    )
    name = f"Prøve {case.id}"
    return Item(task, name, "own", "direct", case.role, case.section, scores, exchange)


@pytest.fixture
def add_run(store):
    """Stores a run of HR's own cases."""

    def add(*items):
        record = Record(
            created="2026-11-30T12:00:00+00:00",
            engine="extractive",
            documents=(Source("grundlag", "sha256:aa"),),
            gold="own:1",
            seconds=2.0,
            items=items,
            figures=tuple(compute_figures(items)),
        )
        return store.add_run(
            RunDraft("cases", 2.0, as_json(build_overview(record, floors=())), as_json(record))
        )

    return add


@pytest.fixture
def case(store):
    return store.add_case(CaseDraft("Hvad er <b>mod</b>?", "leder", "Krav og forventning"))


def test_the_latest_run_of_a_case_counts(store, add_run, case):
    add_run(own(case, WRONG))
    assert find_results(store, [case])[case.id].passed is False
    add_run(own(case))
    assert find_results(store, [case])[case.id].passed is True


def test_a_case_that_the_latest_run_left_out_keeps_its_result(store, add_run, case):
    other = store.add_case(CaseDraft("Hvad er tillid?", "", "Krav og forventning"))
    add_run(own(case))
    add_run(own(other, WRONG))
    results = find_results(store, [case, other])
    assert (results[case.id].passed, results[other.id].passed) == (True, False)


@pytest.mark.parametrize(
    "draft",
    [
        CaseDraft("Hvad er mod egentlig?", "leder", "Krav og forventning"),
        CaseDraft("Hvad er <b>mod</b>?", "", "Krav og forventning"),
        CaseDraft("Hvad er <b>mod</b>?", "leder", "Fundamentet"),
        CaseDraft("Hvad er <b>mod</b>?", "leder", ""),
    ],
)
def test_a_case_that_was_changed_since_counts_as_not_run(store, add_run, case, draft):
    add_run(own(case))
    assert find_results(store, [store.change_case(case.id, draft)]) == {}


def test_the_table_tells_what_passed_and_encodes_what_people_wrote(context, add_run, case):
    add_run(own(case, given="<script>alert(1)</script>"))
    gone = context.store.add_case(CaseDraft("Hvad?", "", "Borte", "borte-12345678", "<i>note</i>"))
    shown = render_cases(context.store, [case, gone], Places(context.service))
    assert "✓ bestået" in shown
    assert "Ikke kørt" in shown
    assert "Stedet findes ikke længere: Borte" in shown
    assert "1 af 1 prøver er bestået. 1 er ikke kørt" in shown
    assert "Hvad er &lt;b&gt;mod&lt;/b&gt;?" in shown
    assert "<script>" not in shown
    assert "<i>" not in shown


def test_without_cases_the_table_says_so(context):
    assert "ingen prøver endnu" in render_cases(context.store, [], Places(context.service))


def test_cases_are_chosen_by_their_number():
    at = datetime(2026, 11, 30, tzinfo=UTC)
    assert list_choices([TestCase(7, "Hvad?", "", "", "", "", at)]) == [("7: Hvad?", 7)]
