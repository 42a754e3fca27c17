import pytest

from evals.gold.question import GoldQuestion
from evals.task.asking import Desk
from evals.task.robustness import plan_robustness

SOCIAL = GoldQuestion(
    "Q002",
    "Hvad er social kapital?",
    role="leder",
    kind="definition",
    gold=("Social kapital er den kapital, som menneskelig kapital organiseres i.",),
    section="Strategi C",
)
OFF_TOPIC = GoldQuestion("Q003", "Hvornår kører bussen til Slagelse?", gold=("findes ikke",))
UNTOUCHED = GoldQuestion("Q004", "mod", gold=("Mod handler dels om at tage ansvar",))


@pytest.fixture(scope="module")
def desk(workplace) -> Desk:
    return Desk(workplace)


def _items(desk, *questions):
    task = plan_robustness(desk, questions)
    items = list(task.run())
    assert len(items) == task.total
    return {item.id: item for item in items}


def test_each_variant_that_changes_a_question_is_an_item(desk):
    items = _items(desk, SOCIAL, UNTOUCHED)
    assert set(items) == {"Q002.typo", "Q002.bare", "Q002.lower"}
    lower = items["Q002.lower"]
    assert (lower.task, lower.kind, lower.part) == ("robustness", "lower", "dev")
    assert (lower.role, lower.cluster) == ("leder", "Strategi C")
    assert lower.exchange is not None
    assert lower.exchange.question == "hvad er social kapital?"
    assert lower.exchange.note == "Hvad er social kapital?"


def test_a_question_that_finds_the_same_passage_is_the_same_and_right(desk):
    assert _items(desk, SOCIAL)["Q002.lower"].scores == {"same_first": 1.0, "any_right": 1.0}


def test_two_refusals_are_the_same_but_not_right(desk):
    lower = _items(desk, OFF_TOPIC)["Q003.lower"]
    assert lower.exchange is not None
    assert lower.exchange.status != "answered"
    assert lower.scores == {"same_first": 1.0, "any_right": 0.0}


class _Forgetful(Desk):
    """Knows a question only as it was first written."""

    def ask(self, question, role="", conversation=None):
        known = question == SOCIAL.question
        return super().ask(question if known else "Hvad er mod?", role, conversation)


def test_another_first_citation_is_seen(workplace):
    items = _items(_Forgetful(workplace), SOCIAL)
    assert [item.scores for item in items.values()] == [{"same_first": 0.0, "any_right": 0.0}] * 3


class _Refusing(Desk):
    def ask(self, question, role="", conversation=None):
        known = question == SOCIAL.question
        return super().ask(question if known else OFF_TOPIC.question, role, conversation)


def test_a_refusal_in_place_of_an_answer_is_not_the_same(workplace):
    items = _items(_Refusing(workplace), SOCIAL)
    assert {item.scores["same_first"] for item in items.values()} == {0.0}
