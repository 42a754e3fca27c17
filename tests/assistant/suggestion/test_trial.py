from assistant.question import Role
from assistant.suggestion.trial import Candidate, Trial, points_of


def test_an_answered_question_gives_its_answer(assistant):
    answer = Trial(assistant, Role.LEADER).answer(Candidate("Hvad er mod?"))
    assert answer is not None
    assert answer.question == "Hvad er mod?"


def test_a_refusal_small_talk_and_a_false_premise_are_no_answers(assistant):
    trial = Trial(assistant)
    asked = ("Hvad koster en cykel?", "hej", "Hvorfor er topstyring den eneste styringsform?")
    assert [trial.answer(Candidate(question)) for question in asked] == [None, None, None]


def test_an_answer_from_elsewhere_is_none(assistant, leadership):
    mod = next(p.id for p in leadership.answers if p.plain.startswith("Mod handler"))
    trial = Trial(assistant)
    assert trial.answer(Candidate("Hvad er mod?", frozenset({mod}))) is not None
    assert trial.answer(Candidate("Hvad er social kapital?", frozenset({mod}))) is None


def test_a_whole_list_and_a_share_can_be_required(assistant, listing_under):
    items = frozenset(listing_under("Mod").items)
    trial = Trial(assistant)
    listed = "Hvilke punkter er der under mod?"
    assert trial.answer(Candidate(listed, items, is_whole=True)) is not None
    assert trial.answer(Candidate("Er det i orden at lave fejl?", items)) is not None
    assert trial.answer(Candidate("Er det i orden at lave fejl?", items, is_whole=True)) is None
    assert trial.answer(Candidate(listed, items, purity=1.0)) is None  # its lead-in is cited, too


def test_points_are_without_the_lead_in(ask, listing_under):
    assert points_of(ask("Hvilke punkter er der under mod?")) == set(listing_under("Mod").items)
