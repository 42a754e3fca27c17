"""Internet addresses: which are trusted, which are this very machine."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from ui.errors import InputUnusableError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True)
class TrustedNetworks:
    """Addresses whose headers are believed.

    Attributes:
        networks: Each a range of addresses.
    """

    networks: tuple[_Network, ...]

    def __contains__(self, address: object) -> bool:
        """Say whether an address, written out, is in one of the ranges."""
        read = _read(address) if isinstance(address, str) else None
        return read is not None and any(read in network for network in self.networks)

    def find_client(self, peer: str, forwarded: Sequence[str]) -> str:
        """Return where a request began.

        Args:
            peer: Who is connected to us; it is to be trusted already.
            forwarded: The addresses of ``X-Forwarded-For``, the nearest last.

        A trusted address only hands on; the first from the end that is not trusted is the client,
        and what it claims itself, further to the front, is not believed.
        """
        client = peer
        for address in reversed(forwarded):
            read = _read(address)
            if read is None:
                return client
            client = str(read)
            if client not in self:
                return client
        return client


def parse_networks(written: str) -> TrustedNetworks:
    """Return the networks of a list parted by commas.

    Raises:
        InputUnusableError: If one is no address and no range.

    >>> "10.1.2.3" in parse_networks("127.0.0.1, 10.0.0.0/8")
    True
    """
    networks: list[_Network] = []
    for part in filter(None, (part.strip() for part in written.split(","))):
        try:
            networks.append(ipaddress.ip_network(part, strict=False))
        except ValueError as error:
            raise InputUnusableError("proxy_invalid", name=part) from error
    return TrustedNetworks(tuple(networks))


def is_loopback(host: str) -> bool:
    """Say whether a host name or address is this very machine.

    >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host.casefold().rstrip(".") == "localhost":
        return True
    read = _read(host)
    return read is not None and read.is_loopback


def is_address(host: str) -> bool:
    """Say whether a host is written as an address, not as a name."""
    return _read(host) is not None


def _read(written: str) -> _Address | None:
    try:
        read = ipaddress.ip_address(written.strip().strip("[]"))
    except ValueError:
        return None
    mapped = getattr(read, "ipv4_mapped", None)
    return mapped if isinstance(mapped, ipaddress.IPv4Address) else read
