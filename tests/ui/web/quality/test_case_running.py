import asyncio

import gradio as gr
import pytest

from ui.storage.noun import CaseDraft
from ui.web.quality import own_texts
from ui.web.quality.case_running import CaseRunning
from ui.web.quality.run_state import RunKind
from ui.web.quality.runner import EvalRunner


@pytest.fixture
def runner(context, tmp_path):
    opened = EvalRunner(context.settings, context.store, tmp_path / "runs")
    yield opened
    opened.close()


@pytest.fixture
def running(context, runner):
    return CaseRunning(context, runner, lambda: "tabel")


def follow(running, request):
    async def collect():
        return [each async for each in running.follow(request)]

    return asyncio.run(collect())


def test_a_case_is_run_followed_and_stored(running, context, hr_request):
    case = context.store.add_case(CaseDraft("Hvad forventes af mig?", "", "Krav og forventning"))
    cancel, progress, _ = running.run_one(case.id, hr_request)
    assert cancel["visible"]
    assert "progressbar" in progress
    steps = follow(running, hr_request)
    assert steps[-1][0]["visible"] is False
    assert steps[-1][3:] == ("tabel",)
    (run,) = context.store.list_runs("cases")
    assert run.title == own_texts.RUN_TITLE_ONE.format(id=case.id)


def test_without_a_case_nothing_is_run(running, runner, hr_request):
    assert own_texts.CASES_NONE in running.run_all(hr_request)[2]
    assert own_texts.CASE_UNCHOSEN in running.run_one(None, hr_request)[2]
    assert not runner.state.is_running
    assert follow(running, hr_request) == [(gr.skip(),) * 4]


def test_another_run_is_waited_for_and_left_alone(running, runner, context, hr_request):
    context.store.add_case(CaseDraft("Hvad?"))
    runner.start(RunKind.SUITE)
    assert own_texts.RUN_BUSY in running.run_all(hr_request)[2]
    assert follow(running, hr_request) == [(gr.skip(),) * 4]
    running.cancel(hr_request)
    assert not runner.wait(10).is_running


def test_nobody_but_hr_runs_cases(running):
    for work in (running.run_all, running.cancel, lambda request: running.run_one(1, request)):
        with pytest.raises(gr.Error):
            work(None)
    with pytest.raises(gr.Error):
        follow(running, None)
