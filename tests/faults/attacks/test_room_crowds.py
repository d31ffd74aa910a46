"""Attack: crowds of rooms and members, and a slow way to Redis: nobody seems to leave, no answer is late."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.clients.room import ChatClient
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.room_client import RawRoomClient
from tests.faults.silent_link import SilentLink
from tests.stack import Stack, wait_until

ROOMS = 2000
CROWD = 10  # clients, who share the rooms
WITNESSED = 100
WAY_SECONDS = 0.01  # from the gateway to Redis, and as much back
WATCHED_SECONDS = 25.0  # twice the silence limit, and more
LEAVING = 40  # clients, each in ROOMS_OF_EACH rooms
ROOMS_OF_EACH = 25
ANSWER_WITHIN_SECONDS = 3.0
GONE_WITHIN_SECONDS = 12.0

Figures = Callable[[str], None]


@pytest.fixture(scope="module")
def far(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack of two gateways, of which `far` has a slow way to the Redis of rooms and replies."""
    limits = {"RATE_LIMIT": "0", "MAX_ROOMS_PER_CLIENT": str(ROOMS)}
    with Stack(tmp_path_factory.mktemp("far"), LOG_LEVEL="info", **limits) as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.start()
        with SilentLink(stack.redis.port, WAY_SECONDS) as link:
            url = f"redis://127.0.0.1:{link.port}/0"
            stack.add_gateway("far", SOCKETIO_QUEUE_URL=url).wait_until_ready()
            yield stack


def test_members_of_2000_rooms_stay_in_them(far: Stack, figures: Figures) -> None:
    near = far.gateway
    with (
        Bystander(near.url) as bystander,
        ExitStack() as opened,
        ChatClient(near.url) as witness,
    ):
        quiet = bystander.quiet_p99()
        port = far.gateways["far"].port
        crowd = [opened.enter_context(RawRoomClient(port)) for _ in range(CROWD)]
        rooms = [witness.ask("create", {})["room"] for _ in range(ROOMS)]
        for room in rooms[:WITNESSED]:
            witness.ask("join", {"room": room, "name": "witness"})
        enter_all(crowd, [rooms[number::CROWD] for number in range(CROWD)])
        heard = len(witness.heard)
        watched_from = time.monotonic()
        while time.monotonic() < watched_from + WATCHED_SECONDS:
            for number, client in enumerate(crowd):
                client.ask("typing", room=rooms[number])  # also answers pings
            time.sleep(0.5)

        changes = [event for event in witness.heard[heard:] if event[0] in {"joined", "left"}]
        figures(f"{len(changes)} members came or went in {WATCHED_SECONDS:.0f} s; {bystander.check(quiet)}")
        assert changes == []


def test_an_answer_does_not_wait_for_a_thousand_departures(far: Stack, figures: Figures) -> None:
    gateway = far.gateways["far"]
    with (
        Bystander(far.gateway.url) as bystander,
        ChatClient(far.gateway.url) as witness,
        ChatClient(gateway.url) as asker,
        ExitStack() as opened,
    ):
        quiet = bystander.quiet_p99()
        rooms = [witness.ask("create", {})["room"] for _ in range(ROOMS_OF_EACH)]
        mine = asker.ask("create", {})["room"]
        asker.ask("join", {"room": mine, "name": "Ann"})
        for room in rooms:
            witness.ask("join", {"room": room, "name": "witness"})
        crowd = [opened.enter_context(RawRoomClient(gateway.port)) for _ in range(LEAVING)]
        enter_all(crowd, [rooms] * LEAVING)
        wait_until(lambda: len(witness.of("joined")) == LEAVING * ROOMS_OF_EACH, "all to join", 30)
        began = time.monotonic()
        for client in crowd:
            client.socket.close()
        asker.ask("say", {"room": mine, "text": "/lemmatizer geese", "id": 1})
        asker.wait_for("message", 2, within=ANSWER_WITHIN_SECONDS)
        answered = time.monotonic() - began
        wait_until(
            lambda: len(witness.of("left")) >= LEAVING * ROOMS_OF_EACH, "all to leave", GONE_WITHIN_SECONDS
        )
        gone = time.monotonic() - began

        figures(
            f"answer after {answered:.2f} s, {LEAVING * ROOMS_OF_EACH} departures known after {gone:.2f} s; "
            f"{bystander.check(quiet)}"
        )
        assert answered < ANSWER_WITHIN_SECONDS
    assert "gave up room operations" not in gateway.log()


def enter_all(crowd: list[RawRoomClient], rooms_of_each: list[list[str]]) -> None:
    """Let each client join its rooms, all clients at once."""

    def enter(client: RawRoomClient, rooms: list[str]) -> None:
        client.connect()
        for room in rooms:
            assert "member" in client.ask("join", patience=30.0, room=room, name="crowd")

    threads = [threading.Thread(target=enter, args=each) for each in zip(crowd, rooms_of_each, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
