import pytest

from assistant.settings import Settings
from ui.web.meter import Meter
from ui.web.shell.health import Health
from ui.web.shell.proxy import ProxyHeaders


class Readiness:
    """Stands for the gate: only its readiness is asked for."""

    ready = False

    def is_ready(self):
        return self.ready


@pytest.fixture
def gate():
    return Readiness()


@pytest.fixture
def app(inner, gate):
    meter = Meter()
    meter.count_answer("answered", 0.1)
    settings = Settings(trusted_proxies="127.0.0.1,10.0.0.0/8")
    return ProxyHeaders(Health(inner, settings, gate, meter), settings)


def test_a_server_is_alive_before_it_is_ready(app, call, gate):
    assert call(app, "/healthz").json() == {"status": "alive"}
    assert call(app, "/readyz").status_code == 503
    assert call(app, "/readyz").json() == {"status": "not ready"}
    gate.ready = True
    assert call(app, "/readyz").status_code == 200


def test_whoever_watches_may_call_it_by_any_name(app, call):
    assert call(app, "/healthz", base_url="http://10.1.2.3:7860").status_code == 200


@pytest.mark.parametrize(
    ("peer", "headers", "expected"),
    [
        ("127.0.0.1", {}, 200),
        ("10.3.3.3", {}, 200),
        ("80.1.1.1", {}, 403),
        ("127.0.0.1", {"x-forwarded-for": "80.1.1.1"}, 403),
        ("80.1.1.1", {"x-forwarded-for": "127.0.0.1"}, 403),
    ],
)
def test_the_figures_are_for_the_server_s_own_network(app, call, peer, headers, expected):
    response = call(app, "/metrics", peer=peer, headers=headers)
    assert response.status_code == expected
    assert ("answers_total" in response.text) is (expected == 200)


def test_the_figures_tell_whether_it_is_ready(app, call, gate):
    gate.ready = True
    assert "ledelsesassistent_ready 1.0" in call(app, "/metrics").text


def test_they_can_only_be_read(app, call, inner):
    for path in ("/healthz", "/readyz", "/metrics"):
        assert call(app, path, method="POST").status_code == 405
    assert inner.scopes == []


def test_everything_else_goes_inside(app, call):
    assert call(app, "/healthzz").json()["path"] == "/healthzz"
