"""The tab for coverage: which places of the documents the suite asks for and finds."""

from typing import Any

import gradio as gr

from ui.storage.noun import StoredRun
from ui.web.context import PageContext
from ui.web.quality import texts
from ui.web.quality.guard import require_hr
from ui.web.quality.rendering import render_quality
from ui.web.quality.run_state import RunKind
from ui.web.quality.showing import is_shown

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


class CoveringTab:
    """The map of the latest run that has one.

    Args:
        context: What the page shares.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def build(self, tab: gr.Tab) -> None:
        """Lay out the tab inside `tab`; whoever opens it sees the map of the latest run."""
        shown = gr.Markdown("", elem_id="daekning", elem_classes="kvalitet", latex_delimiters=[])
        tab.select(self.show, [], [shown], **_QUIET)

    def show(self, request: gr.Request) -> str:
        """Return the map as HTML."""
        require_hr(self._context, request)
        store = self._context.store
        for listed in store.list_runs(RunKind.SUITE.value):
            run = store.read_run(listed.id)
            if is_shown(run) and run.overview["coverage"]:
                return render_coverage(run)
        return render_quality("no_coverage.html")


def render_coverage(run: StoredRun) -> str:
    """Return the map of a run that has one as HTML."""
    overview = run.overview
    documents = "; ".join(overview["documents"])
    return render_quality(
        "coverage.html",
        map=overview["coverage"],
        measured=texts.COVERAGE_OF.format(moment=overview["moment"], documents=documents),
    )
