"""The error tree; each class carries the code that clients see.

WordwireError              any error that we raise on purpose
├── LookupRefused          the lookup was refused; the client gets the reason at once
│   ├── BadRequest         a field is missing, of the wrong type, or invalid
│   ├── UnknownCommand     there is no such command
│   ├── TooLong            a field is longer than its limit
│   ├── RateLimited        this connection sends too fast, or has too many open lookups
│   ├── Busy               this gateway has too many open lookups
│   └── Unauthorized       the token is missing or invalid
├── LookupFailed           the lookup was accepted but got no answer
│   ├── LookupTimeout      its deadline, or the worker's time limit, has passed
│   └── Unavailable        Redis was down until the deadline
├── RoomRefused            the operation on a room was refused; the client gets the reason at once
│   ├── NoSuchRoom         the room does not exist, or no longer
│   ├── NotAMember         this connection is not in the room
│   └── RoomFull           the room is full
├── RepliesLost            Redis did not accept a worker's replies; their gateway retries the lookups
├── SettingsError          the environment holds invalid values
└── WordNetMissing         no usable WordNet was found or fetched
"""

from __future__ import annotations

from typing import ClassVar


class WordwireError(Exception):
    """Any error that Wordwire raises on purpose; a class without a code is `internal` on the wire."""

    code: ClassVar[str] = "internal"
    retry_after: float | None = None  # seconds until a retry can succeed, if known


class LookupRefused(WordwireError):
    """The lookup was refused; the queue did not get it."""


class BadRequest(LookupRefused):
    """A field is missing, of the wrong type, or invalid."""

    code = "bad_request"


class UnknownCommand(LookupRefused):
    """There is no such command."""

    code = "unknown_command"


class TooLong(LookupRefused):
    """A field is longer than its limit."""

    code = "too_long"


class RateLimited(LookupRefused):
    """This connection sends too fast, or has too many open lookups."""

    code = "rate_limited"


class Busy(LookupRefused):
    """This gateway has too many open lookups; a retry will soon succeed."""

    code = "busy"


class Unauthorized(LookupRefused):
    """The token of this connection is missing or invalid."""

    code = "unauthorized"


class LookupFailed(WordwireError):
    """The lookup was accepted but got no answer."""


class LookupTimeout(LookupFailed):
    """The lookup's deadline, or the worker's time limit, has passed."""

    code = "timeout"


class Unavailable(LookupFailed):
    """Redis was down until the lookup's deadline."""

    code = "unavailable"


class RoomRefused(WordwireError):
    """The operation on a room was refused."""


class NoSuchRoom(RoomRefused):
    """The room does not exist, or no longer."""

    code = "no_such_room"


class NotAMember(RoomRefused):
    """This connection has not joined the room, or has left it."""

    code = "not_a_member"


class RoomFull(RoomRefused):
    """The room is full."""

    code = "room_full"


class RepliesLost(WordwireError):
    """Redis did not accept a worker's replies; the waiting gateway publishes their lookups again."""


class SettingsError(WordwireError):
    """The environment holds invalid values; the message names each with its remedy."""


class WordNetMissing(WordwireError):
    """No usable WordNet or pronouncing dictionary was found; the message says how to get one."""


INTERNAL_MESSAGE = "Something went wrong on our side. The error has been logged."


def wire_code_and_message(error: BaseException) -> tuple[str, str]:
    """Return the code and message of `error` for a client.

    Only a WordwireError shows its own message. Any other error is `internal`, with a fixed sentence, so that
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
