from itertools import islice

from assistant.question import Role
from assistant.suggestion.following import after_answer, after_refusal, ask_of_listing, interleave
from assistant.suggestion.trial import Candidate

FIRST = 20


def ask_on(scene):
    return [candidate.question for candidate in islice(after_answer(scene, scene.focus), FIRST)]


def test_groups_take_turns_until_all_are_told():
    groups = [[Candidate("a"), Candidate("b")], [], [Candidate("c")]]
    assert [candidate.question for candidate in interleave(groups)] == ["a", "c", "b"]


def test_after_a_definition_the_list_beside_it_and_a_comparison_are_offered(set_scene):
    asked = ask_on(set_scene("Hvad er mod?"))
    assert "Hvad skal en modig leder kunne?" in asked
    assert "Hvad er forskellen på mod og fællesskabsledelse?" in asked


def test_things_explained_in_the_same_list_are_compared(set_scene):
    asked = ask_on(set_scene("Hvad er social kapital?"))
    assert "Hvad er forskellen på social kapital og beslutningskapital?" in asked


def test_after_a_list_of_headings_its_points_can_be_elaborated(set_scene):
    assert "Uddyb punkt 1" in ask_on(set_scene("Hvilke ledelsesværdier har Sorø Kommune?"))


def test_the_reason_is_asked_only_where_something_introduces_the_point(set_scene):
    assert "Hvorfor er det vigtigt?" in ask_on(set_scene("Må jeg sige min leder imod?"))
    assert "Hvorfor er det vigtigt?" not in ask_on(set_scene("Hvem har godkendt det?"))


def test_lists_that_were_shown_are_not_offered_again(set_scene):
    scene = set_scene("Hvilke punkter er der under mod?")
    given = frozenset(scene.focus.listing.items)
    offered = [candidate.targets for candidate in islice(after_answer(scene, scene.focus), FIRST)]
    assert given not in offered


def test_after_a_refusal_something_near_what_was_asked_is_offered(set_scene):
    scene = set_scene("Hvor mange fejl må en leder lave om året?")
    asked = [candidate.question for candidate in after_refusal(scene)]
    assert any("fejl" in question for question in asked)


def test_what_shares_nothing_with_the_document_has_nothing_near(set_scene):
    assert list(after_refusal(set_scene("Hvad koster en cykel?"))) == []


def test_a_whole_list_is_asked_for_by_its_own_questions_then_by_its_name(set_scene, listing_under):
    scene = set_scene("Hvad er topstyring?", role=Role.LEADER)
    listing = listing_under("Mod")
    candidates = list(ask_of_listing(listing, scene))
    assert candidates[-1].question == "Hvilke punkter er der under mod?"
    assert len(candidates) > 1
    assert all(c.is_whole and c.targets == set(listing.items) for c in candidates)
