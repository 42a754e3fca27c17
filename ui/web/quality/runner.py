"""Run the evals for everybody: one child process at a time, whatever page it was started from."""

import logging
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Condition, Thread, Timer
from typing import Any

from assistant.settings import Settings
from ui.failure import explain_code
from ui.storage.errors import StorageError
from ui.storage.noun import RunDraft, TestCase
from ui.storage.store import Store
from ui.web.quality import texts
from ui.web.quality.child import (
    OVERVIEW,
    RECORD,
    explain_failure,
    read_progress,
    read_result,
    start_child,
    write_cases,
)
from ui.web.quality.run_state import Phase, RunKind, RunState

SECONDS_TO_END = 3.0
"""How long a child that is asked to end may take."""

_CASES_FILE = "cases.jsonl"
_LINES_KEPT = 60

_log = logging.getLogger(__name__)


class EvalRunner:
    """Runs the evals and stores what they came to.

    Args:
        settings: Those of the server; the child is handed those that it needs.
        store: Where runs are kept.
        folder: Where the child writes while it runs.
    """

    def __init__(self, settings: Settings, store: Store, folder: Path) -> None:
        self._settings = settings
        self._store = store
        self._folder = folder
        self._changed = Condition()
        self._state = RunState()
        self._started = 0.0
        self._is_cancelled = False
        self._process: subprocess.Popen[str] | None = None
        self._thread: Thread | None = None

    @property
    def state(self) -> RunState:
        """How far the latest run is."""
        with self._changed:
            if not self._state.is_running:
                return self._state
            return replace(self._state, seconds=time.monotonic() - self._started)

    def start(
        self,
        kind: RunKind,
        cases: Sequence[TestCase] = (),
        title: str = "",
        *,
        only: Sequence[str] = (),
    ) -> RunState:
        """Start a run and return how far it is; one that is under way goes on and is returned.

        Args:
            kind: What to run.
            cases: HR's own cases, for a run of those.
            title: What the run is called, or "".
            only: The parts of the suite to run; all of them if empty.
        """
        with self._changed:
            if self._state.is_running:
                return self._state
            self._is_cancelled = False
            self._started = time.monotonic()
            number = self._state.number + 1
            self._state = RunState(kind, Phase.STARTING, title=title, number=number)
            given = (tuple(cases), tuple(only))
            self._thread = Thread(target=self._run, args=given, name="evals", daemon=True)
            self._thread.start()
            return self._state

    def cancel(self) -> RunState:
        """End the run that is under way, if there is one; soon nothing of it is left."""
        with self._changed:
            if self._state.is_running:
                self._is_cancelled = True
                self._end_child()
            return self._state

    def wait(self, seconds: float) -> RunState:
        """Wait until the run has ended, or so long; return how far it is."""
        with self._changed:
            self._changed.wait_for(lambda: not self._state.is_running, seconds)
        return self.state

    def close(self) -> None:
        """End what runs at once, for the server stops."""
        with self._changed:
            self._is_cancelled = True
            if self._process is not None:
                self._process.kill()
        self.wait(SECONDS_TO_END)

    def _run(self, cases: Sequence[TestCase], only: Sequence[str]) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(
                prefix="run-", dir=self._folder, ignore_cleanup_errors=True
            ) as folder:
                ended = self._run_in(Path(folder), cases, only)
        except StorageError as error:
            ended = {"phase": Phase.FAILED, "message": explain_code(error.code, error.fields)}
        except Exception:  # noqa: BLE001  nobody else hears of it in this thread
            _log.exception("a run of the evals failed")
            ended = {"phase": Phase.FAILED, "message": texts.RUN_FAILED}
        self._update(**ended, seconds=time.monotonic() - self._started)

    def _run_in(
        self, folder: Path, cases: Sequence[TestCase], only: Sequence[str]
    ) -> dict[str, Any]:
        """Run the child in a folder of its own; return how it ended."""
        path = folder / _CASES_FILE
        is_own = self._state.kind is RunKind.CASES
        if is_own:
            write_cases(cases, path)
        with self._begin(folder, path if is_own else None, only) as process:
            said = self._follow(process)
        with self._changed:
            self._process = None
        if self._is_cancelled:
            return {"phase": Phase.CANCELLED}
        if process.returncode:
            _log.warning("the evals ended with %s: %s", process.returncode, said)
            message = explain_failure(said, process.returncode, path)
            return {"phase": Phase.FAILED, "message": message}
        return {"phase": Phase.DONE, "run_id": self._store_run(folder)}

    def _begin(
        self, folder: Path, cases: Path | None, only: Sequence[str]
    ) -> subprocess.Popen[str]:
        process = start_child(self._settings, folder, cases=cases, only=only)
        with self._changed:
            self._process = process
            if self._is_cancelled:  # while it was started
                self._end_child()
        return process

    def _follow(self, process: subprocess.Popen[str]) -> list[str]:
        """Follow the child to its end; return what it said that was no progress."""
        said: list[str] = []
        for line in process.stderr or ():
            progress = read_progress(line)
            if progress is None:
                said = [*said, line.rstrip()][-_LINES_KEPT:]
                continue
            is_measured = progress.done >= progress.total
            self._update(
                phase=Phase.STORING if is_measured else Phase.RUNNING,
                done=progress.done,
                total=progress.total,
                task=progress.task,
            )
        return said

    def _store_run(self, folder: Path) -> int:
        overview, record = (read_result(folder / name) for name in (OVERVIEW, RECORD))
        state = self.state
        draft = RunDraft(state.kind.value, state.seconds, overview, record, state.title)
        return self._store.add_run(draft).id

    def _update(self, **changes: Any) -> None:  # noqa: ANN401  fields of the state
        with self._changed:
            self._state = replace(self._state, **changes)
            self._changed.notify_all()

    def _end_child(self) -> None:
        process = self._process
        if process is None:
            return
        process.terminate()
        timer = Timer(SECONDS_TO_END, process.kill)  # nothing happens to one that has ended
        timer.daemon = True
        timer.start()
