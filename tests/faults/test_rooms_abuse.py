"""Rooms across two gateways withstand abuse by members and strangers: floods, unread messages and guesses."""

from __future__ import annotations

import json
import select
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import pytest

from shared.names import ROOM_KEY_PREFIX, ROOMS_CHANNEL
from tests.clients.frames import client_frame
from tests.clients.raw import RawClient
from tests.clients.reference import ReferenceClient
from tests.clients.room import ChatClient
from tests.faults.talk import Talk
from tests.stack import GatewayProcess, Stack, wait_until

ROUND_TRIP_P99_MS = 250
FLOOD_SECONDS = 4.0
BEAT_SECONDS = 3.0
BURST_SECONDS = 2  # seconds' worth that a limit allows at once
ALLOWED_A_SECOND = {"say": 5, "join": 20}  # ROOM_RATE_LIMIT, and the limit of the other events of rooms
SENT = {"say": {"text": "x", "id": "the same"}, "join": {"name": "flood", "since": 0}}
ACK, REFUSED = b"43/chat,2[", b'"rate_limited"'  # the second is longer

Figures = Callable[[str], None]


@pytest.fixture
def limited(mended_pair: Stack) -> Iterator[GatewayProcess]:
    """Start a third gateway, with the default limits."""
    gateway = mended_pair.add_gateway("gateway-3", RATE_LIMIT="50")
    try:
        gateway.wait_until_ready()
        yield gateway
    finally:
        gateway.end()
        del mended_pair.gateways["gateway-3"]


class RawMember(RawClient):
    """A member who sends any bytes and may never read."""

    def enter(self, room: str, name: str) -> None:
        """Connect to `/chat` and join `room`."""
        assert " 101 " in self.upgrade()
        self.send_text("40/chat,")
        self.next_packet(lambda packet: packet.startswith("40/chat,"))
        self.send_text(f"42/chat,1{json.dumps(['join', {'room': room, 'name': name}])}")
        assert '"member"' in self.next_packet(lambda packet: packet.startswith("43/chat,1["))


class Flood(threading.Thread):
    """Sends one packet as fast as the gateway accepts it, and counts acknowledgements and refusals."""

    def __init__(self, member: RawMember, event: str, sent: dict[str, Any]) -> None:
        super().__init__(daemon=True)
        self._socket = member.socket
        # 100 frames at a time, all with the acknowledgement number 2.
        self._frames = client_frame(f"42/chat,2{json.dumps([event, sent])}".encode()) * 100
        self._is_over = threading.Event()
        self.acks = self.refused = 0

    def run(self) -> None:
        """Send and read until `finish`."""
        self._socket.setblocking(False)
        with suppress(ConnectionError):  # the number of acknowledgements will show it
            self._flood()

    def _flood(self) -> None:
        unsent = tail = b""
        while not self._is_over.is_set():
            readable, writable, _ = select.select([self._socket], [self._socket], [], 0.1)
            if writable:
                unsent = unsent or self._frames
                unsent = unsent[self._socket.send(unsent) :]
            if readable:  # searched without parsing: that would slow the other clients in this process
                received = tail + self._socket.recv(65_536)
                self.acks += received.count(ACK) - tail.count(ACK)
                self.refused += received.count(REFUSED) - tail.count(REFUSED)
                tail = received[1 - len(REFUSED) :]

    def finish(self) -> None:
        """Stop the flood."""
        self._is_over.set()
        self.join()


@contextmanager
def flooded(gateway: GatewayProcess, room: str, event: str, **sent: Any) -> Iterator[Flood]:
    """Flood `room` through `gateway` while the block runs."""
    with RawMember(gateway.port) as member:
        member.enter(room, "flood")
        flood = Flood(member, event, {"room": room} | sent)
        flood.start()
        try:
            yield flood
        finally:
            flood.finish()


@pytest.mark.alone
@pytest.mark.parametrize("event", SENT)
def test_a_flood_is_refused_and_the_others_talk_on(
    mended_pair: Stack, limited: GatewayProcess, event: str, figures: Figures
) -> None:
    allowed = ALLOWED_A_SECOND[event]
    with (
        ChatClient(limited.url) as ann,
        ChatClient(limited.url) as bob,
        ChatClient(mended_pair.gateway.url) as cid,
    ):
        room = ann.ask("create", {})["room"]
        for client in (ann, bob, cid):
            client.ask("join", {"room": room, "name": "x"})
        for number in range(200):  # a history that is slow to read
            cid.ask("say", {"room": room, "text": "話" * 2000, "id": number})
        calm = round_trips(room, [cid, ann, bob], seconds=1.5)
        began = time.monotonic()
        with flooded(limited, room, event, **SENT[event]) as flood:
            waits = round_trips(room, [cid, ann, bob], FLOOD_SECONDS / 2)
            waits += round_trips(room, [ann, bob, cid], FLOOD_SECONDS / 2, pause=0.2)  # Ann's own limit
        seconds = time.monotonic() - began

    refused = f"of {flood.acks} {event} events in {seconds:.1f} s, {flood.refused} were refused"
    figures(
        f"{refused}; others heard {len(waits)} messages after {p99_ms(waits):.0f} ms (p99; "
        f"{p99_ms(calm):.0f} ms before the flood), at most {max(waits) * 1000:.0f} ms"
    )
    assert flood.acks >= allowed * BURST_SECONDS
    assert flood.acks - flood.refused <= allowed * (BURST_SECONDS + seconds)
    # Without a flood, a round trip takes next to nothing, unless the machine is busy.
    assert p99_ms(waits) <= ROUND_TRIP_P99_MS + 3 * p99_ms(calm)


@pytest.mark.alone
def test_a_member_that_never_reads_slows_nobody_and_costs_no_memory(
    mended_pair: Stack, figures: Figures
) -> None:
    gateway = mended_pair.gateway
    log_size = gateway.log_size()
    with Talk([one.url for one in mended_pair.gateways.values()], members=4) as talk:
        before = gateway.memory_bytes()
        with RawMember(gateway.port, receive_buffer=4096) as deaf:
            deaf.enter(talk.room, "deaf")
            talk.begin(count=1200, rate=250, padding="話" * 1900)
            talk.finish()
            wait_until(lambda: "does not read" in gateway.log(log_size), "the gateway to cut it off")
        grown = gateway.memory_bytes() - before

        figures(f"memory +{grown / 1e6:.1f} MB; {talk.check()}")
        assert grown < 20_000_000
        talk.check_presence(within=2.0)


@pytest.mark.waits
def test_a_stranger_hears_nothing_of_a_room_on_another_gateway(mended_pair: Stack, figures: Figures) -> None:
    one, two = (gateway.url for gateway in mended_pair.gateways.values())
    with (
        ChatClient(one) as eve,
        ChatClient(one) as witness,
        ChatClient(two) as ann,
        ReferenceClient(one) as asker,
        ReferenceClient(two) as other_asker,
    ):
        room = ann.ask("create", {})["room"]
        for client in (ann, eve, witness):
            client.ask("join", {"room": room, "name": "x"})
        ann.ask("say", {"room": room, "text": "for all", "id": "first"})
        eve.wait_for("message")
        assert eve.ask("leave", {"room": room}) == {"room": room}
        heard = list(eve.heard)
        for guess in (room[::-1], room[:-1] + "~", ann.sid, witness.sid, asker.sid, other_asker.sid):
            assert eve.code("join", {"room": guess, "name": "Eve"}) == "no_such_room"
            for event in ("say", "history", "typing", "leave"):
                sent = {"room": guess, "text": "x", "id": 1}
                assert eve.code(event, sent) in {"no_such_room", "not_a_member"}

        lookups = []
        for number in range(50):
            assert "error" not in ann.ask("say", {"room": room, "text": f"/synonyms {number}", "id": number})
            lookups += [client.ask(command="lemmatizer", word="geese") for client in (asker, other_asker)]
            for event in ("say", "history", "typing"):
                assert eve.code(event, {"room": room, "text": "x", "id": 1}) == "not_a_member"
        assert [lookup.answer() for lookup in lookups] == [["goose"]] * 100
        witness.wait_for("message", 101)

        assert eve.heard == heard
        assert asker.stray_replies == other_asker.stray_replies == []
        assert {message["room"] for message in witness.of("message") + ann.of("message")} == {room}
        figures("nobody outside the room heard its 101 messages, and nobody inside heard the 100 lookups")


def test_forged_events_on_the_common_channel_neither_block_a_room_nor_end_a_gateway(
    mended_pair: Stack, figures: Figures
) -> None:
    sizes = {gateway.name: gateway.log_size() for gateway in mended_pair.gateways.values()}

    def logs(text: str) -> bool:
        return all(text in gateway.log(sizes[gateway.name]) for gateway in mended_pair.gateways.values())

    with Talk([one.url for one in mended_pair.gateways.values()], members=4) as talk:
        talk.begin(count=10, rate=100)
        talk.finish()
        for seq in (10**6, 2**53, 2**63 - 1, 2**70, 12, 13, 10, 1, 0, -1, -(2**63)):
            forge(mended_pair, talk.room, seq)
            forge(mended_pair, "A" * 22, seq)
        for event in ("joined", "left"):
            person = {"room": talk.room, "member": talk.members[0].member, "name": "forged"}
            publish(mended_pair, {"event": event} | person)
        with mended_pair.redis.client() as redis:
            redis.xadd(f"{ROOM_KEY_PREFIX}{talk.room}:log", {"m": "forged"}, id="10-1")
        with ChatClient(mended_pair.gateway.url) as fresh:
            history = fresh.ask("join", {"room": talk.room, "name": "fresh", "since": 0})["history"]
        assert [message["seq"] for message in history] == list(range(1, 11))
        talk.begin(count=400, rate=200)
        talk.finish()

        figures(f"far ahead and behind: {talk.check()}")
        talk.check_presence(within=2 * BEAT_SECONDS + 2.0)
        for seq in range(talk.members[0].seqs[-1] + 1, talk.members[0].seqs[-1] + 51):
            forge(mended_pair, talk.room, seq)  # each is the expected next number
        wait_until(
            lambda: logs("fewer messages of a room than were delivered"), "both gateways to notice", 5.0
        )
        talk.say(talk.members[0], "we are still here").ack.result(5)
        for member in talk.members:
            wait_until(
                lambda member=member: member.messages[-1]["text"] == "we are still here",
                f"{member.name} to hear it",
                2.0,
            )
        assert not logs("Traceback")


def round_trips(room: str, clients: list[ChatClient], seconds: float, pause: float = 0.005) -> list[float]:
    """Let the first of `clients` speak for `seconds`; return the time until all others heard each message."""
    speaker, *listeners = clients
    waits: list[float] = []
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        said_as, began = uuid4().hex, time.monotonic()
        assert "error" not in speaker.ask("say", {"room": room, "text": "hello", "id": said_as})
        for listener in listeners:
            while not any(message["id"] == said_as for message in listener.of("message")[-20:]):
                assert time.monotonic() - began < 5.0, "a listener missed a message"
                time.sleep(0.001)
        waits.append(time.monotonic() - began)
        time.sleep(pause)
    return waits


def p99_ms(waits: list[float]) -> float:
    return sorted(waits)[int(len(waits) * 0.99)] * 1000


def forge(stack: Stack, room: str, seq: int) -> None:
    """Publish a message that nobody said to all gateways."""
    message = {"id": "forged", "from": "Mallory", "member": "mallory", "text": "forged", "at": 0.0}
    publish(stack, {"event": "message", "message": message | {"room": room, "seq": seq}})


def publish(stack: Stack, event: dict[str, Any]) -> None:
    """Publish an event of a room to all gateways."""
    with stack.redis.client() as redis:
        redis.publish(ROOMS_CHANNEL, json.dumps(event))
