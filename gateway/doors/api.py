"""The HTTP/JSON door, /v1: one lookup by GET, up to 100 by POST, and documents that describe both."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote_plus

from gateway.doors.guard import Door, Steps, problem
from gateway.lookups.parsing import convert, read_ask, read_my_message
from gateway.transport.responses import JSON, NEVER_KEEP, REVALIDATE, Environ, respond, unless_known
from shared import json_codec
from shared.catalog import BY_NAME, COMMANDS
from shared.errors import BadRequest
from shared.http_messages import Batch, Replies, encode_plain
from shared.messages import Ask, MyMessage, Where
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from shared.messages import Question

PREFIX: Final = "/v1/"
REPEATED: Final = "where[contains]"  # the only parameter that may be given twice

# Read once, for others who ask the same: as many as a worker keeps answers, 360 bytes each.
KEPT_QUESTIONS: Final = 16_384
SHORT_QUERY: Final = 100  # characters; longer ones are not kept

# For a day: an answer changes with a new version of the dictionary only, and its ETag tells whether it did.
FOR_ALL: Final = "Cache-Control: public, max-age=86400\r\n"
FOR_THE_ASKER: Final = "Cache-Control: private, max-age=86400\r\n"
CACHEABLE: Final = {command.name for command in COMMANDS if command.is_cacheable}

OF_QUESTIONS: Final = Ask.__struct_fields__
OF_LOOKUPS: Final = (
    *(name for name in MyMessage.__struct_fields__ if name not in {"command", "where"}),
    *(f"where[{name}]" for name in Where.__struct_fields__),
)


def api_doors(documents: dict[str, bytes]) -> dict[str, Door]:
    """Return the doors by their paths; `documents` are served as they are, under these names."""
    found = {PREFIX: Door("api", _lookup), f"{PREFIX}batch": Door("api", _batch, ("POST",))}
    return found | {PREFIX + name: Door("api", partial(_document, each)) for name, each in documents.items()}


def read_query(query: str, names: Collection[str]) -> dict[str, Any]:
    """Return the message of the socket that a query spells; raises BadRequest.

    Its parameters have these names; `where[...]` is a field of `where`.
    """
    try:
        text = query if query.isascii() else query.encode("latin-1").decode()  # WSGI gives bytes as Latin 1
        pairs = [unquote_plus(pair, errors="strict") for pair in text.split("&") if pair]
    except ValueError:
        raise BadRequest("The query is not UTF-8.") from None
    message: dict[str, Any] = {}
    for pair in pairs:
        name, _, given = pair.partition("=")
        if name not in names:
            raise BadRequest(f"There is no parameter `{name[:100]}`. There are {', '.join(names)}.")
        read, mistake = READERS.get(name, (str, ""))
        try:
            value = read(given)
        except (ValueError, KeyError):
            raise BadRequest(f"`{name}` {mistake}.") from None
        place, field = (message.setdefault("where", {}), name[6:-1]) if name[-1] == "]" else (message, name)
        if field not in place:
            place[field] = value
        elif name == REPEATED:
            place[field] += value
        else:
            raise BadRequest(f"`{name}` is given twice.")
    return message


def _count(text: str) -> tuple[int, int]:
    if not re.fullmatch("(100|[1-9]?[0-9])(-(100|[1-9]?[0-9]))?", text):
        raise ValueError
    numbers = sorted(map(int, text.split("-")))
    return numbers[0], numbers[-1]


# What reads the text of a parameter, unless it is the value, and the mistake in a text that it can't read.
READERS: Final[dict[str, tuple[Callable[[str], Any], str]]] = {
    "context": (json_codec.loads, "is not JSON"),
    "where[letters]": (_count, "must be a number up to 100, or two, like 4-6"),
    "where[syllables]": (_count, "must be a number up to 100, or two, like 4-6"),
    "where[common]": ({"true": True, "false": False}.__getitem__, "must be true or false"),
    REPEATED: (lambda text: [text], ""),
}


def _document(content: bytes, environ: Environ) -> Steps:
    yield ()
    return unless_known(environ, content, JSON, REVALIDATE)


def _lookup(environ: Environ) -> Steps:
    name, query = environ["PATH_INFO"][len(PREFIX) :], environ.get("QUERY_STRING", "")
    reply = yield (_remembered if len(query) < SHORT_QUERY else _read)(name, query)
    if reply.error is not None:
        return problem(reply.error)
    if name not in CACHEABLE:
        return respond(200, encode_plain(reply), JSON, NEVER_KEEP)
    kept = FOR_THE_ASKER if "HTTP_AUTHORIZATION" in environ else FOR_ALL
    return unless_known(environ, encode_plain(reply), JSON, kept)


def _read(name: str, query: str) -> Question:
    """Return the question that an address spells; raises LookupRefused."""
    if name == ASK_EVENT:
        return read_ask(read_query(query, OF_QUESTIONS), None)
    sent = {"command": name} | read_query(query, OF_LOOKUPS)
    if "word" not in sent and name in BY_NAME and BY_NAME[name].needs_word:
        raise BadRequest("`word` is missing.")
    return read_my_message(sent)


_remembered = lru_cache(KEPT_QUESTIONS)(_read)


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
