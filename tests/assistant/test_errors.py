import inspect

import pytest

from assistant import errors

KINDS = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.AssistantError) and kind is not errors.AssistantError
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_carries_its_code_and_fields(kind):
    error = kind(path="mappe", line="3")
    assert error.code == kind.code
    assert error.fields == {"path": "mappe", "line": "3"}
    assert str(error) == f"{kind.code}: path=mappe, line=3"


def test_every_error_has_a_code_of_its_own():
    assert len({kind.code for kind in [errors.AssistantError, *KINDS]}) == len(KINDS) + 1


def test_a_code_of_the_moment_overrules_the_kind_s():
    error = errors.QuestionInvalidError("question_empty")
    assert error.code == "question_empty"
    assert str(error) == "question_empty"
    assert errors.QuestionInvalidError.code == "question_invalid"


@pytest.mark.parametrize(
    "kind", [errors.QuestionInvalidError, errors.RoleUnknownError, errors.SettingInvalidError]
)
def test_the_caller_s_mistakes_are_value_errors(kind):
    assert issubclass(kind, ValueError)


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_drawn_in_the_module_s_tree(kind):
    assert kind.__name__ in (errors.__doc__ or "")
