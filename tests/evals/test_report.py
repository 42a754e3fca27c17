import pytest

from evals.report import danish, print_summaries, print_times


@pytest.mark.parametrize(
    ("value", "shown"), [(0.8, "0,800"), (1.0, "1,000"), (0.12345, "0,123"), (None, "–")]
)
def test_figures_have_a_decimal_comma_and_missing_ones_a_dash(value, shown):
    assert danish(value) == shown


def test_decimals_can_be_chosen():
    assert danish(3.0, 0) == "3"
    assert danish(3.14159, 2) == "3,14"


@pytest.fixture
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.usefixtures("_wide")
def test_a_table_has_a_row_for_each_metric_and_a_column_for_each_part(capsys):
    dev = {"first_right": 0.75, "any_right": None, "wrong_quotes": 0.0}
    print_summaries("Svar", {"dev": dev, "i alt": {**dev, "any_right": 0.9}})
    shown = capsys.readouterr().out
    assert "Svar" in shown
    rows = {line.split("│")[1].strip(): line for line in shown.splitlines() if "│" in line}
    assert "0,750" in rows["første henvisning rigtig"]
    assert "–" in rows["mindst én henvisning rigtig"]
    assert "0,900" in rows["mindst én henvisning rigtig"]
    assert "0,000" not in rows["forkerte citater (antal)"]
    assert "henvisningspræcision" not in rows


@pytest.mark.usefixtures("_wide")
def test_times_are_the_median_the_95th_percentile_and_the_longest(capsys):
    print_times("Tid", {"svar": [float(n) for n in range(100, 0, -1)]}, "ms")
    shown = capsys.readouterr().out
    row = next(line for line in shown.splitlines() if "svar" in line)
    figures = [cell.strip() for cell in row.split("│")[2:6]]
    assert figures == ["100", "51,00", "96,00", "100,00"]
    assert "median (ms)" in shown
