"""Points in time as people in Denmark see them."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from ui.storage import texts


def in_denmark(moment: datetime) -> datetime:
    """Return the same point in time by Danish clocks."""
    return moment.astimezone(_zone())


def danish_day(moment: datetime) -> date:
    """Return the day that it was in Denmark."""
    return in_denmark(moment).date()


def write_moment(moment: datetime) -> str:
    """Return a point in time as Danes write it.

    >>> from datetime import UTC
    >>> write_moment(datetime(2026, 11, 30, 13, 5, tzinfo=UTC))
    '30.11.2026 kl. 14.05'
    """
    return in_denmark(moment).strftime(texts.MOMENT)


def write_sheet_moment(moment: datetime) -> str:
    """Return a point in time as a Danish spreadsheet takes it for a date.

    >>> from datetime import UTC
    >>> write_sheet_moment(datetime(2026, 11, 30, 13, 18, tzinfo=UTC))
    '30-11-2026 14:18'
    """
    return in_denmark(moment).strftime(texts.MOMENT_IN_SHEET)


@cache
def _zone() -> ZoneInfo:
    return ZoneInfo("Europe/Copenhagen")
