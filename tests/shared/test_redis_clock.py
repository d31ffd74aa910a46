"""Redis's clock between two of its answers: no jump of this host's clock shows in it."""

from __future__ import annotations

import time

import pytest

from shared.redis_clock import RedisClock


def test_before_redis_has_answered_its_time_is_unknown() -> None:
    assert RedisClock().now() is None


def test_it_goes_on_from_the_last_answer() -> None:
    clock = RedisClock()
    clock.set((1_000, 500_000))
    first = clock.now()

    assert first is not None
    assert 1_000.5 <= first < 1_001.5
    assert (clock.now() or 0) > first

    clock.set((5, 0))

    assert 5 <= (clock.now() or 0) < 6


def test_a_jump_of_this_host_s_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = RedisClock()
    clock.set((1_000, 0))
    monkeypatch.setattr(time, "time", lambda: 0.0)

    assert 1_000 <= (clock.now() or 0) < 1_001
