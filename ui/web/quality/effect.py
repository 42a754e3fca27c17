"""See which of the fixed questions go better or worse after a change of questions and words."""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any

import gradio as gr

from ui.storage.noun import StoredRun
from ui.web.context import PageContext
from ui.web.quality import own_texts
from ui.web.quality.comparing import compare_runs, render_comparison
from ui.web.quality.following import (
    LASTING,
    QUIET,
    Values,
    build_following,
    follow,
    leave,
    notice,
    show_state,
    skip,
)
from ui.web.quality.guard import require_hr
from ui.web.quality.rendering import make_markdown
from ui.web.quality.run_state import RunKind
from ui.web.quality.runner import EvalRunner
from ui.web.quality.showing import is_shown
from ui.web.quality.wording_layout import button

_PARTS = ("answerable", "unanswerable")
"""What is run, as the evals name their parts: the quick ones."""

_FOLLOWED = 4
"""Parts that change while a run is followed."""


class EffectPart:
    """Runs the quick part of the suite and compares it with the run before.

    Args:
        context: What the page shares.
        runner: Runs the evals.
    """

    def __init__(self, context: PageContext, runner: EvalRunner) -> None:
        self._context = context
        self._runner = runner

    def build(self) -> None:
        """Lay out the part and connect its events."""
        gr.Markdown(
            f"{own_texts.COMPARE_HEADING}\n\n{own_texts.COMPARE_EXPLAINED}",
            elem_classes="kvalitet",
        )
        with gr.Row(elem_classes="knapper"):
            start = button(own_texts.COMPARE, "koer-og-sammenlign")
        following = build_following("virkning")
        before = gr.State(0)
        shown = make_markdown("virkning")
        followed: list[Any] = [*following.all, before, shown]
        started = start.click(self.start, [], followed, **QUIET)
        started.then(self.follow, [before], [*following.all, shown], **LASTING)
        following.cancel.click(self.cancel, [], following.all, **QUIET)

    def start(self, request: gr.Request) -> Values:
        """Start a run; what it is compared with is the newest run that there is now."""
        require_hr(self._context, request)
        earlier = self._newest()
        title = own_texts.COMPARE_TITLE
        state = self._runner.start(RunKind.SUITE, (), title, only=_PARTS)
        if state.title != title:
            return *leave(own_texts.RUN_BUSY, is_wrong=True), 0, ""
        told = "" if earlier else notice(own_texts.COMPARE_WITHOUT)
        return *show_state(state), earlier, told

    def cancel(self, request: gr.Request) -> Values:
        """End the run that is under way."""
        require_hr(self._context, request)
        self._runner.cancel()
        return show_state(self._runner.wait(1.0))

    async def follow(self, before: int, request: gr.Request) -> AsyncGenerator[Values]:
        """Yield how far the run is; once it is done, what became better or worse."""
        require_hr(self._context, request)
        yield skip(_FOLLOWED)  # Gradio waits for something, though nothing may run
        async for state in follow(self._runner, own_texts.COMPARE_TITLE):
            compared = gr.skip()
            if state.run_id and before:
                compared = await asyncio.to_thread(self._compare, before, state.run_id)
            yield *show_state(state), compared

    def _newest(self) -> int:
        """Return the number of the newest run that can be compared with, or 0."""
        for listed in self._context.store.list_runs(RunKind.SUITE.value):
            if is_shown(self._context.store.read_run(listed.id)):
                return listed.id
        return 0

    def _compare(self, before: int, after: int) -> str:
        runs: list[StoredRun] = [self._context.store.read_run(each) for each in (before, after)]
        return render_comparison(compare_runs(*runs))
