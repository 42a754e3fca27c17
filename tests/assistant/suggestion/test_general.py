from assistant.question import Role
from assistant.suggestion.general import answered_generally, audience_of
from assistant.suggestion.trial import Trial


def asked(workplace, role, at=0):
    found = answered_generally(workplace.documents[at], Trial(workplace.assistant, role))
    return [candidate.question for candidate, _ in found]


def test_who_has_said_no_role_is_everybody():
    assert (audience_of(None), audience_of(Role.LEADER)) == ("alle", "leder")


def test_general_questions_are_asked_of_what_the_document_is_called(workplace):
    assert "Hvem har godkendt ledelsesgrundlaget?" in asked(workplace, Role.HR)
    assert "Hvad kan jeg forvente af min leder?" in asked(workplace, Role.EMPLOYEE)


def test_an_answer_that_does_not_say_what_was_asked_does_not_count(elsewhere):
    workplace = elsewhere("uden-overskrifter")
    assert "Er det i orden at lave fejl?" not in asked(workplace, Role.LEADER)
    assert "Hvem har godkendt dokumentet?" not in asked(elsewhere("personalepolitik"), Role.HR)


def test_among_several_documents_none_is_just_the_document(written):
    one = "# Start\n\nNotatet er godkendt af direktionen den 1. maj.\n"
    other = "# Kaffe\n\nOrdningen er vedtaget af MED-udvalget den 2. maj.\n"
    workplace = written(a_md=one, b_md=other)
    assert [question for question in asked(workplace, Role.HR) if "dokumentet" in question] == []
