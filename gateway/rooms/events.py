"""Namespace `/chat`: people talk in rooms."""

from __future__ import annotations

import hashlib
import logging
import secrets
import time
from functools import partial
from typing import TYPE_CHECKING, Any

from socketio import exceptions

from gateway.access.rate_limit import RateLimit
from gateway.rooms.clients import read_client
from gateway.rooms.parsing import (
    read_create,
    read_history,
    read_in_room,
    read_join,
    read_name,
    read_say,
)
from shared import messages
from shared.errors import BadRequest, LookupRefused, NotAMember, RateLimited, RoomRefused, Unauthorized
from shared.messages import reply_error
from shared.names import CHAT_NAMESPACE
from shared.room_messages import NewMessage, Person

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.access.allowances import Allowance
    from gateway.admission import Admission
    from gateway.rooms.bot import RoomBot
    from gateway.rooms.clients import Client
    from gateway.rooms.members import Members
    from gateway.rooms.presence import Presence
    from gateway.rooms.store import RoomStore
    from gateway.rooms.traffic import Traffic
    from gateway.transport.server import Server
    from shared.room_messages import RoomMessage
    from shared.settings import Settings

    # Takes a sid and the event's one argument; returns the acknowledgement.
    Handler = Callable[[str, Any], dict[str, Any]]

log = logging.getLogger(__name__)

REQUESTS_PER_SECOND = 20.0  # except `say` and `typing`; a client that reconnects joins all its rooms at once
TYPING_PER_SECOND = 1.0
READ_TIME_LIMIT_S = 5.0  # for a client to read one large answer before the next
READ_CHECK_S = 0.01
CLOSED = "The connection has closed."
MESSAGE_BYTES = 200  # of a message, without its text
MEMBER_ID_CHARACTERS = 32  # hexadecimal, so nobody finds a key with the id of another member


class RoomEvents:
    """Answers the clients' events on namespace `/chat`, each in its acknowledgement."""

    def __init__(
        self,
        settings: Settings,
        server: Server,
        admission: Admission,
        *,
        members: Members,
        store: RoomStore,
        presence: Presence,
        bot: RoomBot,
        traffic: Traffic,
    ) -> None:
        self._server = server
        self._admission = admission
        self._members = members
        self._store = store
        self._presence = presence
        self._bot = bot
        self._traffic = traffic
        self._max_rooms = settings.max_rooms_per_client
        is_limited = bool(settings.rate_limit)
        limit = partial(RateLimit, ends_with_connection=True)
        self._say_limit = limit(is_limited * settings.room_rate_limit, "messages")
        self._request_limit = limit(is_limited * REQUESTS_PER_SECOND, "requests")
        self._typing_limit = limit(is_limited * TYPING_PER_SECOND, "typing signals")
        self._clients: dict[str, Client] = {}  # by sid
        handlers = (self.create, self.join, self.leave, self.say, self.typing, self.history)
        self._handlers: dict[str, Handler] = {handler.__name__: handler for handler in handlers}
        self._register()

    def _register(self) -> None:
        on = partial(self._server.on, namespace=CHAT_NAMESPACE)
        on("connect", self.connect)
        on("disconnect", self.disconnect)
        for event, handler in self._handlers.items():
            on(event, partial(self._acknowledge, handler))
        on("*", self.unknown_event)

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Admit or refuse a client that connects to the namespace."""
        address = self._admission.address(environ)
        eio_sid = self._server.eio_sid(sid, CHAT_NAMESPACE)
        claims = self._admission.join(eio_sid, auth, CHAT_NAMESPACE)
        try:
            self._clients[sid] = read_client(claims, address)
        except Unauthorized as error:
            self._admission.leave(eio_sid, CHAT_NAMESPACE)
            refusal = {"code": error.code, "message": str(error)}
            raise exceptions.ConnectionRefusedError(error.code, refusal) from None
        self._traffic.opened(sid, self._clients[sid].owner, time.monotonic())
        log.info("connect to rooms", extra={"sid": sid, "address": address})

    def disconnect(self, sid: str, reason: str) -> None:
        """Remove a closed connection from all its rooms."""
        for room in self._members.rooms_of(sid):
            self._presence.leave(room, sid)
        self._admission.leave(self._server.eio_sid(sid, CHAT_NAMESPACE), CHAT_NAMESPACE)
        self._clients.pop(sid, None)
        self._traffic.closed(sid, time.monotonic())
        log.info("disconnect from rooms", extra={"sid": sid, "reason": reason})

    def create(self, sid: str, sent: Any) -> dict[str, Any]:
        """Create a room, whose id is the key to it: everybody with the id may join."""
        self._request_limit.check(self._allowance(sid), time.monotonic())
        client = self._client(sid)
        if client.rooms is not None:
            raise Unauthorized("Your token does not allow creating rooms.")
        asked = read_create(sent)
        room = secrets.token_urlsafe(16)
        self._store.create(room, asked.title, client.owner)
        return {"room": room}

    def join(self, sid: str, sent: Any) -> dict[str, Any]:
        """Add a client to a room; the acknowledgement has the messages after `since`, or the newest."""
        self._request_limit.check(self._allowance(sid), time.monotonic())
        asked = read_join(sent)
        client = self._client(sid)
        if client.rooms is not None and asked.room not in client.rooms:
            raise Unauthorized("Your token does not allow joining this room.")
        self._wait_for_reader(sid)
        name = read_name(client.name or asked.name)
        rooms = self._members.rooms_of(sid)
        if asked.room not in rooms and len(rooms) >= self._max_rooms:
            raise RateLimited(f"This connection is already in {self._max_rooms} rooms. Leave one first.")
        key = asked.key or secrets.token_urlsafe(16)
        person = Person(_public_id(key), name)
        joined = self._presence.join(asked.room, sid, person, asked.since)
        history, has_older = self._fit_answer(joined.history, asked.since)
        return {
            "room": asked.room,
            "title": joined.title,
            "name": name,
            "key": key,
            "member": person.member,
            "members": joined.people,
            "history": history,
            "more": has_older,
        }

    def leave(self, sid: str, sent: Any) -> dict[str, Any]:
        """Remove a client from a room."""
        self._request_limit.check(self._allowance(sid), time.monotonic())
        room = read_in_room(sent).room
        self._presence.leave(room, sid)
        return {"room": room}

    def say(self, sid: str, sent: Any) -> dict[str, Any]:
        """Send a message to everybody in a room; the bot answers it if it is a question."""
        said = read_say(sent)
        person = self._members.membership(said.room, sid).person
        now = time.monotonic()
        self._say_limit.check(self._allowance(sid), now)
        self._check_traffic(sid, said.room, now)
        message = NewMessage(said.id, person.name, person.member, said.text)
        seq, at, text = self._store.say(said.room, message)
        self._traffic.use(sid, MESSAGE_BYTES + len(said.text.encode()), now)
        self._bot.answer(said.room, seq, text, sid)
        return {"id": said.id, "seq": seq, "at": at}

    def typing(self, sid: str, sent: Any) -> dict[str, Any]:
        """Show the other members that somebody is typing."""
        room = read_in_room(sent).room
        person = self._members.membership(room, sid).person
        self._typing_limit.check(self._allowance(sid), time.monotonic())
        self._store.publish_typing(room, person)
        return {}

    def history(self, sid: str, sent: Any) -> dict[str, Any]:
        """Return older messages to a member."""
        asked = read_history(sent)
        self._members.membership(asked.room, sid)
        self._request_limit.check(self._allowance(sid), time.monotonic())
        self._wait_for_reader(sid)
        found = self._store.messages_before(asked.room, asked.before, asked.limit)
        history, has_older = self._fit_answer(found, None)
        return {"room": asked.room, "history": history, "more": has_older}

    def unknown_event(self, event: str, sid: str, *_sent: Any) -> dict[str, Any]:
        """Refuse an event that this namespace does not have."""
        log.debug("unknown event", extra={"sid": sid, "event": event[:100]})
        error = BadRequest(f"There is no such event. The events are: {', '.join(self._handlers)}.")
        self._admission.refused(self._server.eio_sid(sid, CHAT_NAMESPACE), error.code, str(error))
        return _refusal(error)

    def _allowance(self, sid: str) -> Allowance:
        """Return the allowance of a connection, which it keeps when it joins the namespace again."""
        return self._admission.allowance(self._server.eio_sid(sid, CHAT_NAMESPACE))

    def _client(self, sid: str) -> Client:
        client = self._clients.get(sid)
        if client is None:
            raise NotAMember(CLOSED)
        return client

    def _check_traffic(self, sid: str, room: str, now: float) -> None:
        local = self._members.get(room)
        if local is not None:
            self._traffic.check(sid, local.traffic, self._bot.open_questions(room), now)

    def _wait_for_reader(self, sid: str) -> None:
        """Wait until a client has read its last answer: unread histories of many rooms would cut it off."""
        until = time.monotonic() + READ_TIME_LIMIT_S
        connection = self._server.eio.sockets.get(self._server.manager.eio_sid_from_sid(sid, CHAT_NAMESPACE))
        while connection is not None and connection.has_unsent and time.monotonic() < until:
            self._server.sleep(READ_CHECK_S)
        if not self._server.manager.is_connected(sid, CHAT_NAMESPACE):
            # Nothing would ever remove a connection that joins a room after its own disconnect.
            raise NotAMember(CLOSED)

    def _fit_answer(self, found: list[RoomMessage], since: int | None) -> tuple[list[RoomMessage], bool]:
        """Return the newest messages that fit one answer, and whether older ones may exist."""
        bytes_left = self._store.max_history_bytes
        fitting: list[RoomMessage] = []
        for message in reversed(found):
            bytes_left -= len(messages.encode(message))
            if bytes_left < 0:
                break
            fitting.append(message)
        fitting.reverse()
        oldest = fitting[0].seq if fitting else 1
        return fitting, oldest > (since or 0) + 1

    def _acknowledge(self, handler: Handler, sid: str, *sent: Any) -> dict[str, Any]:
        """Return the handler's answer, or a refusal: no message of a client may end its connection."""
        try:
            return handler(sid, sent[0] if len(sent) == 1 else None)
        except Exception as error:
            refusal = _refusal(error)
            if isinstance(error, LookupRefused | RoomRefused):
                self._admission.refused(self._server.eio_sid(sid, CHAT_NAMESPACE), error.code, str(error))
            if refusal["error"].code == "internal":
                log.exception("a room event failed", extra={"sid": sid})
            return refusal


def _public_id(key: str) -> str:
    """Return the id by which others know the member who holds `key`."""
    return hashlib.sha256(key.encode()).hexdigest()[:MEMBER_ID_CHARACTERS]


def _refusal(error: Exception) -> dict[str, Any]:
    return {"error": reply_error(error)}
