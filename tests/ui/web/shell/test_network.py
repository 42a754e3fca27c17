import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.errors import InputUnusableError
from ui.web.shell.network import is_address, is_loopback, parse_networks

ADDRESSES = st.ip_addresses().map(str)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("10.200.1.1", True),
        ("::ffff:10.1.1.1", True),
        ("::1", True),
        ("11.0.0.1", False),
        ("nonsens", False),
        ("", False),
    ],
)
def test_an_address_is_trusted_where_one_of_the_ranges_holds_it(address, expected):
    assert (address in parse_networks("127.0.0.1, ::1, 10.0.0.0/8")) is expected


def test_nothing_is_trusted_where_none_is_named():
    assert "127.0.0.1" not in parse_networks(" , ")


def test_what_is_no_address_is_named():
    with pytest.raises(InputUnusableError) as raised:
        parse_networks("127.0.0.1, min-proxy")
    assert raised.value.fields == {"name": "min-proxy"}


@given(st.lists(ADDRESSES), ADDRESSES)
def test_what_a_visitor_claims_never_moves_the_address_that_the_proxy_saw(claimed, seen):
    trusted = parse_networks("127.0.0.1")
    if seen not in trusted:
        assert trusted.find_client("127.0.0.1", [*claimed, seen]) == _plain(seen)


def test_trusted_proxies_in_a_row_only_hand_on():
    trusted = parse_networks("127.0.0.1,10.0.0.0/8")
    assert trusted.find_client("127.0.0.1", ["1.1.1.1", "80.1.2.3", "10.0.0.7"]) == "80.1.2.3"
    assert trusted.find_client("127.0.0.1", ["10.0.0.7"]) == "10.0.0.7"
    assert trusted.find_client("127.0.0.1", []) == "127.0.0.1"
    assert trusted.find_client("127.0.0.1", ["80.1.2.3", "ukendt"]) == "127.0.0.1"


def test_this_machine_and_addresses_are_known():
    assert is_loopback("LOCALHOST")
    assert is_loopback("127.8.8.8")
    assert is_loopback("[::1]")
    assert not is_loopback("localhost.example.org")
    assert is_address("192.168.0.1")
    assert not is_address("ledelse.example.org")


def _plain(address):
    read = ipaddress.ip_address(address)
    return str(getattr(read, "ipv4_mapped", None) or read)
