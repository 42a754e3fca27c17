"""Numbers as Danish readers write them."""

import re
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from evals.record import Figure
from evals.report import texts

FEWEST = 5
"""Fewer measurements than this get no interval: it would say more than they do."""

_PLACE = "Europe/Copenhagen"
_HASH = re.compile(r"sha256:([0-9a-f]{12})[0-9a-f]+")
_MINUS = "−"
_DANISH = str.maketrans(",.", ".,")
_SPACE = "\N{NO-BREAK SPACE}"


class Unit(StrEnum):
    """What a figure is counted in."""

    PERCENT = "percent"
    NUMBER = "number"
    TIMES = "times"
    COUNT = "count"
    SECONDS = "seconds"


_DECIMALS = {Unit.PERCENT: 1, Unit.NUMBER: 3, Unit.TIMES: 2, Unit.COUNT: 0, Unit.SECONDS: 3}
_SUFFIXES = {
    Unit.PERCENT: f"{_SPACE}%",
    Unit.NUMBER: "",
    Unit.TIMES: f"{_SPACE}{texts.TIMES}",
    Unit.COUNT: "",
    Unit.SECONDS: f"{_SPACE}{texts.SECONDS}",
}


def danish(value: float | None, decimals: int = 3) -> str:
    """Return `value` with a decimal comma and points between thousands; a dash for a missing one.

    >>> danish(0.8), danish(4935, 0), danish(None)
    ('0,800', '4.935', '–')
    """
    if value is None:
        return texts.MISSING
    shown = f"{value:,.{decimals}f}".translate(_DANISH)
    return shown.removeprefix("-") if not shown.strip("-0,") else shown


def show(value: float | None, unit: Unit) -> str:
    r"""Return `value` with its unit.

    >>> show(0.8272, Unit.PERCENT), show(3.0, Unit.COUNT), show(None, Unit.PERCENT)
    ('82,7\xa0%', '3', '–')
    """
    return texts.MISSING if value is None else _plain(value, unit) + _SUFFIXES[unit]


def show_range(low: float, high: float, unit: Unit) -> str:
    """Return an interval, without its unit.

    >>> show_range(0.772, 0.871, Unit.PERCENT)
    '77,2–87,1'
    """
    return f"{_plain(low, unit)}–{_plain(high, unit)}"


def show_figure(figure: Figure | None, unit: Unit) -> str:
    r"""Return a figure with its interval, where it has one.

    >>> show_figure(Figure("", "", "", 0.5, 0.4, 0.6, 9, 0), Unit.PERCENT)
    '50,0\xa0% (40,0–60,0)'
    """
    if figure is None or figure.value is None:
        return texts.MISSING
    shown = show(figure.value, unit)
    if figure.low is None or figure.high is None or figure.n < FEWEST:
        return shown
    return f"{shown} ({show_range(figure.low, figure.high, unit)})"


def show_difference(before: float, after: float, unit: Unit) -> str:
    r"""Return how `after` differs from `before`, as both are shown, so that it adds up.

    Between percentages it is in percentage points.

    >>> show_difference(0.4, 0.412, Unit.PERCENT), show_difference(2.0, 1.0, Unit.COUNT)
    ('+1,2\xa0procentpoint', '−1')
    >>> show_difference(0.1004, 0.1006, Unit.PERCENT)  # 10,0 and 10,1
    '+0,1\xa0procentpoint'
    """
    suffix = f"{_SPACE}{texts.POINTS}" if unit is Unit.PERCENT else _SUFFIXES[unit]
    return _signed(_rounded(after, unit) - _rounded(before, unit), unit) + suffix


def show_difference_range(low: float, high: float, unit: Unit) -> str:
    """Return the interval of a difference, without its unit.

    >>> show_difference_range(-0.01, 0.02, Unit.PERCENT)
    '−1,0 til +2,0'
    """
    return texts.FROM_TO.format(low=_signed(low, unit), high=_signed(high, unit))


def show_moment(moment: str) -> str:
    """Return an ISO 8601 time as Danish clocks show it; what is none is returned as it is.

    >>> show_moment("2026-11-23T23:18:49+00:00")
    '24. november 2026 kl. 00.18'
    """
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    zone = ""
    if parsed.tzinfo is not None:
        try:
            parsed = parsed.astimezone(ZoneInfo(_PLACE))
        except ZoneInfoNotFoundError:  # a system without time zones
            parsed, zone = parsed.astimezone(UTC), texts.ZONE
    return texts.MOMENT.format(
        day=parsed.day,
        month=texts.MONTHS[parsed.month - 1],
        year=parsed.year,
        clock=f"{parsed:%H.%M}",
        zone=zone,
    )


def shorten_hash(text: str) -> str:
    """Return a hash by its first twelve characters, and anything else as it is.

    >>> shorten_hash("sha256:" + "0123456789abcdef" * 4), shorten_hash("2016-08")
    ('0123456789ab', '2016-08')
    """
    found = _HASH.fullmatch(text)
    return found.group(1) if found else text


def _plain(value: float, unit: Unit) -> str:
    return danish(value * _factor(unit), _DECIMALS[unit])


def _rounded(value: float, unit: Unit) -> float:
    """Return `value` as it is shown."""
    return float(f"{value * _factor(unit):.{_DECIMALS[unit]}f}") / _factor(unit)


def _factor(unit: Unit) -> int:
    return 100 if unit is Unit.PERCENT else 1


def _signed(value: float, unit: Unit) -> str:
    shown = _plain(abs(value), unit)
    if not shown.strip("0,"):
        return shown
    return f"{_MINUS if value < 0 else '+'}{shown}"
