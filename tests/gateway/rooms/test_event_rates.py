"""The rates of the events on `/chat`."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from gateway.rooms import events
from shared.room_messages import Person
from tests.gateway.rooms.conftest import MakeGateway
from tests.gateway.rooms.room_gateway import RoomGateway


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no time pass for the limits, so that nothing is allowed again."""
    monkeypatch.setattr(events, "time", SimpleNamespace(monotonic=lambda: 1.0))


@pytest.mark.parametrize(
    ("event", "more", "accepted", "wait"),
    [("say", {"text": "x", "id": 1}, 10, 0.2), ("typing", {}, 2, 1.0), ("leave", {}, 40, 0.05)],
)
@pytest.mark.usefixtures("stopped_clock")
def test_events_have_limits_with_a_time_to_wait(
    gateway: RoomGateway, event: str, more: dict[str, Any], accepted: int, wait: float
) -> None:
    """Two seconds' worth at once: of messages, of signs of typing, of other requests."""
    ann = gateway.client()
    room = gateway.client().ask("create", {})["room"]
    gateway.presence.join(room, ann.sid, Person("a", "Ann"), None)
    answers = [ann.ask(event, {"room": room} | more) for _ in range(accepted + 1)]

    codes = [answer.get("error", {}).get("code") for answer in answers]
    assert "rate_limited" not in codes[:-1]
    assert codes[-1] == "rate_limited"
    assert answers[-1]["error"]["retry_after"] == wait


@pytest.mark.usefixtures("stopped_clock")
def test_a_client_that_joins_the_namespace_again_has_no_new_allowance(gateway: RoomGateway) -> None:
    ann = gateway.client()
    while ann.code("create", {}) != "rate_limited":
        pass
    ann.request("POST", "41/chat,\x1e40/chat,")

    assert ann.code("create", {}) == "rate_limited"


def test_without_a_rate_limit_rooms_have_none(make_gateway: MakeGateway) -> None:
    ann = make_gateway(RATE_LIMIT="0").client()
    room = ann.ask("create", {})["room"]
    ann.ask("join", {"room": room, "name": "Ann"})

    assert [ann.code("typing", {"room": room}) for _ in range(60)] == [""] * 60
