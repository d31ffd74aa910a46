"""The Socket.IO server: the library's, with our connections, and safe from unreadable packets."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import socketio
from socketio import packet

from gateway.transport.engine import Engine
from shared import json_codec
from shared.messages import encode
from shared.names import LOOKUP_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gateway.transport.connection import Connection

log = logging.getLogger(__name__)

# The parts of an answered request that engineio and the connect handlers of other namespaces still need.
KEPT_OF_ENVIRON = ("REMOTE_ADDR", "HTTP_ORIGIN", "HTTP_X_FORWARDED_FOR", "QUERY_STRING")

EVENT = str(packet.EVENT)
SHORT_HEAD = 16  # of an event: its type and the number for its acknowledgement; the library judges others

# The key in a request's environ that carries the new connection's id to the response.
EIO_SID_KEY = "wordwire.eio_sid"


class Server(socketio.Server):
    """A Socket.IO server that takes only text events, and reports every packet that it can't read."""

    def __init__(
        self,
        *,
        on_opened: Callable[[Connection, dict[str, Any]], None],
        on_closed: Callable[[str], None],
        on_malformed: Callable[[str, str], None],
        may_join: Callable[[str], bool] = lambda _eio_sid: True,
        **options: Any,
    ) -> None:
        """Report connections to `on_opened(connection, environ)` and `on_closed(eio_sid)`.

        `on_malformed(eio_sid, reason)` hears of unreadable packets. `may_join(eio_sid)` returns whether
        a connection that asks to join a namespace gets an answer.
        """
        super().__init__(**options)
        self._on_opened = on_opened
        self._on_closed = on_closed
        self._on_malformed = on_malformed
        self._may_join = may_join

    def eio_sid(self, sid: str, namespace: str) -> str | None:
        """Return the Engine.IO id of the connection that `sid` names in `namespace`."""
        found: str | None = self.manager.eio_sid_from_sid(sid, namespace)
        return found

    def emit_locally(self, event: str, data: Any, namespace: str, sid: str) -> None:
        """Send `event` to one of this gateway's own connections, never through Redis."""
        eio_sid = self.manager.eio_sid_from_sid(sid, namespace)
        if eio_sid is not None:
            self._send(eio_sid, _packed(packet.EVENT, namespace, None, [event, data]))

    def emit_to_each(self, event: str, data: Any, namespace: str, sids: list[str]) -> None:
        """Send `event` to several of this gateway's own connections, encoding it only once."""
        if not sids:
            return
        packed = _packed(packet.EVENT, namespace, None, [event, data])
        for sid in sids:
            eio_sid = self.manager.eio_sid_from_sid(sid, namespace)
            if eio_sid is not None:
                self._send(eio_sid, packed)

    def _handle_connect(self, eio_sid: str, namespace: str | None, data: Any) -> None:
        if not self._may_join(eio_sid):
            return
        if namespace and namespace != LOOKUP_NAMESPACE and namespace not in self.handlers:
            # The library's refusal is a bare string, in which clients find no message.
            refusal = json_codec.dumps({"message": "Invalid namespace"})
            self.eio.send(eio_sid, f"{packet.CONNECT_ERROR}{namespace},{refusal}")
            return
        super()._handle_connect(eio_sid, namespace, data)

    def _engineio_server_class(self) -> type[Engine]:
        return Engine

    def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Any]) -> None:
        # The whole request, with its buffers and headers, would take 10 KB a client.
        super()._handle_eio_connect(
            eio_sid, {name: environ[name] for name in KEPT_OF_ENVIRON if name in environ}
        )
        environ[EIO_SID_KEY] = eio_sid
        self._on_opened(self.eio.sockets[eio_sid], environ)

    def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        super()._handle_eio_disconnect(eio_sid, reason)
        self._on_closed(eio_sid)

    def _handle_eio_message(self, eio_sid: str, data: Any) -> None:
        if eio_sid not in self.eio.sockets:  # cut off after an earlier message of the same request
            return
        try:
            self._check(data)
            head = data.partition("[")[0]
            number = head[1:]
            if head[:1] == EVENT and (not number or (number.isdecimal() and len(head) <= SHORT_HEAD)):
                message = json_codec.loads(data[len(head) :])
                self._handle_event(eio_sid, LOOKUP_NAMESPACE, int(number) if number else None, message)
            else:
                super()._handle_eio_message(eio_sid, data)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            # Our own handlers catch all their errors, so the library failed to read this packet.
            self._on_malformed(eio_sid, str(error))

    @staticmethod
    def _check(data: Any) -> None:
        if not isinstance(data, str):
            raise ValueError("Binary messages are not supported.")  # noqa: TRY004 (one error for all unreadable packets)
        if data[:1] in {"5", "6"}:
            raise ValueError("Binary events are not supported.")

    def _handle_event(self, eio_sid: str, namespace: str | None, id: int | None, data: Any) -> None:  # noqa: A002 (the library's name)
        if not isinstance(data, list) or not data or not isinstance(data[0], str):
            raise ValueError("An event is a list that begins with its name.")
        if data[0] == "*":
            # For "*" itself, the library would call our handler of unknown events without the event's name.
            data[0] = "(*)"
        if data[0] in self.reserved_events:
            raise ValueError("Clients may not emit the reserved events connect and disconnect.")
        namespace = namespace or LOOKUP_NAMESPACE
        handler = self.handlers.get(namespace, {}).get(data[0])
        sid = self.manager.sid_from_eio_sid(eio_sid, namespace)
        if handler is None or not self.manager.is_connected(sid, namespace):
            super()._handle_event(eio_sid, namespace, id, data)
            return
        answer = handler(sid, *data[1:])
        if id is not None:
            answers = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
            self._send(eio_sid, _packed(packet.ACK, namespace, id, answers))

    def _send(self, eio_sid: str, packed: bytes) -> None:
        connection = self.eio.sockets.get(eio_sid)
        if connection is not None:
            connection.send_message(packed)


def _packed(packet_type: int, namespace: str, number: int | None, data: Sequence[Any]) -> bytes:
    """Return a packet as the library encodes it, but without its search for bytes in the whole of `data`."""
    address = "" if namespace == LOOKUP_NAMESPACE else f"{namespace},"
    return f"{packet_type}{address}{'' if number is None else number}".encode() + encode(data)
