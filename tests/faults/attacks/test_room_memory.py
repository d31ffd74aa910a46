"""Attack: clients fill Redis with rooms, messages and answers, so that it ends other people's rooms."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from shared.names import ROOM_KEY_PREFIX
from tests.clients.raw import Closed
from tests.conftest import STACKS
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.room_client import RawRoomClient
from tests.stack import Stack

FREE_BYTES = 24_000_000
ATTACK_SECONDS = 10.0
QUESTION = "/overview break"  # its answer has 33 KB

Figures = Callable[[str], None]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[Stack]:
    """Start a stack with the default limits, and a second gateway with none."""
    with Stack(tmp_path_factory.mktemp("crowded"), LOG_LEVEL="info") as stack:
        pytestconfig.stash[STACKS].append(stack)
        stack.start()
        stack.add_gateway("unlimited", RATE_LIMIT="0").wait_until_ready()
        yield stack


@pytest.fixture
def others(crowded: Stack) -> list[str]:
    """Return 20 rooms that somebody has used and left, in a Redis with little memory left."""
    rooms = []
    with RawRoomClient(crowded.gateways["unlimited"].port) as host:
        host.connect()
        for _ in range(20):
            rooms.append(host.ask("create")["room"])
            host.ask("join", room=rooms[-1], name="Ann")
            for number in range(8):
                host.ask("say", room=rooms[-1], text=f"hello {number}", id=number)
            host.ask("leave", room=rooms[-1])
    time.sleep(1.5)  # Redis counts the time since a key's last use in seconds
    with crowded.redis.client() as redis:
        redis.config_set("maxmemory-policy", "volatile-lru")
        redis.config_set("maxmemory-samples", 10)
        redis.config_set("maxmemory", redis.info("memory")["used_memory"] + FREE_BYTES)
    return rooms


def states(stack: Stack, rooms: list[str]) -> dict[str, int]:
    """Count the whole rooms, those without any key, and those with half of their keys."""
    found: Counter[str] = Counter()
    with stack.redis.client() as redis:
        for room in rooms:
            there = [bool(redis.exists(f"{ROOM_KEY_PREFIX}{room}{key}")) for key in ("", ":log")]
            found["whole" if all(there) else "half" if any(there) else "gone"] += 1
    return dict(found)


def evicted(stack: Stack) -> int:
    with stack.redis.client() as redis:
        return int(redis.info("stats")["evicted_keys"])


@pytest.mark.parametrize("trick", ["leaves and joins again", "reconnects", "stays"])
def test_one_client_does_not_end_the_rooms_of_others(
    crowded: Stack, others: list[str], trick: str, figures: Figures
) -> None:
    gateway = crowded.gateway
    before = evicted(crowded)
    with Bystander(gateway.url) as bystander, RawRoomClient(gateway.port) as live:
        live.connect()
        live_room = live.ask("create")["room"]
        live.ask("join", room=live_room, name="Ann")
        quiet = bystander.quiet_p99()
        said = attack(gateway.port, trick)
        answer = live.ask("say", room=live_room, text="still here", id="after")

        with crowded.redis.client() as redis:
            used = redis.info("memory")["used_memory"]
        figures(
            f"{said} questions accepted; others' rooms {states(crowded, others)}; {bystander.check(quiet)}"
        )
        assert answer["seq"] == 1
        assert states(crowded, others) == {"whole": 20}
        assert evicted(crowded) == before
        assert used < 20_000_000


def attack(port: int, trick: str) -> int:
    """Ask for large answers in ever new rooms; return how many questions were accepted."""
    client = RawRoomClient(port)
    client.connect()
    accepted = sent = 0
    room = ""
    until = time.monotonic() + ATTACK_SECONDS
    while time.monotonic() < until:
        if sent % 200 == 0:
            room = client.ask("create").get("room", room)
        client.ask("join", room=room, name="m")
        for _ in range(5 if trick == "stays" else 9):
            sent += 1
            answer = client.ask("say", room=room, text=QUESTION + " " * (sent % 7), id=f"{sent}")
            accepted += "seq" in answer
        if trick == "reconnects":
            client.socket.close()
            client = reconnected(port)
        elif trick == "leaves and joins again":
            client.join_again()
        else:
            time.sleep(0.1)
    client.socket.close()
    return accepted


def reconnected(port: int) -> RawRoomClient:
    """Return a new connection; the gateway cuts off an address that joins too often, so try again."""
    while True:
        client = RawRoomClient(port)
        with suppress(Closed):
            client.connect()
            return client
        client.socket.close()
        time.sleep(0.05)


def test_rooms_end_whole_and_the_largest_first_when_redis_is_full(
    crowded: Stack, others: list[str], figures: Figures
) -> None:
    """Without limits, one client says as much as it can."""
    gateway = crowded.gateways["unlimited"]
    before, mine = evicted(crowded), []
    with Bystander(gateway.url) as bystander, RawRoomClient(gateway.port) as flood:
        flood.connect()
        quiet = bystander.quiet_p99()
        while not any(state in states(crowded, mine) for state in ("gone", "half")):
            mine.append(flood.ask("create")["room"])
            flood.ask("join", room=mine[-1], name="flood")
            for number in range(500):
                assert "seq" in flood.ask("say", room=mine[-1], text="w" * 2000, id=number)
            flood.ask("leave", room=mine[-1])
            assert len(mine) < 100

        figures(
            f"{len(mine)} rooms filled: {states(crowded, mine)}; others' rooms {states(crowded, others)}; "
            f"{bystander.check(quiet)}"
        )
        ended = [room for room in mine if states(crowded, [room]) == {"gone": 1}]
        # Redis counts in seconds, and a few rooms became empty in the first one.
        assert set(ended) <= set(mine[: len(ended) + 3]), "those that have been empty for longest end first"
        assert "half" not in states(crowded, mine)
        assert states(crowded, others) == {"whole": 20}
        assert evicted(crowded) == before
        assert flood.ask("join", room=ended[0], name="flood")["error"]["code"] == "no_such_room"
    assert "Redis is nearly full" in gateway.log() + crowded.gateway.log()
