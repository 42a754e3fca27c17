from datetime import UTC, date, datetime

import pytest

from ui.storage.moment import danish_day, write_moment


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2026, 11, 30, 13, 5, tzinfo=UTC), "30.11.2026 kl. 14.05"),
        (datetime(2026, 6, 1, 12, 0, tzinfo=UTC), "01.06.2026 kl. 14.00"),
        (datetime(2025, 12, 31, 23, 30, tzinfo=UTC), "01.01.2026 kl. 00.30"),
    ],
)
def test_a_moment_is_written_in_danish_time(moment, written):
    assert write_moment(moment) == written


def test_a_day_begins_at_danish_midnight():
    assert danish_day(datetime(2026, 11, 29, 23, 0, tzinfo=UTC)) == date(2026, 11, 30)
    assert danish_day(datetime(2026, 11, 29, 22, 59, tzinfo=UTC)) == date(2026, 11, 29)
