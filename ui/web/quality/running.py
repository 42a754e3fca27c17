"""The tab to run the suite: start, follow and cancel it, read results, follow them over time."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.failure import explain_code
from ui.storage.errors import StorageError
from ui.storage.noun import StoredRun
from ui.web.context import PageContext
from ui.web.quality import texts
from ui.web.quality.comparing import compare_runs, render_comparison
from ui.web.quality.guard import require_hr
from ui.web.quality.history import History
from ui.web.quality.matching import RunMatcher, name_choices
from ui.web.quality.progressing import announce, render_progress
from ui.web.quality.rendering import make_markdown, render_quality
from ui.web.quality.run_state import RunKind, RunState
from ui.web.quality.runner import EvalRunner
from ui.web.quality.showing import is_shown, render_result

_WHOLE, _QUICK = "whole", "quick"
_QUICK_PARTS = ("answerable", "unanswerable")
"""What the quick run is made of, as the evals name their parts."""

_SECONDS_BETWEEN = 1.0
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_LASTING: dict[str, Any] = {**_QUIET, "concurrency_limit": None}
"""For what goes on as long as a run: it waits most of the time, and is one request."""

_RESULTS = 5
"""Parts that show results, see `_Parts.results`."""

Values = tuple[Any, ...]


@dataclass(frozen=True)
class _Parts:
    """What the tab consists of."""

    part: gr.Radio
    start: gr.Button
    cancel: gr.Button
    progress: gr.Markdown
    said: gr.Markdown
    shown: gr.Dropdown
    before: gr.Dropdown
    result: gr.Markdown
    comparison: gr.Markdown
    history: gr.Markdown

    @property
    def followed(self) -> list[Any]:
        """What changes while a run is under way."""
        return [self.progress, self.said, self.start, self.cancel]

    @property
    def results(self) -> list[Any]:
        """What changes when another run is to be read."""
        return [self.shown, self.before, self.result, self.comparison, self.history]


class RunningTab:
    """Runs the suite and shows what runs came to.

    Args:
        context: What the page shares.
        runner: Runs the evals, for everybody.
    """

    def __init__(self, context: PageContext, runner: EvalRunner) -> None:
        self._context = context
        self._runner = runner
        self._history = History(context.store)
        self._matcher = RunMatcher(context.store)

    def build(self, *tabs: gr.Tab) -> None:
        """Lay out the tab; whoever opens one of `tabs` sees the latest run."""
        gr.Markdown(texts.RUNNING_INTRODUCTION, elem_classes="kvalitet")
        choices = [(texts.WHOLE, _WHOLE), (texts.QUICK, _QUICK)]
        part = gr.Radio(choices, value=_WHOLE, label=texts.PART, elem_id="proevedel")
        with gr.Row(elem_id="proeveknapper"):
            start = gr.Button(texts.START, variant="primary", elem_id="koer-proeven", scale=0)
            cancel = gr.Button(texts.CANCEL, visible=False, elem_id="annuller-proeven", scale=0)
        progress = make_markdown("proeveforloeb")
        said = make_markdown("proevebesked", "levende")
        with gr.Row(elem_id="maalingsvalg"):
            shown = gr.Dropdown([], label=texts.RUN_SHOWN, elem_id="vis-maaling")
            before = gr.Dropdown([], label=texts.RUN_BEFORE, elem_id="sammenlign-med")
        comparison, result = make_markdown("sammenligning"), make_markdown("maaling")
        history = make_markdown("udvikling")
        parts = _Parts(
            part, start, cancel, progress, said, shown, before, result, comparison, history
        )
        self._connect(tabs, parts)

    def _connect(self, tabs: Sequence[gr.Tab], parts: _Parts) -> None:
        everything = [*parts.followed, *parts.results]
        for tab in tabs:
            opened = tab.select(self.open, [], everything, **_QUIET)
            opened.then(self.follow, [], everything, **_LASTING)
        started = parts.start.click(self.start, [parts.part], parts.followed, **_QUIET)
        started.then(self.follow, [], everything, **_LASTING)
        parts.cancel.click(self.cancel, [], parts.followed, **_QUIET)
        chosen = [parts.shown, parts.before]
        read = [parts.result, parts.comparison]
        parts.shown.input(self.choose, chosen, [parts.before, *read], **_QUIET)
        parts.before.input(self.show, chosen, read, **_QUIET)

    def open(self, request: gr.Request) -> Values:
        """Return everything as it is now: the run under way, and the latest that is done."""
        require_hr(self._context, request)
        state = self._runner.state
        shown = state if state.is_running else RunState()
        return (*_follow(shown), *self._read_results(None))

    def start(self, part: str, request: gr.Request) -> Values:
        """Start a run, or join the one that is under way."""
        require_hr(self._context, request)
        is_quick = part == _QUICK
        title, only = (texts.QUICK_TITLE, _QUICK_PARTS) if is_quick else ("", ())
        return _follow(self._runner.start(RunKind.SUITE, title=title, only=only))

    def cancel(self, request: gr.Request) -> Values:
        """End the run that is under way."""
        require_hr(self._context, request)
        self._runner.cancel()
        return _follow(self._runner.wait(_SECONDS_BETWEEN))

    async def follow(self, request: gr.Request) -> AsyncGenerator[Values]:
        """Yield how far the run is as long as it lasts; once it is done, what it came to."""
        require_hr(self._context, request)
        state = self._runner.state
        if not state.is_running:
            yield _skip(len(_follow(state)) + _RESULTS)
            return
        while state.is_running:
            yield (*_follow(state), *_skip(_RESULTS))
            await asyncio.sleep(_SECONDS_BETWEEN)
            state = self._runner.state
        results = _skip(_RESULTS)
        if state.run_id is not None:
            own = state.kind is not RunKind.SUITE
            results = await asyncio.to_thread(self._read_results, None if own else state.run_id)
        yield (*_follow(state), *results)

    def choose(self, shown: int | None, before: int | None, request: gr.Request) -> Values:
        """Return what a run came to, and which runs it can be compared with."""
        require_hr(self._context, request)
        try:
            runs = self._context.store.list_runs()
            matching = self._matcher.match(shown, runs)
        except StorageError as error:
            return gr.skip(), _notice(explain_code(error.code, error.fields)), ""
        kept = before if before in {run.id for run in matching} else 0
        return _list_matching(matching, runs, kept), *self.show(shown, kept, request)

    def show(self, shown: int | None, before: int | None, request: gr.Request) -> tuple[str, str]:
        """Return what a run came to, and how it differs from another."""
        require_hr(self._context, request)
        if shown is None:
            return "", ""
        try:
            run = self._context.store.read_run(shown)
            earlier = self._context.store.read_run(before) if before else None
        except StorageError as error:
            return _notice(explain_code(error.code, error.fields)), ""
        return render_result(run), _compare(earlier, run)

    def _read_results(self, wanted: int | None) -> Values:
        """Return the lists of runs, the wanted one or the latest of the suite, and history."""
        try:
            runs = self._context.store.list_runs()
            suites = (run.id for run in runs if run.kind == RunKind.SUITE.value)
            newest = wanted or next(suites, None)
            run = self._context.store.read_run(newest, with_record=False) if newest else None
            matching = self._matcher.match(newest, runs)
            history = self._history.render()
        except StorageError as error:
            told = _notice(explain_code(error.code, error.fields))
            return gr.skip(), gr.skip(), told, "", ""
        return (
            gr.update(choices=name_choices(runs, runs), value=newest),
            _list_matching(matching, runs, 0),
            render_result(run) if run else _notice(texts.NO_RUNS),
            "",
            history,
        )


def _follow(state: RunState) -> Values:
    return (
        render_progress(state),
        announce(state),
        gr.update(interactive=not state.is_running),
        gr.update(visible=state.is_running),
    )


def _skip(count: int) -> Values:
    return tuple(gr.skip() for _ in range(count))


def _list_matching(
    matching: Sequence[StoredRun], runs: Sequence[StoredRun], chosen: int | None
) -> Any:  # noqa: ANN401  Gradio's
    named = name_choices(matching, runs)
    return gr.update(choices=[(texts.NO_COMPARISON, 0), *named], value=chosen)


def _compare(other: StoredRun | None, shown: StoredRun) -> str:
    """Return how the later of two runs differs from the earlier, whichever was chosen first."""
    if other is None or other.id == shown.id or not (is_shown(other) and is_shown(shown)):
        return ""
    before, after = sorted((other, shown), key=lambda run: (run.created, run.id))
    return render_comparison(compare_runs(before, after))


def _notice(sentence: str) -> str:
    return render_quality("notice.html", lines_told=[sentence], is_wrong=False, is_quiet=False)
