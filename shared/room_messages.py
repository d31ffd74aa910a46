"""What goes over the wires of rooms, as msgspec structs: between clients and gateways, and among gateways."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from shared.messages import ClientId, Reply  # noqa: TC001 - msgspec reads the annotations

HISTORY_AT_FIRST = 50  # messages that a member gets without asking for more
HISTORY_AT_MOST = 100


class Create(Struct, frozen=True):
    """What a client sends as `create`."""

    title: str = ""


class Join(Struct, frozen=True):
    """What a client sends as `join`: `key` and `since` when it was there before."""

    room: str
    name: str = ""
    key: str | None = None
    since: int | None = None


class Say(Struct, frozen=True):
    """What a client sends as `say`."""

    room: str
    text: str
    id: ClientId


class InRoom(Struct, frozen=True):
    """What a client sends as `leave` and `typing`."""

    room: str


class History(Struct, frozen=True):
    """What a client sends as `history`: the messages before a `seq`."""

    room: str
    before: int | None = None
    limit: int = HISTORY_AT_FIRST


class Saying(Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """A message before it has its place in a room: who says what."""

    id: ClientId
    from_: str
    member: str
    text: str
    bot: bool = False
    in_reply_to: int | None = None
    reply: Reply | None = None


class RoomMessage(Saying, frozen=True, kw_only=True):
    """A message with its place in a room: number `seq`, at `at` (Unix seconds of Redis's clock)."""

    room: str
    seq: int
    at: float


class Person(Struct, frozen=True):
    """A member of a room, as others see it."""

    member: str
    name: str


class Said(Struct, frozen=True, tag_field="event", tag="message"):
    """A gateway tells all: somebody said something."""

    message: RoomMessage


class Joined(Struct, frozen=True, tag_field="event", tag="joined"):
    """A gateway tells all: somebody came into a room."""

    room: str
    member: str
    name: str


class Left(Struct, frozen=True, tag_field="event", tag="left"):
    """A gateway tells all: somebody left a room, or was not heard of for too long."""

    room: str
    member: str
    name: str


class Typing(Struct, frozen=True, tag_field="event", tag="typing"):
    """A gateway tells all: somebody is writing."""

    room: str
    member: str
    name: str


RoomEvent = Said | Joined | Left | Typing

_event_decoder = msgspec.json.Decoder(RoomEvent)
_message_decoder = msgspec.json.Decoder(RoomMessage)


def decode_event(payload: bytes) -> RoomEvent:
    """Return what a gateway told all; raises msgspec.DecodeError for anything malformed or forged."""
    event: RoomEvent = _event_decoder.decode(payload)
    return event


def decode_message(stored: bytes) -> RoomMessage:
    """Return a message of a room's history; raises msgspec.DecodeError for anything malformed."""
    return _message_decoder.decode(stored)
