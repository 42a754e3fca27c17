import asyncio

import gradio as gr
import pytest

from ui.storage.noun import RunDraft
from ui.web.quality import own_texts
from ui.web.quality.effect import EffectPart
from ui.web.quality.run_state import RunKind
from ui.web.quality.runner import EvalRunner


@pytest.fixture
def runner(context, tmp_path):
    opened = EvalRunner(context.settings, context.store, tmp_path / "runs")
    yield opened
    opened.close()


@pytest.fixture
def part(context, runner):
    return EffectPart(context, runner)


def follow(part, before, request):
    async def collect():
        return [each async for each in part.follow(before, request)]

    return asyncio.run(collect())


def test_a_run_is_compared_with_the_newest_that_can_be(
    part, context, runner, hr_request, make_item, make_run
):
    run = make_run([make_item(1)])
    earlier = context.store.add_run(RunDraft("suite", 1.0, run.overview, run.record))
    context.store.add_run(RunDraft("suite", 1.0, {"format": 0}, {}))
    started = part.start(hr_request)
    assert started[3:] == (earlier.id, "")
    last = follow(part, earlier.id, hr_request)[-1]
    assert runner.state.run_id
    assert "sammenligning" in last[3]


def test_the_first_run_says_that_there_is_nothing_to_compare_with(part, hr_request):
    assert own_texts.COMPARE_WITHOUT in part.start(hr_request)[4]
    part.cancel(hr_request)
    assert all(step[3] == gr.skip() for step in follow(part, 0, hr_request))


def test_another_run_is_waited_for(part, runner, hr_request):
    runner.start(RunKind.SUITE)
    assert own_texts.RUN_BUSY in part.start(hr_request)[2]
    assert follow(part, 1, hr_request) == [(gr.skip(),) * 4]


def test_nobody_but_hr_runs_it(part):
    for work in (part.start, part.cancel, lambda request: follow(part, 0, request)):
        with pytest.raises(gr.Error):
            work(None)
