from ui.web.shell import texts
from ui.web.shell.closing import ClosedRoutes


def test_a_closed_address_never_reaches_gradio(inner, call):
    response = call(ClosedRoutes(inner), "/gradio_api/upload", method="POST", content=b"x")
    assert response.status_code == 404
    assert response.json()["error"] == texts.NOT_FOUND
    assert inner.scopes == []


def test_an_open_one_does(inner, call):
    assert call(ClosedRoutes(inner), "/config").status_code == 200


def test_an_address_written_oddly_is_not_let_through(inner, call):
    for path in ("//gradio_api/upload", "/GRADIO_API/upload", "/gradio_api//upload", "/x"):
        assert call(ClosedRoutes(inner), path).status_code == 404
    assert inner.scopes == []
