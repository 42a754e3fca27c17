from ui.web.quality import texts
from ui.web.quality.showing import is_shown, name_run, render_result

WRONG = {"any_right": 0.0, "first_right": 0.0, "false_refusal": 0.0}


def test_a_result_begins_with_the_verdict_and_what_is_not_good_enough(make_item, make_run):
    shown = render_result(make_run([make_item(1, scores=WRONG), make_item(2)]))
    assert "Det ene krav, der er sat, er ikke opfyldt." in shown
    assert texts.BAD in shown
    assert "✗ nej" in shown
    assert "1 minut og 32 sekunder" in shown


def test_a_verdict_on_a_part_of_the_suite_says_so(make_item, make_run):
    shown = render_result(make_run([make_item(number) for number in range(12)]))
    assert "Kun 1 af prøvens 9 dele er prøvet. For dem gælder: " in shown
    own = render_result(make_run([make_item(1, part="own")], kind="cases", floors=()))
    assert "dele er prøvet" not in own


def test_what_is_good_is_folded_away(make_item, make_run):
    items = [make_item(number) for number in range(12)]
    assert f"<summary>{texts.GOOD} (1)</summary>" in render_result(make_run(items))


def test_every_task_has_its_tables_and_drawings(make_item, make_run):
    items = [make_item(n, kind=("direct", "typo")[n % 2]) for n in range(12)]
    shown = render_result(make_run(items))
    assert "<caption>Spørgsmål, som dokumentet svarer på – alle mål</caption>" in shown
    assert '<th scope="col">' in shown
    assert "<svg" in shown
    assert 'role="img" aria-label="Søjler over' in shown


def test_own_cases_are_shown_each_with_its_answer(make_item, make_run):
    shown = render_result(make_run([make_item(1, part="own")], kind="cases", floors=()))
    assert texts.ANSWERS in shown
    assert "1 af 1 spørgsmål gik, som I ventede." in shown
    assert texts.HEADLINES not in shown


def test_a_result_is_one_line_for_markdown_reads_lines(make_item, make_run):
    assert "\n" not in render_result(make_run([make_item(1, given="a\n\nb")]))


def test_a_run_of_another_format_is_told_of_and_not_shown(make_item, make_run):
    run = make_run([make_item(1)])
    run.overview["format"] = 99
    assert not is_shown(run)
    assert texts.RUN_GONE in render_result(run)


def test_a_run_is_named_by_its_moment_and_its_title_or_kind(make_item, make_run):
    run = make_run([make_item(1)], title="Efter nye ord")
    assert name_run(run) == "23.11.2026 kl. 21.05: Efter nye ord"
    assert name_run(make_run([make_item(1)])).endswith(": Prøven")
