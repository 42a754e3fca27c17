"""What makes the page easy to read: nothing too long, nothing cut off, and no riddles."""

import re

import pytest

from evals.floor import Floor
from evals.record import Exchange, Item
from evals.report import texts
from evals.report.page import write_page
from evals.report.plot import Bar, draw_bars
from evals.report.rendering import LONGEST, split_long
from evals.report.summary import summarise_record
from evals.report.wording import read_wording
from evals.suite import INJECTION_KIND


def _item(number, task="answerable", *, kind="direct", exchange=None, **scores):
    exchange = exchange or Exchange(f"Hvad? {number}")
    return Item(task, f"X{number}", "dev", kind, "leder", f"C{number}", scores, exchange)


@pytest.fixture
def write(tmp_path, make_record):
    def write_items(items, **options):
        path = tmp_path / "side.html"
        write_page(make_record(items), path, **options)
        return path.read_text(encoding="utf-8")

    return write_items


@pytest.mark.parametrize("text", ["", "Mod.", "x" * LONGEST, "ord " * (LONGEST // 4)])
def test_what_is_not_long_is_not_cut(text):
    assert split_long(text).head == text
    assert split_long(text).rest == ""


@pytest.mark.parametrize(
    "text",
    ["ord " * 400, "x" * 900, "kort\n" + "ord " * 400, "En linje, der er lang.\n" * 60],
)
def test_a_long_text_is_cut_between_words_and_nothing_of_it_is_lost(text):
    parts = split_long(text)
    assert LONGEST // 2 < len(parts.head) <= LONGEST
    assert "".join((parts.head + parts.rest).split()) == "".join(text.split())
    assert parts.head.split()[-1] in text.split() or " " not in text


def test_a_text_of_lines_is_cut_at_the_end_of_one():
    parts = split_long("En linje, der er lang.\n" * 60)
    assert parts.head.endswith("lang.")
    assert parts.rest.startswith("En linje")


def test_emphasis_is_not_cut_in_two():
    parts = split_long("a " * 250 + "**" + "fed " * 100 + "**")
    assert parts.head.count("**") == 0
    assert parts.rest.startswith("**fed")


def test_a_long_question_and_a_long_answer_are_folded(write):
    question, given = ("gåde " * 200).strip(), "**Mod** " + "svar<b> " * 200
    page = write([_item(1, any_right=0.0, exchange=Exchange(question, given=given))])
    heading = re.search(r"<h3>Spørgsmål X1: (.*?)</h3>", page).group(1)
    assert len(heading) <= LONGEST + len(texts.CUT)
    assert heading.endswith("…")
    assert page.count("gåde") == 200
    assert page.count("svar&lt;b&gt;") == 200
    assert page.count(f"<summary>{texts.SHOW_REST}</summary>") == 2
    assert "<strong>Mod</strong>" in page
    short = write([_item(1, any_right=0.0, exchange=Exchange("Hvad?", given="Det."))])
    assert texts.SHOW_REST not in short


def test_every_cell_names_its_column_for_a_screen_too_narrow_for_columns(write):
    page = write([_item(n, kind=kind, any_right=1.0) for n, kind in enumerate(("why", "typo"))])
    tables = re.findall(
        r'<div class="scroll stack" role="region" tabindex="0" aria-label=.*?</div>',
        page,
        re.DOTALL,
    )
    assert len(tables) > 1
    for table in tables:
        columns = re.findall(r'role="columnheader">([^<]*)', table)
        for row in re.findall(r'role="rowheader">.*?</tr>', table, re.DOTALL):
            assert re.findall(r'data-label="([^"]*)"', row) == columns[1:]


def test_a_drawing_is_not_wider_than_the_page_and_its_words_can_be_read_on_a_telephone(write):
    svg = draw_bars("b", [Bar("Skal, kan, bør eller må byttet", 1.0, 0.9, 1.0)])
    width = float(re.search(r'viewBox="0 0 ([\d.]+)', svg).group(1))
    letters = min(float(size) for size in re.findall(r"font-size: ([\d.]+)px", svg))
    assert letters * 360 / width > 9
    drawing = re.search(r"\.drawing svg \{([^}]*)\}", write([])).group(1)
    assert "width: 100%" in drawing
    assert "min-width" not in drawing


def test_a_name_too_long_for_a_bar_is_cut():
    svg = draw_bars("b", [Bar("Meget lang slags " * 20, 0.5, None, None)])
    assert "Meget lang slags" in svg
    assert "…" in svg
    assert "Meget lang slags " * 3 not in svg


def test_the_verdict_counts_what_is_listed(make_record):
    items = [_item(1, wrong_quotes=0.0, any_right=0.0), _item(2, "unanswerable", wrong_quotes=0.0)]
    items += [_item(3, "dialogue", wrong_quotes=0.0)]
    tasks = ("answerable", "unanswerable", "dialogue")
    floors = [Floor(task, "wrong_quotes", 0.0, "Aldrig.") for task in tasks]
    floors.append(Floor("answerable", "any_right", 0.9, "Ofte."))
    summary = summarise_record(make_record(items), floors)
    assert len(summary.judgements) == 2
    assert summary.verdict == "Ét af 2 krav er ikke opfyldt."


def test_a_run_of_only_some_tasks_is_not_compared_with_the_whole_baseline(write, make_record):
    items = [_item(1, any_right=1.0), _item(2, "dialogue", turn_good=1.0)]
    baseline = make_record(items, gold="sha256:cc")
    assert texts.SINCE in write(items, baseline=baseline)
    part = write(items[:1], baseline=baseline)
    assert texts.SINCE not in part
    assert texts.PREVIOUS not in part


def test_hashes_are_short(tmp_path, make_record):
    record = make_record([_item(1, any_right=1.0)], gold="sha256:" + "ab" * 32)
    write_page(record, tmp_path / "kort.html")
    page = (tmp_path / "kort.html").read_text(encoding="utf-8")
    assert "abababababab<" in page
    assert "ab" * 7 not in page


@pytest.mark.parametrize("kind", [INJECTION_KIND, "false_premise"])
def test_a_kind_that_another_figure_seems_to_gainsay_is_explained_where_it_failed(kind, write):
    note = read_wording().kind_notes[f"unanswerable.{kind}"]
    failed = write([_item(1, "unanswerable", kind=kind, handled=0.0)])
    assert note in failed[failed.index('id="fejl"') :]
    items = [
        _item(n, "unanswerable", kind=k, handled=1.0) for n, k in enumerate((kind, "personal"))
    ]
    good = write(items)
    assert note in good[: good.index('id="fejl"')]
    assert note not in good[good.index('id="fejl"') :]
    assert note not in write([_item(1, "unanswerable", kind="personal", handled=0.0)])
