"""Ask every gold question by itself: is the right thing said, all of it, and only that?"""

from collections.abc import Iterator, Sequence

from assistant.answer import Answer, Status
from evals.gold.question import GoldQuestion
from evals.metric.citation import citation_precision, citation_recall, gold_precision
from evals.metric.nugget import length_ratio, nugget_recall, nugget_strict
from evals.metric.retrieval import hit_at, ndcg_at, reciprocal_rank, section_recall
from evals.metric.text import rests_on
from evals.record import Item
from evals.task.asking import Desk, quotes_of, tell
from evals.task.plan import Task

_RANKED = 10
_SECTIONS_IN = 5


def plan_answerable(desk: Desk, questions: Sequence[GoldQuestion]) -> Task:
    """Return the task of asking what the document answers."""
    return Task("answerable", len(questions), lambda: _ask_answerable(desk, questions))


def plan_unanswerable(desk: Desk, questions: Sequence[GoldQuestion]) -> Task:
    """Return the task of asking what the document does not answer."""
    return Task("unanswerable", len(questions), lambda: _ask_unanswerable(desk, questions))


def _ask_answerable(desk: Desk, questions: Sequence[GoldQuestion]) -> Iterator[Item]:
    for gold in questions:
        answer = desk.ask(gold.question, gold.role)
        scores = {
            **_score_answer(desk, gold, answer),
            **_score_retrieval(desk, gold),
            **desk.proof(answer),
            "answerability": answer.answerability,
            "seconds": answer.seconds,
        }
        cluster = gold.section or gold.id
        exchange = tell(answer, gold.gold, gold.section)
        yield Item(
            "answerable", gold.id, gold.part, gold.kind, gold.role, cluster, scores, exchange
        )


def _score_answer(desk: Desk, gold: GoldQuestion, answer: Answer) -> dict[str, float | None]:
    quotes = quotes_of(answer)
    text = answer.text if quotes else ""
    statements = desk.statements(answer) if quotes else []
    return {
        "first_right": float(bool(quotes) and rests_on(quotes[0], gold.gold)),
        "any_right": float(any(rests_on(quote, gold.gold) for quote in quotes)),
        "gold_precision": gold_precision(quotes, gold.gold),
        "nugget_recall": nugget_recall(text, gold.must),
        "nugget_strict": nugget_strict(text, gold.must),
        "citation_recall": citation_recall(statements),
        "citation_precision": citation_precision(statements),
        "false_refusal": float(answer.status is not Status.ANSWERED),
        "length_ratio": length_ratio("\n".join(quotes), gold.gold) if quotes else None,
    }


def _score_retrieval(desk: Desk, gold: GoldQuestion) -> dict[str, float | None]:
    ranked = [hit.passage for hit in desk.workplace.library.search(gold.question, _RANKED)]
    relevant = [rests_on(passage.text, gold.gold) for passage in ranked]
    wanted = desk.relevant(gold.gold)
    return {
        "hit_at_1": hit_at(relevant, 1),
        "hit_at_5": hit_at(relevant, 5),
        "reciprocal_rank": reciprocal_rank(relevant),
        "ndcg_at_10": ndcg_at(relevant, len(wanted), _RANKED),
        "section_recall": section_recall(
            [passage.section for passage in ranked[:_SECTIONS_IN]],
            [passage.section for passage in wanted],
        ),
    }


def _ask_unanswerable(desk: Desk, questions: Sequence[GoldQuestion]) -> Iterator[Item]:
    for gold in questions:
        answer = desk.ask(gold.question, gold.role)
        corrected = (
            float(any(rests_on(quote, gold.corrections) for quote in quotes_of(answer)))
            if gold.corrections
            else None
        )
        refused = float(answer.status is not Status.ANSWERED)
        scores: dict[str, float | None] = {
            "handled": max(refused, corrected or 0.0),
            "refused": refused,
            "corrected": corrected,
            **desk.proof(answer),
            "answerability": answer.answerability,
        }
        exchange = tell(answer, gold.corrections, gold.why)
        yield Item(
            "unanswerable", gold.id, gold.part, gold.kind, gold.role, gold.id, scores, exchange
        )
