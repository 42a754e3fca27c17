import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Role
from assistant.suggestion.phrasing import (
    is_about_leaders,
    is_presentable,
    style_of,
    suits,
    title_at,
)


@pytest.mark.parametrize(
    "question",
    [
        "Skal lederen være nysgerrig?",
        "Hvad betyder det kolde og det varme vand?",
        "Må jeg sige min chef imod?",
        "Hvad gør jeg, hvis jeg er uenig med min leder?",
    ],
)
def test_a_whole_plain_question_can_be_shown(question):
    assert is_presentable(question)


@pytest.mark.parametrize(
    "question",
    [
        "mod i praksis",
        "hvad er mod?",
        "Hvad?",
        "What is expected of me?",
        "Må vi tænke ud af boksen? Og hvem siger det?",
        '"Det er lederens job," siger min kollega?',
        "Hvad mener I med, at det ikke er en manual?",
        "Hvornår blev det godkendt, og af hvem?",
        "Hvilken slags dokument er grundlaget IKKE?",
        "Hvad går lederrollen ud på her?",
        "Hvad " + "meget " * 15 + "er der?",
    ],
)
def test_what_leans_quarrels_or_rambles_is_not_shown(question):
    assert not is_presentable(question)


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("Må jeg sige min leder imod?", {Role.EMPLOYEE}),
        ("Hvad får jeg som medarbejder ud af det?", {Role.EMPLOYEE}),
        ("Hvordan skaber jeg tryghed for mine medarbejdere?", {Role.LEADER}),
        ("Må jeg lede på min egen måde?", {Role.LEADER}),
        ("Skal lederen være i dialog med os?", {Role.EMPLOYEE}),
        ("Hvordan får vi mere for mindre?", {Role.LEADER, Role.EMPLOYEE}),
        ("Hvad er mod?", {None, *Role}),
    ],
)
def test_a_question_suits_who_would_ask_so(question, roles):
    assert {role for role in (None, *Role) if suits(question, role)} == roles


def test_an_open_question_is_better_style_than_one_for_a_quiz():
    open_, quiz = (
        style_of("Hvordan skabes tryghed?", None),
        style_of("Hvad skabes der rum for?", None),
    )
    assert open_ > quiz > style_of("Findes der noget om " + "meget " * 8 + "tryghed?", None)


@given(st.text())
def test_any_text_can_be_judged(text):
    assert is_presentable(text) in {True, False}
    assert is_about_leaders(text) in {True, False}
    assert all(suits(text, role) in {True, False} for role in (None, *Role))


@pytest.mark.parametrize(
    ("folder", "heading", "name", "is_phrase"),
    [
        ("personalepolitik", "2.1 Sygefravær", "sygefravær", True),
        ("personalepolitik", "5.2 Alkohol, rusmidler og rygning", None, False),
        ("ledelse-sygehus", "Vi giver plads", "Vi giver plads", False),
        ("vedtaegt", "§ 9. Bestyrelsen", "bestyrelsen", True),
    ],
)
def test_a_title_stands_in_a_question_or_is_quoted(elsewhere, folder, heading, name, is_phrase):
    (document,) = elsewhere(folder).documents
    path = next(section.path for section in document.sections if section.path[-1] == heading)
    title = title_at(path, document)
    assert title is not None
    assert title.is_phrase is is_phrase
    assert title.name == (name or "Alkohol, rusmidler og rygning")


def test_a_title_that_is_only_a_number_is_not_asked_of(elsewhere):
    (document,) = elsewhere("vedtaegt").documents
    path = next(section.path for section in document.sections if section.path[-1] == "§ 4, stk. 1")
    assert title_at(path, document) is None


def test_a_name_keeps_its_capital_and_what_stands_before_a_colon_is_left_out(leadership):
    titles = {s.path[-1]: title_at(s.path, leadership) for s in leadership.sections}
    assert titles["LEDELSE I SORØ KOMMUNE"].name == "ledelse i Sorø Kommune"
    assert titles["Ledelsesværdi: Mod"].name == "mod"
