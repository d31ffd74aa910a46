"""The official client for agents finds the tools, and gets the answers of the socket."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gateway.doors.described import TOOLS
from shared.catalog import BY_NAME
from tests.clients.http import HttpClient
from tests.roundtrip.test_http_api import by_socket, lookups
from tests.stack import GatewayProcess
from tests.stack.waiting import patience

AGENT = Path(__file__).parent / "agent.py"
WITHIN_SECONDS = 120.0


def agent(programs: Path, gateway: GatewayProcess, mode: str, calls: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the output of the client after these calls."""
    done = subprocess.run(
        [programs / "python", AGENT, f"{gateway.url}/mcp", mode],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        timeout=WITHIN_SECONDS * patience(),
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def call(lookup: dict[str, Any]) -> dict[str, Any] | None:
    """Return the call of a tool that asks `lookup`; None if no tool has its command."""
    for name, tool in TOOLS.items():
        if lookup["command"] in tool.commands:
            fields = {field: value for field, value in lookup.items() if field != "command"}
            return {"name": name, "arguments": {tool.choice: lookup["command"], **fields}}
    return None


@pytest.mark.parametrize(("mode", "version"), [("auto", "2026-07-28"), ("legacy", "2025-11-25")])
def test_an_agent_of_either_kind_finds_and_calls_the_tools(
    programs: Path, unlimited: GatewayProcess, mode: str, version: str
) -> None:
    calls = [
        {"name": "define", "arguments": {"word": "serendipity"}},
        {"name": "ask", "arguments": {"text": "opposite of hot"}},
        {"name": "define", "arguments": {"wrod": "x"}},
    ]
    found = agent(programs, unlimited, mode, calls)
    defined, asked, refused = found["results"]

    assert found["version"] == version
    assert [tool["name"] for tool in found["tools"]] == list(TOOLS)
    assert defined["structuredContent"]["response"] == [
        "good luck in making unexpected and fortunate discoveries"
    ]
    assert json.loads(defined["content"][0]["text"]) == defined["structuredContent"]
    assert asked["content"][0]["text"].startswith("The opposite of hot: cold.")
    assert refused["isError"] is True
    assert "`wrod`" in refused["content"][0]["text"]
    assert found["templates"] == ["wordwire://entry/{word}"]
    assert found["entry"].startswith("# goose\n\n1. *n* web-footed")


def test_the_same_lookups_have_equal_answers_by_socket_http_and_agent(
    programs: Path, unlimited: GatewayProcess
) -> None:
    asked = [lookup for lookup in lookups() if call(lookup) is not None]
    expected = [
        reply
        for lookup, reply in zip(lookups(), by_socket(unlimited), strict=True)
        if call(lookup) is not None
    ]
    called = agent(programs, unlimited, "auto", [call(lookup) or {} for lookup in asked])["results"]

    assert len(asked) > 350
    with HttpClient(unlimited.url) as http:
        for lookup, one, other in zip(asked, expected, called, strict=True):
            assert other["structuredContent"] == one
            assert http.look_up(**lookup).json() == one


def test_every_command_about_a_word_has_a_tool() -> None:
    without = {name for name in BY_NAME if call({"command": name}) is None}

    # `ask` leads to these.
    assert without == {"hierarchy", "map", "gloss", "random", "word_of_the_day", "help"}
