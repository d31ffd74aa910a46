"""A cheap client over plain HTTP, for loads that mix both doors; it records its lookups as a socket's does.

It opens a connection whenever all that it has wait for a response. A GET may be repeated, so a lookup whose
connection breaks is sent again, as browsers do. After a last response of a connection it turns to the next
gateway, as behind a balancer.
"""

from __future__ import annotations

import asyncio
import random
import time
from itertools import cycle
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlsplit

import msgspec

from tests.clients.asked import Asked
from tests.clients.light import BACK_OFF_FIRST_SECONDS, BACK_OFF_LAST_SECONDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.words import Question

OPEN_SECONDS = 5.0
LAST = b"\r\nConnection: close"  # in the head of the last response of a connection


class LightHttpClient:
    """One client; when its gateway ends it tries the next of `urls`, with jittered back-off."""

    def __init__(self, name: str, urls: Sequence[str]) -> None:
        self.name = name
        self.asked: list[Asked] = []
        self.strays: list[Any] = []  # what came without a request
        self.connections = 0  # it joins nothing
        self.joined = asyncio.Event()
        self.joined.set()
        self._idle: list[_Link] = []
        self._urls = cycle(urls)
        self._url = next(self._urls)
        self._asking: set[asyncio.Task[None]] = set()

    @property
    def open(self) -> int:
        """The number of lookups without a response so far."""
        return len(self._asking)

    def start(self) -> None:
        """Do nothing: it connects once it asks."""

    async def stop(self) -> None:
        """Disconnect for good."""
        for task in self._asking:
            task.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)
        for link in self._idle:
            link.close()

    def ask(self, question: Question) -> Asked:
        """Ask, and return the record that will hold the reply."""
        asked = Asked(f"{self.name}-{len(self.asked)}", question, time.monotonic())
        self.asked.append(asked)
        task = asyncio.get_running_loop().create_task(self._send(asked))
        self._asking.add(task)
        task.add_done_callback(self._asking.discard)
        return asked

    async def _send(self, asked: Asked) -> None:
        back_off = BACK_OFF_FIRST_SECONDS
        while True:
            url = self._url
            try:
                link = self._idle.pop() if self._idle else await self._opened(url)
                asked.sent_at = time.monotonic()
                asked.times_sent += 1
                head, body = await link.get(asked.question)
            except OSError:
                self._turn_from(url)
                await asyncio.sleep(back_off * random.uniform(0.5, 1.5))
                back_off = min(back_off * 2, BACK_OFF_LAST_SECONDS)
            else:
                asked.replied_at = time.monotonic()
                asked.replies.append(_as_reply(head, body))
                if LAST in head:
                    self._turn_from(url)
                else:
                    self._idle.append(link)
                return

    def _turn_from(self, url: str) -> None:
        if url == self._url:  # no other lookup has turned to the next one yet
            self._url = next(self._urls)

    async def _opened(self, url: str) -> _Link:
        place = urlsplit(url)
        async with asyncio.timeout(OPEN_SECONDS):
            connecting = asyncio.get_running_loop().create_connection(
                lambda: _Link(self, place.netloc), place.hostname, place.port
            )
            return (await connecting)[1]

    def closed(self, link: _Link) -> None:
        """Forget a connection that has closed."""
        if link in self._idle:
            self._idle.remove(link)


class _Link(asyncio.Protocol):
    """One connection: a request at a time, and the response with its length."""

    def __init__(self, client: LightHttpClient, host: str) -> None:
        self._client = client
        self._end = f" HTTP/1.1\r\nHost: {host}\r\n\r\n"
        self._received = b""
        self._response: asyncio.Future[tuple[bytes, bytes]] | None = None
        self._transport: Any = None

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def connection_lost(self, error: Exception | None) -> None:
        self._client.closed(self)
        if self._response is not None and not self._response.done():
            self._response.set_exception(ConnectionResetError(str(error)))

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(b"\r\n\r\n")
        if self._response is None or self._response.done():
            self._client.strays.append(self._received)
        elif end and len(body) >= int(_header(head, b"Content-Length")):
            self._received = b""
            self._response.set_result((head, body))

    async def get(self, question: Question) -> tuple[bytes, bytes]:
        """Return the head and the body of the response; raises OSError if the connection breaks."""
        if self._transport.is_closing():
            raise ConnectionResetError("the connection has closed")
        message = question.message
        command = message.pop("command")
        self._response = asyncio.get_running_loop().create_future()
        self._transport.write(f"GET /v1/{command}?{urlencode(message)}{self._end}".encode())
        return await self._response

    def close(self) -> None:
        """Drop the connection."""
        self._transport.abort()


def _header(head: bytes, name: bytes) -> bytes:
    """Return the value of a header, which must be there."""
    (value,) = (line[len(name) + 1 :] for line in head.split(b"\r\n") if line.startswith(name + b":"))
    return value.strip()


def _as_reply(head: bytes, body: bytes) -> dict[str, Any]:
    """Return the reply of the socket that says the same; a problem must be whole."""
    content = msgspec.json.decode(body)
    status = int(head[9:12])
    if status == 200:
        return content | {"response": msgspec.json.encode(content["response"]).decode()}
    assert _header(head, b"Content-Type") == b"application/problem+json"
    assert content["status"] == status
    assert status not in {429, 503} or int(_header(head, b"Retry-After")) >= 1
    return {"response": "[]", "error": {"code": content["code"], "message": content["detail"]}}
