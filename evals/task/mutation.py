"""Check the checker: does it catch what is made false, and let be what is not?"""

from collections.abc import Iterator, Sequence

from assistant.verification import find_flaws
from corpus.document import Document
from evals.mutant.answer import TamperedAnswer
from evals.mutant.mutant import Mutant
from evals.record import Exchange, Item
from evals.task.grounding import Check
from evals.task.plan import Task


def plan_mutation(
    mutants: Sequence[Mutant],
    check: Check,
    *,
    answers: Sequence[TamperedAnswer] = (),
    documents: Sequence[Document] = (),
) -> Task:
    """Return the task of checking mutated sentences, and proving tampered answers.

    Args:
        mutants: Sentences with their evidence.
        check: Says whether a sentence is supported.
        answers: Whole answers; an answer is caught if its proof finds a flaw.
        documents: What the answers cite.
    """
    total = len(mutants) + len(answers)
    return Task("mutation", total, lambda: _check_all(mutants, check, answers, documents))


def _check_all(
    mutants: Sequence[Mutant],
    check: Check,
    answers: Sequence[TamperedAnswer],
    documents: Sequence[Document],
) -> Iterator[Item]:
    for number, mutant in enumerate(mutants, start=1):
        verdict = check(mutant.sentence, mutant.passages, "")
        expected = tuple(passage.text for passage in mutant.passages)
        exchange = Exchange(
            question=mutant.sentence,
            expected=expected,
            note=" / ".join(dict.fromkeys(p.section for p in mutant.passages if p.section)),
            given=f"{verdict.score:.2f}".replace(".", ","),
            status="supported" if verdict.is_supported else "unsupported",
            reason=verdict.reason,
        )
        yield _item(number, mutant, exchange, is_alarmed=not verdict.is_supported)
    for number, answer in enumerate(answers, start=len(mutants) + 1):
        flaws = find_flaws(answer.rendered, documents)
        quotes = tuple(citation.quote for citation in answer.rendered.citations)
        codes = ", ".join(dict.fromkeys(flaw.code for flaw in flaws))
        exchange = Exchange(question=answer.rendered.text, expected=quotes, given=codes)
        yield _item(number, answer, exchange, is_alarmed=bool(flaws))


def _item(
    number: int, made: Mutant | TamperedAnswer, exchange: Exchange, *, is_alarmed: bool
) -> Item:
    """Return the measurement; what was checked is kept only where the check was wrong."""
    return Item(
        task="mutation",
        id=f"M{number:04d}",
        part="dev",
        kind=made.kind,
        role="",
        cluster=made.document,
        scores={
            "caught": float(is_alarmed) if made.is_harmful else None,
            "false_alarm": None if made.is_harmful else float(is_alarmed),
        },
        exchange=exchange if is_alarmed != made.is_harmful else None,
    )
