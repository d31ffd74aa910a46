"""One client's connection: Engine.IO over plain websocket frames or long-polling, with bounds.

The library's socket keeps a queue and two green threads for each websocket client, and a third one to ping
it. Here one green thread reads from everybody, replies go out at the end of the turn of the loop in which
they came, one system call for all of a client's, and one green thread pings everybody: a third of the memory,
and no switch per message.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from functools import partial
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import engineio
import engineio.exceptions
import engineio.packet
import engineio.socket

from gateway import frames
from gateway.readers import Readers
from gateway.wire import Flusher, MessageReader, Wire, taken_over

if TYPE_CHECKING:
    from selectors import BaseSelector

    from engineio.packet import Packet

log = logging.getLogger(__name__)

PING_CHECK_S = 1.0
PACKETS_A_POLL = 16
LANE_LENGTH = 16  # messages of one client that wait for Redis, before more are read


class Engine(engineio.Server):
    """The Engine.IO server, whose sockets are Connections."""

    def __init__(self, *, max_unsent_bytes: int, selector: BaseSelector, **options: Any) -> None:
        super().__init__(**options)
        self.max_unsent_bytes = max_unsent_bytes
        self.readers = Readers(selector, self.sleep)
        self.flusher = Flusher(self)
        self.pings: deque[tuple[float, Connection]] = deque()
        # engineio has no hook for the class of its sockets.
        engineio.socket.Socket = Connection

    def handle_request(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer one request; a session that was closed is as unknown as one that never was."""
        sid = parse_qs(environ.get("QUERY_STRING", "")).get("sid", [""])[0]
        connection = self.sockets.get(sid)
        if connection is not None and connection.closed:
            del self.sockets[sid]  # the library would raise KeyError for a POST to it
        return super().handle_request(environ, start_response)

    def ping_forever(self) -> None:
        """Ping each connection `ping_interval` after its last answer; one green thread for all."""
        while True:
            now = time.monotonic()
            while self.pings and self.pings[0][0] <= now:
                self.pings.popleft()[1].ping()
            self.readers.sweep()
            self.sleep(PING_CHECK_S)


class Connection(engineio.socket.Socket):
    """An Engine.IO socket that writes without a queue once it is a websocket."""

    connected: bool
    last_ping: float | None  # None while a ping is due

    def __init__(self, server: Engine, sid: str) -> None:
        super().__init__(server, sid)
        self.namespaces = 0  # that it has joined; a connection that joins none is closed
        self._reader: MessageReader
        self._wire: Wire | None = None
        self._lane: deque[str | bytes] = deque()
        self._lane_runs = False
        self._queued_bytes = 0  # for a long-polling client

    def send(self, pkt: Packet) -> None:
        """Send `pkt`; a client that leaves more than `max_unsent_bytes` unread is cut off."""
        if not self.check_ping_timeout():
            return
        if self._wire is not None:
            payload = pkt.encode()
            is_text = isinstance(payload, str)
            encoded = payload.encode() if is_text else payload
            unsent = self._wire.write(frames.frame(encoded, frames.TEXT if is_text else frames.BINARY))
        else:
            self.queue.put(pkt)
            self._queued_bytes += _size(pkt)
            unsent = self._queued_bytes
        if unsent > self.server.max_unsent_bytes:
            log.warning(
                "a client does not read; cutting it off", extra={"eio_sid": self.sid, "unsent": unsent}
            )
            self.abort("unread replies")

    @property
    def has_unsent(self) -> bool:
        """Whether something still waits to be sent, or to be fetched by a long-polling client."""
        return not self.queue.empty() if self._wire is None else self._wire.has_unsent

    def poll(self) -> list[Packet]:
        """Return what waits for a long-polling client, waiting for something; [] means that it is closed.

        At most 16 packets: python-socketio's own client takes a response with more for an attack.
        """
        packets: list[Any] = []
        no_more = self.server.get_queue_empty_exception()
        try:
            packets.append(self.queue.get(timeout=self.server.ping_interval + self.server.ping_timeout))
            while packets[-1] is not None and len(packets) < PACKETS_A_POLL:
                packets.append(self.queue.get(block=False))
        except no_more:
            if not packets:
                raise engineio.exceptions.QueueEmpty from None
        for _ in packets:
            self.queue.task_done()
        if packets[-1] is None and len(packets) > 1:
            self.queue.put(packets.pop())  # the end, for the next poll
        if packets == [None]:
            return []
        self._queued_bytes -= sum(map(_size, packets))
        return packets

    def handle_post_request(self, environ: dict[str, Any]) -> None:
        """Take what a long-polling client sends; what can't be decoded ends the connection."""
        try:
            super().handle_post_request(environ)
        except engineio.exceptions.EngineIOError:
            raise
        except (ValueError, KeyError, OSError) as error:
            log.info("closing a connection", extra={"eio_sid": self.sid, "reason": f"bad payload: {error}"})
            raise engineio.exceptions.EngineIOError from None

    def abort(self, reason: str) -> None:
        """End the connection in a way after which every client connects anew."""
        self.close(wait=False, abort=True, reason=reason)

    def close(self, wait: bool = False, abort: bool = False, reason: str | None = None) -> None:  # noqa: ARG002 (waiting for what is queued would wait for a poll that may never come)
        """End the connection; without `abort` the client is told that it was meant."""
        # Waiting for what is queued would wait for a poll that may never come.
        super().close(wait=False, abort=abort, reason=reason)
        if self._wire is not None:
            self._wire.close(frames.GOING_AWAY)

    def schedule_ping(self) -> None:
        """Ping again after the interval."""
        if self.last_ping:  # one cycle at a time
            self.last_ping = None
            self.server.pings.append((time.monotonic() + self.server.ping_interval, self))

    def ping(self) -> None:
        """Ask the client whether it is there; it must answer within `ping_timeout`."""
        if not self.closing and not self.closed:
            self.last_ping = time.time()
            self.send(engineio.packet.Packet(engineio.packet.PING))

    def _websocket_handler(self, ws: Any) -> list[bytes]:
        # eventlet has done the handshake; its websocket was only the way to the socket.
        ws.websocket_closed = True
        sock = taken_over(ws.socket)
        # A reply soon after its ack would wait for the client's delayed TCP acknowledgement: 40 ms.
        sock.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        wire = Wire(sock, self.server.flusher)
        self._reader = MessageReader(
            sock,
            wire,
            self.server.max_http_buffer_size,
            take=self._expect_probe,
            ended=partial(self._websocket_ended, wire),
        )
        if self.connected:
            self.upgrading = True
        else:
            self.connected = True
            self._begin()
        self.server.readers.add(self._reader)
        return []

    def _expect_probe(self, message: str | bytes) -> None:
        """Move from long-polling to the websocket as Engine.IO prescribes: probe, answer, upgrade."""
        if message != "2probe":
            raise ValueError("an upgrade without a probe")
        self._reader.wire.write(frames.frame(b"3probe"))
        self.queue.put(engineio.packet.Packet(engineio.packet.NOOP))  # ends the poll that is under way
        self._reader.take = self._expect_upgrade

    def _expect_upgrade(self, message: str | bytes) -> None:
        if message != "5":
            raise ValueError("a probe without an upgrade")
        self.upgrading = False
        self._begin()

    def _begin(self) -> None:
        """Write by the websocket, and read all that comes by it."""
        self.upgraded = True
        self._wire = self._reader.wire
        self._reader.take = self._take
        while not self.queue.empty():
            packet = self.queue.get()
            self.queue.task_done()
            if packet is not None and packet.packet_type != engineio.packet.NOOP:
                self.send(packet)

    def _websocket_ended(self, wire: Wire) -> None:
        self.upgrading = False
        if self._wire is wire:
            self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
            self.server.sockets.pop(self.sid, None)

    def _take(self, message: str | bytes) -> None:
        """Take one message; what may wait for Redis goes to a green thread of its own, in order."""
        if message[2:3] != "/":  # "42/chat,…": a packet of another namespace than the lookups'
            self._receive(message)
            return
        self._lane.append(message)
        if len(self._lane) >= LANE_LENGTH:
            self.server.readers.pause(self._reader)
        if not self._lane_runs:
            self._lane_runs = True
            self.server.start_background_task(self._run_lane)

    def _run_lane(self) -> None:
        try:
            while self._lane and not self.closed:
                self._receive(self._lane.popleft())
        except ValueError as error:
            self.server.readers.end(self._reader, error)
        finally:
            self._lane_runs = False
            self.server.readers.resume(self._reader)

    def _receive(self, message: str | bytes) -> None:
        try:
            self.receive(engineio.packet.Packet(encoded_packet=message))
        except engineio.exceptions.UnknownPacketError:
            pass
        except engineio.exceptions.SocketIsClosedError:
            raise EOFError("the connection is closed") from None


def _size(pkt: Packet) -> int:
    return len(pkt.data) if isinstance(pkt.data, str | bytes) else 0
