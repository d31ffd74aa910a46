"""Rooms as Redis keeps them: the history, who is there, and what all gateways are told of it."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import redis
import socketio
from msgspec import Struct
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from gateway import room_scripts
from shared import messages
from shared.errors import NoSuchRoom, RoomFull, Unavailable
from shared.names import ROOM_KEY_PREFIX, ROOMS_CHANNEL
from shared.room_messages import HISTORY_AT_FIRST, Person, RoomMessage, Typing, decode_message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.room_messages import Saying
    from shared.settings import Settings

log = logging.getLogger(__name__)

EMPTY_ROOM_TTL_S = 3600
SILENCE_LIMIT_S = 10  # a member whose gateway was not heard of for so long is gone
MAX_COMMANDS_AT_ONCE = 32  # each takes a connection; redis-py would raise beyond its own limit
REDIS_OPTIONS: dict[str, Any] = {
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
    "socket_keepalive": True,
    # A connection from before a restart of Redis fails once. Every command may be done twice.
    "retry": Retry(ConstantBackoff(0.1), 2),
}


class Entered(Struct, frozen=True):
    """What there is for somebody who joins: history up to `seq`."""

    seq: int
    title: str
    members: list[Person]
    history: list[RoomMessage]


class RoomStore(socketio.RedisManager):
    """Commands to the rooms' Redis; each raises Unavailable when it is away.

    The library knows every kind of Redis URL; nothing else of it is used here.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings.socketio_queue_url, write_only=True, redis_options=REDIS_OPTIONS)
        self._redis_connect()  # makes connections when they are needed
        self._limits = (settings.room_history, settings.room_ttl, EMPTY_ROOM_TTL_S, SILENCE_LIMIT_S)
        self._max_members = settings.max_room_members
        self.history_bytes = settings.max_unsent_bytes // 2  # that one answer holds
        self._turns = threading.BoundedSemaphore(MAX_COMMANDS_AT_ONCE)
        self._create, self._join, self._leave, self._say, self._beat = map(
            self.redis.register_script,
            (
                room_scripts.CREATE,
                room_scripts.JOIN,
                room_scripts.LEAVE,
                room_scripts.SAY,
                room_scripts.BEAT,
            ),
        )

    def create(self, room: str, title: str) -> None:
        """Make a room of an id that nobody has."""
        self._run(self._create, room, title)

    def join(self, room: str, who: Person, holder: str, since: int | None) -> Entered:
        """Put `who` into the room; raises NoSuchRoom or RoomFull."""
        newest = -1 if since is None else since
        wanted = (newest, HISTORY_AT_FIRST, self.history_bytes)
        found = self._run(self._join, room, who.member, who.name, holder, self._max_members, *wanted)
        if found == b"full":
            raise RoomFull("This room has as many members as it takes.")
        seq, title, people, entries = _known(found)
        history = _messages(entries)
        history.reverse()
        members = sorted(_people(people), key=lambda person: person.name.casefold())
        return Entered(seq, title.decode(), members, history)

    def leave(self, room: str, member: str, holder: str) -> None:
        """Take a member out, unless it came back over another connection."""
        self._run(self._leave, room, member, holder)

    def say(self, room: str, saying: Saying) -> tuple[int, float, str]:
        """Append to the history and tell all gateways, in one step. Raises NoSuchRoom.

        Returns (seq, at, text): those of the message that there is, if it was said before under its id.
        """
        said_as = messages.encode(saying.id)  # 1 and "1" are two ids
        seq, at, text = _known(self._run(self._say, room, saying.member, said_as, messages.encode(saying)))
        return seq, float(at), saying.text if text is None else text.decode()

    def beat(self, room: str, here: list[tuple[Person, str]]) -> tuple[int, list[Person]]:
        """Tell that those are here, with their holders; returns the newest `seq`, and who is in the room.

        Raises NoSuchRoom.
        """
        told = [text for who, holder in here for text in (who.member, who.name, holder)]
        seq, people = _known(self._run(self._beat, room, *told))
        return seq, _people(people)

    def after(self, room: str, seq: int) -> list[RoomMessage]:
        """Return what is kept of the messages after `seq`."""
        with self._turn():
            return _messages(self.redis.xrange(_keys(room)[1], f"{seq + 1}-0", "+"))

    def before(self, room: str, seq: int | None, count: int) -> list[RoomMessage]:
        """Return the last `count` messages, of those before `seq` if it is given; the oldest first."""
        newest = "+" if seq is None else f"{seq - 1}-0"
        with self._turn():
            return _messages(self.redis.xrevrange(_keys(room)[1], newest, "-", count=count))[::-1]

    def typing(self, room: str, who: Person) -> None:
        """Tell all gateways that somebody is writing."""
        with self._turn():
            self.redis.publish(ROOMS_CHANNEL, messages.encode(Typing(room, who.member, who.name)))

    def _run(self, script: Any, room: str, *rest: Any) -> Any:
        with self._turn():
            return script(keys=_keys(room), args=(room, ROOMS_CHANNEL, *self._limits, *rest))

    @contextmanager
    def _turn(self) -> Iterator[None]:
        try:
            with self._turns:
                yield
        except (redis.RedisError, OSError) as error:
            log.warning("Redis did not do what a room asked for", extra={"reason": str(error)})
            raise Unavailable("The room could not be reached. Try again.") from error


def _keys(room: str) -> list[str]:
    key = ROOM_KEY_PREFIX + room
    return [key, f"{key}:log", f"{key}:seen"]


def _known(found: Any) -> Any:
    if found is None:
        raise NoSuchRoom("There is no such room, or it has ended.")
    return found


def _people(texts: list[bytes]) -> list[Person]:
    names = [text.decode() for text in texts]
    return [Person(*pair) for pair in zip(names[::2], names[1::2], strict=True)]


def _messages(entries: list[Any]) -> list[RoomMessage]:
    """Return the messages of a stream's entries, as a script or as redis-py gives them.

    What is none is left out: it was put there by somebody else.
    """
    found = []
    for entry, fields in entries:
        try:
            found.append(decode_message(fields[b"m"] if isinstance(fields, dict) else fields[1]))
        except (msgspec.DecodeError, RecursionError, ValueError, KeyError) as error:
            log.warning("left out what is no message", extra={"entry": entry, "reason": str(error)})
    return found
