"""The opening handshake of a websocket (RFC 6455, 4.2): checks the request, and makes the response.

A request is checked before its session exists, so a bad one leaves nothing behind.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from hashlib import sha1
from typing import Any, Final

from msgspec import Struct

GUID: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # the standard's own
VERSION: Final = "13"
KEY_BYTES: Final = 16

# The key in a request's environ of a function that sends a response and gives the socket away, with the
# bytes that have already come after the request.
TAKE_SOCKET_KEY: Final = "wordwire.take_socket"


class Refusal(Struct, frozen=True):
    """The answer to a request that opens no websocket."""

    status: str
    reason: str
    headers: tuple[tuple[str, str], ...] = ()


def is_upgrade(environ: dict[str, Any]) -> bool:
    """Return whether the request asks for a websocket."""
    tokens = [token.strip() for token in environ.get("HTTP_CONNECTION", "").lower().split(",")]
    return "upgrade" in tokens and environ.get("HTTP_UPGRADE", "").lower() == "websocket"


def refusal(environ: dict[str, Any]) -> Refusal | None:
    """Return the answer to a request that opens no websocket, None to one that may."""
    is_old = environ.get("SERVER_PROTOCOL") == "HTTP/1.0"
    if is_old or not is_upgrade(environ) or environ["REQUEST_METHOD"] != "GET":
        return Refusal("400 Bad Request", "A websocket begins with a GET of HTTP/1.1 and Upgrade.")
    if environ.get("HTTP_SEC_WEBSOCKET_VERSION", "").strip() != VERSION:
        # 4.4: the server names the versions that it speaks.
        headers = (("Sec-WebSocket-Version", VERSION),)
        return Refusal("426 Upgrade Required", "The websocket's version is not 13.", headers)
    try:
        key = b64decode(environ.get("HTTP_SEC_WEBSOCKET_KEY", "").strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        return Refusal("400 Bad Request", "The websocket's key is not 16 bytes in base64.")
    return None


def response(environ: dict[str, Any]) -> bytes:
    """Return the response that opens the websocket; `refusal` has accepted the request."""
    key = environ["HTTP_SEC_WEBSOCKET_KEY"].strip().encode("latin-1")
    accepted = b64encode(sha1(key + GUID).digest())  # noqa: S324 (the standard's choice, and no secret)
    return (
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        b"Sec-WebSocket-Accept: " + accepted + b"\r\n\r\n"
    )
