from dataclasses import replace
from math import comb, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answerability.estimate import (
    calibrate,
    choose_threshold,
    fit_regression,
    fit_wording,
    most_refused,
)
from assistant.answerability.regression import Regression
from assistant.answerability.wording import hash_ngrams

SIZE = 1 << 14
SLOPE = Regression({"x": 1.0}, {"x": 0.0}, {"x": 1.0}, 0.0)


def _rows(*values):
    return [{"x": float(value), "noise": 1.0} for value in values]


# Wordings.


def test_a_wording_tells_apart_what_it_was_taught():
    texts = ["hvad er mod", "hvad er tillid", "hvad koster ferie", "hvad koster bussen"]
    wording = fit_wording(texts, [1, 1, 0, 0], bits=14, strength=20.0)
    assert wording.weights.shape == wording.rarity.shape == (SIZE,)
    assert wording.score("hvad er ro") > wording.score("hvad koster ro")
    assert wording.score("hvad er mod") > 0 > wording.score("hvad koster bussen")


def test_the_rarity_of_an_ngram_is_its_inverse_document_frequency():
    wording = fit_wording(["mod", "mod ro"], [1, 0], bits=14, strength=1.0)
    shared, alone = hash_ngrams("mod", SIZE), hash_ngrams("ro", SIZE)
    # log((1 + 2) / (1 + 2)) + 1 in both texts, log((1 + 2) / (1 + 1)) + 1 in one, +1 in none.
    assert wording.rarity[shared] == pytest.approx(1.0)
    assert wording.rarity[alone] == pytest.approx(log(3 / 2) + 1)
    assert wording.rarity[hash_ngrams("zzz", SIZE)] == pytest.approx(log(3) + 1)


def test_what_was_never_seen_weighs_nothing():
    wording = fit_wording(["mod", "ro"], [1, 0], bits=14, strength=1.0)
    assert not wording.weights[hash_ngrams("zzz", SIZE)].any()


def test_a_text_without_ngrams_does_no_harm():
    wording = fit_wording(["mod", "ro", "?!", ""], [1, 0, 0, 1], bits=14, strength=1.0)
    assert np.isfinite(wording.weights).all()
    assert wording.score("mod") > wording.score("ro")


def test_a_kind_with_few_texts_is_worth_as_much_as_one_with_many():
    few = fit_wording(["mod", *["ro"] * 9], [1, *[0] * 9], bits=14, strength=1.0)
    # Nothing speaks for either: without balancing it would lean far towards the nine.
    assert few.score("zzz") == pytest.approx(0.0, abs=0.2)


# Signals.


def test_a_fitted_regression_tells_the_two_kinds_apart():
    rows = _rows(0.8, 0.9, 1.0, 0.95, 0.0, 0.1, 0.2, 0.15)
    fitted = fit_regression(rows, [1] * 4 + [0] * 4, ["x"])
    assert fitted.weights.keys() == {"x"}
    assert fitted.means["x"] == pytest.approx(0.5125)
    assert fitted.scales["x"] == pytest.approx(np.std([row["x"] for row in rows]), abs=1e-6)
    assert all(fitted.probability(row) > 0.5 for row in rows[:4])
    assert all(fitted.probability(row) < 0.5 for row in rows[4:])


def test_a_signal_that_never_changes_does_no_harm():
    fitted = fit_regression(_rows(1.0, 0.0), [1, 0], ["x", "noise"])
    assert fitted.scales["noise"] == 1.0
    assert fitted.weights["noise"] == 0.0
    assert 0.0 < fitted.probability({"x": 0.5, "noise": 1.0}) < 1.0


def test_calibrated_probabilities_mean_what_they_say():
    rows = _rows(-1, 1, 2, 3, -3, -2, -1, 1)
    boastful = replace(SLOPE, weights={"x": 9.0}, intercept=10.0)
    calibrated = calibrate(boastful, rows, [1] * 4 + [0] * 4)
    assert 0.0 < calibrated.slope < 1.0
    # As many of the one kind as of the other: by their probabilities half of them are answerable.
    assert np.mean([calibrated.probability(row) for row in rows]) == pytest.approx(0.5, abs=1e-3)
    assert np.mean([boastful.probability(row) for row in rows]) > 0.6
    assert calibrated.weights == boastful.weights


# Thresholds.


@pytest.mark.parametrize(("smallest", "refused"), [(93, 1), (124, 2), (153, 3), (181, 4)])
def test_as_many_may_be_refused_as_the_known_table_of_95_and_5_says(smallest, refused):
    # The usual sample sizes for 95 % confidence of at most 5 %: 59, 93, 124, 153, 181.
    assert most_refused(smallest, risk=0.05, confidence=0.95) == refused
    assert most_refused(smallest - 1, risk=0.05, confidence=0.95) == refused - 1


@given(st.integers(1, 300), st.floats(0.01, 0.3), st.floats(0.6, 0.99))
def test_the_bound_is_that_of_clopper_and_pearson(questions, risk, confidence):
    def at_most(count):
        """Return the chance of so few refusals, were the true share the risk."""
        return sum(
            comb(questions, n) * risk**n * (1 - risk) ** (questions - n) for n in range(count + 1)
        )

    refused = most_refused(questions, risk=risk, confidence=confidence)
    assert refused == 0 or at_most(refused) <= 1 - confidence + 1e-9
    assert refused + 1 >= questions or at_most(refused + 1) > 1 - confidence - 1e-9


@pytest.mark.parametrize("questions", [0, 1, 2])
def test_with_hardly_a_question_none_may_be_refused(questions):
    assert most_refused(questions, risk=0.05, confidence=0.95) == 0


def test_the_threshold_refuses_as_many_as_it_may():
    rows = _rows(*(value / 10 for value in reversed(range(124))))
    chosen = choose_threshold(SLOPE, rows, risk=0.05, confidence=0.95)
    refused = [row["x"] for row in rows if chosen.probability(row) < chosen.threshold]
    assert sorted(refused) == [0.0, 0.1]


def test_questions_as_likely_as_the_last_one_are_answered():
    rows = _rows(*[1.0] * 60, *[2.0] * 64)
    chosen = choose_threshold(SLOPE, rows, risk=0.05, confidence=0.95)
    assert all(chosen.probability(row) >= chosen.threshold for row in rows)


def test_too_few_questions_to_promise_anything_are_all_answered():
    chosen = choose_threshold(SLOPE, _rows(3.0, 0.5, 2.0), risk=0.05, confidence=0.95)
    assert chosen.threshold == pytest.approx(SLOPE.probability({"x": 0.5}), abs=1e-6)
    assert chosen.threshold <= SLOPE.probability({"x": 0.5})


def test_no_questions_leave_the_threshold_as_it_is():
    assert choose_threshold(SLOPE, [], risk=0.05, confidence=0.95) == SLOPE


@given(st.lists(st.floats(-20, 20), min_size=1, max_size=200))
def test_no_more_are_refused_than_the_risk_allows(values):
    rows = _rows(*values)
    chosen = choose_threshold(SLOPE, rows, risk=0.05, confidence=0.8)
    refused = sum(chosen.probability(row) < chosen.threshold for row in rows)
    assert refused <= most_refused(len(rows), risk=0.05, confidence=0.8)
