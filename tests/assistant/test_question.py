import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import QuestionInvalidError, RoleUnknownError
from assistant.question import (
    LONGEST_QUESTION,
    Question,
    QuestionKind,
    Role,
    clean_question,
    is_readable,
    parse_role,
    understand,
)

ANY_TEXT = st.text(st.characters(), max_size=200)  # lone surrogates included
_TALK = (
    "hvad hvor mange står forskel på mellem og kontra sammenlign med mod tillid som leder "
    "medarbejder min forventes der i af what is hvis , . ? ! to tre"
)
WORDS = st.lists(
    st.sampled_from(_TALK.split()),
    max_size=12,
).map(" ".join)


@given(ANY_TEXT)
def test_cleaning_fails_with_a_question_error_or_gives_one_line(text):
    with contextlib.suppress(QuestionInvalidError):
        cleaned = clean_question(text)
        assert cleaned
        assert len(cleaned.splitlines()) == 1
        assert clean_question(cleaned) == cleaned


@given(st.one_of(ANY_TEXT, WORDS), st.sampled_from([None, *Role]))
def test_any_text_that_can_be_cleaned_can_be_understood(text, role):
    with contextlib.suppress(QuestionInvalidError):
        question = understand(clean_question(text), role)
        assert isinstance(question, Question)
        assert len(question.sides) in {0, 2}
        assert not (question.own_duty and question.from_employee)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "question_empty"),
        (" \n\t", "question_empty"),
        ("\x00\x07\u200b\u202e", "question_empty"),
        ("x" * (LONGEST_QUESTION + 1), "question_too_long"),
        ("hvad er \ud800?", "question_not_text"),
    ],
)
def test_what_cannot_be_read_says_why(text, code):
    with pytest.raises(QuestionInvalidError) as caught:
        clean_question(text)
    assert caught.value.code == code


def test_control_characters_and_line_breaks_become_spaces():
    assert clean_question("Hvad\x00er\r\n  mod\u202e?") == "Hvad er mod ?"


@pytest.mark.parametrize("text", ["a " * 6000, "x" * 12_000])
def test_a_long_question_is_understood_in_a_moment(text):
    started = time.perf_counter()
    understand(text)
    assert time.perf_counter() - started < 0.25


def test_a_question_holds_a_word():
    assert is_readable("mod")
    assert is_readable("42")
    assert not is_readable("?!… —")


@pytest.mark.parametrize(
    ("name", "role"),
    [("leder", Role.LEADER), (" Medarbejder ", Role.EMPLOYEE), ("HR", Role.HR), ("", None)],
)
def test_a_role_is_read_in_any_case(name, role):
    assert parse_role(name) is role
    assert parse_role(None) is None


def test_an_unknown_role_is_named_with_those_that_are_allowed():
    with pytest.raises(RoleUnknownError) as caught:
        parse_role("direktør")
    assert caught.value.fields == {"name": "direktør", "allowed": "leder, medarbejder, hr"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hvad forventes af mig som leder?", QuestionKind.EXPECTATION),
        ("Hvilke krav stilles der til en leder?", QuestionKind.EXPECTATION),
        ("Nævn de tre strategier", QuestionKind.LIST),
        ("Hvilke værdier er der?", QuestionKind.LIST),
        ("Hvor mange kapitalformer er der?", QuestionKind.COUNT),
        ("Hvor mange krav stilles der til en leder?", QuestionKind.COUNT),
        ("Hvad er forskellen på mod og tillid?", QuestionKind.COMPARISON),
        ("Sammenlign topstyring med netværksstyring", QuestionKind.COMPARISON),
        ("Hvad er social kapital?", QuestionKind.DEFINITION),
        ("Hvor står der noget om videndeling?", QuestionKind.WHERE_STATED),
        ("Hvem godkendte det?", QuestionKind.WHO),
        ("Hvornår blev det godkendt?", QuestionKind.WHEN),
        ("Hvorfor skal det justeres?", QuestionKind.WHY),
        ("Skal en leder være modig?", QuestionKind.OTHER),
        ("Jeg er ny. Hvem er du? Hvad betyder commitment?", QuestionKind.DEFINITION),
        ("What is social capital?", QuestionKind.DEFINITION),
        ("How many kinds of capital are there?", QuestionKind.COUNT),
    ],
)
def test_the_kind_is_that_of_what_is_asked(text, kind):
    assert understand(text).kind is kind


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Hvad er forskellen på mod og tillid?", ("mod", "tillid")),
        ("Hvad er forskellen mellem topstyring og netværk?", ("topstyring", "netvaerk")),
        ("Sammenlign social kapital med resultatkapital.", ("social kapital", "resultatkapital")),
        ("Social kapital kontra menneskelig kapital", ("social kapital", "menneskelig kapital")),
        ("Hvordan adskiller mod sig fra tillid?", ("mod", "tillid")),
        ("What is the difference between trust and courage?", ("trust", "courage")),
        ("Hvad er mod?", ()),
    ],
)
def test_a_comparison_has_two_sides(text, sides):
    assert understand(text).sides == sides


def test_the_subject_is_what_is_left_without_the_frame_and_the_document_s_names():
    question = understand("Hvad siger Sorø om social kapital?", ignored=frozenset({"soroe"}))
    assert question.subject == ("social", "kapital")


@pytest.mark.parametrize(
    ("text", "is_broad"),
    [
        ("Hvad forventes af mig som ny leder?", True),
        ("What is expected of me as a leader?", True),
        ("Hvad forventes af mig som leder om mod og dialog?", False),
        ("Hvad er en leder?", False),
    ],
)
def test_a_broad_question_asks_for_duties_of_no_subject(text, is_broad):
    assert understand(text).is_broad is is_broad


@pytest.mark.parametrize(
    ("text", "role", "from_employee", "own_duty"),
    [
        ("Hvad kan jeg forvente af min leder?", None, True, False),
        ("Hvad kan jeg forvente af min leder?", Role.EMPLOYEE, True, False),
        ("Hvad skal en leder?", Role.EMPLOYEE, True, False),
        ("Hvad skal en leder?", Role.LEADER, False, False),
        ("Hvad forventes der af mig?", Role.EMPLOYEE, False, True),
        ("Hvad forventes der af mig som medarbejder?", None, False, True),
        ("Hvad forventes der af mig som leder?", None, False, False),
        ("Hvad skylder jeg mine medarbejdere?", Role.EMPLOYEE, False, False),
    ],
)
def test_the_employee_s_side_and_own_duties_are_told_apart(text, role, from_employee, own_duty):
    question = understand(text, role)
    assert (question.from_employee, question.own_duty) == (from_employee, own_duty)


@pytest.mark.parametrize(
    ("text", "is_english"),
    [
        ("What is expected of me?", True),
        ("How do leaders show trust?", True),
        ("Hvad er commitment?", False),
        ("commitment", False),
    ],
)
def test_the_language_is_that_of_the_function_words(text, is_english):
    assert understand(text).is_english is is_english


def test_a_number_of_things_is_read_as_a_figure():
    assert understand("Hvilke fire kapitalformer er der?").number == 4
    assert understand("Which three strategies are there?").number == 3
    assert understand("Hvilke værdier er der?").number is None


def test_an_amount_and_a_wide_look_are_noticed():
    assert understand("Hvor længe gælder det?").wants_number
    assert understand("Hvad står der om tillid på tværs af afsnittene?").is_wide
    assert not understand("Hvad er tillid?").wants_number
    assert not understand("Hvad er tillid?").is_wide
