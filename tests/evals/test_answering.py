import json
from dataclasses import replace

import pytest

from assistant.answer import Status
from assistant.opening import Workplace
from assistant.settings import Settings
from evals.gold.question import GoldQuestion, read_gold
from evals.measure import MEASURES, compute_figures
from evals.task.answering import plan_answerable, plan_unanswerable
from evals.task.asking import Desk

SOCIAL = GoldQuestion(
    "Q002",
    "Hvad er social kapital?",
    kind="definition",
    gold=("Social kapital er den kapital, som menneskelig kapital organiseres i.",),
    must=("menneskelig kapital organiseres i", "findes ikke i teksten"),
    section="Professionel kapital",
)
HOLIDAY = GoldQuestion("U001", "Hvor mange feriedage har jeg?", "leder", "missing", why="Ferie.")
QUOTING = ("wrong_quotes", "broken_lists")


@pytest.fixture
def desk(workplace):
    return Desk(workplace)


def ask(desk, gold, plan=plan_answerable):
    task = plan(desk, [gold])
    (item,) = task.run()
    assert task.total == 1
    return item


class Altered(Desk):
    """Answers as it should but for what `change` makes of the answer."""

    def __init__(self, workplace, change):
        super().__init__(workplace)
        object.__setattr__(self, "change", change)

    def ask(self, question, role="", conversation=None):
        return self.change(super().ask(question, role, conversation))


def test_the_bundled_document_is_answered_at_the_promised_floor(healthy):
    floors = {
        "first_right": 0.75,
        "any_right": 0.90,
        "gold_precision": 0.70,
        "nugget_recall": 0.75,
        "hit_at_1": 0.75,
        "hit_at_5": 0.95,
        "citation_recall": 1.0,
        "citation_precision": 1.0,
    }
    reached = {name: healthy.figure("answerable", name).value for name in floors}
    assert {name: value for name, value in reached.items() if value < floors[name]} == {}
    for name in QUOTING:
        figure = healthy.figure("answerable", name)
        assert (figure.value, figure.n) == (0, 220)


def test_an_answered_question_is_scored_by_its_gold(desk):
    item = ask(desk, SOCIAL)
    assert (item.task, item.id, item.part, item.kind) == ("answerable", "Q002", "dev", "definition")
    assert item.cluster == "Professionel kapital"
    scores = item.scores
    right = ("first_right", "any_right", "gold_precision", "hit_at_1", "hit_at_5")
    assert {name: scores[name] for name in right} == dict.fromkeys(right, 1)
    proven = ("citation_recall", "citation_precision", "reciprocal_rank", "section_recall")
    assert {name: scores[name] for name in proven} == dict.fromkeys(proven, 1)
    assert (scores["nugget_recall"], scores["nugget_strict"]) == (0.5, 0)
    assert scores["false_refusal"] == 0
    assert [scores[name] for name in QUOTING] == [0, 0]
    assert 0 < scores["answerability"] <= 1
    assert 0 < scores["seconds"] < 5


def test_a_task_gives_every_measure_that_the_suite_has(desk):
    for name, task in (
        ("answerable", plan_answerable(desk, [SOCIAL])),
        ("unanswerable", plan_unanswerable(desk, [HOLIDAY])),
    ):
        (item,) = task.run()
        assert set(item.scores) >= {measure.name for measure in MEASURES[name]}


def test_a_right_citation_that_is_not_first_is_right_somewhere(desk):
    def turn_round(answer):
        return replace(answer, citations=answer.citations[::-1])

    second = replace(SOCIAL, question="Hvad er topstyring?")
    answer = desk.ask(second.question)
    assert len(answer.citations) > 1
    gold = replace(second, gold=(answer.citations[0].quote,))
    assert ask(desk, gold).scores["first_right"] == 1
    turned = ask(Altered(desk.workplace, turn_round), gold).scores
    assert (turned["first_right"], turned["any_right"]) == (0, 1)
    assert turned["gold_precision"] == pytest.approx(1 / len(answer.citations))


def test_a_refused_question_with_gold_has_no_precision_and_no_right_citation(desk):
    item = ask(desk, replace(HOLIDAY, gold=SOCIAL.gold, must=SOCIAL.must))
    assert item.exchange.status != Status.ANSWERED
    scores = item.scores
    assert (scores["first_right"], scores["any_right"], scores["false_refusal"]) == (0, 0, 1)
    assert (scores["nugget_recall"], scores["nugget_strict"]) == (0, 0)
    without = ("gold_precision", "citation_recall", "citation_precision", "length_ratio")
    assert [scores[name] for name in without] == [None] * 4


def test_the_nearest_passage_is_no_answer_though_it_is_the_right_one(desk):
    nearest = Altered(desk.workplace, lambda answer: replace(answer, status=Status.NEAREST))
    scores = ask(nearest, SOCIAL).scores
    assert (scores["any_right"], scores["nugget_recall"], scores["false_refusal"]) == (0, 0, 1)


def test_a_lie_in_an_answer_is_counted(desk):
    def lie(answer):
        first, *rest = answer.citations
        return replace(answer, citations=(replace(first, end=first.end - 1), *rest))

    assert ask(Altered(desk.workplace, lie), SOCIAL).scores["wrong_quotes"] == 1
    asked = replace(HOLIDAY, question=SOCIAL.question)
    assert ask(Altered(desk.workplace, lie), asked, plan_unanswerable).scores["wrong_quotes"] == 1


def test_an_answer_that_claims_more_than_it_cites_loses_recall(desk):
    def claim(answer):
        return replace(answer, text=f"{answer.text}\n\nDet gælder alle. [1]")

    before, after = ask(desk, SOCIAL).scores, ask(Altered(desk.workplace, claim), SOCIAL).scores
    assert before["citation_recall"] == 1
    assert after["citation_recall"] < 1
    assert after["citation_precision"] < 1


def test_an_unanswerable_question_is_scored_for_not_being_answered(desk):
    item = ask(desk, HOLIDAY, plan_unanswerable)
    assert (item.task, item.part, item.cluster, item.role) == (
        "unanswerable",
        "test",
        "U001",
        "leder",
    )
    assert (item.scores["handled"], item.scores["refused"]) == (1, 1)
    assert item.scores["corrected"] is None
    assert item.exchange.note == "Ferie."


def test_an_answer_to_an_unanswerable_question_is_handled_only_by_what_corrects_it(desk):
    answered = replace(HOLIDAY, question=SOCIAL.question)
    plain = ask(desk, answered, plan_unanswerable).scores
    assert (plain["handled"], plain["refused"], plain["corrected"]) == (0, 0, None)
    right = ask(desk, replace(answered, corrections=SOCIAL.gold), plan_unanswerable).scores
    assert (right["handled"], right["refused"], right["corrected"]) == (1, 0, 1)
    wrong = ask(desk, replace(answered, corrections=("Andet.",)), plan_unanswerable).scores
    assert (wrong["handled"], wrong["refused"], wrong["corrected"]) == (0, 0, 0)


@pytest.mark.parametrize("folder", ["personalepolitik", "vedtaegt", "ledelse-sygehus"])
def test_another_organisation_s_document_is_answered_without_enrichment(
    folder, test_documents, tmp_path_factory
):
    path = test_documents / f"{folder}.questions.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    answerable = {row["id"] for row in rows if row["answerable"]}
    questions = [question for question in read_gold(path) if question.id in answerable]
    assert questions
    index_dir = tmp_path_factory.getbasetemp() / "elsewhere" / folder  # as in tests/assistant
    workplace = Workplace(Settings(documents=test_documents / folder, index_dir=index_dir))
    assert not workplace.enrichment.questions
    items = list(plan_answerable(Desk(workplace), questions).run())
    figures = {f.measure: f.value for f in compute_figures(items) if f.group == "all"}
    assert [figures[name] for name in QUOTING] == [0, 0]
    assert figures["any_right"] >= 0.5
