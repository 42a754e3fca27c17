import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from evals.measure import MEASURES, MeasureKind
from evals.record import Figure, Item
from evals.report import number
from evals.report.number import (
    Unit,
    danish,
    shorten_hash,
    show,
    show_difference,
    show_difference_range,
    show_figure,
    show_moment,
)
from evals.report.table import print_record, print_table, print_times
from evals.report.view import Row, Table
from evals.report.wording import group_text, item_name, measure_text, read_wording, task_text


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
    assert danish(4935, 0) == "4.935"
    assert danish(1234567.5, 1) == "1.234.567,5"
    assert danish(3.14159, 2) == "3,14"
    assert danish(-3.14159, 2) == "-3,14"


def test_a_figure_has_its_unit_and_its_interval():
    assert show(0.5, Unit.PERCENT) == "50,0\xa0%"
    assert show(1.846, Unit.TIMES) == "1,85\xa0gange"
    assert show(0.0068, Unit.SECONDS) == "0,007\xa0s"
    assert show(0.8857, Unit.NUMBER) == "0,886"
    assert show(2.0, Unit.COUNT) == "2"
    rate = Figure("answerable", "any_right", "all", 0.5, 0.25, 0.75, 5, 0)
    assert show_figure(rate, Unit.PERCENT) == "50,0\xa0% (25,0–75,0)"
    assert show_figure(replace(rate, n=4), Unit.PERCENT) == "50,0\xa0%"
    assert show_figure(Figure("a", "b", "all", None, None, None, 0, 4), Unit.PERCENT) == "–"
    assert show_figure(None, Unit.PERCENT) == "–"


def test_a_difference_has_its_sign_unless_it_is_nothing():
    assert show_difference(0.2, 0.3, Unit.PERCENT) == "+10,0\xa0procentpoint"
    assert show_difference(0.3, 0.2, Unit.PERCENT) == "−10,0\xa0procentpoint"
    assert show_difference(0.30001, 0.3, Unit.PERCENT) == "0,0\xa0procentpoint"
    assert show_difference_range(-2, 3, Unit.COUNT) == "−2 til +3"


@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from([Unit.PERCENT, Unit.NUMBER]))
def test_what_was_and_the_difference_add_up_to_what_is_as_all_three_are_shown(before, after, unit):
    old, new, difference = (
        Decimal(shown.split("\xa0")[0].replace(",", ".").replace("−", "-"))
        for shown in (show(before, unit), show(after, unit), show_difference(before, after, unit))
    )
    assert old + difference == new


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-11-23T23:18:49+00:00", "24. november 2026 kl. 00.18"),
        ("2026-07-01T12:00:00+00:00", "1. juli 2026 kl. 14.00"),
        ("2026-03-01T00:30:00+01:00", "1. marts 2026 kl. 00.30"),
        ("2026-01-02T03:04:05", "2. januar 2026 kl. 03.04"),
        ("i går", "i går"),
    ],
)
def test_a_moment_is_told_in_words_as_danish_clocks_show_it(moment, shown):
    assert show_moment(moment) == shown


def test_a_system_without_time_zones_says_that_it_is_not_danish_time(monkeypatch):
    monkeypatch.setattr(number, "_PLACE", "Ingen/Steder")
    assert show_moment("2026-11-23T23:18:49+00:00") == "23. november 2026 kl. 23.18 (UTC)"


def test_only_a_long_hash_is_shortened():
    assert shorten_hash("sha256:" + "ab" * 32) == "abababababab"
    for text in ("sha256:aa", "2016", "20160831123456", "sha256:" + "x" * 64, "ab" * 32):
        assert shorten_hash(text) == text


def test_a_record_has_a_column_for_each_part_and_a_row_for_each_measure(make_record):
    items = [
        _item(2, "dev", any_right=1.0, gold_precision=0.5, wrong_quotes=0.0),
        _item(4, "dev", any_right=0.0, gold_precision=None, wrong_quotes=2.0),
        _item(3, "test", any_right=1.0, gold_precision=1.0, wrong_quotes=0.0),
    ]
    shown = _printed(make_record(items))
    assert "Målt 23. november 2026 kl. 21.05." in shown
    heading = next(line for line in shown.splitlines() if "┃ Mål " in line)
    columns = [cell.strip() for cell in heading.split("┃")[2:-1]]
    assert columns == ["I alt", "Udviklingsdel", "Prøvedel", "Antal"]
    assert _cells(shown, "Mindst én henvisning er rigtig") == [
        "66,7\xa0%",
        "50,0\xa0%",
        "100,0\xa0%",
        "3",
    ]
    precision = _cells(shown, "Andel rigtige henvisninger")
    assert precision[0] == "75,0\xa0%"
    assert precision[-1] == "2\xa0af\xa03"
    assert _cells(shown, "Forkerte citater") == ["2", "2", "0", "3"]
    assert "Første henvisning er rigtig" not in shown


def test_own_cases_have_a_column_and_a_single_part_has_only_the_whole(make_record):
    own = _printed(make_record([_item(1, "own", any_right=1.0), _item(2, "dev", any_right=1.0)]))
    assert "Egne spørgsmål" in own
    single = _printed(make_record([_item(1, "own", any_right=1.0, nugget_recall=0.5)]))
    assert "Egne spørgsmål" not in single
    assert _cells(single, "Mindst én henvisning er rigtig") == ["100,0\xa0%", "1"]


def test_own_cases_are_told_what_is_checked_and_get_no_measure_that_tells_them_nothing(
    make_record,
):
    scores = {"any_right": 1.0, "length_ratio": 0.5, "ndcg_at_10": 0.4, "nugget_recall": 1.0}
    own = _printed(make_record([_item(n, "own", **scores) for n in range(6)]))
    assert "Ethvert citat fra afsnittet tæller som rigtigt" in " ".join(own.split())
    assert _cells(own, "Mindst én henvisning er rigtig") == ["100,0\xa0% (61,0–100,0)", "6"]
    others = _printed(make_record([_item(n, "dev", **scores) for n in range(6)]))
    for name in ("Svarets længde", "Søgningens rækkefølge", "Hvor meget af svaret er med"):
        assert name not in own
        assert name in others
    assert "Ethvert citat" not in others


_LONG = "Afvist, hvis 20 % må afvises uden grund"


def _words_of(table, width):
    console = Console(width=width, no_color=True)
    with console.capture() as capture:
        print_table(table, console)
    return capture.get(), set(re.findall(r"[^\s│┃]+", capture.get()))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_word_of_a_table_is_broken_however_narrow_the_console(width):
    cells = (
        "100,0\xa0%",
        "−40,0\xa0procentpoint (−60,0 til −20,0)",
        "sandsynligvis ikke tilfældigt",
    )
    table = Table("Titel", ("Mål", "Før", "Forskel", "Vurdering"), (Row(_LONG, cells),))
    shown, words = _words_of(table, width)
    assert {*_LONG.split(), "procentpoint", "−20,0)", "sandsynligvis", "Vurdering"} <= {
        word.rstrip(":") for word in words
    }
    assert max(map(len, shown.splitlines())) <= width
    assert ("┃" in shown) is (width >= 60)


def test_a_row_that_is_stacked_tells_what_it_has_and_no_dashes():
    table = Table("Titel", ("Mål", "Procentpoint", "Vurdering"), (Row("Tid", ("+1,0", "–")),))
    shown, _ = _words_of(table, 24)
    assert [line.strip() for line in shown.splitlines()] == [
        "",
        "Titel",
        "Tid",
        "Procentpoint: +1,0",
    ]


def test_a_rewritten_question_is_called_by_how_it_is_rewritten():
    assert item_name("robustness", "Q020.split") == "Q020, delte ord"
    assert item_name("robustness", "kap. 2.typo") == "kap. 2, slåfejl"
    assert item_name("robustness", "Q020.ukendt") == "Q020.ukendt"
    assert item_name("dialogue", "D002.1") == "D002.1"
    assert item_name("answerable", "min.typo") == "min.typo"


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
