"""An HTTP connection that its client may keep: the read loop waits for its requests, as for websockets.

It reads plain requests only: GET, without a body, whole and alone at once. eventlet's protocol, which takes
ten times as long, gets the connection at the first other request, with the bytes of it that have come.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from email.utils import formatdate
from functools import lru_cache
from io import RawIOBase
from socket import SHUT_RDWR
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from gateway.transport.places import IS_FULL_KEY

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.transport.places import Places
    from gateway.transport.read_loop import ReadLoop
    from gateway.transport.responses import Environ, Response

    Then = Callable[[Response], None]

MOST_BYTES: Final = 4096  # of a plain request
# Its path and query, without escapes in the path; and its headers, each one line.
_LINE: Final = re.compile(r"GET (/[A-Za-z0-9_/.-]*)(?:\?([!$-~]*))? HTTP/1\.1")
_HEADERS: Final = re.compile(rb"((?:[A-Za-z0-9-]+:[\t -~]*\r\n)+)\r\n")
# A request with one of these has a body, or wants more than a response.
_NOT_PLAIN: Final = {f"HTTP_{name}" for name in ("CONTENT_LENGTH", "TRANSFER_ENCODING", "EXPECT", "UPGRADE")}


class Plain(Struct, frozen=True):
    """The means to answer plain requests.

    `door(path)` returns what answers requests for a path, or None; `begin(door, environ, then)` calls `then`
    with a response, now or later. While `is_draining()`, each response is the last of its connection, so that
    the client's next request reaches another gateway.
    """

    door: Callable[[str], Any]
    begin: Callable[[Any, Environ, Then], object]
    loop: ReadLoop
    spawn: Callable[..., object]
    is_draining: Callable[[], bool]


class KeptConnection:
    """Answers one plain request after another.

    `hand_over(sock, client, ahead)` serves a connection with another request, of which `ahead` has been read.
    """

    def __init__(
        self,
        sock: Any,
        client: tuple[str, int],
        network: str,
        *,
        plain: Plain,
        places: Places,
        hand_over: Callable[[Any, tuple[str, int], bytes], None],
    ) -> None:
        self._sock = sock
        self._real = sock.fd  # which never blocks; the green one looks its attributes up in Python
        self._client = client
        self.network = network
        self._plain = plain
        self._places = places
        self._hand_over = hand_over
        self.is_open = True
        self.is_paused = False
        self._is_answering = False
        self._headers = b""  # of the last request; most clients repeat them
        self._environ: Environ | None = None  # made from these
        places.waits(self)
        plain.loop.add(self)

    def fileno(self) -> int:
        """Return the socket's file descriptor."""
        return int(self._sock.fileno())

    def pause(self) -> None:
        """Leave further requests unread until `resume`."""
        self.is_paused = True

    def resume(self) -> None:
        """Allow reading again."""
        self.is_paused = False

    def end(self) -> None:
        """Close the socket for another client's sake; its reader or writer notices."""
        with suppress(OSError):  # the client may have left already
            self._sock.shutdown(SHUT_RDWR)

    def ended(self, _error: Exception) -> None:
        """Give the socket and the place back."""
        self.is_open = False
        self._places.left(self)
        self.end()
        self._sock.close()

    def read(self) -> bool:
        """Read the next request; raises EOFError when the client has left."""
        if self._is_answering:  # the client sends ahead
            self._plain.loop.pause(self)
            return False
        try:
            sent = self._real.recv(MOST_BYTES)
        except BlockingIOError:
            return False
        if not sent:
            raise EOFError("the client has disconnected")
        line, _, headers = sent.partition(b"\r\n")
        found = _LINE.fullmatch(line.decode("latin-1"))
        door = self._plain.door(found[1]) if found else None
        environ = self._environ_of(headers) if door else None
        if found is None or environ is None:
            self._plain.loop.remove(self)
            self._places.left(self)
            self._hand_over(self._sock, self._client, sent)
            return False
        self._is_answering = True
        environ["PATH_INFO"], environ["QUERY_STRING"] = found.groups("")
        environ[IS_FULL_KEY] = not self._places.works(self)
        self._plain.begin(door, environ, self._answer)
        return False

    def _environ_of(self, headers: bytes) -> Environ | None:
        """Return the environ of a request, without its address; None if it isn't plain after all."""
        if headers != self._headers:
            self._headers, self._environ = headers, _read_headers(headers)
            if self._environ is not None:
                self._environ |= {
                    "REQUEST_METHOD": "GET",
                    "REMOTE_ADDR": self._client[0],
                    "wsgi.url_scheme": "http",
                }
        return self._environ

    def _answer(self, response: Response) -> None:
        status, headers, body = response
        if self._plain.is_draining():
            headers += "Connection: close\r\n"
        head = f"HTTP/1.1 {status}\r\nDate: {_date(int(time.time()))}\r\n{headers}\r\n"
        unsent: bytes = head.encode("latin-1") + body
        self._places.waits(self)  # until the client has read it
        try:
            unsent = unsent[self._real.send(unsent) :]
        except BlockingIOError:
            pass
        except OSError:  # the client has left, which the loop notices
            unsent = b""
        if unsent:
            self._plain.spawn(self._send_on, unsent)
        else:
            self._go_on()

    def _send_on(self, unsent: bytes) -> None:
        with suppress(OSError):  # as above
            self._sock.sendall(unsent)
        self._go_on()

    def _go_on(self) -> None:
        self._is_answering = False
        if self._plain.is_draining():
            self._plain.loop.end(self, EOFError("this gateway is draining"))
        elif self.is_paused:
            self._plain.spawn(self._plain.loop.resume, self)


def _read_headers(sent: bytes) -> Environ | None:
    """Return the environ that these headers make; None if they are not those of a plain request alone."""
    found = _HEADERS.fullmatch(sent)
    environ: Environ = {}
    for line in found[1].decode().splitlines() if found else ():
        name, _, value = line.partition(":")
        key = "HTTP_" + name.upper().replace("-", "_")
        if key in environ or key in _NOT_PLAIN:
            return None
        environ[key] = value.strip()
    is_kept = environ.get("HTTP_CONNECTION", "keep-alive").lower() == "keep-alive"
    return environ if is_kept and "HTTP_HOST" in environ else None


class Ahead(RawIOBase):
    """The bytes from a client: first those that have been read already, then those of its socket."""

    def __init__(self, ahead: bytes, rest: Any) -> None:
        self._ahead = ahead
        self._rest = rest

    def readable(self) -> bool:
        """Return true, as for any source."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Fill `buffer`, which must have room for all bytes read already, as far as there are bytes."""
        ahead, self._ahead = self._ahead, b""
        buffer[: len(ahead)] = ahead
        number: int | None = len(ahead) or self._rest.readinto(buffer)
        return number

    def close(self) -> None:
        """Close the socket's file, too."""
        self._rest.close()
        super().close()


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)
