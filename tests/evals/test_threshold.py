import pytest

from evals.gold.answer import read_model_answers
from evals.threshold import MODEL_ANSWERS, SHIPPED, STRICT, Point, measure_threshold


@pytest.fixture(scope="module")
def answers():
    return read_model_answers(MODEL_ANSWERS)


def _part(answers, part):
    return [answer for answer in answers if answer.part == part]


def test_there_are_two_hundred_answers_good_and_hallucinated_in_both_parts(answers):
    assert len(answers) >= 200
    for part in ("dev", "test"):
        sentences = [s for answer in _part(answers, part) for s in answer.sentences]
        assert {a.writer for a in _part(answers, part)} == {"capable", "weak"}
        assert 0.4 < sum(s.is_supported for s in sentences) / len(sentences) < 0.6


@pytest.mark.parametrize("part", ["dev", "test"])
def test_as_shipped_at_most_one_in_twenty_shown_is_unsupported(answers, workplace, part):
    point = measure_threshold(_part(answers, part), workplace, SHIPPED)
    assert point.unsupported <= 0.05
    assert point.lost <= 0.35


@pytest.mark.parametrize("part", ["dev", "test"])
def test_the_strict_setting_shows_nothing_unsupported(answers, workplace, part):
    point = measure_threshold(_part(answers, part), workplace, STRICT)
    assert point.bad_shown == 0
    assert point.good_shown > 0


def test_shares_by_hand():
    point = Point(least=0.5, good=10, good_shown=9, bad_shown=1)
    assert point.lost == pytest.approx(0.1)
    assert point.unsupported == pytest.approx(0.1)
    assert Point(0.9, 10, 0, 0).unsupported == 0.0
