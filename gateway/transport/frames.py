"""Websocket frames (RFC 6455) as a server reads and writes them. Pure: bytes in, messages out.

     0               1               2               3
    +-+-+-+-+-------+-+-------------+-------------------------------+
    |F|R|R|R| opcode|M| length (7)  | length (16 or 64 more bits)   |
    |I|S|S|S|  (4)  |A| 126: 16 bits|                               |
    |N|V|V|V|       |S| 127: 64 bits|                               |
    +-+-+-+-+-------+-+-------------+-------------------------------+
    | mask (32, clients always send one)    | payload, masked        |
    +---------------------------------------+------------------------+

eventlet's own reader reads the socket three times for each frame, and has no limit for a fragmented message.
It unmasks byte by byte in Python: 228 ms for 990 kB, while every other client waits.
"""

from __future__ import annotations

import codecs
import struct
from typing import Final

CONTINUATION: Final = 0x0
TEXT: Final = 0x1
BINARY: Final = 0x2
CLOSE: Final = 0x8
PING: Final = 0x9
PONG: Final = 0xA
OPCODES: Final = frozenset((CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG))

FIN: Final = 0x80
RESERVED: Final = 0x70
MASKED: Final = 0x80
MAX_CONTROL_BYTES: Final = 125
MAX_FRAGMENTS: Final = 256  # Wordwire's messages fit into one

# Status codes of a close frame (RFC 6455, 7.4.1).
NORMAL: Final = 1000
GOING_AWAY: Final = 1001
PROTOCOL_ERROR: Final = 1002
INVALID_PAYLOAD: Final = 1007
TOO_BIG: Final = 1009
# The codes that an endpoint may send: of the protocol (1004 to 1006 and 1015 are reserved), of libraries,
# and of applications.
SENDABLE_STATUSES: Final = (range(1000, 1004), range(1007, 1015), range(3000, 5000))

_utf8_decoder = codecs.getincrementaldecoder("utf-8")


class FrameError(Exception):
    """The client broke the protocol or a limit; close the connection with `status`."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class ClientClosed(EOFError):
    """The client has sent a close frame; answer it with the same `status`, None if it gave none."""

    def __init__(self, status: int | None) -> None:
        super().__init__("the client has closed the websocket")
        self.status = status


class FrameReader:
    """Collects received bytes, and returns whole messages; `max_bytes` limits a message, not a frame."""

    __slots__ = (
        "_buffer",
        "_checked",
        "_collected",
        "_max_bytes",
        "_message",
        "_opcode",
        "_start",
        "_utf8",
        "fragments",
    )

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._buffer = b""
        self._start = 0  # of the unread bytes in the buffer
        self._opcode = CONTINUATION  # of the message whose fragments are being collected
        self._message: list[bytes] = []
        self.fragments = 0  # of that message; 0 between messages
        self._collected = 0  # bytes in those fragments
        self._utf8: codecs.IncrementalDecoder | None = None  # checks a text that arrives in parts
        self._checked = 0  # bytes that it has seen of an incomplete frame

    @property
    def is_amid_message(self) -> bool:
        """Whether a frame or a fragmented message has begun and is not complete."""
        return self.fragments > 0 or self._start < len(self._buffer)

    @property
    def held(self) -> int:
        """The bytes of a message that is not complete."""
        return len(self._buffer) - self._start + self._collected

    def feed(self, received: bytes) -> None:
        """Add bytes from the socket to the buffer."""
        if self._start < len(self._buffer):
            received = self._buffer[self._start :] + received
        self._buffer = received
        self._start = 0

    def read(self) -> tuple[int, bytes] | None:
        """Return (opcode, payload) of the next message or control frame; None when it needs more bytes.

        Raises FrameError when the client broke the protocol or the limit.
        """
        while True:
            frame = self._read_frame()
            if frame is None:
                return None
            is_final, opcode, payload = frame
            if opcode >= CLOSE:
                return opcode, payload
            if is_final and opcode and not self.fragments:
                if self._utf8 is not None:
                    self._utf8, self._checked = None, 0
                return opcode, payload
            self._collect(opcode, payload)
            if is_final:
                message = self._opcode, b"".join(self._message)
                self._message = []
                self.fragments = self._collected = 0
                self._utf8 = None
                return message

    def _read_frame(self) -> tuple[bool, int, bytes] | None:
        buffer, start = self._buffer, self._start
        available = len(buffer) - start
        if available < 2:
            return None
        first, second = buffer[start], buffer[start + 1]
        opcode = first & 0x0F
        length = second & 0x7F
        if first & RESERVED or opcode not in OPCODES or not second & MASKED:
            raise FrameError(PROTOCOL_ERROR, "a frame with reserved bits, an unknown opcode, or no mask")
        if opcode >= CLOSE and (length > MAX_CONTROL_BYTES or not first & FIN):
            raise FrameError(PROTOCOL_ERROR, "a control frame that is too long or fragmented")
        at = start + 2
        if length > MAX_CONTROL_BYTES:
            size = 2 if length == 126 else 8
            if available < 2 + size:
                return None
            length = int.from_bytes(buffer[at : at + size], "big")
            at += size
        if length + self._collected > self._max_bytes:
            raise FrameError(TOO_BIG, f"a message of more than {self._max_bytes} bytes")
        end = at + 4 + length
        if len(buffer) < end:
            if opcode < BINARY and len(buffer) > at + 4:
                self._check_begun(opcode, buffer[at + 4 :], buffer[at : at + 4])
            return None
        payload = unmask(buffer[at + 4 : end], buffer[at : at + 4])
        if end == len(buffer):
            self._buffer, self._start = b"", 0  # an idle connection keeps no buffer
        else:
            self._start = end
        return bool(first & FIN), opcode, payload

    def _collect(self, opcode: int, payload: bytes) -> None:
        if (opcode == CONTINUATION) != (self.fragments > 0):
            raise FrameError(
                PROTOCOL_ERROR, "a continuation without a start, or a message among another's fragments"
            )
        if opcode:
            self._opcode = opcode
        if self._opcode == TEXT:
            self._check_text(payload[self._checked :])
        self._checked = 0
        self.fragments += 1
        if self.fragments > MAX_FRAGMENTS:
            raise FrameError(TOO_BIG, f"a message in more than {MAX_FRAGMENTS} fragments")
        self._collected += len(payload)
        self._message.append(payload)

    def _check_begun(self, opcode: int, masked: bytes, mask: bytes) -> None:
        """Check the part of a frame that has arrived, if it is text; each byte only once."""
        if opcode == TEXT or (self.fragments and self._opcode == TEXT):
            turn = self._checked % 4
            part = unmask(masked[self._checked :], mask[turn:] + mask[:turn])
            self._checked = len(masked)
            self._check_text(part)

    def _check_text(self, part: bytes) -> None:
        """Refuse bytes that continue no UTF-8 text, as soon as they come."""
        if self._utf8 is None:
            self._utf8 = _utf8_decoder()
        try:
            self._utf8.decode(part)
        except UnicodeDecodeError:
            raise FrameError(INVALID_PAYLOAD, "text that is not UTF-8") from None


def unmask(payload: bytes, mask: bytes) -> bytes:
    """Return `payload` XOR the repeated four bytes of `mask`, computed in C as one big number."""
    length = len(payload)
    key = (mask * ((length + 3) // 4))[:length]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(key, "little")).to_bytes(length, "little")


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """Return `payload` as one frame of a server: final and unmasked."""
    length = len(payload)
    if length <= MAX_CONTROL_BYTES:
        return bytes((FIN | opcode, length)) + payload
    if length < 1 << 16:
        return struct.pack("!BBH", FIN | opcode, 126, length) + payload
    return struct.pack("!BBQ", FIN | opcode, 127, length) + payload


def close_frame(status: int | None, reason: str = "") -> bytes:
    """Return the frame that ends a connection; without a status, it answers one without a status."""
    if status is None:
        return frame(b"", CLOSE)
    return frame(struct.pack("!H", status) + reason.encode()[: MAX_CONTROL_BYTES - 2], CLOSE)


def close_status(payload: bytes) -> int | None:
    """Return the status in a client's close frame, None if it is empty.

    Raises FrameError if the frame is malformed (RFC 6455, 5.5.1 and 7.4).
    """
    if not payload:
        return None
    status = int.from_bytes(payload[:2], "big")
    if len(payload) < 2 or not any(status in allowed for allowed in SENDABLE_STATUSES):
        raise FrameError(PROTOCOL_ERROR, "a close frame with an invalid status")
    try:
        payload[2:].decode()
    except UnicodeDecodeError:
        raise FrameError(INVALID_PAYLOAD, "a close frame whose reason is not UTF-8") from None
    return status
