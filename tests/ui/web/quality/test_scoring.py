import pytest

from ui.web.quality.scoring import Direction, ScoreMeaning, compare_scores, judge

MEANINGS = {
    ("a", "high"): ScoreMeaning("Høj", "percent", True),
    ("a", "low"): ScoreMeaning("Lav", "count", False),
    ("a", "neither"): ScoreMeaning("Længde", "times", None),
}


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ({"high": 0.5}, {"high": 0.5}, Direction.SAME),
        ({"high": 0.5}, {"high": 0.6}, Direction.BETTER),
        ({"low": 0.0}, {"low": 1.0}, Direction.WORSE),
        ({"high": 0.5, "low": 1.0}, {"high": 0.6, "low": 0.0}, Direction.BETTER),
        ({"high": 0.5, "low": 0.0}, {"high": 0.6, "low": 1.0}, Direction.OTHER),
        ({"high": 0.5, "neither": 1.0}, {"high": 0.4, "neither": 2.0}, Direction.WORSE),
        ({"neither": 1.0}, {"neither": 2.0}, Direction.OTHER),
        ({"high": None}, {"high": 0.0}, Direction.OTHER),
        ({}, {"unknown": 1.0}, Direction.OTHER),
        ({"seconds": 1.0}, {"seconds": 2.0}, Direction.SAME),
        ({"high": 0.1 + 0.2}, {"high": 0.3}, Direction.SAME),
    ],
)
def test_which_way_a_question_went(before, after, direction):
    assert judge(compare_scores(before, after, "a", MEANINGS)) is direction


def test_scores_are_told_as_danes_write_them():
    before = {"high": 2 / 3, "low": 1.0, "neither": None}
    found = compare_scores(before, {"high": 1.0, "low": 0.0, "neither": 1.25}, "a", MEANINGS)
    assert [(change.name, change.before, change.after) for change in found] == [
        ("Høj", "66,7\xa0%", "100,0\xa0%"),
        ("Lav", "1", "0"),
        ("Længde", "–", "1,25"),
    ]
