import pytest

from assistant.errors import QuestionInvalidError
from assistant.pipeline import Ask
from assistant.question import Role
from ui.errors import InputUnusableError
from ui.storage.noun import CaseDraft
from ui.web.quality.case_form import (
    LONGEST_NOTE,
    empty_form,
    fill_form,
    fill_from_answer,
    read_form,
    suggest_place,
)
from ui.web.quality.places import NOT_IN_DOCUMENT, Places, find_called


@pytest.fixture
def places(context):
    return Places(context.service)


def key_of(places, name):
    return find_called(name, places.all).key


def test_a_filled_form_is_a_case(places):
    key = key_of(places, "Krav og forventning")
    assert read_form(places, " Hvad\nforventes? ", "leder", key, " hus ") == CaseDraft(
        "Hvad forventes?", "leder", "Krav og forventning", "", "hus"
    )
    assert read_form(places, "Ferie?", "", NOT_IN_DOCUMENT, "") == CaseDraft("Ferie?")


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (None, "case_place_unchosen"),
        ("", "case_place_unchosen"),
        ("afsnit:borte", "case_place_unknown"),
        ("Ferieloven", "case_place_unknown"),
        ("mod", "case_place_ambiguous"),
    ],
)
def test_a_place_must_be_chosen(places, place, code):
    with pytest.raises(InputUnusableError) as caught:
        read_form(places, "Ferie?", "", place, "")
    assert caught.value.code == code


def test_a_question_must_be_written_and_a_note_be_short(places):
    with pytest.raises(QuestionInvalidError):
        read_form(places, "  ", "", NOT_IN_DOCUMENT, "")
    with pytest.raises(InputUnusableError):
        read_form(places, "Ferie?", "", NOT_IN_DOCUMENT, "a" * (LONGEST_NOTE + 1))


def test_a_case_fills_the_form_it_came_from(places, store):
    place = find_called("Krav og forventning, punkt 2", places.all)
    draft = CaseDraft("Hvad?", "hr", place.section, place.passage_id, "note")
    number, heading, question, role, chosen, note = fill_form(places, store.add_case(draft))
    assert str(number) in heading
    assert read_form(places, question, role, chosen["value"], note) == draft


def test_a_case_whose_place_is_gone_shows_no_place(places, store):
    case = store.add_case(CaseDraft("Hvad?", "", "Borte", "borte-12345678"))
    assert fill_form(places, case)[4]["value"] is None
    assert empty_form(places)[4]["value"] is None


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Hvad forventes af mig som leder?", "Krav og forventning"),
        ("Hvor mange feriedage har jeg?", ""),
    ],
)
def test_an_answer_suggests_its_own_place(places, context, question, place):
    answer = context.service.assistant.answer(Ask(question))
    assert places.find(suggest_place(places, answer)).section == place


def test_one_cited_passage_is_suggested_as_that_passage(places, context):
    answer = context.service.assistant.answer(Ask("Hvad er social kapital?"))
    suggested = places.find(suggest_place(places, answer))
    assert suggested.passage_id == answer.citations[0].passage_id


def test_a_greeting_suggests_nothing(places, context):
    assert suggest_place(places, context.service.assistant.answer(Ask("Hej"))) is None


def test_an_answer_fills_the_form_with_what_was_asked(places, context):
    answer = context.service.assistant.answer(Ask("Ferie?", Role.EMPLOYEE))
    shelved = context.shelf.put(answer, Role.EMPLOYEE)
    number, _, question, role, _, _ = fill_from_answer(places, shelved)
    assert (number, question, role) == (None, "Ferie?", Role.EMPLOYEE.value)
