"""Token buckets: each client's own, and those that it shares with its address and with its token."""

from __future__ import annotations

import pytest

from gateway.access.allowances import Allowance
from gateway.access.bucket import full_bucket
from gateway.access.rate_limit import LookupRate, RateLimit
from shared.errors import RateLimited


def accepted(limit: RateLimit, allowance: Allowance, now: float, tries: int) -> int:
    done = 0
    for _ in range(tries):
        try:
            limit.check(allowance, now)
        except RateLimited:
            break
        done += 1
    return done


@pytest.mark.parametrize("limit", [RateLimit(50), LookupRate(50)])
def test_a_burst_is_twice_the_rate_and_refills_at_the_rate(limit: RateLimit) -> None:
    allowance = Allowance()

    assert accepted(limit, allowance, 0.0, 1000) == 100
    assert accepted(limit, allowance, 0.1, 1000) == 5
    assert accepted(limit, allowance, 60.0, 1000) == 100


@pytest.mark.parametrize("limit", [RateLimit(1), LookupRate(1)])
def test_one_client_does_not_use_up_another_s(limit: RateLimit) -> None:
    accepted(limit, Allowance(), 0.0, 100)

    assert accepted(limit, Allowance(), 0.0, 1) == 1


def test_two_limits_of_one_client_are_apart() -> None:
    allowance = Allowance()
    accepted(RateLimit(1, "messages"), allowance, 0.0, 100)

    assert accepted(RateLimit(1, "requests"), allowance, 0.0, 1) == 1


def test_the_refusal_says_how_long_to_wait() -> None:
    limit, allowance = RateLimit(2), Allowance()
    accepted(limit, allowance, 0.0, 100)

    with pytest.raises(RateLimited, match=r"Try again in 0\.50 s") as refused:
        limit.check(allowance, 0.0)

    assert refused.value.retry_after == 0.5


def test_who_waits_as_long_as_the_refusal_says_is_not_refused_again() -> None:
    limit, allowance = RateLimit(50), Allowance()
    accepted(limit, allowance, 0.0, 1000)

    with pytest.raises(RateLimited, match=r"Try again in 0\.01 s") as refused:
        limit.check(allowance, 0.0199)

    assert refused.value.retry_after is not None
    limit.check(allowance, 0.0199 + refused.value.retry_after)


@pytest.mark.parametrize("limit", [RateLimit(0), LookupRate(0)])
def test_zero_turns_it_off(limit: RateLimit) -> None:
    allowance = Allowance(of_address=full_bucket(1, 0.0))

    assert accepted(limit, allowance, 0.0, 10_000) == 10_000
    assert limit.allows(allowance, 0.0)


def test_a_rate_below_one_still_lets_one_through() -> None:
    assert accepted(RateLimit(0.1), Allowance(), 0.0, 10) == 1


@pytest.mark.parametrize("shared", ["of_address", "of_token"])
def test_connections_that_share_an_address_or_a_token_share_its_rate(shared: str) -> None:
    limit, bucket = LookupRate(10), full_bucket(20, 0.0)
    clients = [Allowance(**{shared: bucket}) for _ in range(10)]
    total = sum(accepted(limit, each, 0.0, 100) for each in clients)

    # Two use up the shared burst; each of the others keeps half of its own.
    assert total == 40 + 8 * 10


@pytest.mark.parametrize("shared", ["of_address", "of_token"])
def test_a_modest_connection_is_not_refused_for_its_neighbours(shared: str) -> None:
    limit, bucket = LookupRate(10), full_bucket(20, 0.0)
    greedy, modest = (Allowance(**{shared: bucket}) for _ in range(2))
    for tenth in range(100):
        now = tenth / 10
        accepted(limit, greedy, now, 100)
        bucket.tokens = 0.0
        if tenth % 3 == 0:  # a third of its rate
            limit.check(modest, now)


def test_the_refusal_names_the_address() -> None:
    limit = LookupRate(10)
    client = Allowance(of_address=full_bucket(0.5, 0.0))
    assert accepted(limit, client, 0.0, 20) == 11
    with pytest.raises(RateLimited, match=r"At most 0\.5 lookups a second for one address"):
        limit.check(client, 0.0)

    # The refused lookups have not used the connection's own rate.
    assert client.buckets["lookups"].tokens == 20 - 11
