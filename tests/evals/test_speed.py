import pytest

from evals.gold.question import read_gold
from evals.gold.row import BUNDLED_GOLD
from evals.speed import time_build, time_cold, time_warm


def test_warm_answers_are_timed_in_milliseconds_going_round_the_questions(workplace):
    questions = read_gold(BUNDLED_GOLD / "answerable.jsonl")[:3]
    times = time_warm(workplace, questions, 7)
    assert len(times) == 7
    assert all(0.0 < time < 5_000 for time in times)


def test_a_cold_process_is_timed_in_seconds(monkeypatch, built_store):
    monkeypatch.setenv("LEDELSESASSISTENT_INDEX_DIR", str(built_store.path.parent))
    (seconds,) = time_cold(1)
    assert 0.1 < seconds < 60


def test_a_build_is_timed_in_seconds():
    (seconds,) = time_build(1)
    assert 0.01 < seconds < 60


def test_no_runs_take_no_time(workplace):
    assert time_cold(0) == []
    assert time_build(0) == []
    with pytest.raises(IndexError):
        time_warm(workplace, [], 1)
