"""Websocket frames (RFC 6455) as a server reads and writes them. Pure: bytes in, messages out.

     0               1               2               3
    +-+-+-+-+-------+-+-------------+-------------------------------+
    |F|R|R|R| opcode|M| length (7)  | length (16 or 64 more bits)   |
    |I|S|S|S|  (4)  |A| 126: 16 bits|                               |
    |N|V|V|V|       |S| 127: 64 bits|                               |
    +-+-+-+-+-------+-+-------------+-------------------------------+
    | mask (32, always there from a client) | payload, masked        |
    +---------------------------------------+------------------------+

eventlet's own reader takes three reads of the socket a frame, unmasks byte by byte in Python (228 ms for
990 kB, while every other client waits), and has no limit for a message in fragments.
"""

from __future__ import annotations

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
MAX_FRAGMENTS: Final = 256  # a message of Wordwire fits into one

# Why a connection is closed (RFC 6455, 7.4.1).
GOING_AWAY: Final = 1001
PROTOCOL_ERROR: Final = 1002
INVALID_PAYLOAD: Final = 1007
TOO_BIG: Final = 1009


class FrameError(Exception):
    """The client broke the protocol or a limit: the connection must be closed with `status`."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class FrameReader:
    """Collects what a client sends, and gives whole messages; `max_bytes` limits a message, not a frame."""

    __slots__ = ("_buffer", "_collected", "_fragments", "_max_bytes", "_message", "_opcode", "_start")

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._buffer = b""
        self._start = 0  # of what is not read yet
        self._opcode = CONTINUATION  # of the message whose fragments are being collected
        self._message: list[bytes] = []
        self._fragments = 0
        self._collected = 0  # bytes in those fragments

    @property
    def is_amid_message(self) -> bool:
        """Whether a frame or a fragmented message has begun and is not complete."""
        return self._fragments > 0 or self._start < len(self._buffer)

    def feed(self, received: bytes) -> None:
        """Take what the socket gave."""
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
            if opcode >= CLOSE or (is_final and opcode and not self._fragments):
                return opcode, payload
            self._collect(opcode, payload)
            if is_final:
                message = self._opcode, b"".join(self._message)
                self._message = []
                self._fragments = self._collected = 0
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
            raise FrameError(
                PROTOCOL_ERROR, "a frame with reserved bits, of an unknown kind, or without mask"
            )
        if opcode >= CLOSE and (length > MAX_CONTROL_BYTES or not first & FIN):
            raise FrameError(PROTOCOL_ERROR, "a control frame that is too long or in fragments")
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
            return None
        payload = unmask(buffer[at + 4 : end], buffer[at : at + 4])
        if end == len(buffer):
            self._buffer, self._start = b"", 0  # an idle connection keeps no buffer
        else:
            self._start = end
        return bool(first & FIN), opcode, payload

    def _collect(self, opcode: int, payload: bytes) -> None:
        if (opcode == CONTINUATION) != (self._fragments > 0):
            raise FrameError(
                PROTOCOL_ERROR, "a continuation of nothing, or a message amid another's fragments"
            )
        if opcode:
            self._opcode = opcode
        self._fragments += 1
        if self._fragments > MAX_FRAGMENTS:
            raise FrameError(TOO_BIG, f"a message in more than {MAX_FRAGMENTS} fragments")
        self._collected += len(payload)
        self._message.append(payload)


def unmask(payload: bytes, mask: bytes) -> bytes:
    """Return `payload` with the four bytes of `mask` applied over and over; as one number, so in C."""
    length = len(payload)
    key = (mask * ((length + 3) // 4))[:length]
    return (int.from_bytes(payload, "little") ^ int.from_bytes(key, "little")).to_bytes(length, "little")


def frame(payload: bytes, opcode: int = TEXT) -> bytes:
    """Return `payload` as one frame from a server: final, not masked."""
    length = len(payload)
    if length <= MAX_CONTROL_BYTES:
        return bytes((FIN | opcode, length)) + payload
    if length < 1 << 16:
        return struct.pack("!BBH", FIN | opcode, 126, length) + payload
    return struct.pack("!BBQ", FIN | opcode, 127, length) + payload


def close_frame(status: int, reason: str = "") -> bytes:
    """Return the frame that ends a connection."""
    return frame(struct.pack("!H", status) + reason.encode()[: MAX_CONTROL_BYTES - 2], CLOSE)
