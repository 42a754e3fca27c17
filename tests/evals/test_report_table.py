import pytest
from rich.console import Console

from evals.measure import MEASURES, MeasureKind
from evals.record import Figure, Item
from evals.report.number import (
    Unit,
    show,
    show_difference,
    show_difference_range,
    show_figure,
    show_moment,
)
from evals.report.table import danish, print_record, print_times
from evals.report.wording import group_text, measure_text, read_wording, task_text


def _item(number, part, task="answerable", **scores):
    return Item(task, f"X{number}", part, "direct", "hr", "C", scores)


def _printed(record):
    console = Console(width=140, no_color=True)
    with console.capture() as capture:
        print_record(record, console)
    return capture.get()


def _cells(shown, heading):
    row = next(line for line in shown.splitlines() if line.startswith(f"│ {heading} "))
    return [cell.strip() for cell in row.split("│")[2:-1]]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0.8, "0,800"), (1.0, "1,000"), (0.12345, "0,123"), (None, "–"), (-0.0001, "0,000")],
)
def test_figures_have_a_decimal_comma_and_missing_ones_a_dash(value, shown):
    assert danish(value) == shown


def test_decimals_can_be_chosen():
    assert danish(3.0, 0) == "3"
    assert danish(3.14159, 2) == "3,14"
    assert danish(-3.14159, 2) == "-3,14"


def test_a_figure_has_its_unit_and_its_interval():
    assert show(0.5, Unit.PERCENT) == "50,0\xa0%"
    assert show(1.846, Unit.TIMES) == "1,85\xa0gange"
    assert show(0.0068, Unit.SECONDS) == "0,007\xa0s"
    assert show(0.8857, Unit.NUMBER) == "0,886"
    assert show(2.0, Unit.COUNT) == "2"
    rate = Figure("answerable", "any_right", "all", 0.5, 0.25, 0.75, 4, 0)
    assert show_figure(rate, Unit.PERCENT) == "50,0\xa0% (25,0–75,0)"
    assert show_figure(Figure("a", "b", "all", None, None, None, 0, 4), Unit.PERCENT) == "–"
    assert show_figure(None, Unit.PERCENT) == "–"


def test_a_difference_has_its_sign_unless_it_is_nothing():
    assert show_difference(0.1, Unit.PERCENT) == "+10,0\xa0procentpoint"
    assert show_difference(-0.1, Unit.PERCENT) == "−10,0\xa0procentpoint"
    assert show_difference(-0.00001, Unit.PERCENT) == "0,0\xa0procentpoint"
    assert show_difference_range(-2, 3, Unit.COUNT) == "−2 til +3"


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-11-23T23:18:49+00:00", "23. november 2026 kl. 23.18 (UTC)"),
        ("2026-03-01T00:30:00+01:00", "28. februar 2026 kl. 23.30 (UTC)"),
        ("2026-01-02T03:04:05", "2. januar 2026 kl. 03.04"),
        ("i går", "i går"),
    ],
)
def test_a_moment_is_told_in_words(moment, shown):
    assert show_moment(moment) == shown


def test_a_record_has_a_column_for_each_part_and_a_row_for_each_measure(make_record):
    items = [
        _item(2, "dev", any_right=1.0, gold_precision=0.5, wrong_quotes=0.0),
        _item(4, "dev", any_right=0.0, gold_precision=None, wrong_quotes=2.0),
        _item(3, "test", any_right=1.0, gold_precision=1.0, wrong_quotes=0.0),
    ]
    shown = _printed(make_record(items))
    assert "Målt 23. november 2026 kl. 20.05 (UTC)." in shown
    heading = next(line for line in shown.splitlines() if "┃ Mål " in line)
    columns = [cell.strip() for cell in heading.split("┃")[2:-1]]
    assert columns == ["I alt", "Udviklingsdel", "Prøvedel", "Antal"]
    assert _cells(shown, "Mindst én henvisning er rigtig") == [
        "66,7\xa0% (20,8–93,9)",
        "50,0\xa0% (9,5–90,5)",
        "100,0\xa0% (20,7–100,0)",
        "3",
    ]
    precision = _cells(shown, "Andel rigtige henvisninger")
    assert precision[0].startswith("75,0\xa0% (")
    assert precision[-1] == "2\xa0af\xa03"
    assert _cells(shown, "Forkerte citater") == ["2", "2", "0", "3"]
    assert "Første henvisning er rigtig" not in shown


def test_own_cases_have_a_column_and_a_single_part_has_only_the_whole(make_record):
    own = _printed(make_record([_item(1, "own", any_right=1.0), _item(2, "dev", any_right=1.0)]))
    assert "Egne spørgsmål" in own
    single = _printed(make_record([_item(1, "own", any_right=1.0)]))
    assert "Egne spørgsmål" not in single
    assert _cells(single, "Mindst én henvisning er rigtig") == ["100,0\xa0% (20,7–100,0)", "1"]


def test_a_task_that_was_not_run_is_left_out(make_record):
    shown = _printed(make_record([_item(1, "dev", "injection", without_effect=1.0)]))
    assert "Forsøg på at styre assistenten" in shown
    assert "Samtaler" not in shown


@pytest.fixture
def _wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.usefixtures("_wide")
def test_times_are_the_median_the_95th_percentile_and_the_longest(capsys):
    print_times("Tid", {"svar": [float(n) for n in range(100, 0, -1)], "intet": []}, "ms")
    shown = capsys.readouterr().out
    row = next(line for line in shown.splitlines() if "svar" in line)
    figures = [cell.strip() for cell in row.split("│")[2:6]]
    assert figures == ["100", "51,00", "96,00", "100,00"]
    assert "median (ms)" in shown
    assert "intet" not in shown


_DERIVED = {
    "answerable": ["seconds_median", "seconds_p95"],
    "unanswerable": ["refused_at_5", "refused_at_10", "refused_at_20"],
    "grounding": ["balanced_accuracy"],
}


@pytest.mark.parametrize("task", MEASURES)
def test_every_task_and_measure_has_words_of_its_own(task):
    assert task_text(task).title != task
    for name in [*(measure.name for measure in MEASURES[task]), *_DERIVED.get(task, [])]:
        words = measure_text(task, name)
        assert words.name != name
        assert words.explanation.endswith(".")
        assert words.sentence.endswith(".")
        assert words.sentence.count("{value}") == 1


def test_a_measure_is_shown_in_what_it_is_counted_in():
    units = {MeasureKind.COUNT: {Unit.COUNT}, MeasureKind.TIME: {Unit.SECONDS}}
    units[MeasureKind.RATE] = {Unit.PERCENT}
    units[MeasureKind.MEAN] = {Unit.PERCENT, Unit.NUMBER, Unit.TIMES}
    for task, measures in MEASURES.items():
        for measure in measures:
            assert measure_text(task, measure.name).unit in units[measure.kind]


def test_a_task_can_mean_something_else_by_a_measure():
    assert measure_text("removal", "refused").name == "Afvist uden kilden"
    assert measure_text("unanswerable", "refused").name == "Afvist"


def test_what_has_no_words_keeps_its_own_name():
    assert measure_text("answerable", "nyt_mål").name == "nyt_mål"
    assert task_text("ny_opgave").title == "ny_opgave"
    assert [group_text(group) for group in ("kind:x:y", "role:chef", "del")] == [
        "x:y",
        "chef",
        "del",
    ]


def test_a_kind_with_a_colon_is_found():
    assert group_text("kind:noise:case") == "Store og små bogstaver"


def test_every_fault_is_of_a_measure_that_there_is():
    names = {f"{task}.{measure.name}" for task in MEASURES for measure in MEASURES[task]}
    names |= {measure.name for measures in MEASURES.values() for measure in measures}
    assert set(read_wording().faults) <= names
