from starlette.requests import Request
from starlette.responses import PlainTextResponse

from ui.web.shell.body import BodyLimit


def pieces(count, size=100):
    async def generate():
        for _ in range(count):
            yield b"x" * size

    return generate()


def test_a_small_body_passes(inner, call):
    response = call(BodyLimit(inner, 1000), method="POST", content=b"x" * 1000)
    assert response.json()["bytes"] == 1000


def test_a_body_that_says_it_is_too_large_is_not_read(inner, call):
    response = call(BodyLimit(inner, 1000), method="POST", content=b"x" * 1001)
    assert response.status_code == 413
    assert "højst fylde 1.000 bytes" in response.json()["error"]
    assert inner.scopes == []


def test_a_stream_is_counted(inner, call):
    app = BodyLimit(inner, 1000)
    assert call(app, method="POST", content=pieces(10)).json()["bytes"] == 1000
    assert call(app, method="POST", content=pieces(11)).status_code == 413


def test_whoever_catches_the_break_answers_all_the_same_with_413(call):
    async def stubborn(scope, receive, send):
        try:
            await Request(scope, receive).body()
        except Exception:  # noqa: BLE001  as FastAPI does where it reads a body
            await PlainTextResponse("bad", 400)(scope, receive, send)

    response = call(BodyLimit(stubborn, 100), method="POST", content=pieces(9))
    assert response.status_code == 413


def test_a_length_that_is_no_number_is_refused(inner, call):
    headers = {"content-length": "-5"}
    response = call(BodyLimit(inner, 100), method="POST", content=b"", headers=headers)
    assert response.status_code == 413
