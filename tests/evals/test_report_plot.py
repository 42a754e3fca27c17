import re
from xml.etree import ElementTree

import matplotlib as mpl
import pytest

from evals.record import Figure, Item, Record
from evals.report.picture import draw_kinds, draw_refusals, draw_seconds
from evals.report.plot import Bar, draw_bars, draw_curve, draw_times

_SVG = "{http://www.w3.org/2000/svg}"


def _words(svg):
    root = ElementTree.fromstring(svg)  # noqa: S314  drawn by ourselves
    return [text.text for text in root.iter(f"{_SVG}text")]


def _widths(svg):
    """Return how wide each filled bar is, from the top."""
    widths = []
    for path, style in re.findall(r'<path d="([^"]+)"[^>]*style="fill: ([^";]+)', svg):
        if style == "var(--main)":
            across = [float(x) for x in re.findall(r"[ML] (-?[\d.]+) ", path)]
            widths.append(max(across) - min(across))
    return widths


def _ids(svg):
    return re.findall(r'\bid="([^"]+)"', svg)


def test_bars_are_as_long_as_their_shares_and_named_from_the_top():
    svg = draw_bars("b", [Bar("Halvt", 0.5, 0.4, 0.6), Bar("Helt", 1.0, None, None)])
    half, whole = _widths(svg)
    assert whole == pytest.approx(2 * half, rel=1e-3)
    words = _words(svg)
    assert words.index("Halvt") < words.index("Helt")
    assert {"50 %", "100 %"} <= set(words)


def test_an_interval_is_a_line_from_end_to_end_and_left_out_where_there_is_none():
    without = draw_bars("b", [Bar("A", 0.5, None, None)])
    with_one = draw_bars("b", [Bar("A", 0.5, 0.25, 0.75)])
    (bar,) = _widths(with_one)
    lines = re.findall(r'<path d="M ([\d.]+) ([\d.]+) \nL ([\d.]+) \2 \n"', with_one)
    lengths = [float(end) - float(start) for start, _, end in lines]
    assert any(length == pytest.approx(bar, rel=1e-3) for length in lengths)
    assert len(with_one) > len(without)


def test_a_drawing_takes_the_colours_of_the_page_and_asks_for_nothing():
    svg = draw_bars("b", [Bar("A", 0.5, 0.4, 0.6)])
    assert svg.startswith("<svg")
    assert "var(--main)" in svg
    assert "var(--ink)" in svg
    assert not re.search(r"#[0-9a-f]{6}\b", svg)
    assert "<style" not in svg
    assert "<metadata" not in svg
    assert "font-family" not in svg
    assert set(re.findall(r'href="([^"]*)"', svg)) == {
        f"#{own}" for own in re.findall(r'href="#([^"]*)"', svg)
    }


def test_two_drawings_on_a_page_share_no_id_and_point_to_their_own():
    bars = [Bar("A", 0.5, 0.4, 0.6), Bar("B", 0.7, 0.6, 0.8)]
    first, second = draw_bars("f", bars), draw_bars("s", bars)
    assert not set(_ids(first)) & set(_ids(second))
    assert len(_ids(first)) == len(set(_ids(first)))
    for svg in (first, second):
        named = set(re.findall(r'href="#([^"]+)"', svg)) | set(re.findall(r"url\(#([^)]+)\)", svg))
        assert named
        assert named <= set(_ids(svg))


def test_the_same_figures_give_the_same_drawing():
    bars = [Bar("A", 0.5, 0.4, 0.6)]
    assert draw_bars("b", bars) == draw_bars("b", bars)


@pytest.mark.parametrize("name", ["<script>x</script>", "$\\frac{1}{2}$", "a & b", "$uden slut"])
def test_a_name_is_words_and_neither_markup_nor_mathematics(name):
    svg = draw_bars("b", [Bar(name, 0.5, None, None)])
    assert name in _words(svg)
    assert "<script" not in svg


def test_a_curve_and_a_histogram_name_their_axes():
    curve = draw_curve("c", [(0.0, 0.0), (0.1, 0.8), (1.0, 1.0)], [(0.1, 0.8)])
    assert "Afvist med rette" in _words(curve)
    assert curve.count("var(--mark)") > 0
    times = draw_times("t", [0.0, 0.005, 0.01], [3, 1])
    high, low = (
        max(ys) - min(ys)
        for ys in (
            [float(y) for y in re.findall(r"[ML] -?[\d.]+ (-?[\d.]+) ", path)]
            for path, style in re.findall(r'<path d="([^"]+)"[^>]*style="fill: ([^";]+)', times)
            if style == "var(--main)"
        )
    )
    assert high == pytest.approx(3 * low, rel=1e-3)
    assert "0,004" in _words(times)


def test_drawing_leaves_the_settings_of_others_alone():
    before = dict(mpl.rcParams)
    draw_bars("b", [Bar("A", 0.5, None, None)])
    assert dict(mpl.rcParams) == before


def _record(answerable=(), unanswerable=(), seconds=()):
    items = [
        Item(task, f"{task}{n}", "dev", "", "", "", {"answerability": value})
        for task, values in (("answerable", answerable), ("unanswerable", unanswerable))
        for n, value in enumerate(values)
    ]
    items += [
        Item("answerable", f"S{n}", "dev", "", "", "", {"seconds": value})
        for n, value in enumerate(seconds)
    ]
    return Record("", "", (), "", 0.0, tuple(items), ())


def _rows(table):
    return {row.heading: row.cells[0] for row in table.rows}


def test_the_curve_of_refusals_says_in_a_table_what_each_level_buys():
    picture, table = draw_refusals(_record([0.9, 0.8, 0.7, 0.4], [0.1, 0.5, 0.95]))
    rows = _rows(table)
    assert rows["0,0\xa0%"] == "33,3\xa0%"
    assert rows["20,0\xa0%"] == "33,3\xa0%"
    assert rows["30,0\xa0%"] == "66,7\xa0%"
    assert rows["50,0\xa0%"] == "66,7\xa0%"
    assert "Ved 5,0\xa0% uden grund: 33,3\xa0% med rette." in picture.alternative


def test_no_curve_is_drawn_without_both_sorts_of_questions():
    assert draw_refusals(_record([0.9], [])) == []
    assert draw_refusals(_record([], [0.1])) == []


def test_every_answer_is_in_one_bar_of_the_times():
    picture, table = draw_seconds(_record(seconds=[0.0005, 0.0015, 0.0016, 0.012]))
    assert [row.cells[0] for row in table.rows] == ["1", "2", *["0"] * 9, "1"]
    assert table.rows[1].heading == "0,001–0,002\xa0s".replace("\xa0", " ")
    assert picture.alternative == (
        "Søjler over svartider for 4 svar. Flest svar, 2, tog 0,001–0,002 s. "
        "Det længste tog 0,012\xa0s."
    )


def test_one_slow_answer_is_counted_in_the_last_bar_and_does_not_flatten_the_others():
    _, table = draw_seconds(_record(seconds=[0.010] * 99 + [60.0]))
    assert sum(int(row.cells[0]) for row in table.rows) == 100
    assert table.rows[-1].cells == ("1",)
    assert table.rows[-1].heading.endswith("s eller mere")
    assert "99" in [row.cells[0] for row in table.rows[:-1]]


def test_no_times_are_drawn_where_none_were_taken():
    assert draw_seconds(_record([0.5])) == []


def test_bars_over_kinds_are_told_in_words_with_the_lowest_and_the_highest():
    figures = [
        Figure("answerable", "any_right", f"kind:{kind}", value, None, None, 4, 0)
        for kind, value in (("typo", 0.5), ("why", 0.75), ("ny", 1.0))
    ]
    (picture,) = draw_kinds({"any_right": figures, "first_right": figures[:1]})
    assert picture.alternative == (
        "Søjler over »Mindst én henvisning er rigtig« efter slags. Lavest: Slåfejl 50,0\xa0%. "
        "Højest: ny 100,0\xa0%. Tallene står i tabellen."
    )
    assert {"Slåfejl", "Hvorfor", "ny"} <= set(_words(picture.svg))
