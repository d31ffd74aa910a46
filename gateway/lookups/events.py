"""Handles the events of namespace `/`: turns them into lookups, and sends replies and refusals to clients."""

from __future__ import annotations

import logging
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from gateway.lookups.parsing import read_ask, read_id, read_my_message, shown_field
from shared.catalog import COMMANDS
from shared.errors import BadRequest, LookupRefused
from shared.messages import NOTHING, Context, Reply, reply_error
from shared.names import ASK_EVENT, LOOKUP_NAMESPACE, MY_MESSAGE_EVENT, REPLY_EVENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.access.allowances import Allowance
    from gateway.admission import Admission
    from gateway.lookups.pending import PendingLookup
    from gateway.lookups.queues import Queues
    from gateway.metrics import Metrics
    from gateway.transport.server import Server
    from shared.messages import ClientId, Question

    # Takes a sid, the id of the message and its one argument; returns the acknowledgement.
    Handler = Callable[[str, ClientId, Any], dict[str, Any]]

log = logging.getLogger(__name__)

UNREADABLE = "This message is unreadable. Send a Socket.IO event with one JSON object."

# Commands that a follow-up question can refer to. Completions, for example, are no topic.
TOPICS = frozenset(command.name for command in COMMANDS if command.is_topic)


class LookupEvents:
    """Handles every event of namespace `/`, for all connections of this gateway."""

    def __init__(
        self, server: Server, admission: Admission, queues: Queues, metrics: Metrics, boot_id: str
    ) -> None:
        self._server = server
        self._admission = admission
        self._queues = queues
        self._metrics = metrics
        self._contexts: dict[str, Context] = {}  # sid → the connection's last topic
        self._allowances: dict[str, Allowance] = {}  # by sid
        self._made_ids = (f"{boot_id[:8]}-{number}" for number in count(1))
        self._handlers: dict[str, Handler] = {MY_MESSAGE_EVENT: self.my_message, ASK_EVENT: self.ask}
        on = partial(server.on, namespace=LOOKUP_NAMESPACE)
        on("connect", self.connect)
        on("disconnect", self.disconnect)
        for event, handler in self._handlers.items():
            on(event, partial(self._acknowledge, event, handler))
        on("*", self.unknown_event)

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Admit or refuse a client that joins the namespace."""
        eio_sid = self._server.eio_sid(sid, LOOKUP_NAMESPACE)
        self._admission.join(eio_sid, auth)
        self._allowances[sid] = self._admission.allowance(eio_sid)
        log.info("connect", extra={"sid": sid, "address": self._admission.address(environ)})

    def disconnect(self, sid: str, reason: str) -> None:
        """Forget a client that has left the namespace, and its lookups."""
        self._queues.forget(sid)
        self._admission.leave(self._server.eio_sid(sid, LOOKUP_NAMESPACE))
        self._contexts.pop(sid, None)
        self._allowances.pop(sid, None)
        log.info("disconnect", extra={"sid": sid, "reason": reason})

    def my_message(self, sid: str, client_id: ClientId, sent: Any) -> dict[str, Any]:
        """Take one lookup from a client, which gets this ack at once and a `reply` later."""
        return self._submit(sid, client_id, read_my_message(sent))

    def ask(self, sid: str, client_id: ClientId, sent: Any) -> dict[str, Any]:
        """Take a sentence from a client, which gets this ack at once and a `reply` later."""
        return self._submit(sid, client_id, read_ask(sent, self._contexts.get(sid)))

    def unknown_event(self, event: str, sid: str, *sent: Any) -> dict[str, Any]:
        """Refuse an event of any other name."""
        error = BadRequest(f"There is no such event. The events are: {', '.join(self._handlers)}.")
        return self._refuse(sid, sent[0] if sent else None, event, error)

    def malformed(self, eio_sid: str, reason: str) -> None:
        """Count an unreadable packet, and refuse it if the client is in this namespace."""
        self._metrics.malformed += 1
        sid = self._server.manager.sid_from_eio_sid(eio_sid, LOOKUP_NAMESPACE)
        if sid is not None:
            self._send_refusal(sid, None, "", BadRequest(UNREADABLE))
        self._admission.refused(eio_sid, BadRequest.code, reason)

    def deliver(self, entry: PendingLookup, reply: Reply) -> None:
        """Send `reply` to the connection that asked, under its own id of the lookup."""
        lookup = entry.lookup
        if reply.context is not None:
            self._contexts[lookup.room] = reply.context
        elif reply.error is None and lookup.command in TOPICS:
            self._contexts[lookup.room] = Context(lookup.command, lookup.word, lookup.pos)
        reply.id = entry.client_id
        self._server.emit_locally(REPLY_EVENT, reply, lookup.namespace, lookup.room)

    def _submit(self, sid: str, client_id: ClientId, question: Question) -> dict[str, Any]:
        allowance = self._allowances[sid]
        self._queues.submit(sid, LOOKUP_NAMESPACE, client_id, question, self.deliver, allowance=allowance)
        return {"id": client_id, "status": "queued"}

    def _acknowledge(self, event: str, handler: Handler, sid: str, *sent: Any) -> dict[str, Any]:
        """Return the handler's answer, or a refusal: no message of a client may end its connection."""
        message = sent[0] if len(sent) == 1 else None  # the parsers refuse None: it is not an object
        try:
            client_id = read_id(message)
            return handler(sid, next(self._made_ids) if client_id is None else client_id, message)
        except LookupRefused as error:
            return self._refuse(sid, message, event, error)
        except Exception as error:
            log.exception("could not handle a message", extra={"sid": sid})
            return self._refuse(sid, message, event, error)

    def _refuse(self, sid: str, sent: Any, event: str, error: Exception) -> dict[str, Any]:
        refused = self._send_refusal(sid, sent, event, error)
        if isinstance(error, LookupRefused):
            self._admission.refused(self._server.eio_sid(sid, LOOKUP_NAMESPACE), error.code, str(error))
        return refused

    def _send_refusal(self, sid: str, sent: Any, event: str, error: Exception) -> dict[str, Any]:
        refusal = reply_error(error)
        option = shown_field(sent, "command") if event == MY_MESSAGE_EVENT else event
        client_id = self._id_of_refused(sent)
        self._metrics.lookup_refused(refusal.code)
        reply = Reply(option[:100], shown_field(sent, "word"), NOTHING, id=client_id, error=refusal)
        self._server.emit_locally(REPLY_EVENT, reply, LOOKUP_NAMESPACE, sid)
        log.debug("refused", extra={"id": client_id, "sid": sid, "command": option, "outcome": refusal.code})
        return {"id": client_id, "error": refusal}

    def _id_of_refused(self, sent: Any) -> ClientId:
        try:
            client_id = read_id(sent)
        except LookupRefused:
            client_id = None
        return next(self._made_ids) if client_id is None else client_id
