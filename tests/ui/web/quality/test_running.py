import asyncio
from datetime import UTC, datetime
from types import SimpleNamespace

import gradio as gr
import pytest

from ui.storage.noun import RunDraft, TestCase
from ui.web.quality import texts
from ui.web.quality.run_state import RunKind
from ui.web.quality.runner import EvalRunner
from ui.web.quality.running import RunningTab

WRONG = {"any_right": 0.0, "first_right": 0.0, "false_refusal": 0.0}


@pytest.fixture
def runner(workplace, store, tmp_path):
    opened = EvalRunner(workplace.settings, store, tmp_path / "runs")
    yield opened
    opened.close()


@pytest.fixture
def tab(context, runner):
    return RunningTab(context, runner)


def _follow(tab, request):
    """Return everything that is shown until the run has ended."""

    async def collect():
        return [each async for each in tab.follow(request)]

    return asyncio.run(collect())


def _add(store, run):
    return store.add_run(RunDraft("suite", 1.0, run.overview, run.record)).id


def test_who_opens_the_tab_sees_the_latest_run(tab, context, hr_request, make_item, make_run):
    assert texts.NO_RUNS in tab.open(hr_request)[6]
    _add(context.store, make_run([make_item(1)]))
    newest = _add(context.store, make_run([make_item(1, scores=WRONG)]))
    opened = tab.open(hr_request)
    assert opened[4]["value"] == newest
    assert texts.BAD in opened[6]
    assert texts.HISTORY in opened[8]


def test_a_run_is_followed_by_whoever_opens_the_tab_and_cancelled(tab, hr_request):
    for followed in (tab.start("whole", hr_request), tab.open(hr_request)):
        progress, said, start, cancel, *_ = followed
        assert "progressbar" in progress
        assert texts.STARTING in said
        assert (start["interactive"], cancel["visible"]) == (False, True)

    async def cancel_while_followed():
        following = tab.follow(hr_request)
        first = await anext(following)
        tab.cancel(hr_request)
        return [first, *[each async for each in following]]

    *_, (progress, said, start, cancel, *_) = asyncio.run(cancel_while_followed())
    assert progress == ""
    assert texts.CANCELLED in said
    assert (start["interactive"], cancel["visible"]) == (True, False)


def test_where_nothing_runs_there_is_nothing_to_follow(tab, hr_request):
    (only,) = _follow(tab, hr_request)
    assert all(value == gr.skip() for value in only)


def test_a_quick_run_is_called_so(tab, runner, hr_request):
    tab.start("quick", hr_request)
    assert runner.state.title == texts.QUICK_TITLE


def test_once_a_run_of_the_suite_is_done_what_it_came_to_is_shown(tab, runner, hr_request):
    runner.start(RunKind.SUITE, only=("unanswerable",))
    *_, last = _follow(tab, hr_request)
    assert last[4]["value"] == runner.state.run_id
    assert "Kun 1 af prøvens 9 dele er prøvet." in last[6]


def test_a_run_of_own_cases_is_not_shown_unasked(
    tab, context, runner, hr_request, make_item, make_run
):
    newest = _add(context.store, make_run([make_item(1)]))
    case = TestCase(1, "Hvem vandt VM i fodbold i 2022?", "", "", "", "", datetime.now(UTC))
    runner.start(RunKind.CASES, [case])
    *_, last = _follow(tab, hr_request)
    assert last[4]["value"] == newest
    assert tab.open(hr_request)[4]["value"] == newest
    assert "1 af 1 spørgsmål gik, som I ventede." in tab.show(runner.state.run_id, 0, hr_request)[0]


def test_two_runs_are_compared_on_demand(tab, context, hr_request, make_item, make_run):
    first = _add(context.store, make_run([make_item(1, scores=WRONG)]))
    second = _add(context.store, make_run([make_item(1)]))
    result, comparison = tab.show(second, first, hr_request)
    assert "resultat" in result
    assert texts.BECAME_BETTER.format(count=1) in comparison
    assert tab.show(second, 0, hr_request)[1] == ""
    assert tab.show(None, 0, hr_request) == ("", "")
    assert tab.show(first, second, hr_request)[1] == comparison, "the older is always before"
    assert tab.show(first, first, hr_request)[1] == ""


def test_a_run_can_be_compared_with_others_that_have_something_in_common(
    tab, context, hr_request, make_item, make_run
):
    first = _add(context.store, make_run([make_item(1, scores=WRONG)]))
    other = _add(context.store, make_run([make_item(1, task="grounding", scores={"right": 1.0})]))
    second = _add(context.store, make_run([make_item(1)]))
    assert [value for _, value in tab.open(hr_request)[5]["choices"]] == [0, first]
    before, result, comparison = tab.choose(first, second, hr_request)
    assert [value for _, value in before["choices"]] == [0, second]
    assert before["value"] == second
    assert "resultat" in result
    assert texts.BECAME_BETTER.format(count=1) in comparison
    before, _, comparison = tab.choose(other, second, hr_request)
    assert (before["value"], comparison) == (0, "")


def test_a_run_that_is_gone_is_told_of(tab, hr_request):
    told, comparison = tab.show(999, 0, hr_request)
    assert "besked" in told
    assert comparison == ""


@pytest.mark.parametrize("call", ["open", "cancel"])
def test_who_is_not_hr_can_do_nothing(tab, runner, call):
    with pytest.raises(gr.Error):
        getattr(tab, call)(SimpleNamespace())
    with pytest.raises(gr.Error):
        _follow(tab, SimpleNamespace())
    with pytest.raises(gr.Error):
        tab.start("whole", SimpleNamespace())
    assert runner.state.number == 0
