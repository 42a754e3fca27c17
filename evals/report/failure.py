"""The items that failed, with what was expected and what was given."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from evals.measure import MEASURES, Measure, MeasureKind
from evals.record import Exchange, Item, Record
from evals.report import texts
from evals.report.number import Unit, show
from evals.report.view import Row, Table
from evals.report.wording import (
    fault_text,
    group_text,
    item_name,
    kind_note,
    read_wording,
    task_text,
)

SHOWN = 200
"""How many failed items of one task are shown; a broken assistant fails them all."""

_UNSEEN = Exchange("")
"""What stands for the exchange of an item that kept none."""


@dataclass(frozen=True)
class FailedItem:
    """One failed item, to be read by a person.

    Attributes:
        id: As in the gold set; a rewritten question says how.
        faults: What is wrong with it.
        tags: Part, kind and role.
        status: How the question ended, or "".
        exchange: What was asked, expected and given.
    """

    id: str
    faults: tuple[str, ...]
    tags: tuple[str, ...]
    status: str
    exchange: Exchange


@dataclass(frozen=True)
class FailureGroup:
    """What failed in one task.

    Attributes:
        task: Which task.
        title: The same in words, with how many items failed that may be seen.
        asked: What the items ask about is called.
        noted: What their notes are called.
        remarks: What must be known of some kinds that failed.
        items: Those that may be seen.
        left_out: That some were left out, or "".
        hidden: How many failed of those that may not be seen, by kind; None if there are none.
    """

    task: str
    title: str
    asked: str
    noted: str
    remarks: tuple[str, ...]
    items: tuple[FailedItem, ...]
    left_out: str
    hidden: Table | None


def gather_failures(
    record: Record, *, show_test: bool = False, but: Collection[str] = ()
) -> list[FailureGroup]:
    """Return what failed, task by task; tasks without failures are left out.

    Args:
        record: The run.
        show_test: Whether items of the test part may be seen.
        but: Tasks that are shown elsewhere.
    """
    groups: list[FailureGroup] = []
    for task in (name for name in MEASURES if name not in but):
        items = record.of(task)
        may_be_seen = [item.part != "test" or (show_test and item.exchange) for item in items]
        seen = [item for item, visible in zip(items, may_be_seen, strict=True) if visible]
        hidden = [item for item, visible in zip(items, may_be_seen, strict=True) if not visible]
        group = _group(task, seen, hidden)
        if group.items or group.hidden:
            groups.append(group)
    return groups


def find_faults(item: Item) -> tuple[str, ...]:
    """Return what is wrong with an item, in Danish: its gravest failure, and every broken proof."""
    failed = [measure for measure in MEASURES.get(item.task, ()) if _fails(item, measure)]
    proofs = [measure.name for measure in failed if measure.kind is MeasureKind.COUNT]
    others = {measure.name for measure in failed} - set(proofs)
    ordered = [name for task, name in _fault_order() if task == item.task and name in others]
    return tuple(fault_text(item.task, name) for name in [*ordered[:1], *proofs])


def _fault_order() -> list[tuple[str, str]]:
    keys = (key.rpartition(".") for key in read_wording().faults)
    return [(task, name) for task, _, name in keys]


def _fails(item: Item, measure: Measure) -> bool:
    score = item.scores.get(measure.name)
    if score is None or not fault_text(item.task, measure.name):
        return False
    return score < 1 if measure.is_better_high else score > 0


def _group(task: str, seen: Sequence[Item], hidden: Sequence[Item]) -> FailureGroup:
    failed = [_tell(item, faults) for item in seen if (faults := find_faults(item))]
    words = task_text(task)
    pattern = texts.FAILURES_COUNT_ONE if len(failed) == 1 else texts.FAILURES_COUNT
    left_out = ""
    if len(failed) > SHOWN:
        left_out = texts.FAILURES_LEFT_OUT.format(shown=SHOWN, count=len(failed))
    return FailureGroup(
        task=task,
        title=pattern.format(title=words.title, count=len(failed)),
        asked=words.asked,
        noted=words.noted,
        remarks=_remarks(task, (*seen, *hidden)),
        items=tuple(failed[:SHOWN]),
        left_out=left_out,
        hidden=_count_hidden(task, hidden),
    )


def _tell(item: Item, faults: tuple[str, ...]) -> FailedItem:
    return FailedItem(
        id=item_name(item.task, item.id),
        faults=faults,
        tags=tag(item),
        status=status_text(item.exchange),
        exchange=item.exchange or _UNSEEN,
    )


def _remarks(task: str, items: Iterable[Item]) -> tuple[str, ...]:
    """Return what must be known of the kinds that failed, each kind named."""
    kinds = dict.fromkeys(item.kind for item in items if find_faults(item))
    return tuple(
        texts.REMARK.format(kind=group_text(f"kind:{kind}"), note=note)
        for kind in kinds
        if (note := kind_note(task, kind))
    )


def _count_hidden(task: str, items: Iterable[Item]) -> Table | None:
    """Return how many failed by kind; None if none did."""
    by_kind: defaultdict[str, list[bool]] = defaultdict(list)
    for item in items:
        by_kind[item.kind].append(bool(find_faults(item)))
    everything = [failed for kind in by_kind.values() for failed in kind]
    if not any(everything):
        return None
    rows = [
        _count_row(group_text(f"kind:{kind}") if kind else texts.MISSING, failed)
        for kind, failed in by_kind.items()
    ]
    total = _count_row(texts.FAILURES_ALL, everything)
    shown = (*rows, total) if len(rows) > 1 else (total,)
    caption = texts.FAILURES_TEST.format(title=task_text(task).title)
    return Table(caption, texts.FAILURES_COLUMNS, shown)


def _count_row(heading: str, failed: Sequence[bool]) -> Row:
    return Row(heading, (show(len(failed), Unit.COUNT), show(sum(failed), Unit.COUNT)))


def tag(item: Item) -> tuple[str, ...]:
    """Return an item's part, kind and role in words."""
    groups = [item.part]
    groups += [f"kind:{item.kind}"] * bool(item.kind)
    groups += [f"role:{item.role}"] * bool(item.role)
    return tuple(group_text(group) for group in groups)


def status_text(exchange: Exchange | None) -> str:
    """Return how a question ended, or ""."""
    status = (exchange or _UNSEEN).status
    return read_wording().statuses.get(status, status)
