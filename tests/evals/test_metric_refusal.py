import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric.refusal import (
    FOLDS,
    CurvePoint,
    Refused,
    choose_threshold,
    cross_validate,
    refusal_curve,
    refuse_at,
    refused_at,
)

ANSWERABLE = [0.9, 0.8, 0.7, 0.4]
UNANSWERABLE = [0.1, 0.5, 0.95]
PROBABILITIES = st.lists(st.floats(0.0, 1.0), min_size=1, max_size=8)


def test_the_curve_has_a_point_for_every_threshold_that_changes_something():
    curve = refusal_curve([0.8, 0.4], [0.1, 0.5])
    assert curve == [
        CurvePoint(0.0, 0.0, 0.0),
        CurvePoint(0.1, 0.0, 0.0),
        CurvePoint(0.4, 0.0, 0.5),
        CurvePoint(0.5, 0.5, 0.5),
        CurvePoint(0.8, 0.5, 1.0),
        CurvePoint(float("inf"), 1.0, 1.0),
    ]


@pytest.mark.parametrize(
    ("false_refusals", "refused"),
    [
        (0.0, 1 / 3),  # a threshold of .4 refuses .1 alone
        (0.24, 1 / 3),
        (0.25, 2 / 3),  # a threshold of .7 refuses .4 wrongly, and .1 and .5
        (1.0, 1.0),
    ],
)
def test_refused_at_is_the_most_that_can_be_refused_at_that_cost(false_refusals, refused):
    assert refused_at(ANSWERABLE, UNANSWERABLE, false_refusals) == pytest.approx(refused)


def test_refused_at_is_missing_without_questions_of_either_kind():
    assert refused_at([], UNANSWERABLE, 0.05) is None
    assert refused_at(ANSWERABLE, [], 0.05) is None


def test_probabilities_that_separate_the_two_refuse_everything_at_no_cost():
    assert refused_at([0.6, 0.7], [0.1, 0.5], 0.0) == 1.0


@given(PROBABILITIES, PROBABILITIES)
def test_the_curve_runs_from_nothing_to_everything_and_never_falls(answerable, unanswerable):
    curve = refusal_curve(answerable, unanswerable)
    assert (curve[0].false_refusals, curve[0].refused) == (0.0, 0.0)
    assert (curve[-1].false_refusals, curve[-1].refused) == (1.0, 1.0)
    for axis in ("threshold", "false_refusals", "refused"):
        values = [getattr(point, axis) for point in curve]
        assert values == sorted(values)


@given(PROBABILITIES, PROBABILITIES)
def test_more_false_refusals_never_allow_fewer_right_ones(answerable, unanswerable):
    values = [refused_at(answerable, unanswerable, cost) for cost in (0.0, 0.05, 0.5, 1.0)]
    assert values == sorted(values)
    assert values[-1] == 1.0


@pytest.mark.parametrize(
    ("false_refusals", "threshold"),
    [(0.0, 0.4), (0.24, 0.4), (0.25, 0.7), (0.5, 0.8), (0.99, 0.9), (1.0, float("inf"))],
)
def test_the_threshold_is_the_highest_that_costs_no_more(false_refusals, threshold):
    assert choose_threshold(ANSWERABLE, false_refusals) == threshold


def test_equal_probabilities_are_refused_together_or_not_at_all():
    assert choose_threshold([0.4, 0.4, 0.8, 0.9], 0.25) == 0.4
    assert choose_threshold([0.4, 0.4, 0.8, 0.9], 0.5) == 0.8


def test_a_share_that_binary_cannot_hold_is_still_reached():
    values = [n / 100 for n in range(100)]
    assert choose_threshold(values, 0.29) == 0.29  # 0.29 * 100 is 28.999999999999996


def test_no_threshold_is_chosen_on_nothing():
    with pytest.raises(ValueError, match="no answerable"):
        choose_threshold([], 0.05)


def test_a_threshold_chosen_on_its_own_questions_names_what_it_refuses():
    answerable = dict(zip("abcd", ANSWERABLE, strict=True))
    unanswerable = dict(zip("xyz", UNANSWERABLE, strict=True))
    found = refuse_at(answerable, unanswerable, 0.25)
    assert found == Refused(wrongly=frozenset("d"), rightly=frozenset("xy"))


@given(PROBABILITIES, PROBABILITIES, st.floats(0.0, 1.0))
def test_what_is_named_is_as_much_as_the_curve_says(answerable, unanswerable, cost):
    named = [{str(n): v for n, v in enumerate(values)} for values in (answerable, unanswerable)]
    found = refuse_at(*named, cost)
    assert len(found.rightly) / len(unanswerable) == refused_at(answerable, unanswerable, cost)
    assert len(found.wrongly) / len(answerable) <= cost


WORKED_ANSWERABLE = {"a1": 0.9, "a2": 0.8, "a3": 0.7, "a4": 0.6, "a5": 0.4}
WORKED_UNANSWERABLE = {"u1": 0.1, "u2": 0.5, "u3": 0.65, "u4": 0.65, "u5": 0.95}


def test_the_worked_example_of_a_cross_validation():
    """It stands in docs/evals.md.

    Rounds 1 to 3 choose .6 (.4 alone lies below), rounds 4 and 5 choose .7.
    """
    found = cross_validate(WORKED_ANSWERABLE, WORKED_UNANSWERABLE, 0.25)
    assert found == Refused(wrongly=frozenset({"a4", "a5"}), rightly=frozenset({"u1", "u2", "u4"}))
    same = refuse_at(WORKED_ANSWERABLE, WORKED_UNANSWERABLE, 0.25)
    assert same == Refused(wrongly=frozenset({"a5"}), rightly=frozenset({"u1", "u2"}))


def test_the_folds_depend_on_ids_and_not_on_the_order_of_the_questions():
    shuffled = (dict(reversed(v.items())) for v in (WORKED_ANSWERABLE, WORKED_UNANSWERABLE))
    expected = cross_validate(WORKED_ANSWERABLE, WORKED_UNANSWERABLE, 0.25)
    assert cross_validate(*shuffled, 0.25) == expected


def test_a_question_has_no_say_in_the_threshold_that_it_is_tried_with():
    before = cross_validate(WORKED_ANSWERABLE, {"u1": 0.55}, 0.25)
    assert before.rightly == {"u1"}  # the first round chooses .6 without a1
    moved = cross_validate({**WORKED_ANSWERABLE, "a1": 0.5}, {"u1": 0.55}, 0.25)
    assert moved.rightly == {"u1"}
    assert refuse_at({**WORKED_ANSWERABLE, "a1": 0.5}, {"u1": 0.55}, 0.25).rightly == frozenset()


@given(st.lists(st.floats(0.0, 1.0), min_size=FOLDS, max_size=12), PROBABILITIES)
def test_every_question_is_tried_once_and_all_of_them_at_the_highest_cost(held, unheld):
    answerable, unanswerable = ({str(n): v for n, v in enumerate(vs)} for vs in (held, unheld))
    found = cross_validate(answerable, unanswerable, 1.0)
    assert found == Refused(frozenset(answerable), frozenset(unanswerable))


def test_fewer_answerable_questions_than_folds_cannot_be_cross_validated():
    with pytest.raises(ValueError, match="4 answerable"):
        cross_validate(dict(zip("abcd", ANSWERABLE, strict=True)), {}, 0.05)
