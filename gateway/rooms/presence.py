"""Joining and leaving rooms, and the heartbeats that keep members in them."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import msgspec

from shared.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gateway.rooms.bot import RoomBot
    from gateway.rooms.delivery import Delivery
    from gateway.rooms.members import LocalRoom, Members
    from gateway.rooms.retry_queue import RetryQueue
    from gateway.rooms.store import JoinedRoom, RoomStore
    from shared.room_messages import Person

log = logging.getLogger(__name__)

HEARTBEAT_INTERVAL_S = 3.0  # three of them fit into the store's SILENCE_LIMIT_S
RETRY_AFTER_S = 0.5  # when Redis did not answer
MEMBERS_AT_ONCE = 500  # in one round trip: 2,000 rooms, one by one, took longer than the silence limit allows
ROOMS_AT_ONCE = 50


class Presence:
    """Keeps the members on this gateway and those in Redis the same."""

    def __init__(
        self,
        members: Members,
        store: RoomStore,
        delivery: Delivery,
        *,
        retries: RetryQueue,
        bot: RoomBot,
        sleep: Callable[[float], object],
    ) -> None:
        self._members = members
        self._store = store
        self._delivery = delivery
        self._retries = retries
        self._bot = bot
        self._sleep = sleep

    def join(self, room: str, sid: str, person: Person, since: int | None) -> JoinedRoom:
        """Add a connection to a room, as `person`, and return the history before its first message.

        Raises NoSuchRoom, RoomFull or Unavailable; then the connection is not in the room.
        """
        local = self._members.get(room)
        before = local.by_sid.get(sid) if local is not None else None
        membership = self._members.add(room, sid, person)
        if (
            before is not None and before.person.member != person.member
        ):  # a connection is one member of a room
            self._remove_from_store(room, sid, before.person)
        try:
            joined = self._store.join(room, person, sid, since)
            joined = self._with_delivered(room, joined)
        except Exception:
            self.leave(room, sid)
            raise
        people = self._members.activate(room, membership, joined.seq, joined.people)
        self._delivery.catch_up_if_behind(room)
        return msgspec.structs.replace(joined, people=people)

    def leave(self, room: str, sid: str) -> None:
        """Remove a connection from a room; raises NotAMember."""
        person = self._members.remove(room, sid).person
        self._remove_from_store(room, sid, person)
        self._bot.forget_if_empty(room)

    def heartbeat_forever(self) -> None:
        """Send heartbeats every few seconds, however long they take."""
        pause = HEARTBEAT_INTERVAL_S
        while True:
            self._sleep(pause)
            began = time.monotonic()
            is_complete = self.heartbeat()
            interval = HEARTBEAT_INTERVAL_S if is_complete else RETRY_AFTER_S
            pause = max(0.0, interval - (time.monotonic() - began))

    def heartbeat(self) -> bool:
        """Tell Redis which members are here, and make up for the events that this gateway has missed.

        Returns False if Redis stopped answering.
        """
        for rooms in self._in_turns():
            try:
                self._heartbeat(rooms)
            except Unavailable:
                return False
        return True

    def _in_turns(self) -> Iterator[list[str]]:
        """Yield all rooms with a member here, as many at once as fit one round trip."""
        rooms: list[str] = []
        members = 0
        for room in self._members.rooms():
            local = self._members.get(room)
            if local is None:  # left meanwhile
                continue
            rooms.append(room)
            members += len(local.by_sid)
            if members >= MEMBERS_AT_ONCE or len(rooms) >= ROOMS_AT_ONCE:
                yield rooms
                rooms, members = [], 0
        if rooms:
            yield rooms

    def _heartbeat(self, rooms: list[str]) -> None:
        sent = {room: _Sent(local) for room in rooms if (local := self._members.get(room)) is not None}
        found = self._store.heartbeats({room: beat.here for room, beat in sent.items()})
        for room, in_redis in zip(sent, found, strict=True):
            if in_redis is not None:  # the members of one that ended hear of it with their next request
                self._compare(room, sent[room], *in_redis)

    def _compare(self, room: str, sent: _Sent, newest_seq: int, people: list[Person]) -> None:
        local = sent.local
        for sid, person in sent.here.items():
            membership = local.by_sid.get(sid)
            if membership is None or membership.person.member != person.member:
                # It left in the meantime, and the heartbeat may have added it again.
                self._store.leave(room, person.member, sid)
        if self._members.get(room) is not local:
            return
        if sent.delivered_seq is not None and newest_seq < sent.delivered_seq:
            log.warning(
                "Redis has fewer messages of a room than were delivered; going back",
                extra={"delivered": sent.delivered_seq, "newest": newest_seq},
            )
            self._members.rewind(room, newest_seq)
        local.newest_seq = max(local.newest_seq, newest_seq)
        self._delivery.catch_up_if_behind(room)
        for event in self._members.compare(room, people):
            self._delivery.deliver_presence(event)

    def _with_delivered(self, room: str, joined: JoinedRoom) -> JoinedRoom:
        """Return `joined` with the messages that the other connections here received in the meantime.

        They must be in this history, because this gateway will not deliver them again.
        """
        local = self._members.get(room)
        while local is not None and local.seq is not None and local.seq > joined.seq:
            newer = self._store.messages_after(room, joined.seq)
            seq = newer[-1].seq if newer else local.seq
            joined = msgspec.structs.replace(joined, seq=seq, history=[*joined.history, *newer])
        return joined

    def _remove_from_store(self, room: str, sid: str, person: Person) -> None:
        self._retries.add(self._store.leave_call(room, person.member, sid))


class _Sent:
    """The state of a room when its heartbeat is sent."""

    def __init__(self, local: LocalRoom) -> None:
        self.local = local
        self.delivered_seq = local.seq
        # A connection that is still joining is not in Redis yet, and must not be if it is refused.
        self.here = {sid: one.person for sid, one in local.by_sid.items() if one.last_seq is not None}
