import pytest

from assistant.settings import Settings
from ui.web.meter import Meter
from ui.web.shell.stack import wrap


class Open:
    """Stands for a gate that is open to what is inside."""

    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        await self.inner(scope, receive, send)

    def is_ready(self):
        return True


@pytest.fixture
def make(inner):
    def begin(**settings):
        return wrap(Open(inner), Settings(**settings), None, Meter())

    return begin


def test_a_visitor_passes_every_layer(make, call):
    response = call(make(), "/gradio_api/queue/join", method="POST", content=b"{}")
    assert response.status_code == 200
    assert response.json()["visitor"]["is_hr"]
    assert "content-security-policy" in response.headers
    assert "x-request-id" in response.headers


def test_whatever_is_refused_is_guarded_and_numbered_too(make, call):
    app = make(user_header="x-user", questions_per_minute=1, largest_request=1024)
    known = {"x-user": "anna"}
    refused = [
        call(app),
        call(app, method="POST", headers={"origin": "http://x.dk"}),
        call(app, method="POST", content=b"x" * 2000, headers=known),
        [call(app, "/gradio_api/call/ask", method="POST", headers=known) for _ in range(2)][1],
    ]
    assert [each.status_code for each in refused] == [401, 403, 413, 429]
    for each in refused:
        assert "content-security-policy" in each.headers
        assert "x-request-id" in each.headers


def test_health_needs_neither_login_nor_a_known_name(make, call):
    app = make(user_header="x-user", allowed_hosts="ledelse.dk")
    for path in ("/healthz", "/readyz"):
        assert call(app, path, base_url="http://10.0.0.9").status_code == 200
    assert call(app, "/", base_url="http://10.0.0.9").status_code == 421


def test_who_is_not_logged_in_cannot_use_up_a_user_s_questions(make, call):
    app = make(user_header="x-user", questions_per_minute=1)
    for _ in range(3):
        assert call(app, "/gradio_api/call/ask", method="POST").status_code == 401
    known = {"x-user": "anna"}
    response = call(app, "/gradio_api/call/ask", method="POST", headers=known)
    assert response.status_code == 200


def test_a_proxy_s_address_makes_no_difference_to_whom_a_limit_holds(make, call):
    app = make(questions_per_minute=1)
    for client in ("80.1.1.1", "80.1.1.2"):
        headers = {"x-forwarded-for": client}
        response = call(app, "/gradio_api/call/ask", method="POST", headers=headers)
        assert response.status_code == 200
