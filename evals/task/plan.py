"""What a task is to the suite: a name, how many items it will yield, and a way to run it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evals.record import Item


@dataclass(frozen=True)
class Task:
    """One part of the suite, ready to run.

    Attributes:
        name: A key of `evals.measure.MEASURES`.
        total: How many items it yields.
        run: Yields the items one at a time, so that a run can show how far it is.
    """

    name: str
    total: int
    run: Callable[[], Iterator[Item]]
