"""Attack: members make their room say more than a member on a slow line can read."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tests.clients.raw import Closed
from tests.clients.room import ChatClient
from tests.conftest import MakeStack
from tests.faults.attacks.bystander import Bystander
from tests.faults.attacks.room_client import RawRoomClient
from tests.stack import wait_until

LINE_BYTES_A_SECOND = 125_000  # a megabit
ATTACK_SECONDS = 15.0
QUIET_SPEAKER_SECONDS = 1.0
ASKERS = 3


class SlowReader(threading.Thread):
    """Reads at the speed of the client's line, and answers pings."""

    def __init__(self, client: RawRoomClient) -> None:
        super().__init__(daemon=True)
        self._client = client
        self._over = threading.Event()
        self.received = bytearray()
        self.end = ""

    def run(self) -> None:
        """Read until `finish`, or the connection's end."""
        self._client.socket.settimeout(1.0)
        while not self._over.is_set():
            try:
                piece = self._client.socket.recv(LINE_BYTES_A_SECOND // 10)
            except TimeoutError:
                continue
            except OSError as error:
                self.end = repr(error)
                return
            if not piece:
                self.end = "closed by the gateway"
                return
            self.received += piece
            if b"\x81\x012" in piece:  # a ping
                self._client.send_text("3")
            time.sleep(len(piece) / LINE_BYTES_A_SECOND)

    def finish(self) -> None:
        """Stop reading."""
        self._over.set()
        self.join()


class Asker(threading.Thread):
    """Asks the bot for large answers, at the highest rate of messages that is allowed."""

    def __init__(self, port: int, room: str, number: int) -> None:
        super().__init__(daemon=True)
        self._client = RawRoomClient(port)
        self._client.connect()
        self._client.ask("join", room=room, name=f"asks {number}")
        self._room = room
        self._over = threading.Event()
        self.asked = 0

    def run(self) -> None:
        """Ask until `finish`."""
        with suppress(Closed):
            while not self._over.wait(0.21):
                self.asked += 1
                text = "/overview break" + " " * (self.asked % 9)
                self._client.send_event("say", room=self._room, text=text, id=self.asked)
                self._drain()

    def finish(self) -> None:
        """Stop asking, and leave."""
        self._over.set()
        self.join()
        self._client.socket.close()

    def _drain(self) -> None:
        self._client.socket.setblocking(False)
        with suppress(BlockingIOError):
            while self._client.socket.recv(1 << 20):
                pass
        self._client.socket.setblocking(True)


def test_a_member_on_a_slow_line_stays_and_hears_a_quiet_one(
    make_stack: MakeStack, figures: Callable[[str], None]
) -> None:
    stack = make_stack(LOG_LEVEL="info").start()
    port = stack.gateway.port
    with (
        Bystander(stack.gateway.url) as bystander,
        ChatClient(stack.gateway.url) as ann,
        RawRoomClient(port, receive_buffer=16_384) as slow,
    ):
        quiet = bystander.quiet_p99()
        room = ann.ask("create", {})["room"]
        ann.ask("join", {"room": room, "name": "Ann"})
        slow.connect()
        slow.ask("join", room=room, name="slow")
        reader = SlowReader(slow)
        askers = [Asker(port, room, number) for number in range(ASKERS)]
        for thread in (reader, *askers):
            thread.start()
        said = quietly_speak(ann, room)
        for asker in askers:
            asker.finish()
        wait_until(lambda: f"quietly {len(said)}".encode() in reader.received, "her last words to arrive", 15)
        reader.finish()

        waits = max(at_sender for at_sender in said)
        megabytes = len(reader.received) / 1e6
        asked = sum(asker.asked for asker in askers)
        answers = bytes(reader.received).count(b'"bot":true')
        figures(
            f"{asked} questions, {answers} answers; the slow member read {megabytes:.1f} MB; "
            f"a quiet member's messages accepted within {waits:.2f} s; {bystander.check(quiet)}"
        )
        assert reader.end == ""
        assert asked > 150
        assert answers >= 10
    assert "does not read" not in stack.gateway.log()


def quietly_speak(client: ChatClient, room: str) -> list[float]:
    """Say something once a second; return how long each acknowledgement took."""
    took = []
    until = time.monotonic() + ATTACK_SECONDS
    while time.monotonic() < until:
        began = time.monotonic()
        answer: dict[str, Any] = client.ask(
            "say", {"room": room, "text": f"quietly {len(took) + 1}", "id": len(took)}
        )
        assert "error" not in answer, json.dumps(answer)
        took.append(time.monotonic() - began)
        time.sleep(QUIET_SPEAKER_SECONDS)
    return took
