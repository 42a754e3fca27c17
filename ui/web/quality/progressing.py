"""Show how far a run is: to the eye at every step, to a screen reader at each quarter."""

from ui.web.quality import texts
from ui.web.quality.rendering import render_quality
from ui.web.quality.run_state import Phase, RunState

_TOLD = 25
"""Percent between two announcements: more of them would drown everything else."""


def render_progress(state: RunState) -> str:
    """Return a progress bar with its words; nothing where nothing runs."""
    if not state.is_running:
        return ""
    return render_quality("progress.html", percent=state.percent, told=_tell(state))


def announce(state: RunState) -> str:
    """Return what a live region says of a run."""
    if state.phase is Phase.RUNNING:
        reached = state.percent // _TOLD * _TOLD
        sentence = texts.PERCENT_DONE.format(percent=reached) if reached else texts.BEGUN
        return render_quality("notice.html", lines_told=[sentence], is_wrong=False, is_quiet=True)
    told = _announced(state)
    if not told:
        return ""
    return render_quality(
        "notice.html",
        lines_told=told.split("\n"),
        is_wrong=state.phase is Phase.FAILED,
        is_quiet=state.is_running,
    )


def _announced(state: RunState) -> str:
    return {
        Phase.STARTING: texts.STARTING,
        Phase.STORING: texts.STORING,
        Phase.DONE: texts.DONE,
        Phase.CANCELLED: texts.CANCELLED,
        Phase.FAILED: state.message,
    }.get(state.phase, "")


def _tell(state: RunState) -> str:
    if state.phase is Phase.RUNNING:
        return texts.MEASURING.format(
            task=state.task,
            done=texts.tell_number(state.done),
            total=texts.tell_number(state.total),
            percent=state.percent,
        )
    return texts.STARTING if state.phase is Phase.STARTING else texts.STORING
