"""A client's address behind proxies, in every form that proxies write."""

from __future__ import annotations

import doctest
from ipaddress import ip_network

import pytest

from gateway.access import addresses
from gateway.access.addresses import MAX_CHARACTERS, client_address, network_of, plain_address


@pytest.mark.parametrize(
    ("trusted", "peer", "forwarded", "expected"),
    [
        ("", "10.0.0.5", "203.0.113.9", "10.0.0.5"),
        ("10.0.0.5", "10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "10.20.30.40", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "198.51.100.1", "203.0.113.9", "198.51.100.1"),
        ("10.0.0.0/8", "10.0.0.5", "forged, 203.0.113.9, 10.0.0.6", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.5", "forged, 203.0.113.9:4711, 10.0.0.6:80", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.5", "", "10.0.0.5"),
        ("10.0.0.0/8", "10.0.0.5", "not an address", "not an address"),
        ("10.0.0.0/8", "10.0.0.5", "x" * 1000, "x" * MAX_CHARACTERS),
        ("10.0.0.0/8", "::ffff:10.0.0.5", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.5", "203.0.113.9, ::ffff:10.0.0.6", "203.0.113.9"),
        ("10.0.0.0/8", "10.0.0.5", "::ffff:203.0.113.9", "203.0.113.9"),
        ("fd00::/8", "fd00::1", "2001:db8::9", "2001:db8::9"),
        ("fd00::/8", "fd00::1", "[2001:db8::9]", "2001:db8::9"),
        ("fd00::/8", "fd00::1", "[2001:DB8:0::9]:4711", "2001:db8::9"),
        ("fd00::/8", "fd00::1", '"[2001:db8::9]:4711"', "2001:db8::9"),
        ("fd00::/8", "fd00::1%eth0", "2001:db8::9", "2001:db8::9"),
        ("", "::ffff:203.0.113.9", "", "203.0.113.9"),
        ("", "", "203.0.113.9", ""),
    ],
)
def test_only_a_trusted_proxy_is_believed(trusted: str, peer: str, forwarded: str, expected: str) -> None:
    proxies = (ip_network(trusted),) if trusted else ()

    assert client_address(peer, forwarded, proxies) == expected


@pytest.mark.parametrize(("one", "other"), [("2001:db8::1", "2001:db8::ffff:1"), ("192.0.2.1", "192.0.2.1")])
def test_one_client_s_addresses_are_in_one_network(one: str, other: str) -> None:
    assert network_of(one) == network_of(other)


@pytest.mark.parametrize(("one", "other"), [("2001:db8::1", "2001:db8:0:1::1"), ("192.0.2.1", "192.0.2.2")])
def test_two_clients_addresses_are_in_two_networks(one: str, other: str) -> None:
    assert network_of(one) != network_of(other)


def test_an_address_of_ipv4_in_ipv6_is_written_as_usual() -> None:
    assert plain_address(("::ffff:192.0.2.7", 5000, 0, 0)) == ("192.0.2.7", 5000)
    assert plain_address(("2001:db8::1", 5000, 0, 0)) == ("2001:db8::1", 5000)
    assert plain_address(("fe80::1%eth0", 5000, 0, 2)) == ("fe80::1%eth0", 5000)


def test_the_examples_are_true() -> None:
    assert doctest.testmod(addresses).failed == 0
