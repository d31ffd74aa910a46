"""Namespace `/chat`: people talk in rooms."""

from __future__ import annotations

import hashlib
import logging
import secrets
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from gateway.rate_limit import RateLimit
from gateway.room_reading import (
    name_of,
    read_create,
    read_history,
    read_in_room,
    read_join,
    read_say,
)
from shared import messages
from shared.errors import (
    BadRequest,
    NotAMember,
    RateLimited,
    Unauthorized,
    wire_code_and_message,
)
from shared.messages import ReplyError
from shared.names import CHAT_NAMESPACE
from shared.room_messages import Person, Saying

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.admission import Admission
    from gateway.local_rooms import LocalRooms
    from gateway.room_bot import RoomBot
    from gateway.room_errands import RoomErrands
    from gateway.room_hearing import RoomHearing
    from gateway.room_store import Entered, RoomStore
    from gateway.server import Server
    from shared.room_messages import RoomMessage
    from shared.settings import Settings

log = logging.getLogger(__name__)

REQUESTS_A_SECOND = 20.0  # of other kinds than `say`; somebody who comes back joins all rooms at once
TYPING_A_SECOND = 1.0
READING_TIME_LIMIT_S = 5.0  # to read one answer before the next that may be as large
READING_CHECK_S = 0.01


class Claims(Struct, frozen=True):
    """What a client's token says of rooms; None where it says nothing."""

    rooms: frozenset[str] | None = None
    name: str | None = None


class RoomEvents:
    """Who talks to us on namespace `/chat`, and what is said. Every event is answered in its ack."""

    def __init__(
        self,
        settings: Settings,
        server: Server,
        admission: Admission,
        *,
        rooms: LocalRooms,
        store: RoomStore,
        hearing: RoomHearing,
        errands: RoomErrands,
        bot: RoomBot,
    ) -> None:
        self._server = server
        self._admission = admission
        self._rooms = rooms
        self._store = store
        self._hearing = hearing
        self._errands = errands
        self._bot = bot
        self._max_rooms = settings.max_rooms_per_client
        is_limited = bool(settings.rate_limit)
        self._saying = RateLimit(is_limited * settings.room_rate_limit, "messages")
        self._asking = RateLimit(is_limited * REQUESTS_A_SECOND, "requests")
        self._typing = RateLimit(is_limited * TYPING_A_SECOND, "signs of typing")
        self._claims: dict[str, Claims] = {}  # sid → what its token says, where it says anything
        server.on("connect", self.connect, namespace=CHAT_NAMESPACE)
        server.on("disconnect", self.disconnect, namespace=CHAT_NAMESPACE)
        for handler in (self.create, self.join, self.leave, self.say, self.typing, self.history):
            server.on(handler.__name__, partial(self._answered, handler), namespace=CHAT_NAMESPACE)
        server.on("*", self.unknown_event, namespace=CHAT_NAMESPACE)

    def connect(self, sid: str, environ: dict[str, Any], auth: Any = None) -> None:
        """Let a client in, or refuse it."""
        claims = _claims(self._admission.join(sid, CHAT_NAMESPACE, auth))
        if claims != Claims():
            self._claims[sid] = claims
        log.info("connect to rooms", extra={"sid": sid, "address": self._admission.address(environ)})

    def disconnect(self, sid: str, reason: str) -> None:
        """Take a client that is gone out of all its rooms."""
        for room in self._rooms.of_client(sid):
            self._go(room, sid)
        self._admission.leave(sid, CHAT_NAMESPACE)
        self._claims.pop(sid, None)
        for limit in (self._saying, self._asking, self._typing):
            limit.forget(sid)
        log.info("disconnect from rooms", extra={"sid": sid, "reason": reason})

    def create(self, sid: str, sent: Any) -> dict[str, Any]:
        """Make a room; whoever has its id may join."""
        self._asking.check(sid, time.monotonic())
        if self._claims.get(sid, Claims()).rooms is not None:
            raise Unauthorized("Your token is for certain rooms. It makes no others.")
        asked = read_create(sent)
        room = secrets.token_urlsafe(16)
        self._store.create(room, asked.title)
        return {"room": room}

    def join(self, sid: str, sent: Any) -> dict[str, Any]:
        """Let a client into a room, and tell it what was said: all after `since`, or the newest."""
        self._asking.check(sid, time.monotonic())
        asked = read_join(sent)
        claims = self._claims.get(sid, Claims())
        if claims.rooms is not None and asked.room not in claims.rooms:
            raise Unauthorized("Your token is for other rooms.")
        self._let_read(sid)
        name = name_of(claims.name or asked.name)
        rooms = self._rooms.of_client(sid)
        if asked.room not in rooms and len(rooms) >= self._max_rooms:
            raise RateLimited(f"A connection is in {self._max_rooms} rooms at most. Leave one first.")
        key = asked.key or secrets.token_urlsafe(16)
        who = Person(hashlib.sha256(key.encode()).hexdigest()[:12], name)
        entered = self._enter(asked.room, sid, who, asked.since)
        history, more = self._fitting(entered.history, asked.since)
        return {
            "room": asked.room,
            "title": entered.title,
            "name": name,
            "key": key,
            "member": who.member,
            "members": entered.members,
            "history": history,
            "more": more,
        }

    def leave(self, sid: str, sent: Any) -> dict[str, Any]:
        """Take a client out of a room."""
        self._asking.check(sid, time.monotonic())
        room = read_in_room(sent).room
        self._rooms.membership(room, sid)
        self._go(room, sid)
        return {"room": room}

    def say(self, sid: str, sent: Any) -> dict[str, Any]:
        """Say something to everybody in a room; the bot answers what is meant for it."""
        said = read_say(sent)
        who = self._rooms.membership(said.room, sid).who
        self._saying.check(sid, time.monotonic())
        seq, at, text = self._store.say(said.room, Saying(said.id, who.name, who.member, said.text))
        self._bot.hear(said.room, seq, text)
        return {"id": said.id, "seq": seq, "at": at}

    def typing(self, sid: str, sent: Any) -> dict[str, Any]:
        """Let the others see that somebody is writing."""
        room = read_in_room(sent).room
        who = self._rooms.membership(room, sid).who
        self._typing.check(sid, time.monotonic())
        self._store.typing(room, who)
        return {}

    def history(self, sid: str, sent: Any) -> dict[str, Any]:
        """Give a member older messages."""
        asked = read_history(sent)
        self._rooms.membership(asked.room, sid)
        self._asking.check(sid, time.monotonic())
        self._let_read(sid)
        found = self._store.before(asked.room, asked.before, asked.limit)
        history, more = self._fitting(found, None)
        return {"room": asked.room, "history": history, "more": more}

    def unknown_event(self, event: str, sid: str, *_sent: Any) -> dict[str, Any]:
        """Answer a client that emits an event that we do not know."""
        log.debug("unknown event", extra={"sid": sid, "event": event[:100]})
        return _refusal(
            BadRequest("There is no such event. There are: create, join, leave, say, typing, history.")
        )

    def _enter(self, room: str, sid: str, who: Person, since: int | None) -> Entered:
        """Let `who` in, and return what was said until the moment from which it hears what is said."""
        local = self._rooms.get(room)
        before = local.by_sid.get(sid) if local is not None else None
        membership = self._rooms.enter(room, sid, who)
        if before is not None and before.who.member != who.member:  # a connection is one member of a room
            self._errands.add(partial(self._store.leave, room, before.who.member, self._hearing.holder(sid)))
        try:
            entered = self._store.join(room, who, self._hearing.holder(sid), since)
            local = self._rooms.get(room)
            # Others here may have heard more by now: that must be in this history, since it was told already.
            while local is not None and local.seq is not None and local.seq > entered.seq:
                heard_since = self._store.after(room, entered.seq)
                history = [*entered.history, *heard_since]
                seq = heard_since[-1].seq if heard_since else local.seq
                entered = msgspec.structs.replace(entered, seq=seq, history=history)
        except Exception:
            self._go(room, sid)
            raise
        members = self._rooms.arrived(room, membership, entered.seq, entered.members)
        self._hearing.check(room)
        return msgspec.structs.replace(entered, members=members)

    def _let_read(self, sid: str) -> None:
        """Wait until a client has read what it was sent: the histories of all its rooms would cut it off."""
        until = time.monotonic() + READING_TIME_LIMIT_S
        connection = self._server.eio.sockets.get(self._server.manager.eio_sid_from_sid(sid, CHAT_NAMESPACE))
        while connection is not None and connection.has_unsent and time.monotonic() < until:
            self._server.sleep(READING_CHECK_S)
        if not self._server.manager.is_connected(sid, CHAT_NAMESPACE):
            raise NotAMember("You are gone.")  # nobody would ever take it out of the room again

    def _go(self, room: str, sid: str) -> None:
        who = self._rooms.leave(room, sid).who
        self._errands.add(partial(self._store.leave, room, who.member, self._hearing.holder(sid)))
        self._bot.left(room)

    def _fitting(self, found: list[RoomMessage], since: int | None) -> tuple[list[RoomMessage], bool]:
        """Return the newest messages that one answer holds, and whether there may be older ones."""
        room_left = self._store.history_bytes
        fitting: list[RoomMessage] = []
        for message in reversed(found):
            room_left -= len(messages.encode(message))
            if room_left < 0:
                break
            fitting.append(message)
        fitting.reverse()
        oldest = fitting[0].seq if fitting else 1
        return fitting, oldest > (since or 0) + 1

    def _answered(
        self, handler: Callable[[str, Any], dict[str, Any]], sid: str, *sent: Any
    ) -> dict[str, Any]:
        try:
            return handler(sid, sent[0] if len(sent) == 1 else None)
        except Exception as error:  # nothing that a client sends may upset its connection
            refusal = _refusal(error)
            if refusal["error"].code == "internal":
                log.exception("can't do what a client asks of a room", extra={"sid": sid})
            return refusal


def _refusal(error: Exception) -> dict[str, Any]:
    return {"error": ReplyError(*wire_code_and_message(error), getattr(error, "retry_after", None))}


def _claims(token: dict[str, Any]) -> Claims:
    """Return what a token says of rooms, as far as it makes sense; raises nothing: it was signed by us."""
    rooms, name = token.get("rooms"), token.get("name")
    return Claims(
        frozenset(map(str, rooms)) if isinstance(rooms, list) else None,
        name if isinstance(name, str) and name.strip() else None,
    )
