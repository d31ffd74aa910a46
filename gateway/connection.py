"""One client's connection: Engine.IO over plain websocket frames or long-polling, with bounds.

The library's socket keeps a queue and a second green thread for each websocket client, and a third one to
ping it. Here replies go out at the end of the turn of the loop in which they came, one system call for
all of a client's, and one green thread pings everybody: half the memory, and no switch per reply.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from contextlib import suppress
from socket import IPPROTO_TCP, SHUT_RDWR, TCP_NODELAY
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import engineio
import engineio.exceptions
import engineio.packet
import engineio.socket

from gateway import frames

if TYPE_CHECKING:
    from engineio.packet import Packet

log = logging.getLogger(__name__)

READ_BYTES = 4096
FRAMES_A_TURN = 16  # a client that floods us yields to the others after so many
MESSAGE_TIME_LIMIT_S = 9.0  # for all fragments of one message
PING_CHECK_S = 1.0
PACKETS_A_POLL = 16


class Engine(engineio.Server):
    """The Engine.IO server, whose sockets are Connections."""

    def __init__(self, *, max_unsent_bytes: int, **options: Any) -> None:
        super().__init__(**options)
        self.max_unsent_bytes = max_unsent_bytes
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
            self.sleep(PING_CHECK_S)


class Connection(engineio.socket.Socket):
    """An Engine.IO socket that writes without a queue once it is a websocket."""

    connected: bool
    last_ping: float | None  # None while a ping is due

    def __init__(self, server: Engine, sid: str) -> None:
        super().__init__(server, sid)
        self.namespaces = 0  # that it has joined; a connection that joins none is closed
        self._wire: Wire | None = None
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

    def close(self, wait: bool = False, abort: bool = False, reason: str | None = None) -> None:  # noqa: ARG002
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
        # eventlet has done the handshake; from here on its websocket is only the way to the socket.
        ws.websocket_closed = True
        ws.socket.settimeout(None)  # who is silent for too long is found by the pings
        # A reply soon after its ack would wait for the client's delayed TCP acknowledgement: 40 ms.
        ws.socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)
        wire = Wire(ws.socket, self.server.flusher)
        messages = MessageReader(ws.socket, wire, self.server)
        try:
            if self.connected:
                if not self._upgrade(wire, messages):
                    return []
            else:
                self.connected = self.upgraded = True
            self._wire = wire
            self._send_queued()
            self._read(messages)
        except frames.FrameError as error:
            log.info("closing a connection", extra={"eio_sid": self.sid, "reason": str(error)})
            wire.close(error.status, str(error))
        except (OSError, ValueError) as error:
            log.info("closing a connection", extra={"eio_sid": self.sid, "reason": str(error)})
        finally:
            wire.close(frames.GOING_AWAY)
        if self._wire is wire:
            self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        return []

    def _upgrade(self, wire: Wire, messages: MessageReader) -> bool:
        """Move from long-polling to `wire` as Engine.IO prescribes: probe, answer, upgrade."""
        self.upgrading = True
        try:
            if messages.next() != "2probe":
                return False
            wire.write(frames.frame(b"3probe"))
            self.queue.put(engineio.packet.Packet(engineio.packet.NOOP))  # ends the poll that is under way
            self.upgraded = messages.next() == "5"
            return self.upgraded
        finally:
            self.upgrading = False

    def _send_queued(self) -> None:
        while not self.queue.empty():
            packet = self.queue.get()
            self.queue.task_done()
            if packet is not None and packet.packet_type != engineio.packet.NOOP:
                self.send(packet)

    def _read(self, messages: MessageReader) -> None:
        while not self.closed:
            message = messages.next()
            if message is None:
                return
            try:
                self.receive(engineio.packet.Packet(encoded_packet=message))
            except engineio.exceptions.UnknownPacketError:
                continue
            except engineio.exceptions.SocketIsClosedError:
                return


def _size(pkt: Packet) -> int:
    return len(pkt.data) if isinstance(pkt.data, str | bytes) else 0


class MessageReader:
    """Reads a client's messages from its websocket, and answers its control frames."""

    def __init__(self, sock: Any, wire: Wire, server: Engine) -> None:
        self._sock = sock
        self._wire = wire
        self._server = server
        self._frames = frames.FrameReader(server.max_http_buffer_size)
        self._read_in_a_row = 0
        self._message_began: float | None = None

    def next(self) -> str | bytes | None:
        """Return the next message, waiting for it; None when the client has closed.

        Raises frames.FrameError, or ValueError for text that is not UTF-8.
        """
        while True:
            found = self._frames.read()
            if found is None:
                if not self._receive():
                    return None
                continue
            self._be_fair()
            opcode, payload = found
            if opcode == frames.TEXT:
                return payload.decode()
            if opcode == frames.BINARY:
                return payload
            if opcode == frames.CLOSE:
                return None
            if opcode == frames.PING:
                self._wire.write(frames.frame(payload, frames.PONG))

    def _receive(self) -> bool:
        self._check_time()
        self._read_in_a_row = 0
        received = self._sock.recv(READ_BYTES)
        self._frames.feed(received)
        return bool(received)

    def _check_time(self) -> None:
        """Don't wait for ever for a message that has begun; a client may send a byte now and then."""
        now = time.monotonic()
        if not self._frames.is_amid_message:
            if self._message_began is not None:
                self._message_began = None
                self._sock.settimeout(None)
            return
        if self._message_began is None:
            self._message_began = now
        left = self._message_began + MESSAGE_TIME_LIMIT_S - now
        if left <= 0:
            raise frames.FrameError(frames.PROTOCOL_ERROR, "a message that is never complete")
        self._sock.settimeout(left)

    def _be_fair(self) -> None:
        # A green read of a socket that has data does not yield to other connections.
        self._read_in_a_row += 1
        if self._read_in_a_row >= FRAMES_A_TURN:
            self._read_in_a_row = 0
            self._server.sleep(0)


class Wire:
    """The writing side of a websocket: gathers frames, and sends those of one turn of the loop together."""

    def __init__(self, sock: Any, flusher: Flusher) -> None:
        self._sock = sock
        self._flusher = flusher
        self._outbox: list[bytes] = []
        self._unsent = 0
        self._is_blocked = False  # the client's receive window is full; a green thread waits for it
        self._is_closed = False

    @property
    def has_unsent(self) -> bool:
        """Whether something waits that the client could not take yet."""
        return self._unsent > 0

    def write(self, frame: bytes) -> int:
        """Gather `frame`, and return how many bytes are unsent by now."""
        if self._is_closed:
            return 0
        if not self._outbox and not self._is_blocked:
            self._flusher.add(self)
        self._outbox.append(frame)
        self._unsent += len(frame)
        return self._unsent

    def flush(self) -> None:
        """Send what is gathered, without waiting; a green thread sends what the client can't take now."""
        if self._is_closed or self._is_blocked or not self._outbox:
            return
        gathered = self._take()
        try:
            sent = self._sock.fd.send(gathered)  # the real socket, which never blocks
        except BlockingIOError:
            sent = 0
        except OSError:
            self._shut()
            return
        if sent == len(gathered):
            self._unsent = 0
        else:
            self._is_blocked = True
            self._flusher.server.start_background_task(self._send_slowly, gathered[sent:])

    def close(self, status: int, reason: str = "") -> None:
        """Send what is gathered and a close frame, if the client takes them now, and end the connection."""
        if not self._is_closed:
            self.write(frames.close_frame(status, reason))
            self.flush()
            self._shut()

    def _send_slowly(self, gathered: bytes) -> None:
        try:
            while gathered:
                self._unsent = len(gathered) + sum(map(len, self._outbox))
                self._sock.sendall(gathered)
                gathered = self._take()
            self._unsent = 0
            self._is_blocked = False
        except OSError:
            self._shut()

    def _take(self) -> bytes:
        gathered = self._outbox[0] if len(self._outbox) == 1 else b"".join(self._outbox)
        self._outbox.clear()
        return gathered

    def _shut(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._outbox.clear()
        self._unsent = 0
        with suppress(OSError):  # the client may have been faster
            self._sock.shutdown(SHUT_RDWR)  # wakes the green thread that reads, and one that sends


class Flusher:
    """Flushes, at the end of this turn of the loop, every wire that was written to in it."""

    def __init__(self, server: Engine) -> None:
        self.server = server
        self._written: list[Wire] = []

    def add(self, wire: Wire) -> None:
        """Let `wire` be flushed once everything that is ready now has run."""
        if not self._written:
            self.server.start_background_task(self._flush)
        self._written.append(wire)

    def _flush(self) -> None:
        written, self._written = self._written, []
        for wire in written:
            wire.flush()
