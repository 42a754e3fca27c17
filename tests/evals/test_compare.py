from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.console import Console

from evals.compare import compare
from evals.comparison import Comparison, Verdict
from evals.record import Exchange, Item, Source
from evals.report import texts
from evals.report.comparison import print_comparison, write_comparison_page


def _item(number, *, task="answerable", part="dev", question="Hvad er mod?", given="", **scores):
    exchange = Exchange(f"{question} {number}", given=given)
    return Item(task, f"X{number:03}", part, "direct", "", f"C{number}", scores, exchange)


@pytest.fixture
def compare_items(make_record) -> Callable[..., Comparison]:
    return lambda before, after, **changes: compare(
        make_record(before), make_record(after, **changes)
    )


def _change(comparison, measure, task="answerable"):
    return next(c for c in comparison.measures if (c.task, c.measure) == (task, measure))


def _runs(measure, before, after, task="answerable"):
    return tuple(
        [_item(n, task=task, **{measure: value}) for n, value in enumerate(values)]
        for values in (before, after)
    )


def test_a_loss_on_many_items_is_certain_and_counted(compare_items):
    change = _change(
        compare_items(*_runs("any_right", [1.0] * 20, [0.0] * 8 + [1.0] * 12)), "any_right"
    )
    assert (change.n, change.before, change.after) == (20, 1.0, 0.6)
    assert change.difference == pytest.approx(-0.4)
    assert (change.better, change.worse) == (0, 8)
    assert change.interval.low < -0.4 < change.interval.high < 0
    assert change.loss_probability == pytest.approx(0.5**8)
    assert change.verdict is Verdict.WORSE


def test_where_less_is_better_a_rise_is_a_loss(compare_items):
    rising = _runs("false_refusal", [0.0] * 20, [1.0] * 8 + [0.0] * 12)
    worse = _change(compare_items(*rising), "false_refusal")
    assert (worse.better, worse.worse, worse.verdict) == (0, 8, Verdict.WORSE)
    assert worse.difference == pytest.approx(0.4)
    assert 0 < worse.interval.low < 0.4 < worse.interval.high
    better = _change(compare_items(*reversed(rising)), "false_refusal")
    assert (better.better, better.worse, better.verdict) == (8, 0, Verdict.BETTER)
    assert better.interval.high < 0


def test_one_item_may_be_chance_and_none_is_no_change(compare_items):
    before, after = _runs("any_right", [1.0] * 20, [0.0] + [1.0] * 19)
    assert _change(compare_items(before, after), "any_right").verdict is Verdict.UNCLEAR
    same = _change(compare_items(before, before), "any_right")
    assert (same.verdict, same.better, same.worse) == (Verdict.UNCHANGED, 0, 0)


def test_four_changes_are_too_few_for_the_sign_test_whatever_the_interval_says(compare_items):
    runs = _runs("any_right", [1.0] * 20, [0.0] * 4 + [1.0] * 16)
    worse = _change(compare_items(*runs), "any_right")
    assert worse.interval.high < 0
    assert worse.loss_probability == pytest.approx(1 / 16)
    assert worse.verdict is Verdict.UNCLEAR
    better = _change(compare_items(*reversed(runs)), "any_right")
    assert better.interval.low > 0
    assert better.verdict is Verdict.UNCLEAR


def test_faults_are_summed_and_not_averaged(compare_items):
    change = _change(
        compare_items(*_runs("wrong_quotes", [0.0, 1.0, 0.0], [2.0, 1.0, 1.0])), "wrong_quotes"
    )
    assert (change.before, change.after, change.worse) == (1.0, 4.0, 2)
    assert change.interval.low >= 0
    assert change.interval.high <= 6


def test_a_score_that_only_one_run_has_is_left_out_of_the_pairs_and_shown(compare_items):
    comparison = compare_items(*_runs("gold_precision", [1.0, None, 0.5], [1.0, 1.0, None]))
    change = _change(comparison, "gold_precision")
    assert (change.n, change.unpaired, change.before, change.after) == (1, 2, 1.0, 1.0)
    found = {item.id: [(s.before, s.after) for s in item.scores] for item in comparison.items}
    assert found == {"X001": [(None, 1.0)], "X002": [(0.5, None)]}


def test_neither_times_nor_lengths_are_judged(compare_items):
    before = [_item(n, seconds=0.01, length_ratio=1.0) for n in range(20)]
    after = [_item(n, seconds=9.0, length_ratio=3.0) for n in range(20)]
    comparison = compare_items(before, after)
    time = _change(comparison, "seconds")
    assert (time.before, time.after, time.interval, time.verdict) == (
        pytest.approx(0.01),
        pytest.approx(9.0),
        None,
        None,
    )
    length = _change(comparison, "length_ratio")
    assert (length.better, length.worse, length.verdict) == (None, None, None)
    assert length.interval.low == pytest.approx(2.0)
    assert [[s.measure for s in item.scores] for item in comparison.items] == [
        ["length_ratio"]
    ] * 20


def test_a_figure_that_no_item_has_is_compared_without_a_judgement(compare_items):
    before = [_item(0, task="grounding", supported_kept=1.0), _item(1, task="grounding")]
    before[1].scores["unsupported_caught"] = 0.0
    after = [*before[:1], replace(before[1], scores={"unsupported_caught": 1.0})]
    change = _change(compare_items(before, after), "balanced_accuracy", "grounding")
    assert (change.before, change.after, change.interval, change.verdict) == (0.5, 1.0, None, None)


def test_items_of_one_run_only_are_named_and_not_compared(compare_items):
    before, after = _runs("any_right", [1.0, 1.0, 1.0], [1.0, 0.0, 1.0])
    comparison = compare_items(before[:2], after[1:])
    assert comparison.only_before == (("answerable", "X000"),)
    assert comparison.only_after == (("answerable", "X002"),)
    assert _change(comparison, "any_right").n == 1


def test_items_of_one_id_that_ask_something_else_are_not_the_same(compare_items):
    before = [_item(1, any_right=1.0), _item(2, any_right=1.0, question="Hvad er tillid?")]
    after = [_item(1, any_right=1.0), _item(2, any_right=0.0, question="Hvad er løn?")]
    comparison = compare_items(before, after)
    assert comparison.common == 1
    assert comparison.only_before == comparison.only_after == (("answerable", "X002"),)
    assert comparison.items == ()
    unseen = compare_items([replace(item, exchange=None) for item in before], after)
    assert (unseen.common, len(unseen.items)) == (2, 1)


_TIMES = {"seconds_median", "seconds_p95"}


def test_figures_over_all_items_are_left_out_unless_both_runs_have_the_same_items(compare_items):
    items = [_item(n, seconds=0.1, answerability=0.9) for n in range(4)]
    items += [_item(n, task="unanswerable", answerability=0.1) for n in range(4)]
    names = {change.measure for change in compare_items(items, items).measures}
    assert names > _TIMES | {"refused_at_5"}
    fewer = {change.measure for change in compare_items(items, items[1:]).measures}
    assert fewer == {"seconds"}
    only_unanswerable = {change.measure for change in compare_items(items, items[:-1]).measures}
    assert only_unanswerable == {"seconds"} | _TIMES


@pytest.mark.parametrize(("common", "is_little"), [(1, True), (3, True), (4, False), (20, False)])
def test_runs_have_little_in_common_by_the_smaller_of_them(common, is_little, compare_items):
    runs = [_item(n, any_right=1.0) for n in range(200)]
    comparison = compare_items(runs[:20], runs[20 - common :])
    assert comparison.common == common
    assert comparison.has_little_common is is_little


def test_what_was_asked_in_the_test_part_is_not_kept(compare_items):
    before = [_item(1, part="test", question="Hemmeligt", any_right=1.0)]
    after = [_item(1, part="test", question="Hemmeligt", any_right=0.0)]
    (item,) = compare_items(before, after).items
    assert (item.id, item.question, item.before, item.after) == ("X001", "", None, None)


def test_runs_of_other_questions_documents_and_engines_are_told_apart(compare_items):
    items = [_item(1, any_right=1.0)]
    same = compare_items(items, items)
    assert same.has_same_gold
    assert same.has_same_documents
    assert same.has_same_engine
    other = compare_items(items, items, engine="e", gold="g", documents=(Source("grundlag", "b"),))
    assert not other.has_same_gold
    assert not other.has_same_documents
    assert not other.has_same_engine


def _printed(comparison):
    console = Console(width=160, record=True, file=None, quiet=False, no_color=True)
    with console.capture() as capture:
        print_comparison(comparison, console)
    return capture.get()


def test_the_terminal_warns_before_the_figures_and_leaves_out_what_is_unchanged(compare_items):
    before = [_item(n, any_right=1.0, hit_at_1=1.0, question="[bold]Mod[/bold]") for n in range(20)]
    after = [replace(item, scores={"any_right": 0.0, "hit_at_1": 1.0}) for item in before[:8]]
    shown = _printed(compare_items(before, [*after, *before[8:]], gold="sha256:cc"))
    assert "Advarsel: De to målinger bruger ikke de samme prøvespørgsmål." in shown
    assert shown.index("Advarsel") < shown.index("sikkert ringere")
    row = next(line for line in shown.splitlines() if "sikkert ringere" in line)
    assert [cell.strip() for cell in row.split("│")[1:8]] == [
        "Mindst én henvisning er rigtig",
        "100,0\xa0%",
        "60,0\xa0%",
        row.split("│")[4].strip(),
        "0",
        "8",
        "20",
    ]
    assert row.split("│")[4].strip().startswith("−40,0\xa0procentpoint (−")
    assert "Rigtigt første søgetræf" not in shown
    assert "Uændrede mål vises ikke her (1)." in shown
    assert "Mindst én henvisning er rigtig: ja → nej" in shown
    assert "[bold]Mod[/bold] 0" in shown


def test_the_terminal_says_when_nothing_changed(compare_items):
    items = [_item(1, any_right=1.0)]
    shown = _printed(compare_items(items, items))
    assert "Ingen prøver har ændret sig." in shown
    assert "Advarsel" not in shown


def test_runs_with_nothing_in_common_get_one_sentence_and_no_figures(tmp_path, compare_items):
    before = [_item(n, any_right=1.0, seconds=0.1) for n in range(3)]
    after = [_item(n, any_right=0.0, seconds=0.2) for n in range(7, 9)]
    comparison = compare_items(before, after, gold="sha256:cc")
    assert comparison.measures == ()
    shown = _printed(comparison)
    assert shown.splitlines()[-1].rstrip() == texts.NOTHING_COMMON
    path = tmp_path / "side.html"
    write_comparison_page(comparison, path)
    page = path.read_text(encoding="utf-8")
    assert page.count(texts.NOTHING_COMMON) == 1
    for said in (texts.CHANGED_NONE, texts.OTHER_GOLD, texts.MEASURES, texts.COMPARED, "X000"):
        assert said not in shown
        assert f">{said}" not in page


def test_runs_with_little_in_common_are_warned_of(compare_items):
    runs = [_item(n, any_right=1.0) for n in range(40)]
    shown = _printed(compare_items(runs[:21], runs[20:]))
    assert "næsten ingen prøver til fælles (kun 1)" in shown
    assert "næsten ingen" not in _printed(compare_items(runs, runs[20:]))


def test_differences_add_up_with_the_figures_beside_them(compare_items):
    before = [_item(n, gold_precision=value) for n, value in enumerate((0.1, 0.1, 0.1, 0.1014))]
    after = [_item(n, gold_precision=value) for n, value in enumerate((0.1, 0.1, 0.1, 0.1026))]
    row = next(r for r in _printed(compare_items(before, after)).splitlines() if "Andel" in r)
    cells = [cell.strip() for cell in row.split("│")[2:5]]
    assert cells[:2] == ["10,0\xa0%", "10,1\xa0%"]
    assert cells[2].startswith("+0,1\xa0procentpoint")


def test_a_narrow_terminal_breaks_no_word(compare_items):
    before, after = _runs("any_right", [1.0] * 20, [0.0] * 8 + [1.0] * 12)
    console = Console(width=80, no_color=True)
    with console.capture() as capture:
        print_comparison(compare_items(before, after), console)
    shown = capture.get()
    assert max(map(len, shown.splitlines())) <= 80
    for word in ("henvisning", "procentpoint", "ringere", "prøvespørgsmål", "Vurdering"):
        assert word in shown.replace("Prøve", "prøve")
    assert "Forskel: −40,0\xa0procentpoint (−" in shown


def test_a_rewritten_question_is_named_in_danish_and_a_long_one_cut(compare_items):
    long = "Hvad " * 200
    before = [_item(1, task="robustness", question=long, same_first=1.0)]
    before = [replace(before[0], id="Q002.typo"), replace(before[0], id="Q002.bare")]
    after = [replace(before[0], scores={"same_first": 0.0})]
    comparison = compare_items(before, after)
    shown = _printed(comparison)
    assert "│ Q002, slåfejl │" in shown
    assert "1 kun i den første måling (Q002, uden tegnsætning)" in shown
    assert shown.count("Hvad") < 150
    assert "…" in shown


def test_the_page_shows_both_answers_as_text_and_names_what_differs(tmp_path, compare_items):
    before = [_item(1, given="**Før** <img src=x>", any_right=1.0), _item(2, any_right=1.0)]
    after = [_item(1, given="<script>x</script>", any_right=0.0)]
    path = tmp_path / "side.html"
    write_comparison_page(compare_items(before, after, engine="ny", gold="sha256:cc"), path)
    page = path.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "<strong>Før</strong> &lt;img src=x&gt;" in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page
    assert page.index("Advarsel: De to målinger") < page.index("<table ")
    assert "Bemærk: Svarene er sat sammen på to forskellige måder." in page
    assert "Mindst én henvisning er rigtig: ja → nej" in page
    assert "1 kun i den første måling (X002)" in page


def test_the_page_says_that_the_answer_is_the_same_where_only_scores_differ(
    tmp_path, compare_items
):
    before = [_item(1, given="Det samme", any_right=1.0)]
    path = tmp_path / "side.html"
    write_comparison_page(compare_items(before, [_item(1, given="Det samme", any_right=0.0)]), path)
    page = path.read_text(encoding="utf-8")
    assert "Svaret er ordret det samme." in page
    assert page.count("Det samme") == 0
