"""Allowances: nobody gets more by reconnecting, and none is kept for long."""

from __future__ import annotations

import pytest

from gateway.access.allowances import KEEP_S, Allowance, Allowances
from gateway.access.rate_limit import LookupRate
from shared.errors import RateLimited

RATE = 10.0


def ask(allowance: Allowance, now: float = 0.0, tries: int = 1000) -> int:
    """Ask until refused, and return how many lookups were accepted."""
    for number in range(tries):
        try:
            LookupRate(RATE).check(allowance, now)
        except RateLimited:
            return number
    return tries


def test_a_reconnect_gives_no_new_allowance() -> None:
    allowances = Allowances(0)
    first = allowances.opened("192.0.2.1", 0.0)
    assert ask(first) == 20
    allowances.closed(first, 0.0)

    assert ask(allowances.opened("192.0.2.1", 0.1), 0.1) == 1


def test_nor_does_a_second_reconnect() -> None:
    allowances = Allowances(0)
    total = 0
    for reconnect in range(100):
        allowance = allowances.opened("192.0.2.1", reconnect / 10)
        total += ask(allowance, reconnect / 10)
        allowances.closed(allowance, reconnect / 10)
        allowances.sweep(reconnect / 10)

    assert total <= 20 + 10 * RATE


@pytest.mark.parametrize("other", ["192.0.2.2", "2001:db8:0:1::1"])
def test_another_address_gets_its_own(other: str) -> None:
    allowances = Allowances(0)
    for address in ("192.0.2.1", "2001:db8::1"):
        greedy = allowances.opened(address, 0.0)
        ask(greedy)
        allowances.closed(greedy, 0.0)

    assert ask(allowances.opened(other, 0.0)) == 20


def test_the_addresses_that_one_client_can_take_share_one() -> None:
    allowances = Allowances(0)
    greedy = allowances.opened("2001:db8::1", 0.0)
    ask(greedy)
    allowances.closed(greedy, 0.0)

    assert ask(allowances.opened("2001:db8::2", 0.0)) == 0


def test_open_lookups_are_inherited() -> None:
    allowances = Allowances(0)
    first = allowances.opened("192.0.2.1", 0.0)
    first.in_flight = 7
    allowances.closed(first, 0.0)

    assert allowances.opened("192.0.2.1", 0.0).in_flight == 7


def test_connections_of_an_address_share_its_rate_and_those_of_a_token_share_that() -> None:
    allowances = Allowances(rate_per_address=30)
    one, two, elsewhere = (allowances.opened(each, 0.0) for each in ("192.0.2.1", "192.0.2.1", "192.0.2.2"))
    for allowance in (one, elsewhere):
        allowances.joined(allowance, "header.claims.signature", 0.0)

    assert one.of_address is two.of_address is not elsewhere.of_address
    assert one.of_token is elsewhere.of_token is not None
    assert two.of_token is None


def test_zero_turns_the_shared_limits_off() -> None:
    allowances = Allowances(rate_per_address=0)
    allowance = allowances.opened("192.0.2.1", 0.0)
    allowances.joined(allowance, "token", 0.0)

    assert (allowance.of_address, allowance.of_token) == (None, None)


def test_nothing_is_kept_of_a_client_that_asked_nothing() -> None:
    allowances = Allowances(30)
    for _ in range(3):
        allowances.closed(allowances.opened("192.0.2.1", 0.0), 0.0)

    assert (allowances._addresses, len(allowances._left)) == ({}, 0)


def test_nothing_is_kept_for_long() -> None:
    allowances = Allowances(30)
    for second in range(100):
        for address in ("192.0.2.1", f"198.51.100.{second}"):
            allowance = allowances.opened(address, second)
            ask(allowance, second, tries=1)
            allowances.joined(allowance, f"token {second}", second)
            allowances.closed(allowance, second)
        allowances.sweep(second)
    allowance = None  # type: ignore[assignment]  # it refers to its token
    assert len(allowances._addresses) <= KEEP_S + 2

    allowances.sweep(100 + KEEP_S)

    assert (allowances._addresses, len(allowances._left), len(allowances._tokens)) == ({}, 0, 0)
