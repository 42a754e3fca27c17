import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.web.quality import texts
from ui.web.quality.comparing import MOST_SHOWN, compare_runs, render_comparison

RIGHT = {"any_right": 1.0, "first_right": 1.0, "false_refusal": 0.0}
WRONG = {"any_right": 0.0, "first_right": 0.0, "false_refusal": 0.0}


def test_what_failed_and_no_longer_does_became_better_and_the_reverse_worse(make_item, make_run):
    before = make_run([make_item(1, scores=WRONG), make_item(2), make_item(3)])
    after = make_run([make_item(1), make_item(2, scores=WRONG), make_item(3)])
    found = compare_runs(before, after)
    assert [change.id for change in found.better] == ["Q001"]
    assert [change.id for change in found.worse] == ["Q002"]
    assert found.common == 3
    assert found.worse[0].faults_before == ()
    assert found.worse[0].faults_after


def test_a_question_that_was_rewritten_is_not_compared(make_item, make_run):
    before = make_run([make_item(1, scores=WRONG, question="Hvad?")])
    found = compare_runs(before, make_run([make_item(1, question="Hvorfor?")]))
    assert (found.common, found.better, found.worse) == (0, (), ())
    assert texts.NOTHING_COMMON in render_comparison(found)


def test_what_only_one_run_has_is_not_compared(make_item, make_run):
    found = compare_runs(make_run([make_item(1)]), make_run([make_item(1), make_item(2)]))
    assert found.common == 1


def test_a_hidden_question_is_compared_and_not_shown(make_item, make_run):
    hidden = {"part": "test", "question": "Hemmeligt?"}
    before = make_run([make_item(1, scores=WRONG, **hidden)])
    found = compare_runs(before, make_run([make_item(1, **hidden)]))
    assert [change.is_hidden for change in found.better] == [True]
    shown = render_comparison(found)
    assert "Én opgave i prøvedelen gik bedre. Prøvedelens opgaver bliver ikke vist." in shown
    assert texts.BECAME_BETTER.format(count=1) in shown
    assert "Hemmeligt" not in shown
    assert "Q001" not in shown


@pytest.mark.parametrize("part", ["dev", "test"])
def test_a_score_that_fell_without_a_fault_is_slightly_worse_and_never_the_same(
    make_item, make_run, part
):
    before, after = (
        make_run([make_item(1, scores={**RIGHT, "gold_precision": value}, part=part)])
        for value in (1.0, 0.5)
    )
    found = compare_runs(before, after)
    assert (found.better, found.worse, found.slightly_better) == ((), (), ())
    assert [change.id for change in found.slightly_worse] == ["Q001"]
    shown = render_comparison(found)
    assert texts.NOTHING_CHANGED not in shown
    assert "Ingen blev lidt bedre, og 1 blev lidt dårligere." in shown
    assert ("100,0 % → 50,0 %" in shown) is (part == "dev")
    assert ("Én opgave i prøvedelen gik lidt dårligere." in shown) is (part == "test")


def test_a_score_that_is_neither_good_nor_bad_is_counted(make_item, make_run):
    before, after = (
        make_run([make_item(1, scores={**RIGHT, "length_ratio": value})]) for value in (1.0, 2.0)
    )
    found = compare_runs(before, after)
    assert found.otherwise == 1
    assert "Én opgave gik anderledes" in render_comparison(found)


def test_a_time_is_no_change(make_item, make_run):
    before, after = (
        make_run([make_item(1, scores={**RIGHT, "seconds": value})]) for value in (1.0, 2.0)
    )
    assert texts.NOTHING_CHANGED in render_comparison(compare_runs(before, after))


def test_an_overview_that_does_not_say_how_scores_are_read_claims_no_sameness(make_item, make_run):
    before, after = (
        make_run([make_item(1, scores={**RIGHT, "gold_precision": value})]) for value in (1.0, 0.5)
    )
    del after.overview["measures"]
    assert compare_runs(before, after).otherwise == 1


def test_other_documents_and_other_questions_are_told(make_item, make_run):
    before = make_run([make_item(1)])
    after = make_run([make_item(1), make_item(2)], gold="sha256:cc", version="sha256:dd")
    assert compare_runs(before, after).warnings == (texts.OTHER_VERSIONS, texts.OTHER_QUESTIONS)
    assert compare_runs(before, before).warnings == ()


def test_the_figures_of_both_stand_side_by_side(make_item, make_run):
    before = make_run([make_item(1, scores=WRONG), make_item(2)])
    figures = compare_runs(before, make_run([make_item(1), make_item(2)])).figures
    found = next(f for f in figures if f.name == "Mindst én henvisning er rigtig")
    assert (found.before, found.after) == ("50,0\xa0%", "100,0\xa0%")


def test_what_a_question_holds_is_encoded(make_item, make_run):
    evil = {"question": "<img src=x onerror=alert(1)>", "given": "<script>alert(1)</script>"}
    before = make_run([make_item(1, scores=WRONG, **evil)])
    shown = render_comparison(compare_runs(before, make_run([make_item(1, **evil)])))
    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;img" in shown


def test_many_changes_are_cut_and_counted(make_item, make_run):
    numbers = range(MOST_SHOWN + 3)
    before = make_run([make_item(n, scores=WRONG) for n in numbers])
    shown = render_comparison(compare_runs(before, make_run([make_item(n) for n in numbers])))
    count = len(numbers)
    assert texts.CHANGES_LEFT_OUT.format(shown=MOST_SHOWN, count=count) in shown
    assert texts.BECAME_BETTER.format(count=count) in shown


@given(outcomes=st.lists(st.tuples(st.booleans(), st.booleans()), max_size=6))
def test_each_question_is_better_or_worse_or_neither(outcomes, make_item, make_run):
    runs = [
        make_run([make_item(n, scores=RIGHT if o[side] else WRONG) for n, o in enumerate(outcomes)])
        for side in (0, 1)
    ]
    found = compare_runs(*runs)
    assert len(found.better) == sum(after and not before for before, after in outcomes)
    assert len(found.worse) == sum(before and not after for before, after in outcomes)
    backwards = compare_runs(*reversed(runs))
    assert {c.id for c in backwards.worse} == {c.id for c in found.better}
