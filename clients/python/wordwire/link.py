"""One connection to a gateway: Socket.IO 5 in Engine.IO 4 in a websocket.

0{"pingInterval":…,"pingTimeout":…}   from the gateway: the connection is open
40{"token":…}                         to the gateway: join the namespace `/`
40{"sid":…}   44{"data":{"code":…}}   from the gateway: joined, or refused
42["my_message",{…}]                  an event, in either direction
2             3                       a ping from the gateway, and our answer
41            1                       the gateway ends the connection
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from wordwire.errors import UNAVAILABLE, UNREACHABLE, WordwireError, refusal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from websockets.asyncio.client import ClientConnection

HANDSHAKE_SECONDS = 8.0  # the gateway closes a connection that has not joined by then
CLOSING_SECONDS = 1.0
HTTP_UNAVAILABLE = 503
SCHEMES = {"http": "ws", "https": "wss"}


def websocket_address(url: str) -> str:
    """Return the address of the websocket behind `url`; raises ValueError if that is no http(s) URL.

    >>> websocket_address("https://words.example")
    'wss://words.example/socket.io/?EIO=4&transport=websocket'
    """
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise ValueError(f"The URL must look like http://HOST:PORT, not {url!r}.")
    path = f"{parts.path.rstrip('/')}/socket.io/"
    return f"{SCHEMES[parts.scheme]}://{parts.netloc}{path}?EIO=4&transport=websocket"


def event_packet(name: str, content: dict[str, Any]) -> str:
    """Return the packet of an event.

    >>> event_packet("ask", {"text": "define geese"})
    '42["ask", {"text": "define geese"}]'
    """
    return "42" + json.dumps([name, content])


@asynccontextmanager
async def joined(url: str, token: str | None) -> AsyncIterator[Link]:
    """Connect and join the namespace `/`; any failure, also while in use, is a WordwireError."""
    try:
        # The gateway compresses nothing, and sends the pings itself.
        websocket = await connect(
            websocket_address(url),
            compression=None,
            ping_interval=None,
            open_timeout=HANDSHAKE_SECONDS,
            close_timeout=CLOSING_SECONDS,
        )
        link = Link(websocket)
        try:
            await link.join(token)
            yield link
        finally:
            await link.close()
    except InvalidStatus as error:
        raise _refusal(url, error) from None
    except (OSError, EOFError, WebSocketException) as error:
        raise WordwireError(UNREACHABLE, f"{url} can't be reached: {_reason(error)}.") from error
    except (ValueError, LookupError, TypeError) as error:
        raise WordwireError(UNREACHABLE, f"{url} does not speak Wordwire's protocol.") from error


class Link:
    """A joined connection, which sends and hears events."""

    def __init__(self, websocket: ClientConnection) -> None:
        self._websocket = websocket
        self._silence_seconds = HANDSHAKE_SECONDS  # without any packet: then the connection is dead

    async def join(self, token: str | None) -> None:
        """Join the namespace; raises WordwireError if the gateway refuses."""
        opening = json.loads((await self._receive()).removeprefix("0"))
        await self._websocket.send("40" + ("" if token is None else json.dumps({"token": token})))
        answer = await self._receive()
        if answer.startswith("44"):
            raise refusal(json.loads(answer[2:])["data"])
        if not answer.startswith("40"):
            raise ValueError(answer)
        self._silence_seconds = (opening["pingInterval"] + opening["pingTimeout"]) / 1000

    async def close(self) -> None:
        """Close the connection, even if the gateway is silent and this task is cancelled."""
        try:
            await self._websocket.close()
        finally:
            # If its task is cancelled again (on Python 3.11.2: once), the library leaves the socket open.
            self._websocket.transport.abort()

    async def send(self, packet: str) -> None:
        """Send a packet; a connection that has just broken loses it, and `events` raises."""
        with suppress(ConnectionClosed):
            await self._websocket.send(packet)

    async def events(self) -> AsyncIterator[tuple[str, Any]]:
        """Yield the name and the content of each event until the connection ends."""
        while True:
            packet = await self._receive()
            if packet.startswith("42"):
                name, content = json.loads(packet[2:])
                yield name, content
            elif packet.startswith(("1", "41", "44")):
                raise ConnectionResetError("the server ended the connection")

    async def _receive(self) -> str:
        """Return the next packet other than a ping."""
        while True:
            async with asyncio.timeout(self._silence_seconds):
                packet = await self._websocket.recv(decode=True)
            if packet != "2":
                return packet
            await self._websocket.send("3")


def _refusal(url: str, error: InvalidStatus) -> WordwireError:
    """Return the error of a handshake that got an ordinary HTTP response."""
    status = error.response.status_code
    if status != HTTP_UNAVAILABLE:
        return WordwireError(UNREACHABLE, f"{url} is not a Wordwire server: it answered with HTTP {status}.")
    try:
        return refusal(json.loads(error.response.body or b"")["error"])
    except (ValueError, LookupError, TypeError):  # a balancer's own answer
        return WordwireError(UNAVAILABLE, f"{url} has no gateway at the moment.")


def _reason(error: Exception) -> str:
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    if isinstance(error, TimeoutError):
        return "no answer came"
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return reason.rstrip(".") or type(error).__name__
