"""A bucket holds a burst of tokens and refills at its rate."""

from __future__ import annotations

import pytest

from gateway.access.bucket import full_bucket


def test_it_gives_its_burst_and_then_its_rate() -> None:
    bucket = full_bucket(2.0, now=0.0, burst_seconds=3.0)

    assert sum(bucket.take(0.0) for _ in range(100)) == 6
    assert bucket.seconds_left() == pytest.approx(0.5)
    assert sum(bucket.take(1.0) for _ in range(100)) == 2


def test_it_is_full_again_after_its_burst() -> None:
    bucket = full_bucket(2.0, now=0.0)
    bucket.take(0.0)

    assert not bucket.is_full(0.4)
    assert bucket.is_full(0.5)


def test_it_may_be_overdrawn_and_gives_back_no_more_than_its_burst() -> None:
    bucket = full_bucket(2.0, now=0.0)
    bucket.use(10.0, 0.0)
    assert bucket.left(1.0) == pytest.approx(-4.0)
    assert not bucket.take(1.0)

    bucket.use(-100.0, 1.0)
    assert bucket.left(1.0) == bucket.burst


def test_it_holds_at_least_one_token() -> None:
    assert full_bucket(0.1, now=0.0).take(0.0)
