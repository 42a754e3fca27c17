import json
from dataclasses import replace

import pytest

from assistant.answer import Status
from assistant.opening import Workplace
from assistant.settings import Settings
from evals.gold import BUNDLED_GOLD, GoldQuestion, read_gold
from evals.run import (
    Result,
    Scores,
    count_wrong_quotes,
    run_gold,
    summarise,
)

SOCIAL = GoldQuestion(
    "Q002",
    "Hvad er social kapital?",
    "",
    "definition",
    ("Social kapital er den kapital, som menneskelig kapital organiseres i.",),
    ("menneskelig kapital organiseres i", "findes ikke i teksten"),
)
UNANSWERABLE = GoldQuestion("U001", "Hvor mange feriedage har jeg?", "leder", "missing", (), ())


def test_the_bundled_document_is_answered_at_the_promised_floor(workplace):
    results = run_gold(workplace, read_gold(BUNDLED_GOLD / "answerable.jsonl"))
    summary = summarise(results)
    assert len(results) == 220
    assert summary["wrong_quotes"] == 0
    floors = {
        "first_right": 0.75,
        "any_right": 0.90,
        "nuggets": 0.75,
        "precision": 0.70,
        "hit_at_1": 0.75,
        "hit_at_5": 0.95,
    }
    missed = {name: summary[name] for name, floor in floors.items() if summary[name] < floor}
    assert missed == {}


def test_an_answered_question_is_scored_by_its_gold(workplace):
    (result,) = run_gold(workplace, [SOCIAL])
    assert result.answer.status is Status.ANSWERED
    assert result.scores == Scores(
        first_right=1.0,
        any_right=1.0,
        precision=1.0,
        nuggets=0.5,
        hit_at_1=1.0,
        hit_at_5=1.0,
        refused=0.0,
        wrong_quotes=0,
    )


def test_a_question_without_gold_is_scored_only_for_being_refused(workplace):
    (result,) = run_gold(workplace, [UNANSWERABLE])
    assert result.scores == Scores(None, None, None, None, None, None, 1.0, 0)


def test_a_refused_question_with_gold_has_no_precision_and_no_right_citation(workplace):
    (result,) = run_gold(workplace, [replace(UNANSWERABLE, gold=SOCIAL.gold, must=SOCIAL.must)])
    scores = result.scores
    assert (scores.first_right, scores.any_right, scores.refused) == (0.0, 0.0, 1.0)
    assert scores.precision is None
    assert scores.nuggets == 0.0


def test_a_quote_that_is_not_its_slice_is_counted(workplace):
    (result,) = run_gold(workplace, [SOCIAL])
    first, *rest = result.answer.citations
    moved = replace(first, start=first.start + 1)
    misquoted = replace(first, quote=first.quote.replace("kapital", "kapitel"))
    for lie in (moved, misquoted):
        answer = replace(result.answer, citations=(lie, *rest, first))
        assert count_wrong_quotes(answer, workplace.documents) == 1
    assert count_wrong_quotes(result.answer, workplace.documents) == 0


def test_a_citation_of_an_unknown_document_is_a_wrong_quote(workplace):
    (result,) = run_gold(workplace, [SOCIAL])
    lie = replace(result.answer.citations[0], document="andet")
    answer = replace(result.answer, citations=(lie,))
    assert count_wrong_quotes(answer, workplace.documents) == 1


def test_a_summary_is_the_mean_of_what_is_there_and_the_sum_of_wrong_quotes(workplace):
    (result,) = run_gold(workplace, [SOCIAL])
    scores = [
        Scores(1.0, 1.0, 0.5, None, 1.0, 1.0, 0.0, 2),
        Scores(0.0, 1.0, None, None, 0.0, 1.0, 1.0, 1),
    ]
    assert summarise([Result(SOCIAL, result.answer, score) for score in scores]) == {
        "first_right": 0.5,
        "any_right": 1.0,
        "precision": 0.5,
        "nuggets": None,
        "hit_at_1": 0.5,
        "hit_at_5": 1.0,
        "refused": 0.5,
        "wrong_quotes": 3.0,
    }


def test_a_summary_of_nothing_is_missing_and_not_zero():
    summary = summarise([])
    assert summary["first_right"] is None
    assert summary["wrong_quotes"] == 0.0


def test_the_gold_sets_are_files_that_are_there():
    assert all(
        (BUNDLED_GOLD / f"{name}.jsonl").is_file() for name in ("answerable", "unanswerable")
    )


@pytest.mark.parametrize("folder", ["personalepolitik", "vedtaegt", "ledelse-sygehus"])
def test_another_organisation_s_document_is_answered_without_enrichment(
    folder, test_documents, tmp_path_factory
):
    lines = (test_documents / f"{folder}.questions.jsonl").read_text(encoding="utf-8").splitlines()
    answerable = [json.loads(line)["id"] for line in lines if json.loads(line)["answerable"]]
    questions = read_gold(test_documents / f"{folder}.questions.jsonl")
    index_dir = tmp_path_factory.getbasetemp() / "elsewhere" / folder  # as in tests/assistant
    workplace = Workplace(Settings(documents=test_documents / folder, index_dir=index_dir))
    assert not workplace.enrichment.questions
    summary = summarise(run_gold(workplace, [q for q in questions if q.id in answerable]))
    assert summary["wrong_quotes"] == 0
    assert summary["any_right"] >= 0.5
