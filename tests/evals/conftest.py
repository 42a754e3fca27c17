"""What the tests of the evals share: records, made by hand and measured once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from assistant.opening import Workplace
from evals.gold.row import BUNDLED_GOLD
from evals.measure import compute_figures
from evals.record import Item, Record, Source, forget_exchanges
from evals.suite import Gold, plan_suite, read_all_gold, run_tasks

MakeRecord = Callable[..., Record]


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """Makes a record of items, with the figures that they come to."""

    def make(items: Sequence[Item], **changes: Any) -> Record:
        record = Record(
            created="2026-11-23T20:05:00+00:00",
            engine="extractive",
            documents=(Source("grundlag", "sha256:aa"),),
            gold="sha256:bb",
            seconds=12.5,
            items=tuple(items),
            figures=tuple(compute_figures(items)),
        )
        return replace(record, **changes)

    return make


@pytest.fixture(scope="session")
def gold() -> Gold:
    """The bundled document's gold sets."""
    return read_all_gold(BUNDLED_GOLD)


@pytest.fixture(scope="session")
def healthy(workplace: Workplace, gold: Gold) -> Record:
    """What the assistant as it is comes to, without what was asked: much of it is not to be seen.

    Only of the tasks that its own answers are measured by.
    """
    tasks = plan_suite(workplace, gold, ("answerable", "unanswerable", "coverage"))
    return forget_exchanges(run_tasks(workplace, tasks, gold.hash))
