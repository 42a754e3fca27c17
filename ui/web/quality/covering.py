"""The tab for coverage: which places of the documents the suite asks for and finds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.storage.noun import StoredRun
from ui.web.context import PageContext
from ui.web.quality import texts
from ui.web.quality.guard import require_hr
from ui.web.quality.rendering import make_markdown, render_quality
from ui.web.quality.run_state import RunKind
from ui.web.quality.showing import is_shown

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


@dataclass(frozen=True)
class CoveredSection:
    """One section on the map.

    Attributes:
        title: What it is called.
        squares: Its places, in the order of the document, as the overview has them.
        count: How many they are.
        asked: How many the suite asks for.
        found: How many of those it finds.
    """

    title: str
    squares: tuple[dict[str, Any], ...]
    count: int
    asked: int
    found: int


class CoveringTab:
    """The map of the latest run that has one.

    Args:
        context: What the page shares.
    """

    def __init__(self, context: PageContext) -> None:
        self._context = context

    def build(self, tab: gr.Tab) -> None:
        """Lay out the tab inside `tab`; whoever opens it sees the map of the latest run."""
        shown = make_markdown("daekning")
        tab.select(self.show, [], [shown], **_QUIET)

    def show(self, request: gr.Request) -> str:
        """Return the map as HTML."""
        require_hr(self._context, request)
        store = self._context.store
        for listed in store.list_runs(RunKind.SUITE.value):
            run = store.read_run(listed.id, with_record=False)
            if is_shown(run) and run.overview["coverage"]:
                return render_coverage(run)
        return render_quality("no_coverage.html")


def render_coverage(run: StoredRun) -> str:
    """Return the map of a run that has one as HTML."""
    overview = run.overview
    found = overview["coverage"]
    sections = [_count(each["title"], each["squares"]) for each in found["sections"]]
    squares = [square for section in sections for square in section.squares]
    listed = [
        (heading.format(count=len(places)), places)
        for state, heading in texts.LISTED.items()
        if (places := [square for square in squares if square["state"] == state])
    ]
    documents = "; ".join(overview["documents"])
    return render_quality(
        "coverage.html",
        states=found["states"],
        sections=sections,
        total=_count("", squares),
        listed=listed,
        measured=texts.COVERAGE_OF.format(moment=overview["moment"], documents=documents),
    )


def _count(title: str, squares: Sequence[dict[str, Any]]) -> CoveredSection:
    states = Counter(square["state"] for square in squares)
    asked = states["found"] + states["lost"]
    return CoveredSection(title, tuple(squares), len(squares), asked, states["found"])
