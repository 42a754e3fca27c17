"""Ask every gold question and score the answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Status
from assistant.opening import Workplace
from assistant.pipeline import Ask
from assistant.question import parse_role
from corpus.document import Document
from evals.gold import GoldQuestion
from evals.metric import citation_precision, hit_at, mean, nugget_recall, rests_on

_RETRIEVED = 5


@dataclass(frozen=True)
class Scores:
    """How one answer did; None where a metric does not apply.

    Attributes:
        first_right: Whether the first citation rests on gold.
        any_right: Whether any citation does.
        precision: Share of citations that do.
        nuggets: Share of the nuggets that the answer's quotes hold.
        hit_at_1: Whether the best retrieved passage rests on gold.
        hit_at_5: Whether one of the best five does.
        refused: Whether the question was not answered.
        wrong_quotes: Citations that are not their slice of the document.
    """

    first_right: float | None
    any_right: float | None
    precision: float | None
    nuggets: float | None
    hit_at_1: float | None
    hit_at_5: float | None
    refused: float
    wrong_quotes: int


@dataclass(frozen=True)
class Result:
    """A gold question with its answer and scores."""

    gold: GoldQuestion
    answer: Answer
    scores: Scores


def run_gold(workplace: Workplace, questions: Sequence[GoldQuestion]) -> list[Result]:
    """Return the results of asking each question by itself."""
    results: list[Result] = []
    for gold in questions:
        answer = workplace.assistant.answer(Ask(gold.question, parse_role(gold.role)))
        hits = workplace.library.search(gold.question, _RETRIEVED)
        ranked = [hit.passage.text for hit in hits]
        results.append(Result(gold, answer, _score(gold, answer, ranked, workplace.documents)))
    return results


def _score(
    gold: GoldQuestion, answer: Answer, ranked: Sequence[str], documents: Sequence[Document]
) -> Scores:
    answered = answer.status is Status.ANSWERED
    quotes = [citation.quote for citation in answer.citations] if answered else []
    wrong = count_wrong_quotes(answer, documents)
    if not gold.gold:
        return Scores(None, None, None, None, None, None, float(not answered), wrong)
    return Scores(
        first_right=float(bool(quotes) and rests_on(quotes[0], gold.gold)),
        any_right=float(any(rests_on(quote, gold.gold) for quote in quotes)),
        precision=citation_precision(quotes, gold.gold),
        nuggets=nugget_recall("\n".join([answer.text] if answered else []), gold.must),
        hit_at_1=hit_at(ranked, gold.gold, 1),
        hit_at_5=hit_at(ranked, gold.gold, 5),
        refused=float(not answered),
        wrong_quotes=wrong,
    )


def count_wrong_quotes(answer: Answer, documents: Sequence[Document]) -> int:
    """Return how many of the answer's citations are not their slice of their document."""
    texts = {document.name: document.text for document in documents}
    return sum(
        texts.get(citation.document, "")[citation.start : citation.end] != citation.quote
        for citation in answer.citations
    )


def summarise(results: Sequence[Result]) -> dict[str, float | None]:
    """Return the mean of each score over `results`, and the number of wrong quotes."""
    names = ("first_right", "any_right", "precision", "nuggets", "hit_at_1", "hit_at_5", "refused")
    summary = {name: mean([getattr(r.scores, name) for r in results]) for name in names}
    return {**summary, "wrong_quotes": float(sum(r.scores.wrong_quotes for r in results))}
