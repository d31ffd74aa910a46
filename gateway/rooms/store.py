"""Rooms in Redis: their history, their members, and the events that all gateways receive."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import msgspec
import redis
from msgspec import Struct
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from gateway.rooms.lua import Call, Scripts, room_keys
from shared import messages
from shared.errors import NoSuchRoom, RoomFull, RoomRefused, Unavailable
from shared.names import ROOMS_CHANNEL
from shared.redis_client import redis_client
from shared.room_messages import DEFAULT_HISTORY, Person, RoomMessage, Typing, decode_message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from shared.room_messages import NewMessage
    from shared.settings import Settings

log = logging.getLogger(__name__)

EMPTY_ROOM_TTL_S = 3600
SILENCE_LIMIT_S = 10  # a member is removed after this time without a heartbeat
BYTES_A_MESSAGE = 4096  # on average: two of the longest in ASCII; a room with larger ones keeps fewer
MAX_PARALLEL_COMMANDS = 32  # each takes a connection; redis-py raises an error above its own limit
STEPS_AT_ONCE = 200  # of a script that serves no client, a few milliseconds
NO_SUCH_ROOM = "There is no such room, or it no longer exists."
UNREACHABLE = "The room could not be reached. Try again."
REDIS_OPTIONS: dict[str, Any] = {
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
    "socket_keepalive": True,
    # A connection from before a restart of Redis fails once. All our commands are safe to repeat.
    "retry": Retry(ConstantBackoff(0.1), 2),
}


class JoinedRoom(Struct, frozen=True):
    """A room at the moment of a join; `history` ends at `seq`."""

    seq: int
    title: str
    people: list[Person]
    history: list[RoomMessage]


class RoomStore:
    """Commands to the Redis that holds the rooms; each raises Unavailable when Redis is down."""

    def __init__(self, settings: Settings, boot_id: str) -> None:
        self._redis = redis_client(settings.socketio_queue_url, **REDIS_OPTIONS)
        self._boot_id = boot_id
        limits = (settings.room_history, settings.room_ttl, EMPTY_ROOM_TTL_S, SILENCE_LIMIT_S)
        self._scripts = Scripts(self._redis, (ROOMS_CHANNEL, *limits))
        self._max_members = settings.max_room_members
        self._max_bytes = settings.room_history * BYTES_A_MESSAGE
        self.max_history_bytes = settings.max_unsent_bytes // 2  # in one answer
        self.written_bytes = 0  # by this gateway, in all
        self._slots = threading.BoundedSemaphore(MAX_PARALLEL_COMMANDS)

    def create(self, room: str, title: str, owner: str) -> None:
        """Create a room under a new id; its memory is on the account of `owner`."""
        self._run("create", room, title, owner)

    def join(self, room: str, person: Person, sid: str, since: int | None) -> JoinedRoom:
        """Add `person` to the room; raises NoSuchRoom or RoomFull.

        The history holds the messages after `since`, or the newest; of many, the newest that fit an answer.
        """
        newest = -1 if since is None else since
        limits = (self._max_members, newest, DEFAULT_HISTORY, self.max_history_bytes)
        found = self._run("join", room, person.member, person.name, self._holder(sid), *limits)
        if found == b"full":
            raise RoomFull("This room is full.")
        seq, title, people, entries = found
        history = _messages(entries)
        history.reverse()
        return JoinedRoom(
            seq, title.decode(), sorted(_people(people), key=lambda one: one.name.casefold()), history
        )

    def leave(self, room: str, member: str, sid: str) -> None:
        """Remove a member, unless it came back over another connection than `sid`."""
        self._run_call(self.leave_call(room, member, sid))

    def leave_call(self, room: str, member: str, sid: str) -> Call:
        """Return the call that `leave` makes."""
        return Call("leave", room, (member, self._holder(sid)))

    def say(self, room: str, message: NewMessage) -> tuple[int, float, str]:
        """Append to the history and publish to all gateways, in one step; raises NoSuchRoom.

        Returns (seq, at, text): those of the earlier message, if the member said one under the same id.
        """
        seq, at, text = self._run_call(self.say_call(room, message))
        return seq, float(at), message.text if text is None else text.decode()

    def say_call(self, room: str, message: NewMessage) -> Call:
        """Return the call that `say` makes."""
        encoded_id = messages.encode(message.id)  # 1 and "1" are two ids
        said = (message.member, encoded_id, messages.encode(message))
        call = Call("say", room, (*said, self._max_bytes))
        self.written_bytes += call.size
        return call

    def heartbeat(self, room: str, here: Mapping[str, Person]) -> tuple[int, list[Person]]:
        """Keep the members of this gateway in the room; returns its newest `seq` and all its members.

        `here` maps sids to members. Raises NoSuchRoom.
        """
        (found,) = self.heartbeats({room: here})
        if found is None:
            raise NoSuchRoom(NO_SUCH_ROOM)
        return found

    def heartbeats(self, rooms: Mapping[str, Mapping[str, Person]]) -> list[tuple[int, list[Person]] | None]:
        """Do `heartbeat` for many rooms in one round trip; None stands for a room that has ended."""
        found = self.run_all([Call("heartbeat", room, tuple(self._fields(rooms[room]))) for room in rooms])
        for each in found:
            if isinstance(each, Unavailable):
                raise each
        return [None if isinstance(each, RoomRefused) else (each[0], _people(each[1])) for each in found]

    def run_all(self, calls: Sequence[Call]) -> list[Any]:
        """Run calls in one round trip; an error of one call, NoSuchRoom or Unavailable, is its result.

        Raises Unavailable if Redis does not answer. For the few loops that serve no single client: they never
        wait for a slot.
        """
        with _unavailable_without_redis():
            return [_outcome(found) for found in self._scripts.run(calls)]

    def evict(self, wanted_bytes: int) -> tuple[int, int]:
        """End rooms of those who hold the most, until `wanted_bytes` are free; returns (rooms, bytes)."""
        ended, freed = self._run("evict", "", wanted_bytes, STEPS_AT_ONCE)
        return ended, freed

    def sweep(self) -> None:
        """Take expired rooms out of the account of who holds how much."""
        self._run("sweep", "", STEPS_AT_ONCE)

    def memory(self) -> tuple[int, int]:
        """Return the bytes that Redis uses, and its limit; 0 for none."""
        with _unavailable_without_redis():
            found: Any = self._redis.info("memory")
        return found["used_memory"], found.get("maxmemory", 0)

    def messages_after(self, room: str, seq: int) -> list[RoomMessage]:
        """Return the messages after `seq` that the history still holds."""
        with self._slot():
            return _messages(self._redis.xrange(room_keys(room)[1], f"{seq + 1}-0", "+"))

    def messages_before(self, room: str, seq: int | None, count: int) -> list[RoomMessage]:
        """Return the last `count` messages, or the last ones before `seq`; the oldest first."""
        newest = "+" if seq is None else f"{seq - 1}-0"
        with self._slot():
            return _messages(self._redis.xrevrange(room_keys(room)[1], newest, "-", count=count))[::-1]

    def publish_typing(self, room: str, person: Person) -> None:
        """Publish to all gateways that somebody is typing."""
        with self._slot():
            self._redis.publish(ROOMS_CHANNEL, messages.encode(Typing(room, person.member, person.name)))

    def _holder(self, sid: str) -> str:
        """Return the name of one connection among those of all gateways."""
        return f"{self._boot_id}/{sid}"

    def _fields(self, here: Mapping[str, Person]) -> Iterator[str]:
        for sid, person in here.items():
            yield from (person.member, person.name, self._holder(sid))

    def _run(self, name: str, room: str, *arguments: str | bytes | int) -> Any:
        return self._run_call(Call(name, room, arguments))

    def _run_call(self, call: Call) -> Any:
        with self._slots:
            (outcome,) = self.run_all([call])
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    @contextmanager
    def _slot(self) -> Iterator[None]:
        with self._slots, _unavailable_without_redis():
            yield


@contextmanager
def _unavailable_without_redis() -> Iterator[None]:
    try:
        yield
    except (redis.RedisError, OSError) as error:
        log.warning("a room command to Redis failed", extra={"reason": str(error)})
        raise Unavailable(UNREACHABLE) from error


def _outcome(found: Any) -> Any:
    if found is None:
        return NoSuchRoom(NO_SUCH_ROOM)
    if isinstance(found, redis.RedisError):
        log.warning("a room command to Redis failed", extra={"reason": str(found)})
        return Unavailable(UNREACHABLE)
    return found


def _people(texts: list[bytes]) -> list[Person]:
    names = [text.decode() for text in texts]
    return [Person(*pair) for pair in zip(names[::2], names[1::2], strict=True)]


def _messages(entries: Any) -> list[RoomMessage]:
    """Return the messages of a stream's entries, in the form of a script or of redis-py.

    Skips an entry that is no message: another program put it there.
    """
    found = []
    for entry, fields in entries:
        try:
            found.append(decode_message(fields[b"m"] if isinstance(fields, dict) else fields[1]))
        except (msgspec.DecodeError, RecursionError, ValueError, KeyError) as error:
            log.warning("skipped a malformed message of a room", extra={"entry": entry, "reason": str(error)})
    return found
