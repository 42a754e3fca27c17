import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metric.refusal import CurvePoint, refusal_curve, refused_at

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
