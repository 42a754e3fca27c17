import logging

from assistant.question import Role
from assistant.suggestion.concern import find_concerns

TEXT = "# Pauser\n\nAlle holder pause.\n\n# Møder\n\nLederen holder møde.\n\n- Alle kommer.\n"


def test_the_lists_about_leaders_concern_a_leader_whole(assistant, leadership):
    concerns = find_concerns(assistant, Role.LEADER)
    for heading in ("KRAV OG FORVENTNING", "Ledelsesværdi: Mod"):
        listing = next(
            entry for entry in leadership.listings if entry.section[-1] == heading and entry.lead_in
        )
        assert set(listing.items) <= concerns


def test_what_names_employees_concerns_them_and_is_less_than_everything(assistant, leadership):
    concerns = find_concerns(assistant, Role.EMPLOYEE)
    naming = {p.id for p in leadership.answers if "medarbejder" in p.plain.lower()}
    assert naming <= concerns
    assert len(concerns) < len(leadership.answers) / 2


def test_the_approval_concerns_hr(assistant, leadership):
    approved = next(p.id for p in leadership.answers if "godkendt af" in p.plain)
    assert approved in find_concerns(assistant, Role.HR)


def test_a_sidecar_says_which_sections_concern_a_role(written):
    workplace = written(notat_md=TEXT, notat_yaml="highlights:\n  leder: [pauser]\n")
    (document,) = workplace.documents
    concerns = find_concerns(workplace.assistant, Role.LEADER)
    assert [document.by_id[identity].plain for identity in concerns] == ["Alle holder pause."]


def test_a_section_that_is_not_there_is_told_of(written, caplog):
    workplace = written(notat_md=TEXT, notat_yaml="highlights:\n  leder: [Ferie]\n")
    with caplog.at_level(logging.WARNING):
        assert find_concerns(workplace.assistant, Role.LEADER) == frozenset()
    assert "Ferie" in caplog.text
