from dataclasses import replace
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability.regression import Regression

REGRESSION = Regression(
    weights={"near": 2.0, "far": -1.0},
    means={"near": 0.5, "far": 0.0},
    scales={"near": 0.25, "far": 2.0},
    intercept=-1.0,
)
CALIBRATED = replace(REGRESSION, slope=0.5, offset=0.25)


def test_a_probability_is_the_logistic_of_the_standardised_signals():
    # -1 + 2 * (0.75 - 0.5) / 0.25 - 1 * (4 - 0) / 2 = -1 + 2 - 2 = -1
    assert REGRESSION.probability({"near": 0.75, "far": 4.0}) == pytest.approx(1 / (1 + exp(1)))


def test_a_missing_signal_counts_as_zero():
    # -1 + 2 * (0 - 0.5) / 0.25 = -5
    assert REGRESSION.probability({}) == pytest.approx(1 / (1 + exp(5)))


def test_a_signal_without_a_weight_counts_for_nothing():
    known = {"near": 0.75, "far": 4.0}
    assert REGRESSION.probability({**known, "new": 9.0}) == REGRESSION.probability(known)
    assert REGRESSION.contributions({**known, "new": 9.0}).keys() == {"near", "far"}


def test_calibration_scales_and_moves_the_log_odds():
    # 0.5 * (-1) + 0.25 = -0.25
    assert CALIBRATED.probability({"near": 0.75, "far": 4.0}) == pytest.approx(1 / (1 + exp(0.25)))


def test_a_contribution_is_the_calibrated_weight_of_the_standardised_signal():
    # 0.5 * 2 * (0.75 - 0.5) / 0.25 = 1 and 0.5 * -1 * (4 - 0) / 2 = -1
    assert CALIBRATED.contributions({"near": 0.75, "far": 4.0}) == {"near": 1.0, "far": -1.0}


def test_a_usual_question_has_contributions_of_zero():
    assert set(CALIBRATED.contributions(CALIBRATED.means).values()) == {0.0}


@given(st.dictionaries(st.sampled_from(["near", "far"]), st.floats(-3, 3)))
def test_contributions_add_up_to_the_log_odds(signals):
    chance = CALIBRATED.probability(signals)
    total = sum(CALIBRATED.contributions(signals).values())
    assert log(chance / (1 - chance)) == pytest.approx(total + 0.5 * -1.0 + 0.25, abs=1e-6)


@given(st.dictionaries(st.sampled_from(["near", "far"]), st.floats(-1e12, 1e12)))
def test_a_probability_stays_between_0_and_1(signals):
    assert 0.0 < CALIBRATED.probability(signals) < 1.0
