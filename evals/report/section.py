"""The figures of one task, as tables and pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evals.comparison import Comparison, Verdict
from evals.floor import Floor
from evals.measure import MEASURES, is_low_better, summarise
from evals.record import Figure, Record
from evals.report import texts
from evals.report.choice import DRAWN, KIND_MEASURES, is_own, is_shown
from evals.report.number import Unit, show, show_figure
from evals.report.picture import draw_kinds, draw_refusals, draw_seconds
from evals.report.summary import bound_text
from evals.report.view import Picture, Row, Table, drop_empty
from evals.report.wording import group_text, kind_note, measure_text, task_text

_PARTS = ("dev", "test", "own")


@dataclass(frozen=True)
class Section:
    """What the page shows of one task.

    Attributes:
        key: The task.
        title: Its heading.
        intro: What was tried.
        blocks: Tables and pictures, from top to bottom.
    """

    key: str
    title: str
    intro: str
    blocks: tuple[Table | Picture, ...]


def tasks_of(record: Record) -> list[str]:
    """Return the tasks that the record has figures of, in the order of the report."""
    present = {figure.task for figure in record.figures}
    return [task for task in MEASURES if task in present]


def build_section(
    record: Record, task: str, *, floors: Sequence[Floor] = (), comparison: Comparison | None = None
) -> Section:
    """Return what the page shows of one task.

    Args:
        record: The run.
        task: One of `tasks_of`.
        floors: What is required.
        comparison: Of an earlier run with this one.
    """
    words = task_text(task)
    table = measure_table(record, task, floors=floors, comparison=comparison)
    blocks: list[Table | Picture] = [table, *_group_tables(record, task)]
    if is_own(record):  # too few to draw
        return Section(task, words.title, words.own or words.intro, tuple(blocks))
    drawn = {name: _kinds(record, task, name) for name in DRAWN.get(task, ())}
    blocks[1:1] = draw_kinds(drawn)
    if task == "answerable":
        blocks.extend(draw_seconds(record))
    if task == "unanswerable":
        blocks.extend(draw_refusals(record))
    return Section(task, words.title, words.intro, tuple(blocks))


def measure_table(
    record: Record, task: str, *, floors: Sequence[Floor] = (), comparison: Comparison | None = None
) -> Table:
    """Return every measure of a task that tells something, part by part."""
    own = [f for f in record.figures if f.task == task and is_shown(record, f.measure)]
    parts = _parts(own)
    bounds = {floor.measure: bound_text(floor) for floor in floors if floor.task == task}
    before = _previous(comparison, task)
    columns = [texts.MEASURE, *(group_text(part) for part in parts), texts.COUNT]
    columns += [texts.PREVIOUS] * bool(before) + [texts.REQUIRED] * bool(bounds)
    rows: list[Row] = []
    for figure in (each for each in own if each.group == "all"):
        words = measure_text(task, figure.measure)
        figures = [record.figure(task, figure.measure, part) for part in parts]
        cells = [show_figure(each, words.unit) for each in figures]
        cells.append(_count(figure))
        cells += [before.get(figure.measure, texts.MISSING)] * bool(before)
        cells += [bounds.get(figure.measure, texts.MISSING)] * bool(bounds)
        explanation = (is_own(record) and words.own) or words.explanation
        rows.append(Row(words.name, tuple(cells), explanation))
    caption = texts.ALL_MEASURES.format(title=task_text(task).title)
    return drop_empty(Table(caption, tuple(columns), tuple(rows)))


def _parts(figures: Sequence[Figure]) -> list[str]:
    """Return the groups that get a column: the whole, and its parts if there are several."""
    parts = [part for part in _PARTS if any(figure.group == part for figure in figures)]
    return ["all", *parts] if len(parts) > 1 else ["all"]


def _previous(comparison: Comparison | None, task: str) -> Mapping[str, str]:
    """Return what each measure was before, and whether it has certainly changed."""
    shown: dict[str, str] = {}
    for change in comparison.measures if comparison else ():
        if change.task == task:
            value = show(change.before, measure_text(task, change.measure).unit)
            is_certain = change.verdict in (Verdict.BETTER, Verdict.WORSE)
            word = texts.VERDICTS[change.verdict] if change.verdict and is_certain else ""
            shown[change.measure] = f"{value} ({texts.NOW.format(verdict=word)})" if word else value
    return shown


def _count(figure: Figure) -> str:
    if not figure.missing:
        return show(figure.n, Unit.COUNT)
    return texts.COUNT_OF.format(
        count=show(figure.n, Unit.COUNT), total=show(figure.n + figure.missing, Unit.COUNT)
    )


def _kinds(record: Record, task: str, measure: str, sort: str = "kind") -> list[Figure]:
    """Return the figures of each kind (or role), the worst first; those without a role last."""
    figures = [
        figure
        for figure in record.figures
        if (figure.task, figure.measure) == (task, measure)
        and figure.group.startswith(f"{sort}:")
        and figure.value is not None
    ]
    sign = -1 if is_low_better(task, measure) else 1
    ordered = sorted(figures, key=lambda figure: sign * (figure.value or 0.0))
    rest = _roleless(record, task, measure) if sort == "role" and ordered else None
    return [*ordered, rest] if rest else ordered


def _roleless(record: Record, task: str, measure: str) -> Figure | None:
    """Return the figure of the items without a role, which a record does not keep."""
    items = [item for item in record.of(task) if not item.role]
    known = {each.name: each for each in MEASURES[task]}
    figure = summarise(task, known[measure], "role:", items) if measure in known else None
    return figure if figure and figure.n else None


def _group_tables(record: Record, task: str) -> list[Table]:
    """Return a table of the kinds and one of the roles, where there are several."""
    title = task_text(task).title
    tables: list[Table] = []
    for sort, caption, heading in (
        ("kind", texts.BY_KIND, texts.KIND),
        ("role", texts.BY_ROLE, texts.ROLE),
    ):
        measures = [name for name in KIND_MEASURES.get(task, ()) if is_shown(record, name)]
        ordered = [figure.group for name in measures for figure in _kinds(record, task, name, sort)]
        groups = list(dict.fromkeys(ordered))
        if len(groups) > 1:
            rows = tuple(_group_row(record, task, measures, group) for group in groups)
            names = tuple(measure_text(task, name).name for name in measures)
            columns = (heading, *names, texts.COUNT)
            tables.append(drop_empty(Table(caption.format(title=title), columns, rows)))
    return tables


def _group_row(record: Record, task: str, measures: Sequence[str], group: str) -> Row:
    figures = [
        _roleless(record, task, name) if group == "role:" else record.figure(task, name, group)
        for name in measures
    ]
    cells = [
        show_figure(figure, measure_text(task, name).unit)
        for name, figure in zip(measures, figures, strict=True)
    ]
    n = max((figure.n for figure in figures if figure is not None), default=0)
    note = kind_note(task, group.removeprefix("kind:"))
    return Row(group_text(group), (*cells, show(n, Unit.COUNT)), note)
