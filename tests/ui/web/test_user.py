from types import SimpleNamespace

import gradio as gr
import pytest
from fastapi import Request

from assistant.settings import Settings
from ui.web.user import (
    NOBODY,
    named_visitor,
    nameless_visitor,
    note_visitor,
    visitor_of,
)


def request(visitor=None):
    scope = {"type": "http", "method": "GET", "headers": [], "path": "/"}
    if visitor is not None:
        note_visitor(scope, visitor)
    return Request(scope)


def test_gradio_s_request_and_starlette_s_tell_the_same():
    anna = named_visitor("anna", Settings())
    assert visitor_of(request(anna)) == anna
    assert visitor_of(gr.Request(request(anna))) == anna


@pytest.mark.parametrize("odd", [None, request(), gr.Request(), SimpleNamespace(scope=3)])
def test_where_nobody_is_noted_nobody_is_hr(odd):
    assert visitor_of(odd) == NOBODY
    assert not NOBODY.is_hr


def test_members_of_hr_s_group_are_hr():
    settings = Settings(hr_group="Personale")
    assert named_visitor("anna", settings, groups=["alle", "personale"]).is_hr
    assert not named_visitor("anna", settings, groups=["alle"]).is_hr


def test_further_users_are_named_in_the_settings():
    settings = Settings(hr_users="Anna, bo")
    assert named_visitor("anna", settings).is_hr
    assert not named_visitor("ann", settings).is_hr
    assert not named_visitor("", Settings(hr_users=",")).is_hr


def test_without_a_group_s_name_no_group_is_hr_s():
    assert not named_visitor("anna", Settings(hr_group=""), groups=[""]).is_hr


def test_a_user_has_one_key_however_the_name_is_written():
    assert named_visitor("Anna", Settings()).key == named_visitor("anna", Settings()).key


def test_a_nameless_visitor_is_never_taken_for_a_user():
    nameless = nameless_visitor("anna", is_alone=True)
    assert nameless.is_hr
    assert nameless.key != named_visitor("anna", Settings()).key
