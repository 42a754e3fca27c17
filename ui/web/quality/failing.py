"""Show the questions that failed, with what was expected and what was given."""

from ui.storage.noun import StoredRun
from ui.web.quality import texts
from ui.web.quality.rendering import render_quality


def render_failures(run: StoredRun) -> str:
    """Return what failed in a run, task by task, as HTML that may stand in a template."""
    is_own = run.overview["is_own"]
    return render_quality(
        "failures.html",
        groups=run.overview["failures"],
        explained=texts.OWN_FAILURES_EXPLAINED if is_own else texts.FAILURES_EXPLAINED,
    )
