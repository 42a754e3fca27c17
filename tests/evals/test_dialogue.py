from dataclasses import dataclass, replace

import pytest

from assistant.answer import Status
from evals.gold.dialogue import GoldDialogue, GoldTurn
from evals.task.asking import Desk
from evals.task.dialogue import plan_dialogue

OPENING = GoldTurn(
    "Hvad betyder mod omsat til ledelseskompetence?",
    ("Er nysgerrig og undersøgende",),
    ("nysgerrig", "findes ikke i svaret"),
    is_answerable=True,
)
SECOND_POINT = GoldTurn(
    "uddyb punkt 2",
    ("Skaber et korrekt og transparent grundlag for det politiske arbejde",),
    (),
    is_answerable=True,
)
FOOTBALL = GoldTurn("Hvem vandt VM i fodbold i 2022?", (), (), is_answerable=False)


@pytest.fixture
def desk(workplace):
    return Desk(workplace)


def hold(desk, *turns, identity="D002"):
    return list(plan_dialogue(desk, [GoldDialogue(identity, "leder", turns)]).run())


def test_a_later_turn_is_asked_in_the_conversation_so_far(desk):
    _, second = hold(desk, OPENING, SECOND_POINT)
    assert second.scores["turn_good"] == 1
    (alone,) = hold(desk, SECOND_POINT)
    assert alone.scores["turn_good"] == 0


def test_each_turn_is_scored_by_what_it_is(desk):
    first, later, refused = hold(desk, OPENING, SECOND_POINT, FOOTBALL)
    assert [item.kind for item in (first, later, refused)] == ["first", "later", "unanswerable"]
    names = ("turn_good", "later_turn_good", "unanswerable_turn_refused", "dialogue_good")
    assert [first.scores[name] for name in names] == [1, None, None, None]
    assert [later.scores[name] for name in names] == [1, 1, None, None]
    assert [refused.scores[name] for name in names] == [1, 1, 1, 1]


def test_half_of_the_nuggets_is_a_half_and_no_nuggets_no_score(desk):
    first, later, refused = hold(desk, OPENING, SECOND_POINT, FOOTBALL)
    assert first.scores["nugget_recall"] == 0.5
    assert later.scores["nugget_recall"] is None
    assert refused.scores["nugget_recall"] is None


def test_one_bad_turn_spoils_the_dialogue_though_the_last_is_good(desk):
    elsewhere = replace(OPENING, gold=('Ordet "Kommune" stammer fra latin',))
    first, last = hold(desk, elsewhere, FOOTBALL)
    assert first.scores["turn_good"] == 0
    assert last.scores["turn_good"] == 1
    assert last.scores["dialogue_good"] == 0


def test_a_turn_that_should_be_answered_is_not_good_when_refused(desk):
    should_be = replace(FOOTBALL, is_answerable=True, gold=("Argentina",), must=("Argentina",))
    (item,) = hold(desk, should_be)
    assert item.scores["turn_good"] == 0
    assert item.scores["nugget_recall"] == 0


@dataclass(frozen=True)
class AlwaysAnswering(Desk):
    def ask(self, question, role="", conversation=None):
        return replace(super().ask(question, role, conversation), status=Status.ANSWERED)


def test_an_assistant_that_always_answers_fails_the_unanswerable_turns(workplace):
    *_, last = hold(AlwaysAnswering(workplace), OPENING, FOOTBALL)
    assert last.scores["unanswerable_turn_refused"] == 0
    assert last.scores["dialogue_good"] == 0


def test_an_item_names_its_turn_and_shows_the_standalone_question(desk):
    first, second = hold(desk, OPENING, replace(OPENING, question="og hvad med tillid?"))
    assert (first.id, second.id) == ("D002.1", "D002.2")
    assert {item.cluster for item in (first, second)} == {"D002"}
    assert {item.part for item in (first, second)} == {"dev"}
    assert second.exchange.question == "og hvad med tillid?"
    assert second.exchange.note == "Hvad er tillid?"


def test_the_dialogue_decides_the_part_and_not_the_turn(desk):
    items = hold(desk, OPENING, FOOTBALL, identity="D003")
    assert {item.part for item in items} == {"test"}


def test_one_dialogue_knows_nothing_of_another(desk):
    dialogues = [GoldDialogue("D002", "", (OPENING,)), GoldDialogue("D004", "", (SECOND_POINT,))]
    task = plan_dialogue(desk, dialogues)
    items = list(task.run())
    assert len(items) == task.total == 2
    assert items[1].scores["turn_good"] == 0
