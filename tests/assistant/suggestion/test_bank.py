import re

import pytest

from assistant.question import Role
from assistant.suggestion.bank import QuestionBank
from assistant.suggestion.phrasing import is_presentable, suits

ROLES = (None, *Role)


@pytest.mark.parametrize("role", ROLES)
def test_the_questions_of_every_passage_are_well_put_few_and_for_the_role(bank, leadership, role):
    for passage in leadership.answers:
        candidates = bank.of(passage, role)
        assert len(candidates) <= 4
        assert len({candidate.question for candidate in candidates}) == len(candidates)
        for candidate in candidates:
            assert is_presentable(candidate.question), candidate.question
            assert suits(candidate.question, role)
            assert candidate.targets == {passage.id}


def test_most_passages_have_a_question(bank, leadership):
    asked = [passage for passage in leadership.answers if bank.of(passage, Role.LEADER)]
    assert len(asked) >= 0.9 * len(leadership.answers)


def test_misspelt_questions_are_never_chosen(bank, leadership):
    chosen = {c.question for p in leadership.answers for r in ROLES for c in bank.of(p, r)}
    misspelt = re.compile(r"hjaelp|kordinering|samskabels\b|ledelsesgrunlag|omfater|sampprod|engen")
    assert not [question for question in chosen if misspelt.search(question)]


def test_an_employee_is_not_asked_what_leaders_must_do(bank, leadership):
    flexible = next(p for p in leadership.answers if p.plain.startswith("Er forandringsparat"))
    asked = {candidate.question for candidate in bank.of(flexible, Role.EMPLOYEE)}
    assert "Skal jeg være fleksibel?" not in asked
    assert asked


def test_without_hand_written_questions_what_is_explained_is_asked(elsewhere):
    workplace = elsewhere("personalepolitik")
    bank = QuestionBank(workplace.library)
    (document,) = workplace.documents
    defining = next(p for p in document.answers if p.plain.startswith("Krænkende adfærd er"))
    assert [c.question for c in bank.of(defining, None)] == ["Hvad er krænkende adfærd?"]
