"""The door for agents, /mcp: the Model Context Protocol by streamable HTTP, without sessions.

    client ── POST: one JSON-RPC request ──▶ gateway ── one JSON-RPC response ──▶ client

A request of revision 2026-07-28 names its revision and its client in `params._meta`, and repeats the method
and the name in headers. Clients of older revisions begin with `initialize`, which nothing here remembers.
"""

from __future__ import annotations

import base64
import binascii
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from msgspec import Raw

from gateway.doors.api import JSON, NEVER_KEEP, read_json
from gateway.doors.problems import NotHere, respond
from gateway.doors.tools import described_tools, read_call
from gateway.lookups.parsing import read_my_message
from shared import json_codec
from shared.errors import BadRequest, LookupRefused
from shared.http_messages import encode_plain
from shared.messages import encode
from shared.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gateway.doors.guard import Guard, Show
    from gateway.doors.problems import Environ, Response
    from shared.messages import Question, Reply

    Json = dict[str, Any]
    # The lookups of a method, and the function that makes its result from their replies.
    Asked = tuple[tuple[Question | LookupRefused, ...], Callable[..., Json]]

PATH: Final = "/mcp"
NEWEST: Final = "2026-07-28"
WITH_HANDSHAKE: Final = ("2025-11-25", "2025-06-18", "2025-03-26")
INSTRUCTIONS: Final = (
    "An English dictionary: WordNet, pronunciations, plain questions. "
    "It needs no network. An empty `response` means that WordNet has no such word or relation."
)
ENTRY: Final = "wordwire://entry/"
TEMPLATE: Final = {
    "uriTemplate": ENTRY + "{word}",
    "name": "entry",
    "description": "All meanings of a word, with examples.",
    "mimeType": "text/markdown",
}
META: Final = "io.modelcontextprotocol/"
NAMED_BY: Final = {"tools/call": "name", "resources/read": "uri"}
NAME: Final = {"name": "wordwire", "title": "Wordwire", "version": VERSION}
ABOUT: Final = {
    "capabilities": {"tools": {}, "resources": {}},
    "instructions": INSTRUCTIONS,
    "_meta": {META + "serverInfo": NAME},
}
KEEP: Final = {"ttlMs": 3_600_000, "cacheScope": "public"}  # the lists change with a new version only

PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
REFUSED, HEADER_MISMATCH, UNSUPPORTED_VERSION = -32000, -32020, -32022
STATUS_OF: Final = {NO_METHOD: 404, REFUSED: 200}  # of the newest revision; all other errors are 400


class RpcError(Exception):
    """An error as JSON-RPC has them."""

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        super().__init__(message)
        self.content: dict[str, Any] = {"code": code, "message": message} | (
            {} if data is None else {"data": data}
        )


class Mcp:
    """Answers the requests of agents."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._known: Json = {
            "server/discover": {"supportedVersions": [NEWEST, *WITH_HANDSHAKE]} | ABOUT | KEEP,
            "ping": {},
            "tools/list": {"tools": described_tools()} | KEEP,
            "resources/list": {"resources": []} | KEEP,
            "resources/templates/list": {"resourceTemplates": [TEMPLATE]} | KEEP,
        }

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return the response to a request at /mcp, or None for any other path."""
        return self._guard.response("mcp", environ, self._read) if path == PATH else None

    def _read(self, environ: Environ) -> tuple[Sequence[Question | LookupRefused], Show]:
        if environ["REQUEST_METHOD"] != "POST":
            raise NotHere(
                HTTPStatus.METHOD_NOT_ALLOWED, "The method here is POST.", ("Allow", "POST, OPTIONS")
            )
        request_id, is_newest = None, True
        asked: tuple[Question | LookupRefused, ...] = ()
        try:
            sent = _read_request(environ)
            request_id = sent.get("id")
            if request_id is None:
                return (), lambda _: ("202 Accepted", [("Content-Length", "0")], b"")
            params = sent.get("params", {})
            is_newest = _check_revision(environ, sent["method"], params)
            asked, result = self._method(sent["method"], params)
        except RpcError as error:
            result = partial(_fail, error)

        def show(replies: Sequence[Reply]) -> Response:
            try:
                answer: Json = {
                    "result": result(*replies) | ({"resultType": "complete"} if is_newest else {})
                }
                status = 200
            except RpcError as error:
                answer = {"error": error.content}
                status = STATUS_OF.get(error.content["code"], 400) if is_newest else 200
            return respond(status, encode({"jsonrpc": "2.0", "id": request_id} | answer), JSON, NEVER_KEEP)

        return asked, show

    def _method(self, method: str, params: Any) -> Asked:
        if isinstance(params, dict):
            if method == "initialize":
                return (), partial(_initialized, params.get("protocolVersion"))
            if method == "tools/call":
                return (_read_call(params),), _called
            if method == "resources/read":
                return _read_entry(params.get("uri"))
            if method in self._known:
                return (), lambda: self._known[method]
        raise RpcError(NO_METHOD, "There is no such method.")


def _read_request(environ: Environ) -> Json:
    try:
        sent = read_json(environ)
    except NotHere:
        raise
    except BadRequest as error:
        raise RpcError(PARSE_ERROR, str(error)) from None
    is_request = (
        isinstance(sent, dict) and sent.get("jsonrpc") == "2.0" and isinstance(sent.get("method"), str)
    )
    if not is_request or not isinstance(sent.get("id"), str | int | None):
        raise RpcError(INVALID_REQUEST, "The body must be one JSON-RPC request.")
    return dict(sent)


def _check_revision(environ: Environ, method: str, params: Any) -> bool:
    """Return whether a request is of the newest revision; raise RpcError if it breaks that one's rules."""
    header = environ.get("HTTP_MCP_PROTOCOL_VERSION")
    meta = params.get("_meta") if isinstance(params, dict) else None
    named = meta.get(META + "protocolVersion") if isinstance(meta, dict) else None
    if header in (None, *WITH_HANDSHAKE) and named is None:
        return False
    if not isinstance(meta, dict) or named is None or META + "clientCapabilities" not in meta:
        raise RpcError(
            INVALID_PARAMS, "`params._meta` must name the protocol's version and the capabilities."
        )
    name = params.get(NAMED_BY.get(method, ""))
    headers = (header, environ.get("HTTP_MCP_METHOD"))
    if headers != (named, method) or (name is not None and _decoded(environ.get("HTTP_MCP_NAME")) != name):
        raise RpcError(HEADER_MISMATCH, "The headers must repeat the version, the method and the name.")
    if named != NEWEST:
        data = {"supported": [NEWEST, *WITH_HANDSHAKE], "requested": named}
        raise RpcError(UNSUPPORTED_VERSION, "There is no such version.", data)
    return True


def _decoded(header: str | None) -> str | None:
    """Return the text of a header; one that is not plain ASCII comes as =?base64?...?=."""
    if header is None or not (header.startswith("=?base64?") and header.endswith("?=")):
        return header
    try:
        return base64.b64decode(header[9:-2], validate=True).decode()
    except (binascii.Error, ValueError):
        return None


def _initialized(wanted: Any) -> Json:
    version = wanted if wanted in WITH_HANDSHAKE else WITH_HANDSHAKE[0]
    return {"protocolVersion": version, "serverInfo": NAME} | ABOUT


def _read_call(params: Json) -> Question | LookupRefused:
    """Return the lookup of a call, or its refusal: an agent can correct its mistakes, so they are results."""
    try:
        return read_call(params.get("name", ""), params.get("arguments") or {})
    except (KeyError, TypeError):
        raise RpcError(INVALID_PARAMS, "There is no such tool.") from None
    except LookupRefused as error:
        return error


def _called(reply: Reply) -> Json:
    if reply.error is not None:
        return {"content": [_text(f"{reply.error.code}: {reply.error.message}")], "isError": True}
    sentence = [] if reply.text is None else [_text(reply.text)]
    found = encode_plain(reply)
    return {"content": [*sentence, _text(found.decode())], "structuredContent": Raw(found)}


def _read_entry(uri: Any) -> Asked:
    """Return the lookup of an entry, and the function that shows it as Markdown."""
    word = unquote(uri.removeprefix(ENTRY)) if isinstance(uri, str) and uri.startswith(ENTRY) else ""
    try:
        question = read_my_message({"command": "overview", "word": word})
    except LookupRefused as error:
        raise RpcError(INVALID_PARAMS, str(error)) from None

    def show(reply: Reply) -> Json:
        if reply.error is not None:
            raise RpcError(REFUSED, reply.error.message, reply.error)
        senses = json_codec.loads(reply.response)
        if not senses:
            raise RpcError(INVALID_PARAMS, "There is no such entry.", {"uri": uri})
        text = "\n\n".join([f"# {word}", *map(_markdown, senses)])
        return {"contents": [{"uri": uri, "mimeType": "text/markdown", "text": text}]} | KEEP

    return (question,), show


def _markdown(sense: Json) -> str:
    examples = "".join(f"\n   - “{example}”" for example in sense.get("examples", ()))
    return f"{sense['sense']}. *{sense['pos']}* {sense['definition']}{examples}"


def _text(text: str) -> Json:
    return {"type": "text", "text": text}


def _fail(error: RpcError) -> Json:
    raise error
