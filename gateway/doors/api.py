"""The HTTP/JSON door, /v1: one lookup by GET, up to 100 by POST, and the description of both."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from gateway.doors.problems import (
    JSON,
    NEVER_KEEP,
    NotHere,
    check_method,
    problem,
    respond,
    unless_known,
)
from gateway.doors.queries import read_lookup, read_question
from gateway.lookups.parsing import convert, read_ask, read_id, read_my_message, shown_field
from shared import json_codec
from shared.catalog import BY_NAME
from shared.errors import BadRequest, LookupRefused, UnknownCommand
from shared.http_messages import Batch, Replies, encode_plain
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gateway.doors.guard import Guard, Show, Then
    from gateway.doors.problems import Environ, Response
    from shared.messages import Question, Reply

PREFIX: Final = "/v1/"
# An answer changes with a new version of the dictionary only, and the ETag tells whether it did.
A_DAY: Final = "max-age=86400"


class Api:
    """Answers requests under /v1. `documents` are served as they are, by the last part of their path."""

    def __init__(self, guard: Guard, documents: Mapping[str, bytes]) -> None:
        self._guard = guard
        self._documents = documents

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return the response to a request under /v1, or None for any other path."""
        return self._guard.response("api", environ, self._read) if path.startswith(PREFIX) else None

    def begin(self, environ: Environ, then: Then) -> None:
        """Call `then` with the response to a request under /v1, now or later."""
        self._guard.begin("api", environ, self._read, then)

    def _read(self, environ: Environ) -> tuple[Sequence[Question | LookupRefused], Show]:
        resource = environ["PATH_INFO"][len(PREFIX) :]
        if resource == "batch":
            check_method(environ, "POST")
            return _batch(environ)
        check_method(environ, "GET", "HEAD")
        if resource in self._documents:
            return (), lambda _: unless_known(environ, self._documents[resource], JSON, "no-cache")
        question = _question(resource, environ.get("QUERY_STRING", ""))
        return (question,), lambda replies: _shown(environ, question, replies[0])


def read_body(environ: Environ) -> bytes:
    """Return the body of a request, which must be JSON by its type; raises NotHere."""
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != JSON:
        raise NotHere(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"The body must be {JSON}.")
    body: bytes = environ["wsgi.input"].read()
    return body


def _question(resource: str, query: str) -> Question:
    if resource == ASK_EVENT:
        return read_ask(read_question(query), None)
    command = BY_NAME.get(resource)
    if command is None:
        raise UnknownCommand(f"There is no such command. The commands are: {', '.join(BY_NAME)}.")
    return read_my_message(read_lookup(query, command))


def _shown(environ: Environ, question: Question, reply: Reply) -> Response:
    if reply.error is not None:
        return problem(reply.error)
    command = BY_NAME.get(question.command)
    if command is None or not command.is_cacheable:
        return respond(HTTPStatus.OK, encode_plain(reply), JSON, NEVER_KEEP)
    whose = "private" if "HTTP_AUTHORIZATION" in environ else "public"
    return unless_known(environ, encode_plain(reply), JSON, f"{whose}, {A_DAY}")


def _batch(environ: Environ) -> tuple[Sequence[Question | LookupRefused], Show]:
    try:
        body = json_codec.loads(read_body(environ))
    except ValueError:
        raise BadRequest("The body is not JSON.") from None
    convert(body, Batch)
    asked = [_one_of_batch(sent) for sent in body["lookups"]]

    def show(replies: Sequence[Reply]) -> Response:
        for sent, reply in zip(body["lookups"], replies, strict=True):
            if sent.get("id") is not None:
                reply.id = sent["id"]
            if reply.error is not None:
                reply.option, reply.word = shown_field(sent, "command"), shown_field(sent, "word")
        return respond(HTTPStatus.OK, encode_plain(Replies(list(replies))), JSON, NEVER_KEEP)

    return asked, show


def _one_of_batch(sent: Any) -> Question | LookupRefused:
    try:
        read_id(sent)
        return read_my_message(sent)
    except LookupRefused as error:
        return error
