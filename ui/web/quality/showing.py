"""Show what a run came to: the verdict, the figures, and every part with tables and drawings."""

from markupsafe import Markup

from ui.storage.moment import write_moment
from ui.storage.noun import StoredRun
from ui.web.quality import texts
from ui.web.quality.failing import render_failures
from ui.web.quality.rendering import render_quality

OVERVIEW_FORMAT = 1
"""The format of overviews that can be shown; see `evals/report/overview.py`."""


def is_shown(run: StoredRun) -> bool:
    """Say whether a run's overview is of the format that can be shown."""
    return run.overview.get("format") == OVERVIEW_FORMAT


def render_result(run: StoredRun) -> str:
    """Return a run as HTML; a sentence if it is of a format that cannot be shown."""
    if not is_shown(run):
        return render_quality(
            "notice.html", lines_told=[texts.RUN_GONE], is_wrong=True, is_quiet=False
        )
    return render_quality(
        "result.html",
        run=run.overview,
        measured=texts.MEASURED.format(
            moment=run.overview["moment"], time=texts.tell_time(run.overview["seconds"])
        ),
        failures=Markup(render_failures(run)),  # noqa: S704  filled in by our own template
    )


def name_run(run: StoredRun, title: str = "") -> str:
    """Return what a run is called in a list.

    Args:
        run: The run.
        title: A shorter title than its own, or "".

    >>> from datetime import UTC, datetime
    >>> at = datetime(2026, 11, 30, 13, 5, tzinfo=UTC)
    >>> name_run(StoredRun(1, "suite", at, 9.0, {}, {}, ""))
    '30.11.2026 kl. 14.05: Prøven'
    """
    shown = title or run.title or texts.KINDS.get(run.kind, run.kind)
    return texts.RUN_NAMED.format(moment=write_moment(run.created), title=shown)
