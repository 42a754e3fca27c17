from assistant.question import Role, understand
from assistant.search_text import search_text


def test_a_topic_is_searched_for_alone_or_said_again():
    assert search_text(understand("Hvad står der om mod?")) == "mod"
    said = search_text(understand("Hvordan er lederen i forhold til mod?"))
    assert said.endswith("mod mod")


def test_duties_in_general_are_an_employees_or_a_leaders():
    asked = "Hvad forventes af mig?"
    assert search_text(understand(asked, Role.EMPLOYEE)) == f"{asked} (som medarbejder)"
    assert search_text(understand(asked, Role.LEADER)) == f"{asked} som leder"
    assert search_text(understand(asked)) == asked


def test_a_leader_who_is_named_is_not_named_again():
    asked = "Hvad forventes af mig som leder?"
    assert search_text(understand(asked, Role.LEADER)) == asked
