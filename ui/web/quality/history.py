"""Follow the most important figures from run to run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ui.storage.moment import write_moment
from ui.storage.noun import StoredRun
from ui.storage.store import Store
from ui.web.quality import texts
from ui.web.quality.rendering import render_quality
from ui.web.quality.run_state import RunKind
from ui.web.quality.showing import is_shown

MOST = 8
"""Runs that are followed; more columns would not fit."""

_WIDTH, _HEIGHT, _EDGE = 200, 56, 6
_LEAST_SPAN = 0.05
"""Of a share; less than this is not drawn as if it were a leap."""

_CELLS = dict[str, str]


@dataclass(frozen=True)
class Point:
    """Where a figure of one run stands in the drawing."""

    x: float
    y: float


@dataclass(frozen=True)
class Row:
    """One figure over time.

    Attributes:
        name: What is measured.
        task: In which part.
        cells: One for each run; a dash where it was not measured.
        points: The drawing; none with fewer than two figures.
        alternative: The drawing in words.
    """

    name: str
    task: str
    cells: tuple[str, ...]
    points: tuple[Point, ...]
    alternative: str

    @property
    def line(self) -> str:
        """The drawing's line, as SVG writes it."""
        return " ".join(f"{point.x:.1f},{point.y:.1f}" for point in self.points)


class History:
    """The latest runs of the suite; a run never changes, so each is read once.

    Args:
        store: Where runs are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._headlines: dict[int, list[dict[str, Any]]] = {}

    def render(self) -> str:
        """Return the figures over time as HTML."""
        listed = self._store.list_runs(RunKind.SUITE.value)[:MOST]
        followed = [(run, self._read(run)) for run in reversed(listed)]
        followed = [(run, headlines) for run, headlines in followed if headlines]
        rows = make_rows([headlines for _, headlines in followed])
        return render_quality(
            "history.html",
            moments=[write_moment(run.created) for run, _ in followed],
            rows=rows if len(followed) > 1 else (),
            width=_WIDTH,
            height=_HEIGHT,
            explained=texts.HISTORY_EXPLAINED.format(count=len(followed)),
        )

    def _read(self, run: StoredRun) -> list[dict[str, Any]]:
        if run.id not in self._headlines:
            whole = self._store.read_run(run.id, with_record=False)
            found = whole.overview["headlines"] if is_shown(whole) else []
            self._headlines[run.id] = [each for each in found if each["is_main"]]
        return self._headlines[run.id]


def make_rows(runs: Sequence[Sequence[dict[str, Any]]]) -> tuple[Row, ...]:
    """Return every figure over time.

    Args:
        runs: The headlines of each run, the oldest first.
    """
    by_run = [{(h["task"], h["measure"]): h for h in headlines} for headlines in runs]
    keys = dict.fromkeys(key for found in reversed(by_run) for key in found)
    return tuple(_row([found.get(key) for found in by_run]) for key in keys)


def _row(found: Sequence[dict[str, Any] | None]) -> Row:
    measured = [each for each in found if each is not None]
    newest = measured[-1]
    points = _draw([None if each is None else each["value"] for each in found])
    return Row(
        name=newest["name"],
        task=newest["task_title"],
        cells=tuple(texts.MISSING if each is None else each["plain"] for each in found),
        points=points,
        alternative=texts.HISTORY_ALT.format(
            name=newest["name"],
            first=measured[0]["plain"],
            last=newest["plain"],
            count=len(measured),
        ),
    )


def _draw(values: Sequence[float | None]) -> tuple[Point, ...]:
    measured = [(n, value) for n, value in enumerate(values) if value is not None]
    if len(measured) < 2:  # noqa: PLR2004  one point is no development
        return ()
    low, high = (pick(value for _, value in measured) for pick in (min, max))
    span = max(high - low, _LEAST_SPAN)
    middle = (low + high) / 2
    step = (_WIDTH - 2 * _EDGE) / (len(values) - 1)
    reach = _HEIGHT - 2 * _EDGE
    return tuple(
        Point(_EDGE + n * step, _HEIGHT / 2 - (value - middle) / span * reach)
        for n, value in measured
    )
