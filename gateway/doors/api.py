"""The HTTP/JSON door, /v1: one lookup by GET, up to 100 by POST, and documents that describe both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from gateway.doors.guard import Door
from gateway.doors.problems import JSON, NEVER_KEEP, problem, respond, unless_known
from gateway.doors.queries import OF_LOOKUPS, OF_QUESTIONS, read_query
from gateway.lookups.parsing import convert
from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest
from shared.http_messages import Batch, Replies, encode_plain
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from gateway.doors.guard import Steps
    from gateway.doors.problems import Environ

PREFIX: Final = "/v1/"
# An answer changes with a new version of the dictionary only, and the ETag tells whether it did.
A_DAY: Final = "max-age=86400"


def api_doors(documents: dict[str, bytes]) -> dict[str, Door]:
    """Return the doors by their paths; `documents` are served as they are, under these names."""
    found = {PREFIX: Door("api", _lookup), f"{PREFIX}batch": Door("api", _batch, ("POST",))}
    return found | {PREFIX + name: Door("api", partial(_document, each)) for name, each in documents.items()}


def _document(content: bytes, environ: Environ) -> Steps:
    yield ()
    return unless_known(environ, content, JSON, "no-cache")


def _lookup(environ: Environ) -> Steps:
    name, query = environ["PATH_INFO"][len(PREFIX) :], environ.get("QUERY_STRING", "")
    command = BY_NAME.get(name)
    if name == ASK_EVENT:
        sent = read_query(query, OF_QUESTIONS)
    else:
        sent = {"command": name} | read_query(query, OF_LOOKUPS)
        if command and command.needs_word and "word" not in sent:
            raise BadRequest("`word` is missing.")
    [reply] = yield (sent,)
    if reply.error is not None:
        return problem(reply.error)
    if command is None or not command.is_cacheable:
        return respond(200, encode_plain(reply), JSON, NEVER_KEEP)
    whose = "private" if "HTTP_AUTHORIZATION" in environ else "public"
    return unless_known(environ, encode_plain(reply), JSON, f"{whose}, {A_DAY}")


def _batch(environ: Environ) -> Steps:
    try:
        body = json_codec.loads(environ["wsgi.input"].read())
    except ValueError:
        raise BadRequest("The body is not JSON.") from None
    convert(body, Batch)
    replies = yield body["lookups"]
    for sent, reply in zip(body["lookups"], replies, strict=True):
        if sent.get("id") is not None:
            reply.id = sent["id"]
    return respond(200, encode_plain(Replies(replies)), JSON, NEVER_KEEP)
