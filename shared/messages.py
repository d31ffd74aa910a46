"""What goes over the wires, as msgspec structs; the only place that knows their shape.

    gateway ── LookupBatch ──▶ worker ── ChannelMessages ──▶ gateway ── Reply ──▶ client

Everything is JSON. Whoever receives a message checks it against these structs.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

ClientId = str | int
NOTHING = "[]"  # the response where there is no answer


class ReplyError(Struct, frozen=True, omit_defaults=True):
    """Why there is no answer: a code of docs/protocol.md, and a sentence for people.

    `retry_after` is in how many seconds asking again helps, where that is known.
    """

    code: str
    message: str
    retry_after: float | None = None


class Context(Struct, frozen=True, omit_defaults=True):
    """What a connection last talked about, so that "and as a verb?" can be understood."""

    command: str = ""
    word: str = ""
    pos: str | None = None


class MyMessage(Struct, frozen=True):
    """What a client sends as `my_message`. The original client knows the first three fields."""

    command: str
    word: str = ""
    pos: str | None = None
    word2: str = ""


class Ask(Struct, frozen=True):
    """What a client sends as `ask`: a sentence, and what it follows if the client knows better than we."""

    text: str
    context: Context | None = None


class Lookup(Struct, frozen=True, omit_defaults=True):
    """One question about one term, as the gateway puts it on the queue.

    `key` is the gateway's own; `room` is whom the reply is for (a sid is a room of one).
    `command` is a name of shared.catalog, or `ask`, whose sentence is `text`.
    """

    key: str
    namespace: str
    room: str
    command: str
    word: str = ""
    pos: str | None = None
    word2: str | None = None
    text: str | None = None
    context: Context | None = None


class LookupBatch(Struct, frozen=True):
    """All that one Celery message carries: lookups of one gateway.

    `channel` is the Redis channel on which that gateway waits for the replies. `expires_at` (Unix seconds,
    with slack for the difference of two hosts' clocks) is when nobody waits for any of them any more.
    """

    channel: str
    expires_at: float
    lookups: list[Lookup]


class Reply(Struct, omit_defaults=True):
    """The answer to one lookup.

    The `id` is the client's own, which only the gateway knows. `response` is JSON text, always a list.
    The fields after `error` are additive and left out when empty.
    """

    option: str
    word: str
    response: str  # no default: it would be left out, and the original client parses it always
    id: ClientId | UnsetType = UNSET
    error: ReplyError | None = None
    lemma: str | None = None
    pos: str | None = None
    text: str | None = None
    suggestions: list[str] | None = None
    context: Context | None = None


def failed(option: str, word: str, code: str, message: str) -> Reply:
    """Return the reply that says why there is no answer."""
    return Reply(option, word, NOTHING, error=ReplyError(code, message))


class EmitMessage(Struct, frozen=True, tag_field="method", tag="emit"):
    """A Socket.IO queue message, in python-socketio's own form: emit `event` to `room`.

    `key`, which that form has not, is the lookup's.
    """

    event: Literal["reply"]
    namespace: str
    room: str
    key: str
    data: tuple[Reply]


class Canary(Struct, frozen=True, tag_field="method", tag="canary"):
    """What a gateway says to itself through its channel, to know that it still hears it."""

    boot_id: str


# One PUBLISH carries a list of messages: what a worker finished in about 10 ms.
ChannelMessages = list[EmitMessage | Canary]

_encoder = msgspec.json.Encoder()
_channel_decoder = msgspec.json.Decoder(ChannelMessages)


def encode(message: object) -> bytes:
    """Return `message` as JSON bytes."""
    return _encoder.encode(message)


def encode_replies(answered: list[tuple[Lookup, Raw]]) -> bytes:
    """Return the message of one PUBLISH that carries replies, each encoded already."""
    return _encoder.encode(
        [
            # The JSON of a reply stands for it: it is what msgspec would make of one.
            EmitMessage("reply", lookup.namespace, lookup.room, lookup.key, (reply,))  # type: ignore[arg-type]
            for lookup, reply in answered
        ]
    )


def decode_channel(payload: bytes) -> ChannelMessages:
    """Return the messages of one PUBLISH; raises msgspec.DecodeError for anything malformed or forged."""
    return _channel_decoder.decode(payload)


def decode_batch(fields: Any) -> LookupBatch:
    """Return the batch that a task carries; raises msgspec.ValidationError for anything malformed."""
    return msgspec.convert(fields, LookupBatch)
