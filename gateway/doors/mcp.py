"""The door for agents, /mcp: the Model Context Protocol by streamable HTTP, without sessions.

    client ── POST: one JSON-RPC request ──▶ gateway ── one JSON-RPC response ──▶ client

A request of revision 2026-07-28 names its revision and its client in `params._meta`, and repeats the method
and the name in headers. Clients of older revisions begin with `initialize`, which nothing here remembers.
mcp.json has the results that stay the same.
"""

from __future__ import annotations

import base64
import binascii
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import unquote

import msgspec
from msgspec import Raw, Struct

from gateway.doors.api import read_body
from gateway.doors.problems import JSON, NEVER_KEEP, check_method, respond
from gateway.doors.tools import read_tools
from gateway.lookups.parsing import read_my_message
from shared import json_codec
from shared.errors import LookupRefused
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
    Asked = tuple[Sequence[Question | LookupRefused], Callable[..., Json]]

PATH: Final = "/mcp"
NEWEST: Final = "2026-07-28"
WITH_HANDSHAKE: Final = ("2025-11-25", "2025-06-18", "2025-03-26")
REVISIONS: Final = [NEWEST, *WITH_HANDSHAKE]
NAME: Final = {"name": "wordwire", "title": "Wordwire", "version": VERSION}
ENTRY: Final = "wordwire://entry/"
META: Final = "io.modelcontextprotocol/"
NAMED_BY: Final = {"tools/call": "name", "resources/read": "uri"}

PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
REFUSED, HEADER_MISMATCH, UNSUPPORTED_VERSION = -32000, -32020, -32022


class RpcError(Exception):
    """An error as JSON-RPC has them; the newest revision has a status for each, too."""

    def __init__(self, code: int, message: str, data: Any = None, status: int = 400) -> None:
        super().__init__(message)
        self.status = status
        self.content = {"code": code, "message": message} | ({} if data is None else {"data": data})


class Request(Struct):
    """A JSON-RPC request; without an `id` it is a notification."""

    jsonrpc: Literal["2.0"]
    method: str
    id: str | int | None = None
    params: dict[str, Any] = {}


class Mcp:
    """Answers the requests of agents."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._tools = read_tools()
        known = json_codec.loads(Path(__file__).with_name("mcp.json").read_bytes())
        self._about = known["server/discover"]
        self._about |= {"supportedVersions": REVISIONS, "_meta": {META + "serverInfo": NAME}}
        known["tools/list"]["tools"] = [tool.described for tool in self._tools.values()]
        self._methods: dict[str, Callable[[Json], Asked]] = {
            "initialize": self._initialize,
            "tools/call": self._call,
            "resources/read": _read_entry,
        } | {method: partial(_always, result) for method, result in known.items()}

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return the response to a request at /mcp, or None for any other path."""
        return self._guard.response("mcp", environ, self._read) if path == PATH else None

    def _read(self, environ: Environ) -> tuple[Sequence[Question | LookupRefused], Show]:
        check_method(environ, "POST")
        request_id, is_newest = None, True
        asked: Sequence[Question | LookupRefused] = ()
        try:
            request = _read_request(environ)
            request_id = request.id
            if request_id is None:
                return (), lambda _: ("202 Accepted", [("Content-Length", "0")], b"")
            is_newest = _is_newest(environ, request)
            asked, result = self._methods.get(request.method, _no_method)(request.params)
        except RpcError as error:
            result = partial(_fail, error)

        def show(replies: Sequence[Reply]) -> Response:
            status = 200
            answer: Json = {"jsonrpc": "2.0", "id": request_id}
            try:
                answer["result"] = result(*replies) | ({"resultType": "complete"} if is_newest else {})
            except RpcError as error:
                answer["error"] = error.content
                status = error.status if is_newest else 200
            return respond(status, encode(answer), JSON, NEVER_KEEP)

        return asked, show

    def _initialize(self, params: Json) -> Asked:
        wanted = params.get("protocolVersion")
        version = wanted if wanted in WITH_HANDSHAKE else WITH_HANDSHAKE[0]
        return (), lambda: self._about | {"protocolVersion": version, "serverInfo": NAME}

    def _call(self, params: Json) -> Asked:
        """Return the lookup of a call, or its refusal as a result, because an agent can correct it."""
        name = params.get("name")
        if not isinstance(name, str) or name not in self._tools:
            raise RpcError(INVALID_PARAMS, "There is no such tool.")
        try:
            return (self._tools[name].read_call(params.get("arguments") or {}),), _called
        except LookupRefused as error:
            return (error,), _called


def _no_method(_params: Json) -> Asked:
    raise RpcError(NO_METHOD, "There is no such method.", status=404)


def _always(result: Json, _params: Json) -> Asked:
    return (), lambda: result


def _fail(error: RpcError) -> Json:
    raise error


def _read_request(environ: Environ) -> Request:
    body = read_body(environ)
    try:
        return msgspec.json.decode(body, type=Request)
    except msgspec.ValidationError:
        raise RpcError(INVALID_REQUEST, "The body must be one JSON-RPC request.") from None
    except (ValueError, RecursionError):
        raise RpcError(PARSE_ERROR, "The body is not JSON.") from None


def _is_newest(environ: Environ, request: Request) -> bool:
    """Return whether a request is of the newest revision; raise RpcError if it breaks that one's rules."""
    header = environ.get("HTTP_MCP_PROTOCOL_VERSION")
    given = request.params.get("_meta")
    meta = given if isinstance(given, dict) else {}
    named = meta.get(META + "protocolVersion")
    if header in (None, *WITH_HANDSHAKE) and named is None:
        return False
    if named is None or META + "clientCapabilities" not in meta:
        raise RpcError(INVALID_PARAMS, "`params._meta` must name the version and the capabilities.")
    name = request.params.get(NAMED_BY.get(request.method, ""))
    headers = (header, environ.get("HTTP_MCP_METHOD"))
    is_named = name is None or _decoded(environ.get("HTTP_MCP_NAME")) == name
    if headers != (named, request.method) or not is_named:
        raise RpcError(HEADER_MISMATCH, "The headers must repeat the version, the method and the name.")
    if named != NEWEST:
        known = {"supported": REVISIONS, "requested": named}
        raise RpcError(UNSUPPORTED_VERSION, "There is no such version.", known)
    return True


def _decoded(header: str | None) -> str | None:
    """Return the text of a header; one that is not plain ASCII comes as =?base64?...?=."""
    if header is None or not (header.startswith("=?base64?") and header.endswith("?=")):
        return header
    try:
        return base64.b64decode(header[9:-2], validate=True).decode()
    except (binascii.Error, ValueError):
        return None


def _called(reply: Reply) -> Json:
    if reply.error is not None:
        return {"content": [_text(f"{reply.error.code}: {reply.error.message}")], "isError": True}
    sentence = [] if reply.text is None else [_text(reply.text)]
    found = encode_plain(reply)
    return {"content": [*sentence, _text(found.decode())], "structuredContent": Raw(found)}


def _read_entry(params: Json) -> Asked:
    """Return the lookup of an entry, and the function that shows it as Markdown."""
    uri = params.get("uri")
    word = unquote(uri.removeprefix(ENTRY)) if isinstance(uri, str) and uri.startswith(ENTRY) else ""
    try:
        question = read_my_message({"command": "overview", "word": word})
    except LookupRefused as error:
        raise RpcError(INVALID_PARAMS, str(error)) from None

    def show(reply: Reply) -> Json:
        if reply.error is not None:
            raise RpcError(REFUSED, reply.error.message, reply.error, status=200)
        senses = json_codec.loads(reply.response)
        if not senses:
            raise RpcError(INVALID_PARAMS, "There is no such entry.", {"uri": uri})
        text = "\n\n".join([f"# {word}", *map(_markdown, senses)])
        content = {"uri": uri, "mimeType": "text/markdown", "text": text}
        return {"contents": [content], "ttlMs": 3_600_000, "cacheScope": "public"}

    return (question,), show


def _markdown(sense: Json) -> str:
    examples = "".join(f"\n   - “{example}”" for example in sense.get("examples", ()))
    return f"{sense['sense']}. *{sense['pos']}* {sense['definition']}{examples}"


def _text(text: str) -> Json:
    return {"type": "text", "text": text}
