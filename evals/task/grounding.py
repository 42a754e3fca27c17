"""Ask the groundedness check about every gold sentence."""

from collections.abc import Callable, Iterator, Sequence

from assistant.groundedness.verdict import Evidence, Verdict
from evals.gold.grounding import GoldSentence
from evals.record import Exchange, Item
from evals.task.plan import Task

Check = Callable[[str, Sequence[Evidence], str], Verdict]
"""Sentence, evidence and question in; verdict out."""


def plan_grounding(check: Check, sentences: Sequence[GoldSentence]) -> Task:
    """Return the task of checking the gold sentences."""
    return Task("grounding", len(sentences), lambda: _check_all(check, sentences))


def _check_all(check: Check, sentences: Sequence[GoldSentence]) -> Iterator[Item]:
    for gold in sentences:
        evidence = [Evidence(passage) for passage in gold.passages]
        verdict = check(gold.sentence, evidence, gold.question)
        right = float(verdict.is_supported == gold.is_supported)
        scores: dict[str, float | None] = {
            "right": right,
            "supported_kept": right if gold.is_supported else None,
            "unsupported_caught": None if gold.is_supported else right,
            "support": verdict.score,
        }
        exchange = Exchange(
            question=gold.question,
            expected=gold.passages,
            note=gold.sentence,
            given=f"{verdict.score:.2f}".replace(".", ","),
            status="supported" if verdict.is_supported else "unsupported",
            reason=verdict.reason,
        )
        yield Item("grounding", gold.id, gold.part, gold.kind, "", gold.id, scores, exchange)
