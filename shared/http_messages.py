"""The messages over plain HTTP, as msgspec structs: the same lookups and replies as on the socket."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from shared.messages import ClientId, MyMessage, Reply, encode

MOST_LOOKUPS = 100  # in one batch


class BatchLookup(MyMessage, frozen=True):
    """One lookup of a batch: a `my_message` with the client's own id, if it wants one."""

    id: ClientId | None = None


class Batch(Struct, frozen=True):
    """The body of a request for several lookups; their replies have the same order."""

    lookups: Annotated[list[BatchLookup], Meta(min_length=1, max_length=MOST_LOOKUPS)]


class Replies(Struct, frozen=True):
    """The replies to a batch. The refusal of one lookup is its reply's `error`."""

    replies: list[Reply]


class Problem(Struct, frozen=True, omit_defaults=True):
    """The reason for a failed request, in the form of RFC 9457.

    `code` is one of docs/protocol.md; `type` links to its explanation. `retry_after` is in seconds.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    retry_after: float | None = None


def encode_plain(message: Reply | Replies) -> bytes:
    """Return replies as JSON in which `response` is a list instead of JSON text. It changes the replies."""
    for reply in message.replies if isinstance(message, Replies) else (message,):
        _make_plain(reply)
    return encode(message)


def plain_schemas(*shapes: type[Struct], place: str = "#/components/schemas/{name}") -> dict[str, object]:
    """Return the JSON Schemas of `shapes` and of all structs in them, with `response` as a list."""
    _, schemas = msgspec.json.schema_components(shapes, ref_template=place)
    if "Reply" in schemas:
        del schemas["Reply"]["properties"]["page"]  # which is the gateway's
        schemas["Reply"]["properties"]["response"] = {"type": "array"}
    return schemas


def _make_plain(reply: Reply) -> None:
    reply.response = Raw(reply.response.encode())  # type: ignore[assignment]  # JSON for the text of it: msgspec encodes Raw as it is
    if reply.also is not None:
        _make_plain(reply.also)
