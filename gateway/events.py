"""Namespace `/`: my_message and ask become lookups; replies and refusals go back to the one who asked."""

from __future__ import annotations

import logging
from itertools import count
from typing import TYPE_CHECKING, Any

from gateway.reading import read_ask, read_id, read_my_message, shown_field
from shared.catalog import COMMANDS
from shared.errors import BadRequest, LookupRefused, wire_code_and_message
from shared.messages import NOTHING, Context, Reply, ReplyError
from shared.names import ASK_EVENT, LOOKUP_NAMESPACE, MY_MESSAGE_EVENT, REPLY_EVENT

if TYPE_CHECKING:
    from gateway.admission import Admission
    from gateway.dispatcher import Dispatcher, Question
    from gateway.metrics import Metrics
    from gateway.pending import PendingLookup
    from gateway.server import Server
    from shared.messages import ClientId

log = logging.getLogger(__name__)

UNREADABLE = "This message could not be read. It must be a Socket.IO event with one JSON object."

# What a sentence that follows can refer to: not the completions of what is being typed, say.
TOPICS = frozenset(command.name for command in COMMANDS if command.is_topic)


class LookupEvents:
    """Who talks to us on namespace `/`, and what is said."""

    def __init__(self, server: Server, admission: Admission, metrics: Metrics, boot_id: str) -> None:
        self._server = server
        self._admission = admission
        self._metrics = metrics
        self._contexts: dict[str, Context] = {}  # by sid: what the connection last talked about
        self._made_ids = (f"{boot_id[:8]}-{number}" for number in count(1))
        self.dispatcher: Dispatcher
        server.on_malformed = self.malformed
        server.on("connect", self.connect, namespace=LOOKUP_NAMESPACE)
        server.on("disconnect", self.disconnect, namespace=LOOKUP_NAMESPACE)
        server.on(MY_MESSAGE_EVENT, self.my_message, namespace=LOOKUP_NAMESPACE)
        server.on(ASK_EVENT, self.ask, namespace=LOOKUP_NAMESPACE)
        server.on("*", self.unknown_event, namespace=LOOKUP_NAMESPACE)

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Let a client in, or refuse it: sent by the library when a client joins the namespace."""
        self._admission.join(sid, LOOKUP_NAMESPACE, auth)
        log.info("connect", extra={"sid": sid, "address": self._admission.address(environ)})

    def disconnect(self, sid: str, reason: str) -> None:
        """Forget a client that is gone, with its lookups."""
        self.dispatcher.forget(sid)
        self._admission.leave(sid, LOOKUP_NAMESPACE)
        self._contexts.pop(sid, None)
        log.info("disconnect", extra={"sid": sid, "reason": reason})

    def my_message(self, sid: str, *sent: Any) -> dict[str, Any]:
        """Take one lookup from a client; the client hears this ack at once, and a `reply` later."""
        return self._take(sid, sent, MY_MESSAGE_EVENT)

    def ask(self, sid: str, *sent: Any) -> dict[str, Any]:
        """Take a sentence from a client; the client hears this ack at once, and a `reply` later."""
        return self._take(sid, sent, ASK_EVENT)

    def unknown_event(self, event: str, sid: str, *sent: Any) -> dict[str, Any]:
        """Answer a client that emits an event that we do not know."""
        error = BadRequest(f"There is no such event. There are: {MY_MESSAGE_EVENT}, {ASK_EVENT}.")
        return self._refuse(sid, sent[0] if sent else None, event, error)

    def malformed(self, sid: str | None, reason: str) -> None:
        """Answer a client whose packet could not be read."""
        self._metrics.malformed += 1
        log.info("malformed packet", extra={"sid": sid, "reason": reason})
        if sid is not None:
            self._refuse(sid, None, "", BadRequest(UNREADABLE))

    def deliver(self, entry: PendingLookup, reply: Reply) -> None:
        """Send `reply` to the connection that asked, under the id it chose."""
        lookup = entry.lookup
        if reply.context is not None:
            self._contexts[lookup.room] = reply.context
        elif reply.error is None and lookup.command in TOPICS:
            self._contexts[lookup.room] = Context(lookup.command, lookup.word, lookup.pos)
        reply.id = entry.client_id
        self._server.emit_locally(REPLY_EVENT, reply, lookup.namespace, lookup.room)

    def _take(self, sid: str, sent: tuple[Any, ...], event: str) -> dict[str, Any]:
        message = sent[0] if len(sent) == 1 else None  # which reads as: not an object
        try:
            client_id = read_id(message)
            question: Question
            if event == ASK_EVENT:
                question = read_ask(message, self._contexts.get(sid))
            else:
                question = read_my_message(message)
            taken = client_id if client_id is not None else next(self._made_ids)
            self.dispatcher.submit(sid, LOOKUP_NAMESPACE, taken, question)
        except LookupRefused as error:
            return self._refuse(sid, message, event, error)
        except Exception as error:  # nothing that a client sends may upset its connection
            log.exception("can't take a message", extra={"sid": sid})
            return self._refuse(sid, message, event, error)
        return {"id": taken, "status": "queued"}

    def _refuse(self, sid: str, sent: Any, event: str, error: Exception) -> dict[str, Any]:
        told = ReplyError(*wire_code_and_message(error), getattr(error, "retry_after", None))
        option = shown_field(sent, "command") if event == MY_MESSAGE_EVENT else event
        client_id = self._id_of_refused(sent)
        self._metrics.lookup_refused(told.code)
        reply = Reply(option[:100], shown_field(sent, "word"), NOTHING, id=client_id, error=told)
        self._server.emit_locally(REPLY_EVENT, reply, LOOKUP_NAMESPACE, sid)
        log.debug("refused", extra={"id": client_id, "sid": sid, "command": option, "outcome": told.code})
        return {"id": client_id, "error": told}

    def _id_of_refused(self, sent: Any) -> ClientId:
        try:
            client_id = read_id(sent)
        except LookupRefused:
            client_id = None
        return next(self._made_ids) if client_id is None else client_id
