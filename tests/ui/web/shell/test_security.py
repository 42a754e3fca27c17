import re

from starlette.responses import HTMLResponse, Response

from assistant.settings import Settings
from ui.web.shell.proxy import ProxyHeaders
from ui.web.shell.security import SecurityHeaders


def page(nonces):
    async def app(scope, receive, send):
        nonces.append(scope["state"]["nonce"])
        headers = {
            "access-control-allow-origin": "http://example.org",
            "access-control-allow-credentials": "true",
            "server": "noget",
        }
        await HTMLResponse("<p>x</p>", headers=headers)(scope, receive, send)

    return SecurityHeaders(app)


def test_a_script_runs_only_with_the_nonce_of_its_own_page(call):
    nonces = []
    app = page(nonces)
    policies = [call(app).headers["content-security-policy"] for _ in range(2)]
    assert len({*nonces}) == 2
    for nonce, policy in zip(nonces, policies, strict=True):
        (scripts,) = re.findall(r"script-src ([^;]*)", policy)
        assert scripts == f"'self' 'nonce-{nonce}'"


def test_nothing_from_elsewhere_and_no_frame_is_allowed(call):
    policy = call(page([])).headers["content-security-policy"]
    assert "http" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "connect-src 'self'" in policy


def test_other_sites_are_told_nothing(call):
    headers = call(page([])).headers
    assert not [name for name in headers if name.startswith("access-control-")]
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


def test_only_a_page_that_came_encrypted_asks_for_it_always(call, inner):
    app = ProxyHeaders(SecurityHeaders(inner), Settings())
    plain = call(app)
    safe = call(app, headers={"x-forwarded-proto": "https"})
    assert "strict-transport-security" not in plain.headers
    assert safe.headers["strict-transport-security"].startswith("max-age=")


def test_a_page_with_a_nonce_is_not_kept(call):
    assert call(page([])).headers["cache-control"] == "no-cache, private"

    async def kept(scope, receive, send):
        await Response("x", headers={"cache-control": "max-age=9"})(scope, receive, send)

    assert call(SecurityHeaders(kept)).headers["cache-control"] == "max-age=9"
