"""The rooms and members on this gateway, and who receives which message. Pure: no I/O."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from gateway.rooms.traffic import room_bucket
from shared.errors import NotAMember
from shared.room_messages import Joined, Left, Person

if TYPE_CHECKING:
    from gateway.access.bucket import Bucket
    from shared.messages import Context
    from shared.room_messages import RoomMessage, Typing


MAX_LEFT: Final = 10_000  # rooms without members here whose used bytes still count


class Membership(Struct):
    """One connection in one room. It receives the messages after `last_seq`, None while it is joining."""

    person: Person
    last_seq: int | None = None
    while_joining: list[Joined | Left | Typing] = field(default_factory=list)  # events it has not seen yet


class LocalRoom(Struct):
    """One room as this gateway knows it. `seq` is the last delivered message, None until it is known."""

    by_sid: dict[str, Membership] = field(default_factory=dict)
    seq: int | None = None
    newest_seq: int = 0  # the last message known to exist
    context: Context | None = None  # the subject of the bot's last answer
    traffic: Bucket = field(default_factory=room_bucket)  # of all gateways
    people: dict[str, str] | None = None  # member → name, as the connections here know it; None until then
    suspected: set[Joined | Left] = field(
        default_factory=set
    )  # corrections found by the last comparison only

    @property
    def is_behind(self) -> bool:
        """Whether messages exist that this gateway has not delivered."""
        return self.seq is not None and self.newest_seq > self.seq


class Members:
    """Every room with a member on this gateway; orders its messages and notices missing ones."""

    def __init__(self) -> None:
        self._rooms: dict[str, LocalRoom] = {}
        self._rooms_by_sid: dict[str, set[str]] = {}
        self._left: OrderedDict[str, Bucket] = OrderedDict()  # of rooms that all members here have left

    def rooms(self) -> list[str]:
        """Return every room with a member here."""
        return list(self._rooms)

    def rooms_of(self, sid: str) -> list[str]:
        """Return the rooms that a connection is in."""
        return list(self._rooms_by_sid.get(sid, ()))

    def get(self, room: str) -> LocalRoom | None:
        """Return the room, None if it has no member here."""
        return self._rooms.get(room)

    def membership(self, room: str, sid: str) -> Membership:
        """Return the membership of a connection; raises NotAMember."""
        local = self._rooms.get(room)
        membership = local.by_sid.get(sid) if local is not None else None
        if membership is None:
            raise NotAMember("You are not in this room. Join it first.")
        return membership

    def count_rooms(self) -> int:
        """Return the number of rooms with a member here."""
        return len(self._rooms)

    def count_memberships(self) -> int:
        """Return the number of memberships here; a connection in two rooms has two."""
        return sum(len(room.by_sid) for room in self._rooms.values())

    def add(self, room: str, sid: str, person: Person) -> Membership:
        """Add a connection to a room; it receives nothing until `activate`."""
        membership = Membership(person)
        if room not in self._rooms:
            traffic = self._left.pop(room) if room in self._left else room_bucket()
            self._rooms[room] = LocalRoom(traffic=traffic)
        self._rooms[room].by_sid[sid] = membership
        self._rooms_by_sid.setdefault(sid, set()).add(room)
        return membership

    def activate(self, room: str, membership: Membership, seq: int, people: list[Person]) -> list[Person]:
        """Let a membership receive the messages after `seq`, where its history ends.

        `people` are the room's members at its join; returns them as later events have changed them.
        """
        membership.last_seq = seq
        people = apply_events(people, membership.while_joining)
        membership.while_joining.clear()
        local = self._rooms.get(room)
        if local is not None and local.seq is None:
            local.seq = seq
        if local is not None and local.people is None:
            local.people = {person.member: person.name for person in people}
        return people

    def remove(self, room: str, sid: str) -> Membership:
        """Remove a connection from a room and return its membership; raises NotAMember."""
        membership = self.membership(room, sid)
        local = self._rooms[room]
        del local.by_sid[sid]
        if not local.by_sid:
            del self._rooms[room]
            self._keep_traffic(room, local.traffic)
        rooms = self._rooms_by_sid[sid]
        rooms.discard(room)
        if not rooms:
            del self._rooms_by_sid[sid]
        return membership

    def _keep_traffic(self, room: str, traffic: Bucket) -> None:
        """Keep what a room has used up for its next member, because leaving and joining gives no more."""
        if traffic.tokens < traffic.burst:
            self._left[room] = traffic
            if len(self._left) > MAX_LEFT:
                self._left.popitem(last=False)

    def rewind(self, room: str, seq: int) -> None:
        """Set the room back to `seq`, its last message in Redis.

        Redis can have fewer messages than this gateway delivered: it lost the newest ones in a failover, or
        somebody forged messages. Without this, the room would stay silent here until its numbers caught up.
        """
        local = self._rooms[room]
        local.seq = local.newest_seq = seq
        for membership in local.by_sid.values():
            if membership.last_seq is not None:
                membership.last_seq = min(membership.last_seq, seq)

    def receive_message(self, message: RoomMessage, *, may_skip: bool = False) -> list[str]:
        """Return the connections that must get `message`: none for a repeated message or one out of turn.

        A message is out of turn when an earlier one is missing; `may_skip` delivers it all the same, because
        the missing ones no longer exist.
        """
        room = self._rooms.get(message.room)
        if room is None:
            return []
        room.newest_seq = max(room.newest_seq, message.seq)
        if room.seq is None or message.seq <= room.seq:
            return []
        if message.seq > room.seq + 1 and not may_skip:
            return []
        room.seq = message.seq
        if message.reply is not None and message.reply.context is not None:
            room.context = message.reply.context
        return [
            sid
            for sid, membership in room.by_sid.items()
            if membership.last_seq is not None and membership.last_seq < message.seq
        ]

    def receive_presence(self, event: Joined | Left | Typing) -> list[str]:
        """Return the connections that must get `event`: those in its room, except its member's own.

        A connection that is still joining gets it later, as part of its member list.
        """
        local = self._rooms.get(event.room)
        if local is None:
            return []
        if local.people is not None:
            _apply(local.people, event)
        sids = []
        for sid, membership in local.by_sid.items():
            if membership.person.member == event.member:
                continue
            if membership.last_seq is None:
                membership.while_joining.append(event)
            else:
                sids.append(sid)
        return sids

    def compare(self, room: str, people: list[Person]) -> list[Joined | Left]:
        """Return the events that the connections here have missed, given the room's `people` in Redis.

        Each event is published only once, so a lost one would leave the member list wrong for ever. A
        difference counts only when two comparisons in a row find it: after the first one, the event may
        still be on its way.
        """
        local = self._rooms.get(room)
        if local is None or local.people is None:
            return []
        in_redis = {person.member: person.name for person in people}
        here = local.people.items()
        differences: set[Joined | Left] = {
            Left(room, member, name) for member, name in here if member not in in_redis
        }
        differences |= {Joined(room, member, name) for member, name in in_redis.items() - here}
        confirmed = differences & local.suspected
        local.suspected = differences - confirmed
        return list(confirmed)


def apply_events(people: list[Person], events: list[Joined | Left | Typing]) -> list[Person]:
    """Return `people` with those who joined and without those who left."""
    known = {person.member: person.name for person in people}
    for event in events:
        _apply(known, event)
    return [Person(*pair) for pair in known.items()]


def _apply(people: dict[str, str], event: Joined | Left | Typing) -> None:
    if isinstance(event, Joined):
        people[event.member] = event.name
    elif isinstance(event, Left):
        people.pop(event.member, None)
