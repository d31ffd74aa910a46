"""The door for agents: both kinds of revisions, and the rules that clients may break."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from gateway.doors.mcp import MCP_DOORS, NEWEST, WITH_HANDSHAKE
from shared.messages import Lookup, Reply
from tests.gateway.doors.desk import Answer, Desk

META = {
    "io.modelcontextprotocol/protocolVersion": NEWEST,
    "io.modelcontextprotocol/clientCapabilities": {},
}
DEFINE = {"name": "define", "arguments": {"word": "goose"}}
ENTRY = [{"sense": 1, "pos": "n", "definition": "a bird", "examples": ["the goose hissed"]}]


class Library(Desk):
    """Answers `overview` as a worker does, but knows one word only."""

    def settle(self, lookup: Lookup) -> None:
        if lookup.command != "overview":
            super().settle(lookup)
            return
        response = json.dumps(ENTRY if lookup.word in {"goose", "ice cream"} else [])
        self.queues.settle(lookup.key, lookup.room, Reply("overview", lookup.word, response))


class Agent:
    """A client of either kind."""

    def __init__(self) -> None:
        self.desk = Library(MCP_DOORS, RATE_LIMIT="0")

    def post(self, body: Any, **environ: Any) -> Answer:
        return self.desk.request("/mcp", method="POST", body=body, **environ)

    def ask(self, method: str, params: Any = None, **environ: Any) -> Answer:
        """Send a request of the newest revision."""
        sent = {"_meta": META} | (params or {})
        headers = {"HTTP_MCP_PROTOCOL_VERSION": NEWEST, "HTTP_MCP_METHOD": method}
        name = sent.get("name") or sent.get("uri")
        if name is not None:
            headers["HTTP_MCP_NAME"] = name
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": sent}
        return self.post(body, **headers | environ)

    def ask_as_before(self, method: str, params: Any = None, **environ: Any) -> Any:
        """Send a request of an older revision, which answers errors with 200, too."""
        answer = self.post({"jsonrpc": "2.0", "id": "a", "method": method, "params": params or {}}, **environ)
        assert answer.status == 200
        assert answer.json()["id"] == "a"
        return answer.json()


@pytest.fixture
def agent() -> Agent:
    return Agent()


def test_a_client_of_the_newest_revision_needs_no_handshake(agent: Agent) -> None:
    found = agent.ask("server/discover").json()["result"]

    assert found["supportedVersions"][0] == NEWEST
    assert found["resultType"] == "complete"
    assert found["_meta"]["io.modelcontextprotocol/serverInfo"]["name"] == "wordwire"
    assert {"tools", "resources"} == set(found["capabilities"])


@pytest.mark.parametrize(
    ("wanted", "agreed"), [*((each, each) for each in WITH_HANDSHAKE), ("1.0", "2025-11-25")]
)
def test_an_older_client_begins_with_a_handshake(agent: Agent, wanted: str, agreed: str) -> None:
    result = agent.ask_as_before("initialize", {"protocolVersion": wanted})["result"]

    assert (result["protocolVersion"], result["serverInfo"]["name"]) == (agreed, "wordwire")
    assert "resultType" not in result
    header = {"HTTP_MCP_PROTOCOL_VERSION": agreed}
    assert agent.ask_as_before("ping", **header)["result"] == {}
    assert agent.post({"jsonrpc": "2.0", "method": "notifications/initialized"}, **header).status == 202


def test_lists_may_be_kept(agent: Agent) -> None:
    for method in ("tools/list", "resources/list", "resources/templates/list"):
        result = agent.ask(method).json()["result"]

        assert result["ttlMs"] > 0
        assert result["cacheScope"] == "public"


def test_a_call_is_answered_as_text_and_as_data(agent: Agent) -> None:
    answer = agent.ask("tools/call", DEFINE)
    result = answer.json()["result"]

    assert answer.headers["Content-Type"] == "application/json"
    assert result["structuredContent"] == {"option": "definition", "word": "goose", "response": ["goose"]}
    assert json.loads(result["content"][-1]["text"]) == result["structuredContent"]
    assert agent.ask_as_before("tools/call", DEFINE)["result"]["structuredContent"]["response"] == ["goose"]


@pytest.mark.parametrize("arguments", [{"word": ""}, {"word": "fails"}, {"wrod": "goose"}])
def test_a_refused_or_failed_call_is_a_result_from_which_an_agent_learns(
    agent: Agent, arguments: dict[str, str]
) -> None:
    result = agent.ask("tools/call", {"name": "define", "arguments": arguments}).json()["result"]

    assert result["isError"] is True
    assert result["content"][0]["text"].partition(":")[0] in {"bad_request", "internal"}


@pytest.mark.parametrize(("uri", "title"), [("goose", "goose"), ("ice%20cream", "ice cream")])
def test_an_entry_is_a_page_of_markdown(agent: Agent, uri: str, title: str) -> None:
    [page] = agent.ask("resources/read", {"uri": f"wordwire://entry/{uri}"}).json()["result"]["contents"]

    assert page["mimeType"] == "text/markdown"
    assert page["text"] == f"# {title}\n\n1. *n* a bird\n   - “the goose hissed”"


@pytest.mark.parametrize(
    ("method", "params", "status", "code"),
    [
        ("tools/call", {"name": "translate"}, 400, -32602),
        ("tools/call", {}, 400, -32602),
        ("resources/read", {"uri": "wordwire://entry/nothing"}, 400, -32602),
        ("resources/read", {"uri": "file:///etc/passwd"}, 400, -32602),
        ("resources/read", {"uri": "wordwire://entry/%00"}, 400, -32602),
        ("resources/read", {}, 400, -32602),
        ("prompts/list", {}, 404, -32601),
        ("initialize/now", {}, 404, -32601),
    ],
)
def test_what_does_not_exist_is_an_error(
    agent: Agent, method: str, params: dict[str, Any], status: int, code: int
) -> None:
    answer = agent.ask(method, params)

    assert (answer.status, answer.json()["error"]["code"]) == (status, code)
    assert agent.ask_as_before(method, params)["error"]["code"] == code


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", -32700),
        ([], -32600),
        ([{"jsonrpc": "2.0", "id": 1, "method": "ping"}], -32600),
        ({"id": 1, "method": "ping"}, -32600),
        ({"jsonrpc": "2.0", "id": 1}, -32600),
        ({"jsonrpc": "2.0", "id": {}, "method": "ping"}, -32600),
        ({"jsonrpc": "2.0", "id": 1, "result": {}}, -32600),
    ],
)
def test_a_body_that_is_no_request_is_refused(agent: Agent, body: Any, code: int) -> None:
    answer = agent.post(body)

    assert (answer.status, answer.json()["error"]["code"], answer.json()["id"]) == (400, code, None)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"HTTP_MCP_METHOD": "tools/list"}, -32020),
        ({"HTTP_MCP_NAME": "ask"}, -32020),
        ({"HTTP_MCP_NAME": "=?base64?!?="}, -32020),
        ({"HTTP_MCP_PROTOCOL_VERSION": "2025-11-25"}, -32020),
        ({"HTTP_MCP_NAME": "=?base64?" + base64.b64encode(b"define").decode() + "?="}, None),
    ],
)
def test_headers_repeat_the_body(agent: Agent, headers: dict[str, str], code: int | None) -> None:
    answer = agent.ask("tools/call", DEFINE, **headers)

    assert answer.json().get("error", {}).get("code") == code
    assert answer.status == (200 if code is None else 400)


def test_an_unknown_revision_is_refused_with_the_known_ones(agent: Agent) -> None:
    params = {"_meta": META | {"io.modelcontextprotocol/protocolVersion": "2031-01-01"}}
    answer = agent.ask("tools/list", params, HTTP_MCP_PROTOCOL_VERSION="2031-01-01")

    assert (answer.status, answer.json()["error"]["code"]) == (400, -32022)
    assert answer.json()["error"]["data"] == {
        "supported": [NEWEST, *WITH_HANDSHAKE],
        "requested": "2031-01-01",
    }


def test_a_request_of_the_newest_revision_says_so_in_its_body(agent: Agent) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    answer = agent.post(body, HTTP_MCP_PROTOCOL_VERSION=NEWEST, HTTP_MCP_METHOD="tools/list")

    assert (answer.status, answer.json()["error"]["code"]) == (400, -32602)


@pytest.mark.parametrize("method", ["GET", "DELETE", "HEAD"])
def test_there_are_no_sessions_and_no_streams(agent: Agent, method: str) -> None:
    answer = agent.desk.request("/mcp", method=method)

    assert (answer.status, answer.headers["Allow"]) == (405, "POST, OPTIONS")


def test_a_page_of_another_origin_is_refused(agent: Agent) -> None:
    assert agent.ask("tools/list", HTTP_ORIGIN="http://stranger").status == 403
    assert agent.ask("tools/list", CONTENT_TYPE="text/plain").status == 415
