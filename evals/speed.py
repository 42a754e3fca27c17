"""Measure speed: warm questions, whole cold processes, and building the index."""

import itertools
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assistant.opening import Workplace
from assistant.pipeline import Ask
from assistant.settings import read_settings
from evals.gold.question import GoldQuestion

_COLD_QUESTION = "Hvad forventes af mig som leder?"


def time_warm(workplace: Workplace, questions: list[GoldQuestion], count: int) -> list[float]:
    """Return the milliseconds of `count` answers in one process, after one to warm up."""
    assistant = workplace.assistant
    assistant.answer(Ask(questions[0].question))
    times: list[float] = []
    for gold in itertools.islice(itertools.cycle(questions), count):
        started = time.perf_counter()
        assistant.answer(Ask(gold.question))
        times.append((time.perf_counter() - started) * 1000)
    return times


def time_cold(runs: int) -> list[float]:
    """Return the seconds of `runs` whole processes that answer one question each."""
    command = [sys.executable, "-m", "ui.cli", "ask", _COLD_QUESTION]
    times: list[float] = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=dict(os.environ))  # noqa: S603  our own module
        times.append(time.perf_counter() - started)
    return times


def time_build(runs: int) -> list[float]:
    """Return the seconds of building the bundled index `runs` times, the model loaded."""
    times: list[float] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            workplace = Workplace(read_settings(index_dir=Path(folder)))
            workplace.embedder.embed_query("varm")
            started = time.perf_counter()
            workplace.build_index()
            times.append(time.perf_counter() - started)
    return times
