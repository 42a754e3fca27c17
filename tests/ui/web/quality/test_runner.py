import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.settings import Settings
from ui.storage.errors import StorageError
from ui.storage.noun import TestCase
from ui.web.quality import texts
from ui.web.quality.run_state import Phase, RunKind
from ui.web.quality.runner import SECONDS_TO_END, EvalRunner

AT = datetime(2026, 11, 30, tzinfo=UTC)
PATIENCE = 120
CASES = (
    TestCase(1, "Hvad er social kapital?", "", "Fundamentet", "", "", AT),
    TestCase(2, "Hvem vandt VM i fodbold i 2022?", "leder", "", "", "", AT),
)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "runs"


@pytest.fixture
def runner(workplace, store, folder):
    opened = EvalRunner(workplace.settings, store, folder)
    yield opened
    opened.close()


def _wait_for(runner, *phases):
    deadline = time.monotonic() + PATIENCE
    while runner.state.phase not in phases:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return runner.state


def test_own_cases_are_run_stored_and_nothing_else_is_left(runner, store, folder):
    started = runner.start(RunKind.CASES, CASES, "Mine prøver")
    assert (started.phase, started.kind, started.number) == (Phase.STARTING, RunKind.CASES, 1)
    state = runner.wait(PATIENCE)
    assert (state.phase, state.message) == (Phase.DONE, "")
    assert state.done == state.total > 0
    assert state.seconds > 0
    run = store.read_run(state.run_id)
    assert (run.kind, run.title) == ("cases", "Mine prøver")
    assert [answer["name"] for answer in run.overview["answers"]] == ["Prøve 1", "Prøve 2"]
    assert {item["id"] for item in run.record["items"] if item["task"] != "robustness"} == {
        "Prøve 1",
        "Prøve 2",
    }
    assert list(folder.iterdir()) == []


def test_a_run_can_be_cancelled_and_leaves_nothing(runner, store, folder):
    runner.start(RunKind.SUITE, only=("answerable",))
    state = _wait_for(runner, Phase.RUNNING)
    assert state.task == "Spørgsmål, som dokumentet svarer på"
    assert runner.start(RunKind.CASES, CASES).kind is RunKind.SUITE  # one at a time
    runner.cancel()
    state = runner.wait(5)
    assert (state.phase, state.run_id) == (Phase.CANCELLED, None)
    assert store.list_runs() == ()
    assert list(folder.iterdir()) == []


def test_a_run_that_is_cancelled_at_once_never_measures(runner, store):
    runner.start(RunKind.SUITE)
    runner.cancel()
    assert runner.wait(10).phase is Phase.CANCELLED
    assert store.list_runs() == ()


def test_why_a_run_failed_is_told_and_the_next_can_begin(runner, folder):
    broken = TestCase(7, "Hvad?", "", "Et afsnit, som ikke findes", "", "", AT)
    runner.start(RunKind.CASES, [broken])
    state = runner.wait(PATIENCE)
    assert state.phase is Phase.FAILED
    assert (
        "Egne prøver, linje 1: afsnittet »Et afsnit, som ikke findes« findes ikke" in state.message
    )
    assert str(folder) not in state.message
    assert list(folder.iterdir()) == []
    assert runner.start(RunKind.CASES, CASES).number == 2


def test_other_documents_have_no_suite(store, folder, tmp_path, test_documents):
    other = next(path for path in sorted(test_documents.iterdir()) if path.is_dir())
    settings = Settings(documents=other, index_dir=tmp_path / "index")
    runner = EvalRunner(settings, store, folder)
    runner.start(RunKind.SUITE)
    state = runner.wait(PATIENCE)
    runner.close()
    assert (state.phase, state.message) == (Phase.FAILED, texts.OTHER_DOCUMENTS)


def test_a_database_that_fails_is_told_of(runner, monkeypatch):
    def fail(_):
        raise StorageError("unknown_code")

    monkeypatch.setattr(runner._store, "add_run", fail)
    runner.start(RunKind.CASES, CASES[1:])
    state = runner.wait(PATIENCE)
    assert state.phase is Phase.FAILED
    assert state.message


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_failure_and_no_crash(workplace, store, tmp_path):
    (tmp_path / "locked").mkdir(mode=0o500)
    runner = EvalRunner(workplace.settings, store, tmp_path / "locked" / "runs")
    runner.start(RunKind.SUITE)
    assert runner.wait(10).message == texts.RUN_FAILED


def test_a_server_that_stops_ends_the_run_at_once(runner, folder):
    runner.start(RunKind.SUITE)
    _wait_for(runner, Phase.RUNNING)
    began = time.monotonic()
    runner.close()
    assert runner.state.phase is Phase.CANCELLED
    assert time.monotonic() - began < SECONDS_TO_END
    assert list(folder.iterdir()) == []


def test_nothing_to_cancel_is_no_error(runner):
    assert runner.cancel().phase is Phase.IDLE
    assert runner.wait(0).phase is Phase.IDLE
