"""The error tree; each class carries the code that clients see.

WordwireError              anything that we raise on purpose
├── LookupRefused          the lookup was not taken; the client hears why at once
│   ├── BadRequest         a field is missing, of the wrong type, or holds what it may not
│   ├── UnknownCommand     no such command
│   ├── TooLong            a field is longer than its limit
│   ├── RateLimited        this connection asks too fast or has too many lookups open
│   ├── Busy               this gateway has too many lookups open
│   └── Unauthorized       no token, or one that does not hold
├── LookupFailed           the lookup was taken, but no answer came of it
│   ├── LookupTimeout      its deadline, or the worker's time limit, has passed
│   └── Unavailable        Redis stayed away until its deadline
├── RoomRefused            what was asked of a room was not done; the client hears why at once
│   ├── NoSuchRoom         there is no such room (any more)
│   ├── NotAMember         this connection is not in the room
│   └── RoomFull           the room has as many members as it takes
├── RepliesLost            Redis did not take a worker's replies; their gateway asks again
├── SettingsError          the environment holds values that can't be used
└── WordNetMissing         no usable WordNet was found, nor could one be fetched
"""

from __future__ import annotations

from typing import ClassVar


class WordwireError(Exception):
    """Anything that Wordwire raises on purpose. What has no better code is `internal` on the wire."""

    code: ClassVar[str] = "internal"
    retry_after: float | None = None  # seconds until asking again helps, where that is known


class LookupRefused(WordwireError):
    """The lookup was not taken; nothing was put on the queue."""


class BadRequest(LookupRefused):
    """A field is missing, of the wrong type, or holds what it may not."""

    code = "bad_request"


class UnknownCommand(LookupRefused):
    """There is no such command."""

    code = "unknown_command"


class TooLong(LookupRefused):
    """A field is longer than its limit."""

    code = "too_long"


class RateLimited(LookupRefused):
    """This connection asks too fast, or has too many lookups open."""

    code = "rate_limited"


class Busy(LookupRefused):
    """This gateway has too many lookups open; asking again soon helps."""

    code = "busy"


class Unauthorized(LookupRefused):
    """The connection has no token, or one that does not hold."""

    code = "unauthorized"


class LookupFailed(WordwireError):
    """The lookup was taken, but no answer came of it."""


class LookupTimeout(LookupFailed):
    """The lookup's deadline, or the worker's time limit, has passed."""

    code = "timeout"


class Unavailable(LookupFailed):
    """Redis stayed away until the lookup's deadline."""

    code = "unavailable"


class RoomRefused(WordwireError):
    """What was asked of a room was not done."""


class NoSuchRoom(RoomRefused):
    """There is no such room (any more)."""

    code = "no_such_room"


class NotAMember(RoomRefused):
    """This connection has not joined the room, or has left it."""

    code = "not_a_member"


class RoomFull(RoomRefused):
    """The room has as many members as it takes."""

    code = "room_full"


class RepliesLost(WordwireError):
    """Redis did not take a worker's replies; the gateway that waits publishes their lookups again."""


class SettingsError(WordwireError):
    """The environment holds values that can't be used; the message names each with its remedy."""


class WordNetMissing(WordwireError):
    """No usable WordNet was found, nor could one be fetched; the message says how to get one."""


INTERNAL_MESSAGE = "Something went wrong on our side. The error has been logged."


def wire_code_and_message(error: BaseException) -> tuple[str, str]:
    """Return the code and message by which a client hears of `error`.

    Only what we raise on purpose is shown. Anything else is `internal`, with a fixed sentence, so that
    no trace, host or path reaches a client.
    """
    if isinstance(error, WordwireError) and error.code != "internal":
        return error.code, str(error)
    return "internal", INTERNAL_MESSAGE


def wire_codes() -> frozenset[str]:
    """Return every code that can reach a client."""

    def codes(cls: type[WordwireError]) -> set[str]:
        return {cls.code}.union(*(codes(sub) for sub in cls.__subclasses__()))

    return frozenset(codes(WordwireError))
