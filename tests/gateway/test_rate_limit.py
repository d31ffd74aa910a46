"""The token bucket of each connection."""

import pytest

from gateway.rate_limit import RateLimit
from shared.errors import RateLimited


def taken(limit: RateLimit, sid: str, now: float, tries: int) -> int:
    done = 0
    for _ in range(tries):
        try:
            limit.check(sid, now)
        except RateLimited:
            break
        done += 1
    return done


def test_a_burst_is_twice_the_rate_and_refills_at_the_rate() -> None:
    limit = RateLimit(50)

    assert taken(limit, "a", 0.0, 1000) == 100
    assert taken(limit, "a", 0.1, 1000) == 5
    assert taken(limit, "a", 60.0, 1000) == 100


def test_one_connection_does_not_use_up_another_s() -> None:
    limit = RateLimit(1)
    taken(limit, "greedy", 0.0, 100)

    assert taken(limit, "modest", 0.0, 1) == 1


def test_the_refusal_says_how_long_to_wait() -> None:
    limit = RateLimit(2)
    taken(limit, "a", 0.0, 100)

    with pytest.raises(RateLimited, match=r"Try again in 0\.50 s") as refused:
        limit.check("a", 0.0)

    assert refused.value.retry_after == 0.5


def test_zero_turns_it_off() -> None:
    assert taken(RateLimit(0), "a", 0.0, 10_000) == 10_000


def test_a_rate_below_one_still_lets_one_through() -> None:
    assert taken(RateLimit(0.1), "a", 0.0, 10) == 1
