"""The Socket.IO server: the library's, with our connections, and no packet that can upset it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import socketio
from socketio import packet

from gateway.connection import Engine
from shared import json_codec
from shared.names import LOOKUP_NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

# What engineio and the connect handlers of other namespaces need of a request, once it is answered.
KEPT_OF_ENVIRON = ("REMOTE_ADDR", "HTTP_ORIGIN", "HTTP_X_FORWARDED_FOR", "QUERY_STRING")

# Where a request that opened a connection carries its id on to the response.
EIO_SID_KEY = "wordwire.eio_sid"


class Server(socketio.Server):
    """A Socket.IO server that takes only text events, and tells a client of what it could not read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.on_malformed: Callable[[str | None, str], None]
        self.on_opened: Callable[[str, dict[str, Any]], None]
        self.on_closed: Callable[[str], None]

    def emit_locally(self, event: str, data: Any, namespace: str, sid: str) -> None:
        """Send `event` to one of this gateway's own connections; never goes through Redis."""
        eio_sid = self.manager.eio_sid_from_sid(sid, namespace)
        if eio_sid is not None:
            # As the library encodes it, but without its search for bytes in all that is sent.
            address = "" if namespace == LOOKUP_NAMESPACE else namespace + ","
            self.eio.send(eio_sid, f"{packet.EVENT}{address}{json_codec.dumps([event, data])}")

    def emit_to_each(self, event: str, data: Any, namespace: str, sids: list[str]) -> None:
        """Send `event` to several of this gateway's own connections; it is encoded once."""
        if not sids:
            return
        packed = f"{packet.EVENT}{namespace},{json_codec.dumps([event, data])}"
        for sid in sids:
            eio_sid = self.manager.eio_sid_from_sid(sid, namespace)
            if eio_sid is not None:
                self.eio.send(eio_sid, packed)

    def _engineio_server_class(self) -> type[Engine]:
        return Engine

    def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Any]) -> None:
        # The request holds buffers and headers: 10 KB a client if it were kept.
        super()._handle_eio_connect(
            eio_sid, {name: environ[name] for name in KEPT_OF_ENVIRON if name in environ}
        )
        environ[EIO_SID_KEY] = eio_sid
        self.on_opened(eio_sid, environ)

    def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        super()._handle_eio_disconnect(eio_sid, reason)
        self.on_closed(eio_sid)

    def _handle_eio_message(self, eio_sid: str, data: Any) -> None:
        try:
            self._check(data)
            super()._handle_eio_message(eio_sid, data)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            # Our own handlers let nothing through, so this is a packet that the library can't read.
            self.on_malformed(self.manager.sid_from_eio_sid(eio_sid, "/"), str(error))

    @staticmethod
    def _check(data: Any) -> None:
        if not isinstance(data, str):
            raise ValueError("Binary messages are not understood.")  # noqa: TRY004 (as for all that can't be read)
        if data[:1] in {"5", "6"}:
            raise ValueError("Binary events are not understood.")

    def _handle_event(self, eio_sid: str, namespace: str | None, id: int | None, data: Any) -> None:  # noqa: A002 (the library's name)
        if not isinstance(data, list) or not data or not isinstance(data[0], str):
            raise ValueError("An event is a list that begins with its name.")
        if data[0] == "*":
            data[0] = "(*)"  # the library would call our handler of unknown events without the event's name
        if data[0] in self.reserved_events:
            raise ValueError("The names connect and disconnect are not for clients to emit.")
        super()._handle_event(eio_sid, namespace, id, data)
