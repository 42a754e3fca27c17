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


def _add(store, run):
    return store.add_run(RunDraft("suite", 1.0, run.overview, run.record)).id


def test_who_opens_the_tab_sees_the_latest_run(tab, context, hr_request, make_item, make_run):
    assert texts.NO_RUNS in tab.open(hr_request)[7]
    _add(context.store, make_run([make_item(1)]))
    newest = _add(context.store, make_run([make_item(1, scores=WRONG)]))
    opened = tab.open(hr_request)
    assert opened[5]["value"] == newest
    assert texts.BAD in opened[7]
    assert texts.HISTORY in opened[9]


def test_a_run_is_started_followed_by_whoever_opens_the_tab_and_cancelled(tab, hr_request):
    for followed in (tab.start("whole", hr_request), tab.open(hr_request), tab.follow(hr_request)):
        progress, said, start, cancel, timer, *_ = followed
        assert "progressbar" in progress
        assert texts.STARTING in said
        assert (start["interactive"], cancel["visible"], timer.active) == (False, True, True)
    tab.cancel(hr_request)
    tab._runner.wait(10)
    _, said, start, cancel, timer, *_ = tab.follow(hr_request)
    assert texts.CANCELLED in said
    assert (start["interactive"], cancel["visible"], timer.active) == (True, False, False)


def test_a_quick_run_is_called_so(tab, runner, hr_request):
    tab.start("quick", hr_request)
    assert runner.state.title == texts.QUICK_TITLE


def test_once_a_run_is_done_what_it_came_to_is_shown(tab, runner, hr_request):
    case = TestCase(1, "Hvem vandt VM i fodbold i 2022?", "", "", "", "", datetime.now(UTC))
    runner.start(RunKind.CASES, [case])
    number = runner.wait(120).run_id
    followed = tab.follow(hr_request)
    assert followed[4].active is False
    assert followed[5]["value"] == number
    assert "1 af 1 spørgsmål gik, som I ventede." in followed[7]


def test_two_runs_are_compared_on_demand(tab, context, hr_request, make_item, make_run):
    first = _add(context.store, make_run([make_item(1, scores=WRONG)]))
    second = _add(context.store, make_run([make_item(1)]))
    result, comparison = tab.show(second, first, hr_request)
    assert "resultat" in result
    assert texts.BECAME_BETTER.format(count=1) in comparison
    assert tab.show(second, 0, hr_request)[1] == ""
    assert tab.show(None, 0, hr_request) == ("", "")


def test_a_run_that_is_gone_is_told_of(tab, hr_request):
    told, comparison = tab.show(999, 0, hr_request)
    assert "besked" in told
    assert comparison == ""


@pytest.mark.parametrize("call", ["open", "cancel", "follow"])
def test_who_is_not_hr_can_do_nothing(tab, runner, call):
    with pytest.raises(gr.Error):
        getattr(tab, call)(SimpleNamespace())
    with pytest.raises(gr.Error):
        tab.start("whole", SimpleNamespace())
    assert runner.state.number == 0
