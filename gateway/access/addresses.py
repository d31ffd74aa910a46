"""Clients' addresses, as proxies write them. Pure: no I/O."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Any, Final

Network = IPv4Network | IPv6Network

MAX_CHARACTERS: Final = 64  # of an address that is no IP address
ONE_CLIENT_BITS: Final = 64  # of an IPv6 address: providers give each customer at least such a network


@lru_cache(maxsize=1024)  # for the requests of one client
def client_address(peer: str, forwarded_for: str, proxies: tuple[Network, ...]) -> str:
    """Return the address of the client behind `peer`, in its shortest form.

    `forwarded_for` is the header X-Forwarded-For, in which each proxy adds its own client at the end. Only
    `proxies` are believed.
    """
    address, forwarded = peer, forwarded_for.split(",")
    while forwarded and is_proxy(address, proxies):
        address = forwarded.pop().strip() or address
    parsed = _parse(address)
    return address[:MAX_CHARACTERS] if parsed is None else str(parsed)


@lru_cache(maxsize=1024)
def network_of(address: str) -> str:
    """Return the address or, for IPv6, the network that one client can take addresses from.

    >>> network_of("192.0.2.1"), network_of("2001:db8::1")
    ('192.0.2.1', '2001:db8::/64')
    """
    parsed = _parse(address)
    if isinstance(parsed, IPv6Address):
        return str(IPv6Network((parsed, ONE_CLIENT_BITS), strict=False))
    return address


def is_proxy(address: str, proxies: tuple[Network, ...]) -> bool:
    """Return whether `address` belongs to one of `proxies`."""
    parsed = _parse(address) if proxies else None
    return parsed is not None and any(parsed in network for network in proxies)


def plain_address(address: tuple[Any, ...]) -> tuple[str, int]:
    """Return the host and port of a client; one of IPv4 on a socket of IPv6 has its usual address.

    >>> plain_address(("::ffff:192.0.2.7", 5000, 0, 0))
    ('192.0.2.7', 5000)
    """
    parsed = _parse(address[0])
    return str(parsed) if isinstance(parsed, IPv4Address) else address[0], address[1]


def _parse(text: str) -> IPv4Address | IPv6Address | None:
    """Return the IP address in `text`, which may have a port, brackets, quotes or a zone, or None.

    A server that listens on IPv6 sees an IPv4 client as ::ffff:192.0.2.1.
    """
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        parsed = ip_address(text.partition("%")[0])
    except ValueError:  # a proxy forwards any text
        return None
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return mapped or parsed
