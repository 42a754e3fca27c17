"""Follow a run of the evals from a tab: progress, cancel, and a word when it is done."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.web.quality import own_texts
from ui.web.quality.progressing import announce, render_progress
from ui.web.quality.rendering import render_quality
from ui.web.quality.run_state import RunState

SECONDS_BETWEEN = 1.0
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
POLL: dict[str, Any] = {**QUIET, "concurrency_limit": None}

Values = tuple[Any, ...]


@dataclass(frozen=True)
class Following:
    """What shows how far a run is.

    Attributes:
        cancel: Ends the run.
        progress: The progress bar.
        said: What a screen reader is told.
        timer: Asks how far it is.
    """

    cancel: gr.Button
    progress: gr.Markdown
    said: gr.Markdown
    timer: gr.Timer

    @property
    def all(self) -> list[Any]:
        """Every part that changes."""
        return [self.cancel, self.progress, self.said, self.timer]


def build_following(prefix: str) -> Following:
    """Lay out what follows a run; ids begin with `prefix`."""
    cancel = gr.Button(
        own_texts.CANCEL, visible=False, elem_id=f"{prefix}-annuller", scale=0, min_width=160
    )
    progress, said = markdown(f"{prefix}-forloeb"), markdown(f"{prefix}-besked", "levende")
    return Following(cancel, progress, said, gr.Timer(SECONDS_BETWEEN, active=False))


def follow(state: RunState) -> Values:
    """Return the values of what follows a run."""
    return (
        gr.update(visible=state.is_running),
        render_progress(state),
        announce(state),
        gr.Timer(active=state.is_running),
    )


def leave(sentence: str = "", *, is_wrong: bool = False) -> Values:
    """Return the values where nothing is followed, with a sentence to be told."""
    told = notice(sentence, is_wrong=is_wrong) if sentence else ""
    return gr.update(visible=False), "", told, gr.Timer(active=False)


def notice(*sentences: str, is_wrong: bool = False) -> str:
    """Return sentences for a live region as HTML."""
    return render_quality("notice.html", lines_told=sentences, is_wrong=is_wrong, is_quiet=False)


def markdown(elem_id: str, *classes: str) -> gr.Markdown:
    """Return a place for HTML of ours."""
    return gr.Markdown(
        "", elem_id=elem_id, elem_classes=["kvalitet", *classes], latex_delimiters=[]
    )


def render_own(name: str, **values: object) -> str:
    """Return one of HR's own templates as one line of HTML."""
    return render_quality(name, own=own_texts, **values)
