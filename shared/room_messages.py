"""The messages of rooms, between clients and gateways and among gateways, as msgspec structs."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from shared.messages import ClientId, Reply  # noqa: TC001 (msgspec reads the annotations)

DEFAULT_HISTORY = 50  # messages in the answer to a `join` or `history` that sets no limit
MAX_HISTORY = 100


class Create(Struct, frozen=True):
    """The event `create` of a client."""

    title: str = ""


class Join(Struct, frozen=True):
    """The event `join` of a client; one that comes back sends its `key` and `since`."""

    room: str
    name: str = ""
    key: str | None = None
    since: int | None = None


class Say(Struct, frozen=True):
    """The event `say` of a client."""

    room: str
    text: str
    id: ClientId


class InRoom(Struct, frozen=True):
    """The events `leave` and `typing` of a client."""

    room: str


class History(Struct, frozen=True):
    """The event `history` of a client, which asks for the messages before a `seq`."""

    room: str
    before: int | None = None
    limit: int = DEFAULT_HISTORY


class NewMessage(Struct, frozen=True, omit_defaults=True, rename={"from_": "from"}):
    """A message that has no place in a room yet."""

    id: ClientId
    from_: str
    member: str
    text: str
    bot: bool = False
    in_reply_to: int | None = None
    reply: Reply | None = None


class RoomMessage(NewMessage, frozen=True, kw_only=True):
    """Message number `seq` of a room, said at `at` (Unix seconds of Redis's clock)."""

    room: str
    seq: int
    at: float


class Person(Struct, frozen=True):
    """A member of a room, as others see them."""

    member: str
    name: str


class Said(Struct, frozen=True, tag_field="event", tag="message"):
    """An event for all gateways: somebody said something."""

    message: RoomMessage


class Joined(Struct, frozen=True, tag_field="event", tag="joined"):
    """An event for all gateways: somebody joined a room, or changed their name."""

    room: str
    member: str
    name: str


class Left(Struct, frozen=True, tag_field="event", tag="left"):
    """An event for all gateways: somebody left a room, or sent no heartbeat for too long."""

    room: str
    member: str
    name: str


class Typing(Struct, frozen=True, tag_field="event", tag="typing"):
    """An event for all gateways: somebody is typing."""

    room: str
    member: str
    name: str


RoomEvent = Said | Joined | Left | Typing

_event_decoder = msgspec.json.Decoder(RoomEvent)
_message_decoder = msgspec.json.Decoder(RoomMessage)


def decode_event(payload: bytes) -> RoomEvent:
    """Return a gateway's event for all gateways; raises msgspec.DecodeError for anything malformed."""
    event: RoomEvent = _event_decoder.decode(payload)
    return event


def decode_message(stored: bytes) -> RoomMessage:
    """Return a message of a room's history; raises msgspec.DecodeError for anything malformed."""
    return _message_decoder.decode(stored)
