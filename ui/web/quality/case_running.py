"""Run HR's cases from their tab, all of them or one, and follow the run."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence

import gradio as gr

from ui.storage.noun import TestCase
from ui.web.context import PageContext
from ui.web.quality import own_texts
from ui.web.quality.following import (
    LASTING,
    QUIET,
    Following,
    Values,
    follow,
    leave,
    show_state,
    skip,
)
from ui.web.quality.guard import require_hr
from ui.web.quality.run_state import RunKind
from ui.web.quality.runner import EvalRunner

_FOLLOWED = 3
"""Parts that show how far a run is."""


class CaseRunning:
    """Runs cases.

    Args:
        context: What the page shares.
        runner: Runs them.
        render: Gives the cases with their results as HTML.
    """

    def __init__(self, context: PageContext, runner: EvalRunner, render: Callable[[], str]) -> None:
        self._context = context
        self._runner = runner
        self._render = render

    def connect(
        self,
        run_all: gr.Button,
        run_one: gr.Button,
        chosen: gr.Dropdown,
        following: Following,
        listing: gr.Markdown,
    ) -> None:
        """Connect the buttons that run cases with what shows how far a run is."""
        shown = [*following.all, listing]
        started = run_all.click(self.run_all, [], following.all, **QUIET)
        started.then(self.follow, [], shown, **LASTING)
        started = run_one.click(self.run_one, [chosen], following.all, **QUIET)
        started.then(self.follow, [], shown, **LASTING)
        following.cancel.click(self.cancel, [], following.all, **QUIET)

    def run_all(self, request: gr.Request) -> Values:
        """Run every case."""
        require_hr(self._context, request)
        return self._run(self._context.store.list_cases(), own_texts.RUN_TITLE_ALL)

    def run_one(self, chosen: int | None, request: gr.Request) -> Values:
        """Run one case."""
        require_hr(self._context, request)
        cases = tuple(case for case in self._context.store.list_cases() if case.id == chosen)
        if not cases:
            return leave(own_texts.CASE_UNCHOSEN, is_wrong=True)
        return self._run(cases, own_texts.RUN_TITLE_ONE.format(id=chosen))

    def cancel(self, request: gr.Request) -> Values:
        """End the run that is under way."""
        require_hr(self._context, request)
        self._runner.cancel()
        return show_state(self._runner.wait(1.0))

    async def follow(self, request: gr.Request) -> AsyncGenerator[Values]:
        """Yield how far the run is; once it is done, the cases with their results too."""
        require_hr(self._context, request)
        yield skip(_FOLLOWED + 1)  # Gradio waits for something, though nothing may run
        state = self._runner.state
        if state.kind is not RunKind.CASES:
            return
        async for step in follow(self._runner, state.title):
            listing = gr.skip()
            if not step.is_running:
                listing = await asyncio.to_thread(self._render)
            yield *show_state(step), listing

    def _run(self, cases: Sequence[TestCase], title: str) -> Values:
        if not cases:
            return leave(own_texts.CASES_NONE, is_wrong=True)
        state = self._runner.start(RunKind.CASES, cases, title)
        if state.kind is not RunKind.CASES or state.title != title:
            return leave(own_texts.RUN_BUSY, is_wrong=True)
        return show_state(state)
