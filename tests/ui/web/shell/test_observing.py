import logging

import pytest
from fastapi import FastAPI

from ui.web.meter import Meter
from ui.web.shell import texts
from ui.web.shell.observing import Observing

ASKED = "Hvorfor-er-min-leder-sur"


@pytest.fixture
def meter():
    return Meter()


def test_every_response_has_a_number_of_its_own(inner, call, meter):
    app = Observing(inner, meter)
    numbers = {call(app).headers["x-request-id"] for _ in range(3)}
    assert len(numbers) == 3


def test_a_number_that_is_given_is_kept_if_it_is_one(inner, call, meter):
    app = Observing(inner, meter)
    given = call(app, headers={"x-request-id": "abcd-1234"})
    assert given.headers["x-request-id"] == "abcd-1234"
    odd = call(app, headers={"x-request-id": "a b\tc<script>"})
    assert "<" not in odd.headers["x-request-id"]


def test_neither_log_nor_figures_tell_what_was_asked(call, meter, caplog):
    app = FastAPI()

    @app.get("/dokument/{name}")
    def read(name: str):
        return name

    with caplog.at_level(logging.INFO, logger="ui.web"):
        for path in (f"/dokument/{ASKED}?q={ASKED}", f"/{ASKED}", f"/gradio_api/call/{ASKED}"):
            call(Observing(app, meter), path)
    assert "/dokument/{name}" in caplog.text
    assert ASKED not in caplog.text
    assert ASKED not in meter.write().decode()
    assert 'route="/dokument/{name}"' in meter.write().decode()


def test_strange_methods_make_no_figures_of_their_own(inner, call, meter):
    call(Observing(inner, meter), method="HEMMELIG")
    assert "HEMMELIG" not in meter.write().decode()


def test_what_fails_inside_ends_as_one_sentence(call, meter, caplog):
    async def broken(*_):
        raise RuntimeError("indeni")

    response = call(Observing(broken, meter))
    assert response.status_code == 500
    assert response.json()["error"] == texts.FAILED
    assert response.headers["x-request-id"] in caplog.text
    assert 'status="500"' in meter.write().decode()
