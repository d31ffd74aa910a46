"""The messages of Socket.IO clients as they see them: with their ids, and with every acknowledgement.

The gateway sends most of these as plain objects. The contract (/v1/asyncapi.json) is made from these structs,
and the tests compare it with the messages that real clients send and hear.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from shared.messages import Ask, ClientId, MyMessage, ReplyError
from shared.room_messages import Person, RoomMessage  # noqa: TC001 (as above)


class LookupMessage(MyMessage, frozen=True):
    """The event `my_message`."""

    id: ClientId | None = None


class AskMessage(Ask, frozen=True):
    """The event `ask`."""

    id: ClientId | None = None


class Queued(Struct, frozen=True):
    """The acknowledgement of an accepted lookup."""

    id: ClientId
    status: Literal["queued"]


class Refused(Struct, frozen=True):
    """The acknowledgement of a refused lookup."""

    id: ClientId
    error: ReplyError


class TokenExpires(Struct, frozen=True):
    """The event `token_expires`, in seconds."""

    expires_in: float


class Ended(Struct, frozen=True):
    """The event `error`: the token has expired, and the connection ends."""

    code: str
    message: str


class RoomRefused(Struct, frozen=True):
    """The acknowledgement of a refused event about a room."""

    error: ReplyError


class ThisRoom(Struct, frozen=True):
    """The acknowledgement of `create` and `leave`."""

    room: str


class Page(Struct, frozen=True):
    """The acknowledgement of `history`."""

    room: str
    history: list[RoomMessage]
    more: bool


class Entered(Struct, frozen=True):
    """The acknowledgement of `join`."""

    room: str
    title: str
    name: str
    key: str
    member: str
    members: list[Person]
    history: list[RoomMessage]
    more: bool


class Placed(Struct, frozen=True):
    """The acknowledgement of `say`."""

    id: ClientId
    seq: int
    at: float


class Nothing(Struct, frozen=True):
    """The acknowledgement of `typing`."""


class Presence(Struct, frozen=True):
    """The events `joined`, `left` and `typing` about another member."""

    room: str
    member: str
    name: str
