"""The door for agents, /mcp: the Model Context Protocol by streamable HTTP, without sessions.

    client ── POST: one JSON-RPC request ──▶ gateway ── one JSON-RPC response ──▶ client

A request of revision 2026-07-28 names its revision and its client in `params._meta`, and repeats the method
and the name in headers. Clients of older revisions begin with `initialize`, which nothing here remembers.
descriptions/mcp.json has the results that stay the same.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any, Final, Literal
from urllib.parse import unquote

import msgspec

from gateway.doors.described import DESCRIPTIONS, TOOLS, Json
from gateway.doors.guard import Door, Steps
from gateway.transport.responses import JSON, NEVER_KEEP, Environ, respond
from shared.errors import BadRequest
from shared.http_messages import encode_plain
from shared.messages import encode, failed
from shared.version import VERSION

NAME: Final = {"name": "wordwire", "title": "Wordwire", "version": VERSION}
ENTRY: Final = "wordwire://entry/"
NO_WORD: Final = {"bad_request", "too_long"}  # the codes of an entry that can't exist
META: Final = "io.modelcontextprotocol/"
CLIENT: Final = (f"{META}protocolVersion", f"{META}clientCapabilities")
HEADERS: Final = ("HTTP_MCP_PROTOCOL_VERSION", "HTTP_MCP_METHOD", "HTTP_MCP_NAME")

PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
REFUSED, HEADER_MISMATCH, UNSUPPORTED_VERSION = -32000, -32020, -32022

# The results that stay the same, by their method.
GIVEN: Final = DESCRIPTIONS["mcp"]
DISCOVERED: Final = GIVEN["server/discover"] | {"_meta": {f"{META}serverInfo": NAME}}
LISTED: Final = GIVEN["tools/list"] | {"tools": [tool.described for tool in TOOLS.values()]}
KNOWN: Final[Json] = GIVEN | {"server/discover": DISCOVERED, "tools/list": LISTED}
NEWEST, *WITH_HANDSHAKE = REVISIONS = DISCOVERED["supportedVersions"]


class RpcError(Exception):
    """An error as JSON-RPC has them; the newest revision has a status for each, too."""

    def __init__(self, code: int, message: str, data: Any = None, status: int = 400) -> None:
        self.status = status
        self.content = {"code": code, "message": message} | ({} if data is None else {"data": data})


class Params(msgspec.Struct, frozen=True, rename={"version": "protocolVersion", "meta": "_meta"}):
    """The parameters of all methods together."""

    version: str = ""
    meta: Json = {}  # the revision and the client that a request of the newest revision names
    name: str = ""
    uri: str = ""
    arguments: Json | None = None


class Request(msgspec.Struct):
    """A JSON-RPC request; without an `id` it is a notification."""

    jsonrpc: Literal["2.0"]
    method: str
    id: str | int | None = None
    params: Params = Params()


def _steps(environ: Environ) -> Steps:
    answer: Json = {"jsonrpc": "2.0", "id": None}
    status, is_newest = 200, True
    try:
        request = _read_request(environ["wsgi.input"].read())
        if request.id is None:
            return "202 Accepted", "Content-Length: 0\r\n", b""
        answer["id"] = request.id
        is_newest = _is_newest(environ, request)
        result = yield from _result(request.method, request.params)
        answer["result"] = result | ({"resultType": "complete"} if is_newest else {})
    except RpcError as error:
        answer["error"] = error.content
        status = error.status if is_newest else 200
    return respond(status, encode(answer), JSON, NEVER_KEEP)


def _result(method: str, params: Params) -> Steps:
    if method == "tools/call":
        return (yield from _call(params))
    if method == "resources/read":
        return (yield from _entry(params.uri))
    if method == "initialize":
        version = params.version if params.version in WITH_HANDSHAKE else WITH_HANDSHAKE[0]
        return DISCOVERED | {"protocolVersion": version, "serverInfo": NAME}
    if method not in KNOWN:
        raise RpcError(NO_METHOD, "There is no such method.", status=404)
    return KNOWN[method]


def _call(params: Params) -> Steps:
    if params.name not in TOOLS:
        raise RpcError(INVALID_PARAMS, "There is no such tool.")
    try:
        [reply] = yield (TOOLS[params.name].message(params.arguments or {}),)
    except BadRequest as error:
        reply = failed("", "", error.code, str(error))
    if reply.error is not None:
        return {"content": [_text(f"{reply.error.code}: {reply.error.message}")], "isError": True}
    sentence = [] if reply.text is None else [_text(reply.text)]
    found = encode_plain(reply)
    return {"content": [*sentence, _text(found.decode())], "structuredContent": msgspec.Raw(found)}


def _entry(uri: str) -> Steps:
    """Return the result with an entry as Markdown."""
    word = unquote(uri.removeprefix(ENTRY)) if uri.startswith(ENTRY) else ""
    [reply] = yield ({"command": "overview", "word": word},)
    senses = msgspec.json.decode(reply.response)
    if reply.error is not None and reply.error.code not in NO_WORD:
        raise RpcError(REFUSED, reply.error.message, reply.error, status=200)
    if not senses:
        raise RpcError(INVALID_PARAMS, "There is no such entry.", {"uri": uri})
    text = "\n\n".join([f"# {word}", *map(_markdown, senses)])
    content = {"uri": uri, "mimeType": "text/markdown", "text": text}
    return {"contents": [content], "ttlMs": 3_600_000, "cacheScope": "public"}


def _read_request(body: bytes) -> Request:
    try:
        return msgspec.json.decode(body, type=Request)
    except msgspec.ValidationError:
        raise RpcError(INVALID_REQUEST, "The body must be one JSON-RPC request.") from None
    except (ValueError, RecursionError):
        raise RpcError(PARSE_ERROR, "The body is not JSON.") from None


def _is_newest(environ: Environ, request: Request) -> bool:
    """Return whether a request is of the newest revision; raise RpcError if it breaks that one's rules."""
    version, capabilities = map(request.params.meta.get, CLIENT)
    headers = tuple(map(environ.get, HEADERS))
    if version is None and headers[0] in (None, *WITH_HANDSHAKE):
        return False
    if version is None or not isinstance(capabilities, dict):
        raise RpcError(INVALID_PARAMS, "`params._meta` must name the version and the capabilities.")
    name = request.params.name or request.params.uri or None
    escaped = name and f"=?base64?{b64encode(name.encode()).decode()}?="  # if it is not plain ASCII
    if headers not in ((version, request.method, name), (version, request.method, escaped)):
        raise RpcError(HEADER_MISMATCH, "The headers must repeat the version, the method and the name.")
    if version != NEWEST:
        known = {"supported": REVISIONS, "requested": version}
        raise RpcError(UNSUPPORTED_VERSION, "There is no such version.", known)
    return True


def _markdown(sense: Json) -> str:
    examples = "".join(f"\n   - “{example}”" for example in sense.get("examples", ()))
    return f"{sense['sense']}. *{sense['pos']}* {sense['definition']}{examples}"


def _text(text: str) -> Json:
    return {"type": "text", "text": text}


MCP_DOORS: Final = {"/mcp": Door("mcp", _steps, ("POST",))}
