"""The door for agents, /mcp: the Model Context Protocol by streamable HTTP, without sessions.

    client ── POST: one JSON-RPC request ──▶ gateway ── one JSON-RPC response ──▶ client

A request of revision 2026-07-28 names its revision and its client in `params._meta`, and repeats the method
and the name in headers. Clients of older revisions begin with `initialize`, which nothing here remembers.
"""

from __future__ import annotations

import base64
import binascii
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import unquote

from msgspec import Raw, Struct

from gateway.doors.api import JSON, read_json
from gateway.doors.problems import NotHere, respond
from gateway.doors.tools import described_tools, read_call
from shared import json_codec
from shared.errors import BadRequest, LookupRefused
from shared.http_messages import encode_plain
from shared.messages import ReplyError, encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from gateway.doors.guard import Guard, Visit
    from gateway.doors.problems import Environ, Response

    Json = dict[str, Any]
    Method = Callable[[Json, Visit], Json]

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


class _Request(Struct):
    """A request or, without an id, a notification."""

    jsonrpc: Literal["2.0"]
    method: str
    id: str | int | None = None


class Mcp:
    """Answers the requests of agents."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._tools = described_tools()
        self._methods: dict[str, Method] = {
            "initialize": _initialize,
            "server/discover": lambda *_: {"supportedVersions": [NEWEST, *WITH_HANDSHAKE]} | _about() | KEEP,
            "ping": lambda *_: {},
            "tools/list": lambda *_: {"tools": self._tools} | KEEP,
            "tools/call": _call,
            "resources/list": lambda *_: {"resources": []} | KEEP,
            "resources/templates/list": lambda *_: {"resourceTemplates": [TEMPLATE]} | KEEP,
            "resources/read": _read,
        }

    def response(self, path: str, environ: Environ) -> Response | None:
        """Return the response to a request at /mcp, or None for any other path."""
        return self._guard.response("mcp", environ, self._answer) if path == PATH else None

    def _answer(self, environ: Environ, visit: Visit) -> Response:
        if environ["REQUEST_METHOD"] != "POST":
            raise NotHere(
                HTTPStatus.METHOD_NOT_ALLOWED, "The method here is POST.", ("Allow", "POST, OPTIONS")
            )
        request_id, is_newest = None, True
        try:
            sent = _read_request(environ)
            request_id = sent.get("id")
            if request_id is None:
                return "202 Accepted", [("Content-Length", "0")], b""
            params = sent.get("params", {})
            is_newest = _check_revision(environ, sent["method"], params)
            answer: Json = {"result": self._result(sent["method"], params, visit)}
            if is_newest:
                answer["result"]["resultType"] = "complete"
            status = HTTPStatus.OK
        except RpcError as error:
            answer = {"error": error.content}
            status = HTTPStatus(STATUS_OF.get(error.content["code"], 400) if is_newest else 200)
        body = encode({"jsonrpc": "2.0", "id": request_id} | answer)
        return respond(status, body, JSON, ("Cache-Control", "no-store"))

    def _result(self, method: str, params: Any, visit: Visit) -> Json:
        answer = self._methods.get(method)
        if answer is None or not isinstance(params, dict):
            raise RpcError(NO_METHOD, "There is no such method.")
        return dict(answer(params, visit))


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


def _initialize(params: Json, _visit: Visit) -> Json:
    wanted = params.get("protocolVersion")
    return {
        "protocolVersion": wanted if wanted in WITH_HANDSHAKE else WITH_HANDSHAKE[0],
        "serverInfo": _NAME,
    } | _about()


def _about() -> Json:
    return {
        "capabilities": {"tools": {}, "resources": {}},
        "instructions": INSTRUCTIONS,
        "_meta": {META + "serverInfo": _NAME},
    }


def _call(params: Json, visit: Visit) -> Json:
    """Answer a call of a tool. An agent can correct its mistakes, so they are results."""
    try:
        question = read_call(params.get("name", ""), params.get("arguments") or {})
    except (KeyError, TypeError):
        raise RpcError(INVALID_PARAMS, "There is no such tool.") from None
    except LookupRefused as error:
        return _failed(ReplyError(error.code, str(error)))
    [reply] = visit.ask([question])
    if reply.error is not None:
        return _failed(reply.error)
    sentence = [] if reply.text is None else [_text(reply.text)]
    found = encode_plain(reply)
    return {"content": [*sentence, _text(found.decode())], "structuredContent": Raw(found)}


def _read(params: Json, visit: Visit) -> Json:
    """Return the entry of a word, as Markdown."""
    uri = params.get("uri")
    word = unquote(uri.removeprefix(ENTRY)) if isinstance(uri, str) and uri.startswith(ENTRY) else ""
    try:
        question = read_call("define", {"word": word, "about": "overview"})
    except LookupRefused as error:
        raise RpcError(INVALID_PARAMS, str(error)) from None
    [reply] = visit.ask([question])
    if reply.error is not None:
        raise RpcError(REFUSED, reply.error.message, reply.error)
    senses = json_codec.loads(reply.response)
    if not senses:
        raise RpcError(INVALID_PARAMS, "There is no such entry.", {"uri": uri})
    lines = [f"# {word}", *(_markdown(sense) for sense in senses)]
    return {"contents": [{"uri": uri, "mimeType": "text/markdown", "text": "\n\n".join(lines)}]} | KEEP


def _markdown(sense: Json) -> str:
    examples = "".join(f"\n   - “{example}”" for example in sense.get("examples", ()))
    return f"{sense['sense']}. *{sense['pos']}* {sense['definition']}{examples}"


def _failed(error: ReplyError) -> Json:
    return {"content": [_text(f"{error.code}: {error.message}")], "isError": True}


def _text(text: str) -> Json:
    return {"type": "text", "text": text}


def _version() -> str:
    try:
        return version("wordwire")
    except PackageNotFoundError:  # it runs from its folder
        return "0"


_NAME: Final = {"name": "wordwire", "title": "Wordwire", "version": _version()}
