"""Draw figures as SVG that follows the page's colours, light or dark.

Matplotlib draws with placeholder colours, which are then replaced by the page's own; words stay
text, so that they can be read aloud, searched and set in the page's letters. It is imported where
it is used, because it is slow to import and a page is written seldom.
"""

import io
import itertools
import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evals.report import texts
from evals.report.number import danish

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Drawing
    from matplotlib.ticker import Locator
    from matplotlib.typing import RcKeyType

_INK, _FAINT, _MAIN, _MARK = "#01f201", "#01f202", "#01f203", "#01f204"
_COLOURS = {
    _INK: "var(--ink)",
    _FAINT: "var(--faint)",
    _MAIN: "var(--main)",
    _MARK: "var(--mark)",
}
_WIDTH = 4.8
"""Inches, so few that the words can be read where the page scales it to a telephone."""

_SETTINGS: "dict[RcKeyType, object]" = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "axes.edgecolor": _FAINT,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "font.size": 10.0,
}
_SHAPE = re.compile(
    r'<defs>\s*<path id="(?P<id>[^"]+)" d="(?P<line>[^"]+)" style="(?P<style>[^"]*)"/>\s*</defs>'
)
_USE = re.compile(
    r'<use xlink:href="#(?P<id>[^"]+)" x="(?P<x>[^"]+)" y="(?P<y>[^"]+)" style="(?P<style>[^"]*)"/>'
)
_PERCENT = 100

_LONGEST = 34
"""Letters of a name beside a bar; a longer one would leave no room for the bar."""


@dataclass(frozen=True)
class Bar:
    """One bar of a share.

    Attributes:
        name: Beside the bar.
        value: From 0 to 1.
        low: Lower end of its interval, or None.
        high: Upper end, or None.
    """

    name: str
    value: float
    low: float | None
    high: float | None


def draw_bars(name: str, bars: Sequence[Bar]) -> str:
    """Return lying bars with their intervals, the first on top.

    Args:
        name: Unique on the page.
        bars: One or more.
    """
    with _settings(name):
        drawing, axes = _new(0.34 * len(bars) + 0.6)
        places = range(len(bars))
        axes.barh(places, [bar.value * _PERCENT for bar in bars], color=_MAIN, height=0.62)
        for place, bar in enumerate(bars):
            shown = f"{danish(bar.value * _PERCENT, 0)} %"
            axes.text(_PERCENT + 3, place, shown, verticalalignment="center")
            if bar.low is not None and bar.high is not None:
                ends = (bar.low * _PERCENT, bar.high * _PERCENT)
                axes.plot(ends, (place, place), color=_INK, linewidth=1.6, marker="|")
        axes.set_yticks(places, [_cut(bar.name) for bar in bars])
        axes.set_ylim(len(bars) - 0.4, -0.6)
        _percent(axes, "x", 50)
        return _finish(drawing, name)


def draw_curve(
    name: str, points: Sequence[tuple[float, float]], marks: Sequence[tuple[float, float]]
) -> str:
    """Return the curve of refusals: those without reason against those with it.

    Args:
        name: Unique on the page.
        points: False refusals and right refusals of each threshold, both as shares.
        marks: Points to be pointed out.
    """
    with _settings(name):
        drawing, axes = _new(3.8)
        lines = [
            ([x * _PERCENT for x, _ in p], [y * _PERCENT for _, y in p]) for p in (points, marks)
        ]
        axes.step(*lines[0], where="post", color=_MAIN, linewidth=2)
        axes.plot(*lines[1], color=_MARK, marker="o", linestyle="none", zorder=3)
        _percent(axes, "x")
        _percent(axes, "y")
        axes.set_xlabel(texts.CURVE_X)
        axes.set_ylabel(texts.CURVE_Y)
        return _finish(drawing, name)


def draw_times(name: str, edges: Sequence[float], counts: Sequence[int]) -> str:
    """Return a histogram of seconds.

    Args:
        name: Unique on the page.
        edges: Where the bars begin and end, one more than the bars.
        counts: How high each is.
    """
    with _settings(name):
        drawing, axes = _new(2.8)
        widths = [high - low for low, high in itertools.pairwise(edges)]
        axes.bar(edges[:-1], counts, width=widths, align="edge", color=_MAIN, edgecolor=_FAINT)
        axes.set_xlim(edges[0], edges[-1])
        axes.xaxis.set_major_locator(_ticks())
        axes.xaxis.set_major_formatter(lambda value, _: _short(value))
        axes.yaxis.set_major_locator(_ticks(are_whole=True))
        axes.set_xlabel(texts.TIMES_X)
        axes.set_ylabel(texts.TIMES_Y)
        return _finish(drawing, name)


def _settings(name: str) -> AbstractContextManager[None]:
    from matplotlib import rc_context

    return rc_context({**_SETTINGS, "svg.hashsalt": name})


def _new(height: float) -> "tuple[Drawing, Axes]":
    from matplotlib.figure import Figure as Drawing

    drawing = Drawing(figsize=(_WIDTH, height), layout="constrained")
    axes = drawing.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    axes.patch.set_visible(False)
    drawing.patch.set_visible(False)
    return drawing, axes


def _percent(axes: "Axes", which: str, step: int = 20) -> None:
    axis = axes.xaxis if which == "x" else axes.yaxis
    axes.set(**{f"{which}lim": (0, _PERCENT + 1)})
    axis.set_ticks(range(0, _PERCENT + 1, step))
    axis.set_major_formatter(lambda value, _: f"{value:.0f} %")
    axes.grid(axis="x" if which == "x" else "y", color=_FAINT, linewidth=0.6)
    axes.set_axisbelow(True)


def _ticks(*, are_whole: bool = False) -> "Locator":
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=6, integer=are_whole)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def _short(value: float) -> str:
    return danish(value, 3).rstrip("0").rstrip(",")


def _finish(drawing: "Drawing", name: str) -> str:
    """Return the drawing as SVG to stand within a page, with ids of its own."""
    buffer = io.StringIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    drawing.savefig(buffer, format="svg", metadata=nothing)
    whole = buffer.getvalue()
    svg = whole[whole.index("<svg") :]
    svg = re.sub(r'\bid="', f'id="{name}-', svg)
    svg = re.sub(r'(href="#|url\(#)', rf"\g<1>{name}-", svg)
    svg = re.sub(r"font-family: [^;\"]*; ", "", svg)
    svg = re.sub(r"<style.*?</style>", "", svg, count=1, flags=re.DOTALL)
    svg = _draw_out(svg)
    for placeholder, colour in _COLOURS.items():
        svg = svg.replace(placeholder, colour)
    return svg


def _draw_out(svg: str) -> str:
    """Return the drawing with each mark drawn where it stands.

    Matplotlib draws a mark once and points to it, and what points anywhere is taken out of SVG
    that is cleaned before it is shown.
    """
    shapes = {shape["id"]: shape for shape in _SHAPE.finditer(svg)}

    def draw(use: re.Match[str]) -> str:
        shape = shapes[use["id"]]
        place, style = f"translate({use['x']} {use['y']})", f"{use['style']}; {shape['style']}"
        return f'<path d="{shape["line"]}" transform="{place}" style="{style}"/>'

    return _USE.sub(draw, _SHAPE.sub("", svg))
