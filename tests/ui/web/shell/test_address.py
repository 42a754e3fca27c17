import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.web.shell.address import find_route, local_path

CLOSED = [
    ("POST", "/gradio_api/upload"),
    ("GET", "/gradio_api/upload_progress"),
    ("GET", "/gradio_api/file=/etc/passwd"),
    ("GET", "/gradio_api/file/x"),
    ("GET", "/gradio_api/proxy=https://example.org"),
    ("GET", "/gradio_api/stream/a/b/c/playlist.m3u8"),
    ("POST", "/gradio_api/stream/1"),
    ("POST", "/gradio_api/component_server"),
    ("POST", "/gradio_api/process_recording"),
    ("GET", "/gradio_api/custom_component/a/b/c/d"),
    ("GET", "/gradio_api/deep_link"),
    ("GET", "/gradio_api/runs"),
    ("POST", "/gradio_api/run-history/connect"),
    ("POST", "/gradio_api/vibe-edit"),
    ("GET", "/gradio_api/dev/reload"),
    ("GET", "/gradio_api/token"),
    ("GET", "/gradio_api/user"),
    ("GET", "/monitoring"),
    ("GET", "/monitoring/summary"),
    ("POST", "/login"),
    ("GET", "/manifest.json"),
    ("GET", "/svelte/x.js"),
    ("GET", "/docs"),
    ("DELETE", "/"),
    ("GET", "/gradio_api/queue/join"),
]


@pytest.mark.parametrize(("method", "path"), CLOSED)
def test_what_the_page_does_not_use_is_closed(method, path):
    assert find_route(method, path) is None


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("HEAD", "/"),
        ("GET", "/assets/index-1.js"),
        ("GET", "/theme.css"),
        ("POST", "/gradio_api/queue/join"),
        ("GET", "/gradio_api/queue/data"),
        ("GET", "/gradio_api/heartbeat/abc"),
        ("POST", "/gradio_api/call/ask"),
        ("GET", "/gradio_api/call/ask/1"),
        ("POST", "/gradio_api/mcp/"),
        ("POST", "/gradio_api/mcp"),
    ],
)
def test_what_it_uses_is_open(method, path):
    assert find_route(method, path) is not None


@given(st.text(max_size=40))
def test_no_figure_is_named_by_what_a_visitor_writes(written):
    name = find_route("POST", f"/gradio_api/call/{written}")
    assert name in {None, "/gradio_api/call"}


def test_a_path_begins_below_its_root():
    assert local_path({"path": "/a/b", "root_path": "/a"}) == "/b"
    assert local_path({"path": "/ab", "root_path": "/a"}) == "/ab"
    assert local_path({"path": "/a", "root_path": ""}) == "/a"
