"""How far a run of the evals is."""

from dataclasses import dataclass
from enum import StrEnum


class RunKind(StrEnum):
    """What is run."""

    SUITE = "suite"
    CASES = "cases"


class Phase(StrEnum):
    """How far a run is."""

    IDLE = "idle"
    STARTING = "starting"
    RUNNING = "running"
    STORING = "storing"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


_UNDER_WAY = frozenset({Phase.STARTING, Phase.RUNNING, Phase.STORING})


@dataclass(frozen=True)
class RunState:
    """How far a run is; before the first, nothing is run.

    Attributes:
        kind: What is run.
        phase: How far it is.
        done: How many measurements are done.
        total: How many there are; 0 while that is not known.
        task: What is measured just now, in Danish.
        message: Why the run failed, as Danish sentences, or "".
        run_id: The stored run, once it is done; else None.
        seconds: How long it has taken.
        title: What HR called it, or "".
        number: Which run since the server started it is, from 1.
    """

    kind: RunKind = RunKind.SUITE
    phase: Phase = Phase.IDLE
    done: int = 0
    total: int = 0
    task: str = ""
    message: str = ""
    run_id: int | None = None
    seconds: float = 0.0
    title: str = ""
    number: int = 0

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self.phase in _UNDER_WAY

    @property
    def percent(self) -> int:
        """How much is done, from 0 to 100.

        >>> RunState(done=1, total=3).percent, RunState().percent
        (33, 0)
        """
        return 100 * self.done // self.total if self.total else 0
