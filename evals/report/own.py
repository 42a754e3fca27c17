"""The answers to one's own cases, every one of them, to be read by a person."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from evals.measure import MEASURES, MeasureKind
from evals.record import Exchange, Item, Record
from evals.report import own_texts
from evals.report.failure import status_text, tag
from evals.report.summary import Summary
from evals.report.wording import fault_text

TASKS = ("answerable", "unanswerable")
"""The tasks whose items are the cases themselves; every other asks them again."""

_LINE = re.compile(r"linje (\d+)")
_VERDICT_MEASURES = {"answerable": "any_right", "unanswerable": "handled"}


@dataclass(frozen=True)
class OwnAnswer:
    """One case, with what came of it.

    Attributes:
        name: Where it stands in the file.
        is_right: Whether it came out as expected; None if that was not measured.
        verdict: The same in words.
        tags: Who asks.
        expected: The section that was named.
        status: How the question ended.
        exchange: What was asked and given.
    """

    name: str
    is_right: bool | None
    verdict: str
    tags: tuple[str, ...]
    expected: str
    status: str
    exchange: Exchange


def gather_own(record: Record) -> list[OwnAnswer]:
    """Return every case with its answer, in the order of the file."""
    items = [item for task in TASKS for item in record.of(task)]
    lines = [_LINE.fullmatch(item.id) for item in items]
    order = [int(line.group(1)) if line else 0 for line in lines]
    if all(lines):
        items = [item for _, item in sorted(zip(order, items, strict=True), key=lambda it: it[0])]
    return [_tell(item) for item in items]


def summarise_own(record: Record) -> Summary:
    """Return how many cases came out as expected; of so few, counts say more than shares."""
    answers = gather_own(record)
    judged = [answer.is_right for answer in answers if answer.is_right is not None]
    verdict = own_texts.VERDICT.format(right=sum(judged), total=len(judged))
    told = (
        _count(record, "answerable", "any_right", own_texts.TOLD_SECTION),
        _count(record, "unanswerable", "handled", own_texts.TOLD_REFUSED),
        _count(record, "robustness", "same_first", own_texts.TOLD_REWRITTEN),
    )
    plain = [sentence for sentence in told if sentence]
    if answers:
        quotes, lists = (_sum(record, name) for name in ("wrong_quotes", "broken_lists"))
        plain.append(own_texts.TOLD_PROOF.format(quotes=quotes, lists=lists))
    return Summary(verdict if judged else own_texts.VERDICT_REWRITTEN, (), tuple(plain))


def _count(record: Record, task: str, measure: str, pattern: str) -> str:
    scores = [item.scores.get(measure) for item in record.of(task)]
    had = [score for score in scores if score is not None]
    return pattern.format(right=round(sum(had)), total=len(had)) if had else ""


def _sum(record: Record, measure: str) -> int:
    items = [item for task in TASKS for item in record.of(task)]
    return round(sum(item.scores.get(measure) or 0.0 for item in items))


def _tell(item: Item) -> OwnAnswer:
    exchange = item.exchange or Exchange("")
    is_right, verdict = _judge(item)
    proofs = _broken_proofs(item)
    if proofs:
        verdict += own_texts.PROOF_BROKEN.format(faults=", ".join(proofs).lower())
    return OwnAnswer(
        name=item.id[:1].upper() + item.id[1:],
        is_right=False if proofs else is_right,
        verdict=verdict,
        tags=tag(item)[1:],
        expected=exchange.note if item.task == "answerable" else own_texts.EXPECTED_NONE,
        status=status_text(item.exchange),
        exchange=exchange,
    )


def _judge(item: Item) -> tuple[bool | None, str]:
    """Return whether a case came out as expected, and what to say of it."""
    score = item.scores.get(_VERDICT_MEASURES[item.task])
    if score is None:
        return None, own_texts.UNJUDGED
    if item.task == "unanswerable":
        return bool(score), own_texts.RIGHT_REFUSED if score else own_texts.WRONG_ANSWERED
    if not score:
        is_refused = item.scores.get("false_refusal")
        return False, own_texts.WRONG_REFUSED if is_refused else own_texts.WRONG_SECTION
    is_first = item.scores.get("first_right") != 0
    return True, own_texts.RIGHT_SECTION if is_first else own_texts.RIGHT_LATER


def _broken_proofs(item: Item) -> Sequence[str]:
    counts = [m.name for m in MEASURES[item.task] if m.kind is MeasureKind.COUNT]
    return [fault_text(item.task, name) for name in counts if item.scores.get(name)]
