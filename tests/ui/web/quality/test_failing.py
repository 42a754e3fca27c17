from ui.web.quality import texts
from ui.web.quality.failing import render_failures

WRONG = {"any_right": 0.0, "first_right": 0.0, "false_refusal": 0.0}


def test_a_failed_question_is_shown_with_what_was_expected_and_given(make_item, make_run):
    shown = render_failures(make_run([make_item(1, scores=WRONG), make_item(2)]))
    assert "Hvad er 1?" in shown
    assert "Hvad er 2?" not in shown
    assert "Det ventede." in shown
    assert "Det <strong>givne</strong>.<br>- Og mere." in shown
    assert "Afsnit 1 (0,90)" in shown


def test_a_failed_question_of_the_test_part_is_counted_and_not_shown(make_item, make_run):
    shown = render_failures(make_run([make_item(1, scores=WRONG, part="test")]))
    assert "Hvad er 1?" not in shown
    assert "fejl i prøvedelen" in shown


def test_a_run_without_failures_says_so(make_item, make_run):
    assert texts.FAILURES_NONE in render_failures(make_run([make_item(1)]))


def test_what_a_question_or_document_holds_is_encoded(make_item, make_run):
    evil = "<img src=x onerror=alert(1)> [a](javascript:alert(1))"
    item = make_item(1, scores=WRONG, question=evil, given=evil, expected=evil)
    shown = render_failures(make_run([item]))
    assert "<img" not in shown
    assert "href" not in shown
