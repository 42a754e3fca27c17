from assistant.settings import Settings
from ui.web.shell.rate import RateLimit
from ui.web.user import named_visitor, note_visitor

ASK = "/gradio_api/queue/join"


class As:
    """Every request comes from one user."""

    def __init__(self, app, name):
        self.app = app
        self.name = name

    async def __call__(self, scope, receive, send):
        note_visitor(scope, named_visitor(self.name, Settings()))
        await self.app(scope, receive, send)


def test_who_asks_too_fast_is_told_how_long_to_wait(inner, call):
    app = As(RateLimit(inner, 3), "anna")
    statuses = [call(app, ASK, method="POST").status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]
    refused = call(app, "/gradio_api/call/ask", method="POST")
    seconds = int(refused.headers["retry-after"])
    assert 1 <= seconds <= 60
    assert f"Vent {seconds} sekund" in refused.json()["error"]
    assert refused.json()["detail"] == refused.json()["error"]


def test_each_visitor_has_an_own_limit(inner, call):
    limit = RateLimit(inner, 1)
    for name in ("anna", "bo"):
        assert call(As(limit, name), ASK, method="POST").status_code == 200
        assert call(As(limit, name), ASK, method="POST").status_code == 429


def test_reading_and_stopping_are_not_counted(inner, call):
    app = As(RateLimit(inner, 1), "anna")
    for _ in range(5):
        assert call(app, "/gradio_api/queue/data").status_code == 200
        assert call(app, "/gradio_api/cancel", method="POST").status_code == 200
        assert call(app, "/log-ind", method="POST").status_code == 200


def test_what_is_sent_to_the_page_s_own_addresses_is(inner, call):
    app = As(RateLimit(inner, 1), "anna")
    assert call(app, "/svar/x/vurdering", method="POST").status_code == 200
    assert call(app, "/gradio_api/mcp/", method="POST").status_code == 429
