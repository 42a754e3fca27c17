"""The most important figures of a run, each with what is required of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from evals.floor import Floor, is_kept
from evals.measure import is_low_better
from evals.record import Figure, Record
from evals.report.choice import HEADLINES, is_shown
from evals.report.number import Unit, show, show_figure
from evals.report.summary import bound_text
from evals.report.wording import group_text, measure_text, task_text

_IN_SHORT = frozenset(HEADLINES)


@dataclass(frozen=True)
class Headline:
    """One figure.

    Attributes:
        task: Which task.
        task_title: The task in words.
        measure: Which measure.
        name: The measure in words.
        group: Which items, see `Figure.group`.
        group_title: The same in words.
        unit: What it is counted in; of "percent" the value is a share from 0 to 1.
        value: The figure.
        low: Lower end of its 95 % interval, or None.
        high: Upper end, or None.
        n: Items that have it.
        plain: The figure in words.
        shown: The same with its interval.
        required: What is required of it, in words, or "".
        target: The same as a number, or None.
        is_kept: Whether it was met; None where nothing is required.
        is_better_low: Whether less is better.
        is_main: Whether it is one of the few that tell the most.
    """

    task: str
    task_title: str
    measure: str
    name: str
    group: str
    group_title: str
    unit: Unit
    value: float
    low: float | None
    high: float | None
    n: int
    plain: str
    shown: str
    required: str
    target: float | None
    is_kept: bool | None
    is_better_low: bool
    is_main: bool


def gather_headlines(record: Record, floors: Sequence[Floor]) -> tuple[Headline, ...]:
    """Return the figures of which something is required, and those that tell the most."""
    bounds = {(floor.task, floor.measure, floor.group): floor for floor in floors}
    wanted = dict.fromkeys([*((task, measure, "all") for task, measure in HEADLINES), *bounds])
    figures = [record.figure(*key) for key in wanted]
    return tuple(
        _headline(figure, figure.value, bounds.get((figure.task, figure.measure, figure.group)))
        for figure in figures
        if figure is not None and figure.value is not None and is_shown(record, figure.measure)
    )


def _headline(figure: Figure, value: float, floor: Floor | None) -> Headline:
    words = measure_text(figure.task, figure.measure)
    is_count = words.unit is Unit.COUNT
    return Headline(
        task=figure.task,
        task_title=task_text(figure.task).title,
        measure=figure.measure,
        name=words.name,
        group=figure.group,
        group_title=group_text(figure.group),
        unit=words.unit,
        value=value,
        low=figure.low,
        high=figure.high,
        n=figure.n,
        plain=show(value, words.unit),
        shown=show(value, words.unit) if is_count else show_figure(figure, words.unit),
        required=bound_text(floor) if floor else "",
        target=floor.value if floor else None,
        is_kept=is_kept(floor, value) if floor else None,
        is_better_low=is_low_better(figure.task, figure.measure),
        is_main=figure.group == "all" and (figure.task, figure.measure) in _IN_SHORT,
    )
