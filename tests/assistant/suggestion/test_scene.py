from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from assistant.suggestion.scene import question_key


@given(st.text())
def test_the_key_of_a_key_is_itself(text):
    assert question_key(question_key(text)) == question_key(text)


def test_a_scene_knows_what_was_asked_and_shown(set_scene):
    scene = set_scene("Hvad er mod?", "uddyb punkt 1", "Hvad er social kapital?")
    assert {question_key("hvad er mod"), question_key("Uddyb punkt 1?")} <= scene.asked
    assert scene.just_shown < scene.shown
    assert not scene.shown & {passage.id for passage in scene.found}


def test_only_an_answer_has_a_place(set_scene):
    assert set_scene("Hvad er mod?").focus is not None
    assert set_scene("hej").focus is None
    assert set_scene("Hvad koster en cykel?").focus is None


def test_an_answer_of_a_document_that_is_gone_has_no_place(set_scene):
    scene = set_scene("Hvad er mod?")
    gone = tuple(replace(citation, passage_id="gone") for citation in scene.answer.citations)
    assert replace(scene, answer=replace(scene.answer, citations=gone)).focus is None


def test_what_follows_a_move_is_searched_for(set_scene):
    assert set_scene("Hvilke punkter er der under mod?", "uddyb punkt 1").found
