"""Follow a run of the evals from a tab: progress, cancel, and a word when it is done."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.web.quality import own_texts
from ui.web.quality.progressing import announce, render_progress
from ui.web.quality.rendering import make_markdown, render_quality
from ui.web.quality.run_state import RunState
from ui.web.quality.runner import EvalRunner

SECONDS_BETWEEN = 1.0
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
LASTING: dict[str, Any] = {**QUIET, "concurrency_limit": None}
"""For what goes on as long as a run: it waits most of the time, and is one request."""

Values = tuple[Any, ...]


@dataclass(frozen=True)
class Following:
    """What shows how far a run is.

    Attributes:
        cancel: Ends the run.
        progress: The progress bar.
        said: What a screen reader is told.
    """

    cancel: gr.Button
    progress: gr.Markdown
    said: gr.Markdown

    @property
    def all(self) -> list[Any]:
        """Every part that changes."""
        return [self.cancel, self.progress, self.said]


def build_following(prefix: str) -> Following:
    """Lay out what follows a run; ids begin with `prefix`."""
    cancel = gr.Button(
        own_texts.CANCEL, visible=False, elem_id=f"{prefix}-annuller", scale=0, min_width=160
    )
    progress = make_markdown(f"{prefix}-forloeb")
    return Following(cancel, progress, make_markdown(f"{prefix}-besked", "levende"))


def show_state(state: RunState) -> Values:
    """Return the values of what follows a run."""
    return gr.update(visible=state.is_running), render_progress(state), announce(state)


async def follow(runner: EvalRunner, title: str) -> AsyncGenerator[RunState]:
    """Yield how far the run called `title` is, and how it ended; nothing where another runs."""
    state = runner.state
    if not state.is_running or state.title != title:
        return
    number = state.number
    while state.is_running and state.number == number:
        yield state
        await asyncio.sleep(SECONDS_BETWEEN)
        state = runner.state
    if state.number == number:
        yield state


def clear_at(events: Sequence[Any], told: Sequence[gr.Markdown]) -> None:
    """Empty sentences that no longer hold once something else is done."""
    empty = ("",) * len(told) if len(told) > 1 else ""
    gr.on(list(events), lambda: empty, [], list(told), **QUIET, queue=False)


def leave(sentence: str = "", *, is_wrong: bool = False) -> Values:
    """Return the values where nothing is followed, with a sentence to be told."""
    told = notice(sentence, is_wrong=is_wrong) if sentence else ""
    return gr.update(visible=False), "", told


def skip(count: int) -> Values:
    """Return the values that leave so many parts as they are."""
    return tuple(gr.skip() for _ in range(count))


def notice(*sentences: str, is_wrong: bool = False) -> str:
    """Return sentences for a live region as HTML."""
    return render_quality("notice.html", lines_told=sentences, is_wrong=is_wrong, is_quiet=False)


def render_own(name: str, **values: object) -> str:
    """Return one of HR's own templates as one line of HTML."""
    return render_quality(name, own=own_texts, **values)
