"""A client's side of websocket frames (RFC 6455)."""

from __future__ import annotations

import os
import struct
from base64 import b64encode

CONTINUATION, TEXT, BINARY, CLOSE, PING, PONG = 0x0, 0x1, 0x2, 0x8, 0x9, 0xA
FIN, MASKED = 0x80, 0x80

# Clients must mask. A mask of zeros leaves the payload unchanged, which saves a load generator the work.
NO_MASK = bytes(4)


def client_frame(payload: bytes, opcode: int = TEXT, *, final: bool = True) -> bytes:
    """Return `payload` as one frame from a client."""
    first = (FIN if final else 0) | opcode
    length = len(payload)
    if length < 126:
        head = struct.pack("!BB", first, MASKED | length)
    elif length < 1 << 16:
        head = struct.pack("!BBH", first, MASKED | 126, length)
    else:
        head = struct.pack("!BBQ", first, MASKED | 127, length)
    return head + NO_MASK + payload


def upgrade_request(host: str, port: int, query: str = "", headers: str = "") -> bytes:
    """Return the request that opens a Socket.IO connection over websocket."""
    key = b64encode(os.urandom(16)).decode()
    return (
        f"GET /socket.io/?EIO=4&transport=websocket{query} HTTP/1.1\r\nHost: {host}:{port}\r\n"
        f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {key}\r\n{headers}\r\n"
    ).encode()


class FrameParser:
    """Splits a server's bytes into frames; servers never mask, and ours never fragments."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, received: bytes) -> list[tuple[int, bytes]]:
        """Take bytes from the socket and return the (opcode, payload) of every complete frame."""
        buffer = self._buffer
        buffer += received
        frames = []
        start = 0
        while len(buffer) - start >= 2:
            length = buffer[start + 1] & 0x7F
            begin = start + 2
            if length > 125:
                size = 2 if length == 126 else 8
                if len(buffer) < begin + size:
                    break
                length = int.from_bytes(buffer[begin : begin + size], "big")
                begin += size
            if len(buffer) < begin + length:
                break
            frames.append((buffer[start] & 0x0F, bytes(buffer[begin : begin + length])))
            start = begin + length
        del buffer[:start]
        return frames
