import pytest

from assistant.answer import Status
from assistant.question import Role
from assistant.suggestion.starting import MOST_STARTERS, find_starters

ROLES = (None, *Role)


@pytest.mark.parametrize("role", ROLES)
def test_a_document_with_starters_of_its_own_has_those(assistant, leadership, role):
    own = leadership.metadata.starters[role.value if role else "alle"]
    assert find_starters(assistant, role) == own


def test_the_questions_for_hr_show_a_list_a_comparison_and_what_is_not_there(assistant, ask):
    answers = [ask(question, Role.HR) for question in find_starters(assistant, Role.HR)]
    assert max(len(answer.citations) for answer in answers) == 10
    kinds = {answer.trace.kind for answer in answers}
    assert {"list", "comparison", "where_stated", "who"} <= kinds
    assert Status.REFUSED in {answer.status for answer in answers}
    assert any(answer.text.startswith("Spørgsmålet går ud fra noget andet") for answer in answers)


def test_a_starter_that_is_not_answered_is_left_out_but_for_hr(written):
    sidecar = (
        "starters:\n  leder:\n    - Hvad koster en cykel?\n    - Hvem lytter vi til?\n"
        "  hr:\n    - Hvad koster en cykel?\n"
    )
    text = "# Åbenhed\n\nVi lytter til hinanden på kontoret.\n"
    assistant = written(notat_md=text, notat_yaml=sidecar).assistant
    assert find_starters(assistant, Role.LEADER) == ("Hvem lytter vi til?",)
    assert find_starters(assistant, Role.HR) == ("Hvad koster en cykel?",)


def test_without_starters_sections_and_general_questions_are_asked(elsewhere):
    starters = find_starters(elsewhere("personalepolitik").assistant, Role.EMPLOYEE)
    assert len(starters) == MOST_STARTERS
    assert "Hvilke samtaler har jeg med min leder?" in starters
    assert "Hvad står der om sygefravær?" in starters


def test_hr_is_offered_a_whole_list_of_any_document_with_one(elsewhere):
    starters = find_starters(elsewhere("vedtaegt").assistant, Role.HR)
    assert any(question.startswith("Hvilke punkter er der under") for question in starters)


def test_several_documents_take_turns(written):
    one = "# Åbenhed\n\nVi lytter til hinanden på kontoret.\n\n# Mod\n\nVi tør sige fra i tide.\n"
    sidecar = "starters:\n  alle:\n    - Hvem er makker?\n    - Hvad er en kaffeordning?\n"
    other = "# Start\n\nEn makker er en kollega.\n\n# Kaffe\n\nEn kaffeordning er gratis kaffe.\n"
    assistant = written(a_md=one, b_md=other, b_yaml=sidecar).assistant
    starters = find_starters(assistant, None)
    assert set(starters) >= {"Hvad er en kaffeordning?"}
    assert len(starters) == len(set(starters)) <= MOST_STARTERS
