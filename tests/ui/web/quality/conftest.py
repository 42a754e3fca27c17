"""Runs of the evals as the store gives them, made of a few items and measured for real."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter

from evals.floor import Floor
from evals.measure import compute_figures
from evals.record import Exchange, Item, Record, Source, hide_test
from evals.report.overview import Overview, build_overview
from ui.storage.noun import StoredRun

FLOORS = (Floor("answerable", "any_right", 0.9, "Derfor."),)

MakeItem = Callable[..., Item]
MakeRun = Callable[..., StoredRun]


@pytest.fixture(scope="session")
def make_item() -> MakeItem:
    """Makes one measurement."""

    def make(number: int, task: str = "answerable", **changes: Any) -> Item:
        given = {"part": "dev", "kind": "direct", "question": f"Hvad er {number}?", **changes}
        exchange = Exchange(
            question=given["question"],
            expected=(given.get("expected", "Det ventede."),),
            note=f"Sted {number}",
            given=given.get("given", "Det **givne**.\n- Og mere."),
            status="answered",
            citations=("Afsnit 1",),
            reason="Derfor.",
            hits=("Afsnit 1 (0,90)",),
        )
        scores = given.get("scores") or {"any_right": 1.0, "first_right": 1.0, "false_refusal": 0.0}
        section = given.get("section", "Afsnit 1")
        identity = f"Q{number:03}"
        return Item(task, identity, given["part"], given["kind"], "", section, scores, exchange)

    return make


@pytest.fixture(scope="session")
def make_run() -> MakeRun:
    """Makes a stored run of items, as `python -m evals run` would write it."""

    def make(items: Sequence[Item], *, number: int = 1, **changes: Any) -> StoredRun:
        record = Record(
            created=changes.get("created", "2026-11-23T20:05:00+00:00"),
            engine="extractive",
            documents=(Source("grundlag", changes.get("version", "sha256:aa")),),
            gold=changes.get("gold", "sha256:bb"),
            seconds=92.0,
            items=tuple(items),
            figures=tuple(compute_figures(items)),
        )
        overview = build_overview(record, floors=changes.get("floors", FLOORS))
        return StoredRun(
            id=number,
            kind=changes.get("kind", "suite"),
            created=datetime(2026, 11, 23, 20, 5, tzinfo=UTC),
            seconds=95.0,
            overview=_as_json(Overview, overview),
            record=_as_json(Record, hide_test(record)),
            title=changes.get("title", ""),
        )

    return make


def _as_json(kind: type, value: object) -> dict[str, Any]:
    return json.loads(TypeAdapter(kind).dump_json(value))
