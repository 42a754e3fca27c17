"""Ask every gold question in other people's spelling: does the same passage answer?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Status
from evals.gold.question import GoldQuestion
from evals.metric.text import rests_on
from evals.record import Item
from evals.task.asking import Desk, quotes_of, tell
from evals.task.plan import Task
from evals.variant import Variant, vary


@dataclass(frozen=True)
class _Rewrite:
    """A question as somebody else would write it."""

    variant: Variant
    question: str


def plan_robustness(desk: Desk, questions: Sequence[GoldQuestion]) -> Task:
    """Return the task of asking each question in every variant that changes it."""
    planned = [(gold, _rewrite(gold)) for gold in questions]
    total = sum(len(rewrites) for _, rewrites in planned)
    return Task("robustness", total, lambda: _ask_rewritten(desk, planned))


def _rewrite(gold: GoldQuestion) -> list[_Rewrite]:
    found = [(variant, vary(gold.question, variant, seed=gold.id)) for variant in Variant]
    return [_Rewrite(variant, text) for variant, text in found if text is not None]


def _ask_rewritten(
    desk: Desk, planned: Sequence[tuple[GoldQuestion, list[_Rewrite]]]
) -> Iterator[Item]:
    for gold, rewrites in planned:
        if not rewrites:
            continue
        first = _first_cited(desk.ask(gold.question, gold.role))
        for rewrite in rewrites:
            answer = desk.ask(rewrite.question, gold.role)
            yield Item(
                task="robustness",
                id=f"{gold.id}.{rewrite.variant.value}",
                part=gold.part,
                kind=rewrite.variant.value,
                role=gold.role,
                cluster=gold.section or gold.id,
                scores={
                    "same_first": float(_first_cited(answer) == first),
                    "any_right": float(
                        any(rests_on(quote, gold.gold) for quote in quotes_of(answer))
                    ),
                },
                exchange=tell(answer, gold.gold, gold.question),
            )


def _first_cited(answer: Answer) -> str:
    """Return the id of the passage that an answer cites first; "" if nothing was answered."""
    if answer.status is not Status.ANSWERED or not answer.citations:
        return ""
    return answer.citations[0].passage_id
