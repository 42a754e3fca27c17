import socket

import pytest

from ui.errors import InputUnusableError
from ui.web.listening import Listener, listen


def test_a_free_port_is_taken_where_none_is_asked_for():
    listener = listen("127.0.0.1", 0)
    with listener.socket, socket.create_connection(("127.0.0.1", listener.port)):
        assert listener.address("") == f"http://127.0.0.1:{listener.port}"


def test_a_port_that_is_taken_is_named():
    first = listen("127.0.0.1", 0)
    with first.socket, pytest.raises(InputUnusableError) as raised:
        listen("127.0.0.1", first.port)
    assert raised.value.code == "port_taken"
    assert raised.value.fields["port"] == str(first.port)


@pytest.mark.parametrize("host", ["203.0.113.7", "findes.invalid", "a b", "x" * 300])
def test_an_address_that_is_not_this_machine_s_is_named(host):
    with pytest.raises(InputUnusableError) as raised:
        listen(host, 0)
    assert raised.value.code == "host_unknown"


@pytest.mark.parametrize(
    ("host", "root_path", "expected"),
    [
        ("127.0.0.1", "", "http://127.0.0.1:7860"),
        ("0.0.0.0", "", "http://127.0.0.1:7860"),  # noqa: S104  nothing listens here
        ("::1", "", "http://[::1]:7860"),
        ("::", "/ledelse", "http://[::1]:7860/ledelse/"),
        ("localhost", "", "http://localhost:7860"),
    ],
)
def test_the_address_is_one_that_a_browser_can_open(host, root_path, expected):
    with socket.socket() as unused:
        assert Listener(unused, host, 7860).address(root_path) == expected
