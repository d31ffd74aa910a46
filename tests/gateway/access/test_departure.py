"""The notice for balancers that check a gateway."""

from __future__ import annotations

import pytest

from gateway.access import departure
from gateway.access.departure import WATCHED_S, Departure


def test_a_check_says_whether_the_gateway_is_leaving() -> None:
    leaving = Departure()
    assert leaving.check()

    leaving.begin()

    assert not leaving.check()


def test_a_balancer_that_has_not_checked_of_late_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(departure.time, "monotonic", lambda: now)
    leaving = Departure()
    assert not leaving.is_watched()

    leaving.check()
    assert leaving.is_watched()

    now += WATCHED_S
    assert not leaving.is_watched()
