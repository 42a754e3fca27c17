"""The gate: no floor broken, and nothing significantly worse than the committed baseline."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import texts
from evals.compare import compare
from evals.comparison import MeasureChange, Verdict
from evals.floor import Floor, is_kept
from evals.measure import is_low_better
from evals.record import Record
from evals.report.number import danish, show
from evals.report.wording import measure_text, task_text

BASELINE = Path(__file__).parent / "results" / "baseline" / "run.json"
"""What a change is compared with; saved anew, on purpose, by `evals gate --update`."""

UPDATE_COMMAND = "python -m evals gate --update"


@dataclass(frozen=True)
class Breach:
    """Why the gate is shut.

    Attributes:
        code: "floor", "not_measured", "items_missing", "loss" or "other_gold".
        task: Which task, or "".
        measure: Which measure, or "".
        sentence: In Danish.
    """

    code: str
    task: str
    measure: str
    sentence: str


def find_breaches(record: Record, baseline: Record | None, floors: Sequence[Floor]) -> list[Breach]:
    """Return what keeps the gate shut; an empty list opens it.

    Args:
        record: The run to be judged.
        baseline: What it must not be worse than; None where there is none to compare with.
        floors: What must be kept whatever the baseline says. One that was not measured is a
            breach: a check that cannot fail is none.
    """
    breaches = [breach for floor in floors if (breach := _check_floor(record, floor))]
    if baseline is None:
        return breaches
    if (baseline.gold, baseline.documents) != (record.gold, record.documents):
        sentence = texts.OTHER_GOLD.format(command=UPDATE_COMMAND)
        return [*breaches, Breach("other_gold", "", "", sentence)]
    return [*breaches, *_find_missing(record, baseline), *_find_losses(record, baseline)]


def _check_floor(record: Record, floor: Floor) -> Breach | None:
    name = _name(floor.task, floor.measure)
    figure = record.figure(floor.task, floor.measure, floor.group)
    if figure is None or figure.value is None:
        sentence = texts.NOT_MEASURED.format(name=name)
        return Breach("not_measured", floor.task, floor.measure, sentence)
    if is_kept(floor, figure.value):
        return None
    is_ceiling = is_low_better(floor.task, floor.measure)
    phrase = texts.ABOVE_CEILING if is_ceiling else texts.BELOW_FLOOR
    sentence = phrase.format(
        name=name,
        value=_show(floor.task, floor.measure, figure.value),
        bound=_show(floor.task, floor.measure, floor.value),
        reason=floor.reason,
    )
    return Breach("floor", floor.task, floor.measure, sentence)


def _find_missing(record: Record, baseline: Record) -> list[Breach]:
    """Return where the run lacks items that the baseline has: dropped questions hide losses."""
    present = {(item.task, item.id) for item in record.items}
    missing = Counter(item.task for item in baseline.items if (item.task, item.id) not in present)
    return [
        Breach(
            "items_missing",
            task,
            "",
            texts.MISSING_ITEMS.format(count=count, task=_title(task)),
        )
        for task, count in missing.items()
    ]


def _find_losses(record: Record, baseline: Record) -> list[Breach]:
    changes = compare(baseline, record).measures
    return [_tell_loss(change) for change in changes if change.verdict is Verdict.WORSE]


def _tell_loss(change: MeasureChange) -> Breach:
    sentence = texts.LOSS.format(
        name=_name(change.task, change.measure),
        before=_show(change.task, change.measure, change.before),
        after=_show(change.task, change.measure, change.after),
        worse=change.worse,
        better=change.better,
        probability=danish(change.loss_probability),
    )
    return Breach("loss", change.task, change.measure, sentence)


def _name(task: str, measure: str) -> str:
    return f"{_title(task)}: {measure_text(task, measure).name}"


def _title(task: str) -> str:
    return task_text(task).title


def _show(task: str, measure: str, value: float) -> str:
    return show(value, measure_text(task, measure).unit)
