"""One client's connection: Engine.IO over plain websocket frames or long-polling, with limits.

The library's socket keeps a queue and two green threads for each websocket client, and a third to ping it.
Here one green thread reads from all clients, and another pings them. A client's replies go out in one system
call, at the end of the turn of the loop that brought them: a third of the memory, no switches of threads.
"""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import engineio.exceptions
import engineio.packet
import engineio.socket

from gateway.transport import frames, handshake
from gateway.transport.inbox import Inbox
from gateway.transport.reader import MessageReader
from gateway.transport.writer import WebSocketWriter

if TYPE_CHECKING:
    from engineio.packet import Packet

log = logging.getLogger(__name__)

PACKETS_A_POLL: Final = 16  # python-socketio's own client treats a longer response as an attack
PACKETS_A_TURN: Final = 16  # of one long-polling client; then the others have their turn
SEPARATOR: Final = "\x1e"  # between the packets of one long-polling request
POLLED_PACKET_BYTES: Final = 200  # of memory for each packet that waits for a poll, besides its text

# The time for a whole upgrade. A proxy may swallow it; then the websocket ends and long-polling goes on.
UPGRADE_WITHIN_S: Final = 8.0
# During an upgrade the client waits for its poll to end, and may have begun one that nothing else would end.
POLL_DURING_UPGRADE_S: Final = 0.25

UNREAD: Final = "unread replies"  # the reason of a disconnection

_NOOP: Final = engineio.packet.Packet(engineio.packet.NOOP)


class Connection(engineio.socket.Socket):
    """An Engine.IO socket that writes without a queue once it is a websocket."""

    connected: bool
    last_ping: float | None  # None while a ping is due

    def __init__(self, server: Any, sid: str) -> None:
        super().__init__(server, sid)
        self.namespaces = 0  # joined; a connection without any is closed
        self._answer_by = time.monotonic() + server.ping_interval + server.ping_timeout
        self._inbox: Inbox  # of the websocket
        self._writer: WebSocketWriter | None = None  # None while the client polls
        self._upgrade: MessageReader | None = None  # a websocket that the client does not use yet
        self._is_polled = False
        self._is_posting = False
        self._is_given_up = False
        self._queued_bytes = 0  # for a long-polling client

    def send(self, pkt: Packet) -> None:
        """Send `pkt`, and close the connection when the client leaves too many bytes unread."""
        if self.closed:
            raise engineio.exceptions.SocketIsClosedError
        if time.monotonic() > self._answer_by:
            self.check_ping_timeout()
        elif self._writer is not None:
            data = pkt.encode()
            opcode = frames.BINARY if pkt.binary else frames.TEXT
            self._writer.write(frames.frame(data if pkt.binary else data.encode(), opcode))
        elif not self._is_given_up:
            self.queue.put(pkt)
            self._queued_bytes += _size(pkt)
            self.server.unread.grew(self, self._queued_bytes)

    def send_message(self, text: bytes) -> None:
        """Send `text` as `send` does with a packet, but a websocket needs none; do nothing after the end."""
        if self._writer is not None and not self.closed and time.monotonic() <= self._answer_by:
            self._writer.write(frames.frame(b"4" + text))
        elif not self.closed:
            self.send(engineio.packet.Packet(engineio.packet.MESSAGE, text.decode()))

    @property
    def has_unsent(self) -> bool:
        """Whether packets are still unsent, or a long-polling client has not fetched them yet."""
        return not self.queue.empty() if self._writer is None else self._writer.has_unsent

    def give_up(self, unread: int) -> None:
        """Close the connection because the client leaves too many bytes unread."""
        extra = {"eio_sid": self.sid, "unsent": unread}
        log.warning("closing the connection of a client that does not read", extra=extra)
        self._is_given_up = True
        # Not now: the sender may be in the middle of work that the end of a connection changes.
        self.server.start_background_task(self.abort, UNREAD)

    def handle_get_request(self, environ: dict[str, Any], start_response: Any) -> Any:  # noqa: ARG002 (the library's signature)
        """Answer a poll, or open a websocket. A second poll at the same time ends the session."""
        if handshake.is_upgrade(environ):
            return self._open_websocket(environ)
        if self._is_polled:
            self.close(reason=self.server.reason.TRANSPORT_ERROR)
            raise engineio.exceptions.EngineIOError("two polls at once")
        self._is_polled = True
        try:
            return self.poll()
        except engineio.exceptions.QueueEmpty:
            self.close(reason=self.server.reason.TRANSPORT_ERROR)
            raise
        finally:
            self._is_polled = False

    def poll(self) -> list[Packet]:
        """Wait for packets for a long-polling client, and return them; a NOOP when there are none to come."""
        packets: list[Any] = []
        no_more = self.server.get_queue_empty_exception()
        is_short = self.upgrading  # now; the upgrade may end or fail meanwhile
        whole_wait = self.server.ping_interval + self.server.ping_timeout
        try:
            packets.append(self.queue.get(timeout=POLL_DURING_UPGRADE_S if is_short else whole_wait))
            while packets[-1] is not None and len(packets) < PACKETS_A_POLL:
                packets.append(self.queue.get(block=False))
        except no_more:
            if not packets and is_short:
                return [_NOOP]
            if not packets:
                raise engineio.exceptions.QueueEmpty from None
        for _ in packets:
            self.queue.task_done()
        if packets == [None]:
            return [_NOOP]
        if packets[-1] is None:
            self.queue.put(packets.pop())  # the end, for the next poll
        self._queued_bytes -= sum(map(_size, packets))
        self.server.unread.shrank(self, self._queued_bytes)
        return packets

    def handle_post_request(self, environ: dict[str, Any]) -> None:
        """Take the packets that a long-polling client sends, however many fit into a message.

        An undecodable packet, or a second request at the same time, ends the connection.
        """
        length = int(environ.get("CONTENT_LENGTH", "0"))
        if self._is_posting or length > self.server.max_http_buffer_size:
            raise engineio.exceptions.EngineIOError
        self._is_posting = True
        try:
            packets = environ["wsgi.input"].read(length).decode().split(SEPARATOR)
            for number, packet in enumerate(packets, start=1):
                self.receive(engineio.packet.Packet(encoded_packet=packet))
                if number % PACKETS_A_TURN == 0:
                    self.server.sleep(0)
        except (ValueError, KeyError, OSError) as error:
            log.info("closing a connection", extra={"eio_sid": self.sid, "reason": f"bad payload: {error}"})
            raise engineio.exceptions.EngineIOError from None
        finally:
            self._is_posting = False

    def abort(self, reason: str) -> None:
        """End the connection in a way that makes every client reconnect."""
        self.close(wait=False, abort=True, reason=reason)

    def close(self, wait: bool = False, abort: bool = False, reason: str | None = None) -> None:  # noqa: ARG002 (the library's signature)
        """End the connection; without `abort`, the client receives a CLOSE packet first."""
        # To wait for the queue to empty would be to wait for a poll that may never come.
        super().close(wait=False, abort=abort, reason=reason)
        if not self.closed:
            return  # it is being closed further up
        self.server.sockets.pop(self.sid, None)
        self.server.unread.forget(self)
        if self._writer is not None:
            self._writer.close(frames.GOING_AWAY)
        if self._upgrade is not None:
            self.server.read_loop.end(self._upgrade, EOFError("the session has ended"))

    def schedule_ping(self) -> None:
        """Ping again after the interval."""
        if self.last_ping:  # one cycle at a time
            self.last_ping = None
            ping_at = time.monotonic() + self.server.ping_interval
            self._answer_by = ping_at + self.server.ping_timeout
            self.server.pings.append((ping_at, self.sid))
            self.server.answers.append((self._answer_by, self.sid))

    def ping(self) -> None:
        """Ping the client, which must answer within `ping_timeout`."""
        if not self.closing and not self.closed:
            self.last_ping = time.time()
            self.send(engineio.packet.Packet(engineio.packet.PING))

    def check_ping_timeout(self) -> bool:
        """Close the connection if an answer to a ping is overdue, and return whether it goes on."""
        if self.closed or self.closing:
            return False
        if time.monotonic() <= self._answer_by:
            return True
        self.abort(self.server.reason.PING_TIMEOUT)
        return False

    def _open_websocket(self, environ: dict[str, Any]) -> Any:
        if self.upgraded or self._upgrade is not None:
            return self.server._bad_request("This session has a websocket already.")  # noqa: SLF001 (the library's own answer)
        try:
            sock, ahead = environ[handshake.TAKE_SOCKET_KEY](handshake.response(environ))
        except (OSError, EOFError):
            if not self.connected:
                self.abort(self.server.reason.TRANSPORT_CLOSE)
            raise
        writer = WebSocketWriter(sock, self.server.flusher, self.server.unread, self.give_up)
        reader = MessageReader(
            sock,
            writer,
            self.server.max_http_buffer_size,
            on_message=self._expect_probe,
            on_end=partial(self._websocket_ended, writer),
        )
        self.server.open_websockets += 1
        if self.connected:
            self._upgrade = reader
            end = partial(self._upgrade_is_late, reader)
            self.server.upgrades.append((time.monotonic() + UPGRADE_WITHIN_S, end))
        else:
            self.connected = True
            self._begin(reader)
        reader.feed(ahead)
        self.server.read_loop.add(reader)
        return ()  # neither a response nor a list of packets

    def _expect_probe(self, message: str | bytes) -> None:
        """Move from long-polling to the websocket as Engine.IO prescribes: probe, answer, upgrade.

        Until the last step long-polling goes on, so an upgrade that never ends does no harm.
        """
        if message != "2probe" or self._upgrade is None:
            raise ValueError("an upgrade without a probe")
        self.upgrading = True
        self._upgrade.writer.write(frames.frame(b"3probe"))
        if self._is_polled:
            self.queue.put(_NOOP)  # ends the client's poll
        self._upgrade.hand_to(self._expect_upgrade)

    def _expect_upgrade(self, message: str | bytes) -> None:
        if message != "5" or self._upgrade is None:
            raise ValueError("a probe without an upgrade")
        reader, self._upgrade = self._upgrade, None
        self.upgrading = False
        self._begin(reader)
        if self._is_polled:
            self.queue.put(_NOOP)

    def _begin(self, reader: MessageReader) -> None:
        """Use the websocket for everything from now on, and first send the packets queued so far."""
        self._inbox = Inbox(reader, self.server.read_loop, self._receive, self.server.start_background_task)
        self.upgraded = True
        self._writer = reader.writer
        reader.hand_to(self._take)
        self._queued_bytes = 0
        self.server.unread.forget(self)
        while not self.queue.empty():
            packet = self.queue.get()
            self.queue.task_done()
            if packet is not None and packet.packet_type != engineio.packet.NOOP:
                self.send(packet)

    def _upgrade_is_late(self, reader: MessageReader) -> None:
        if self._upgrade is reader:
            self.server.read_loop.end(reader, frames.FrameError(frames.PROTOCOL_ERROR, "no upgrade in time"))

    def _websocket_ended(self, writer: WebSocketWriter) -> None:
        self.server.open_websockets -= 1
        if self._upgrade is not None and self._upgrade.writer is writer:
            self._upgrade = None
            self.upgrading = False
        if self._writer is writer:
            self.abort(UNREAD if self._is_given_up else self.server.reason.TRANSPORT_CLOSE)

    def _take(self, message: str | bytes) -> None:
        """Take one message, or let the inbox take it if it may wait for Redis."""
        if message[2:3] != "/":  # unlike "42/chat,…", this packet is for the namespace of lookups
            self._receive(message)
        else:
            self._inbox.add(message)

    def _receive(self, message: str | bytes) -> None:
        try:
            if message[:2] == "42":  # an event; the library would make a packet of it, in ten calls
                self.server.handlers["message"](self.sid, message[1:])
            else:
                self.receive(engineio.packet.Packet(encoded_packet=message))
        except (engineio.exceptions.UnknownPacketError, engineio.exceptions.SocketIsClosedError):
            pass
        if self.closed:  # perhaps because of this message; many more may have come with it
            raise EOFError("the connection is closed")


def _size(pkt: Packet) -> int:
    """Return the bytes that `pkt` takes while it waits for a poll; a NOOP is always the same object."""
    if pkt.packet_type == engineio.packet.NOOP:
        return 0
    return POLLED_PACKET_BYTES + (len(pkt.data) if isinstance(pkt.data, str | bytes) else 0)
