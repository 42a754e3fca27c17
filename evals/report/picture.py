"""The pictures of the page, each with the same in words and in a table."""

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

from evals.measure import FALSE_REFUSAL_LEVELS
from evals.metric.refusal import refusal_curve, refused_at
from evals.record import Figure, Record
from evals.report import texts
from evals.report.number import Unit, danish, show
from evals.report.plot import Bar, draw_bars, draw_curve, draw_times
from evals.report.view import Picture, Row, Table
from evals.report.wording import group_text, measure_text

_LEVELS = (0.0, 0.02, 0.05, 0.10, 0.15, 0.20, 0.30, 0.50)
"""False refusals at which the table gives the curve."""

_BINS = 12


def draw_kinds(figures: Mapping[str, Sequence[Figure]]) -> list[Picture]:
    """Return bars of each measure over its kinds; what has only one kind is not drawn.

    Args:
        figures: By measure: the figures of its kinds, in the order to draw them.
    """
    return [_draw_kinds(measure, kinds) for measure, kinds in figures.items() if len(kinds) > 1]


def _draw_kinds(measure: str, kinds: Sequence[Figure]) -> Picture:
    task = kinds[0].task
    name = measure_text(task, measure).name
    bars = [Bar(group_text(f.group), f.value or 0.0, f.low, f.high) for f in kinds]
    lowest, highest = (pick(bars, key=lambda bar: bar.value) for pick in (min, max))
    alternative = texts.BARS_ALT.format(name=name, low=_tell(lowest), high=_tell(highest))
    caption = texts.BARS.format(name=name)
    return Picture(caption, alternative, draw_bars(f"{task}-{measure}", bars))


def _tell(bar: Bar) -> str:
    return texts.BAR.format(name=bar.name, value=show(bar.value, Unit.PERCENT))


def draw_refusals(record: Record) -> list[Picture | Table]:
    """Return the curve of refusals and its points; nothing without both sorts of questions."""
    answerable, unanswerable = (
        _scores(record, task, "answerability") for task in ("answerable", "unanswerable")
    )
    if not answerable or not unanswerable:
        return []
    curve = refusal_curve(answerable, unanswerable)
    points = [(point.false_refusals, point.refused) for point in curve]
    at = {level: refused_at(answerable, unanswerable, level) or 0.0 for level in _LEVELS}
    marks = [(level, at[level]) for level in FALSE_REFUSAL_LEVELS]
    told = " ".join(
        texts.CURVE_POINT.format(level=_percent(level), refused=_percent(value))
        for level, value in marks
    )
    rows = tuple(Row(_percent(level), (_percent(value),)) for level, value in at.items())
    return [
        Picture(
            f"{texts.CURVE} {texts.CURVE_EXPLAINED}",
            texts.CURVE_ALT.format(points=told),
            draw_curve("refusals", points, marks),
        ),
        Table(texts.CURVE_POINTS, texts.CURVE_COLUMNS, rows, is_folded=True),
    ]


def draw_seconds(record: Record) -> list[Picture | Table]:
    """Return a histogram of the seconds of an answer and its numbers; nothing without times."""
    seconds = _scores(record, "answerable", "seconds")
    if not seconds:
        return []
    counts_found, edges_found = np.histogram(seconds, _BINS, (0.0, _round_up(seconds)))
    counts, edges = [int(count) for count in counts_found], [float(edge) for edge in edges_found]
    counts[-1] += len(seconds) - sum(counts)
    spans = [
        texts.SPAN.format(low=danish(low, 3), high=danish(high, 3))
        for low, high in itertools.pairwise(edges)
    ]
    if counts[-1] and max(seconds) > edges[-1]:
        spans[-1] = texts.SPAN_OPEN.format(low=danish(edges[-2], 3))
    most = max(counts)
    alternative = texts.TIMES_ALT.format(
        count=len(seconds),
        most=most,
        span=spans[counts.index(most)],
        longest=show(max(seconds), Unit.SECONDS),
    )
    rows = tuple(Row(span, (str(count),)) for span, count in zip(spans, counts, strict=True))
    return [
        Picture(texts.TIMES_TITLE, alternative, draw_times("seconds", edges, counts)),
        Table(texts.TIMES_POINTS, texts.TIMES_COLUMNS, rows, is_folded=True),
    ]


def _round_up(seconds: Sequence[float]) -> float:
    """Return where the histogram ends, so that a single slow answer does not flatten it.

    Bars are whole milliseconds wide.
    """
    reach = min(max(seconds), 4 * float(np.quantile(seconds, 0.9)))
    step = max(float(np.ceil(reach * 1000 / _BINS)), 1.0)
    return step * _BINS / 1000


def _scores(record: Record, task: str, name: str) -> list[float]:
    values = [item.scores.get(name) for item in record.of(task)]
    return [value for value in values if value is not None]


def _percent(value: float) -> str:
    return show(value, Unit.PERCENT)
