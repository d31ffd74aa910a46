"""The rooms that connections of this gateway are in, and who hears what, in which order. Pure: no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from shared.errors import NotAMember
from shared.room_messages import Joined, Left, Person

if TYPE_CHECKING:
    from shared.messages import Context
    from shared.room_messages import RoomMessage, Typing


class Membership(Struct):
    """One connection in one room. It hears the messages after `heard`, None while it is joining."""

    who: Person
    heard: int | None = None
    meanwhile: list[Joined | Left | Typing] = field(default_factory=list)  # what happened while joining


class LocalRoom(Struct):
    """One room, as far as this gateway has heard it: up to `seq`, None until that is known."""

    by_sid: dict[str, Membership] = field(default_factory=dict)
    seq: int | None = None
    newest: int = 0  # of which it is known that it was said
    context: Context | None = None  # what the bot was last asked about
    people: dict[str, str] | None = None  # member → name, as is known here; None until that is
    doubts: set[Joined | Left] = field(default_factory=set)  # what the last roll call knew better

    @property
    def is_behind(self) -> bool:
        """Whether messages were said that were not heard here."""
        return self.seq is not None and self.newest > self.seq


class LocalRooms:
    """Every room with a member here. Messages are heard in order and once; what is missing is noticed."""

    def __init__(self) -> None:
        self._rooms: dict[str, LocalRoom] = {}
        self._of_sid: dict[str, set[str]] = {}

    def __len__(self) -> int:
        return len(self._rooms)

    @property
    def members(self) -> int:
        """How many memberships there are here."""
        return sum(len(room.by_sid) for room in self._rooms.values())

    def enter(self, room: str, sid: str, who: Person) -> Membership:
        """Let a connection in; it hears nothing until `arrived`."""
        membership = Membership(who)
        self._rooms.setdefault(room, LocalRoom()).by_sid[sid] = membership
        self._of_sid.setdefault(sid, set()).add(room)
        return membership

    def arrived(self, room: str, membership: Membership, seq: int, members: list[Person]) -> list[Person]:
        """Let a membership hear what comes after `seq`, up to which it has been told all.

        `members` were there when it came; returns who is there by now.
        """
        membership.heard = seq
        members = with_comings(members, membership.meanwhile)
        membership.meanwhile.clear()
        local = self._rooms.get(room)
        if local is not None and local.seq is None:
            local.seq = seq
        if local is not None and local.people is None:
            local.people = {person.member: person.name for person in members}
        return members

    def rewind(self, room: str, seq: int) -> None:
        """Go back to `seq`: no more was said, whatever was heard here.

        So it is when Redis lost its newest, in a failover say, or when somebody forged messages. Otherwise
        the room would be silent here until as many were said again.
        """
        local = self._rooms[room]
        local.seq = local.newest = seq
        for membership in local.by_sid.values():
            if membership.heard is not None:
                membership.heard = min(membership.heard, seq)

    def leave(self, room: str, sid: str) -> Membership:
        """Take a connection out; raises NotAMember."""
        membership = self.membership(room, sid)
        local = self._rooms[room]
        del local.by_sid[sid]
        if not local.by_sid:
            del self._rooms[room]
        rooms = self._of_sid[sid]
        rooms.discard(room)
        if not rooms:
            del self._of_sid[sid]
        return membership

    def membership(self, room: str, sid: str) -> Membership:
        """Return the membership of a connection; raises NotAMember."""
        local = self._rooms.get(room)
        membership = local.by_sid.get(sid) if local is not None else None
        if membership is None:
            raise NotAMember("You are not in this room. Join it first.")
        return membership

    def get(self, room: str) -> LocalRoom | None:
        """Return the room, None if nobody here is in it."""
        return self._rooms.get(room)

    def of_client(self, sid: str) -> list[str]:
        """Return the rooms that a connection is in."""
        return list(self._of_sid.get(sid, ()))

    def all(self) -> list[str]:
        """Return every room with a member here."""
        return list(self._rooms)

    def hear(self, message: RoomMessage, *, may_skip: bool = False) -> list[str]:
        """Return the connections that `message` is for: none if it was heard before, or is not yet its turn.

        A message is out of turn when one before it was lost; `may_skip` says that there is none any more.
        """
        room = self._rooms.get(message.room)
        if room is None:
            return []
        room.newest = max(room.newest, message.seq)
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
            if membership.heard is not None and membership.heard < message.seq
        ]

    def others(self, event: Joined | Left | Typing) -> list[str]:
        """Return the connections that hear of `event`: those in its room that are not its member's own.

        Who is still joining will find it in its membership.
        """
        local = self._rooms.get(event.room)
        if local is not None and local.people is not None:
            _note(local.people, event)
        sids = []
        for sid, membership in local.by_sid.items() if local is not None else ():
            if membership.who.member == event.member:
                continue
            if membership.heard is None:
                membership.meanwhile.append(event)
            else:
                sids.append(sid)
        return sids

    def roll_call(self, room: str, members: list[Person]) -> list[Joined | Left]:
        """Return what those here were not told of who came and went: Redis says that `members` are there.

        It is told once, on a channel, so what was lost of that would be wrong for ever. What a single roll
        call knows better may be on its way still; what the next one says too is not.
        """
        local = self._rooms.get(room)
        if local is None or local.people is None:
            return []
        there = {person.member: person.name for person in members}
        known = local.people.items()
        differences: set[Joined | Left] = {Left(room, *gone) for gone in known if gone[0] not in there}
        differences |= {Joined(room, *come) for come in there.items() - known}
        certain = differences & local.doubts
        local.doubts = differences - certain
        return list(certain)


def with_comings(members: list[Person], meanwhile: list[Joined | Left | Typing]) -> list[Person]:
    """Return `members` with those who came, and without those who left, about the time of that list."""
    known = {person.member: person.name for person in members}
    for event in meanwhile:
        _note(known, event)
    return [Person(*pair) for pair in known.items()]


def _note(people: dict[str, str], event: Joined | Left | Typing) -> None:
    if isinstance(event, Joined):
        people[event.member] = event.name
    elif isinstance(event, Left):
        people.pop(event.member, None)
