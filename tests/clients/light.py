"""A cheap but correct websocket client, so that one process can create load.

It follows the rules of docs/protocol.md for every client: it makes its ids, and after each `connect` it sends
its open lookups again.
"""

from __future__ import annotations

import asyncio
import random
import time
from itertools import cycle
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from shared.names import MY_MESSAGE_EVENT, REPLY_EVENT
from tests.clients.asked import Asked
from tests.clients.frames import CLOSE, PING, PONG, FrameParser, client_frame, upgrade_request

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.words import Question

BACK_OFF_FIRST_SECONDS = 0.1
BACK_OFF_LAST_SECONDS = 1.0

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class LightClient:
    """One client; when its gateway ends it tries the next of `urls`, with jittered back-off.

    It asks for the acknowledgement of every `ack_every`-th lookup.
    """

    def __init__(self, name: str, urls: Sequence[str], *, ack_every: int = 1) -> None:
        self.name = name
        self.asked: list[Asked] = []
        self.strays: list[dict[str, Any]] = []  # replies to lookups that this client never sent
        self.connections = 0
        self.joined = asyncio.Event()
        self._open: dict[str, Asked] = {}
        self._known: dict[str, Asked] = {}
        self._urls = cycle(urls)
        self._ack_every = ack_every
        self._link: _Link | None = None
        self._runner: asyncio.Task[None] | None = None

    @property
    def open(self) -> int:
        """The number of lookups without a reply so far."""
        return len(self._open)

    def start(self) -> None:
        """Connect and stay connected until `stop`."""
        self._runner = asyncio.get_running_loop().create_task(self._stay_connected())

    async def stop(self) -> None:
        """Disconnect for good."""
        assert self._runner is not None
        self._runner.cancel()
        await asyncio.gather(self._runner, return_exceptions=True)

    def ask(self, question: Question) -> Asked:
        """Ask now, or once connected, and return the record that will hold the reply."""
        lookup_id = f"{self.name}-{len(self.asked)}"
        asked = Asked(lookup_id, question, time.monotonic())
        self.asked.append(asked)
        self._open[lookup_id] = self._known[lookup_id] = asked
        if self.joined.is_set():
            self._send(asked)
        return asked

    def on_joined(self) -> None:
        """Send the open lookups again, because the gateway, or at least the connection, is new."""
        self.connections += 1
        self.joined.set()
        for asked in list(self._open.values()):
            self._send(asked)

    def on_event(self, name: str, content: Any) -> None:
        """Take a reply."""
        assert name == REPLY_EVENT, f"unexpected event: {name}"
        asked = self._known.get(content.get("id"))
        if asked is None:
            self.strays.append(content)
            return
        asked.replies.append(content)
        if asked.replied_at is None:
            asked.replied_at = time.monotonic()
            self._open.pop(asked.id)

    def on_ack(self, number: int, ack: dict[str, Any]) -> None:
        """Take the acknowledgement of the lookup with `number`."""
        asked = self.asked[number]
        if asked.acked_at is None:
            asked.acked_at = time.monotonic()
            asked.ack = ack

    def _send(self, asked: Asked) -> None:
        assert self._link is not None
        asked.sent_at = time.monotonic()
        asked.times_sent += 1
        number = int(asked.id.rpartition("-")[2])
        ack = b"" if number % self._ack_every else b"%d" % number
        self._link.send(
            b"42%s%s" % (ack, _encode([MY_MESSAGE_EVENT, asked.question.message | {"id": asked.id}]))
        )

    async def _stay_connected(self) -> None:
        back_off = BACK_OFF_FIRST_SECONDS
        loop = asyncio.get_running_loop()
        while True:
            url = urlsplit(next(self._urls))
            # Set before connecting, because answers may come before create_connection returns.
            self._link = link = _Link(self, str(url.hostname), int(url.port or 80))
            try:
                await asyncio.wait_for(
                    loop.create_connection(lambda link=link: link, url.hostname, url.port), 5
                )
                await link.closed
            except OSError:
                pass  # nobody listens there: try the next one after a pause
            finally:
                if self.joined.is_set():
                    back_off = BACK_OFF_FIRST_SECONDS
                self.joined.clear()
                link.close()
            await asyncio.sleep(back_off * random.uniform(0.5, 1.5))
            back_off = min(back_off * 2, BACK_OFF_LAST_SECONDS)


class _Link(asyncio.Protocol):
    """One connection of a client: the parts of websocket, Engine.IO and Socket.IO that Wordwire uses."""

    def __init__(self, client: LightClient, host: str, port: int) -> None:
        self._client = client
        self._host, self._port = host, port
        self._frames = FrameParser()
        self._head: bytearray | None = bytearray()  # of the response; None once read
        self._transport: asyncio.Transport | None = None
        self.closed: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        transport.write(upgrade_request(self._host, self._port))

    def connection_lost(self, _error: Exception | None) -> None:
        self._client.joined.clear()
        if not self.closed.done():
            self.closed.set_result(None)

    def data_received(self, data: bytes) -> None:
        if self._head is not None:
            self._head += data
            head, end, data = bytes(self._head).partition(b"\r\n\r\n")
            if not end:
                return
            self._head = None
            if b" 101 " not in head.split(b"\r\n", 1)[0]:
                self.close()
                return
        for opcode, payload in self._frames.feed(data):
            if opcode == PING:
                self._write(client_frame(payload, PONG))
            elif opcode == CLOSE:
                self.close()
            else:
                self._take(payload)

    def send(self, packet: bytes) -> None:
        """Send one Engine.IO message."""
        self._write(client_frame(packet))

    def close(self) -> None:
        """Drop the connection."""
        if self._transport is not None:
            self._transport.abort()

    def _write(self, frame: bytes) -> None:
        assert self._transport is not None
        self._transport.write(frame)

    def _take(self, packet: bytes) -> None:
        kind = packet[:2]
        if kind == b"42":
            self._client.on_event(*_decode(packet[2:]))
        elif kind == b"43":
            number, _, rest = packet[2:].partition(b"[")
            self._client.on_ack(int(number), _decode(b"[" + rest)[0])
        elif packet[:1] == b"0":
            self.send(b"40")
        elif packet[:1] == b"2":
            self.send(b"3")
        elif kind == b"40":
            self._client.on_joined()
        elif kind in {b"41", b"44"} or packet[:1] == b"1":
            self.close()
