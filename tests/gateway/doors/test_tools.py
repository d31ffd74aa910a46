"""The tools for agents: their schemas come from the catalog, and a call becomes a lookup."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from gateway.doors.described import TOOLS, Tool, tool_of
from gateway.lookups.parsing import read_ask, read_my_message
from shared.catalog import BY_NAME
from shared.command import Command
from shared.errors import BadRequest, LookupRefused, TooLong
from shared.messages import Question, Where

SCHEMAS: dict[str, Any] = {name: tool.described["inputSchema"] for name, tool in TOOLS.items()}


def read(tool: Tool, arguments: dict[str, Any]) -> Question:
    """Return the lookup of a call."""
    message = tool.message(arguments)
    return read_my_message(message) if "command" in message else read_ask(message, None)


def test_there_are_a_few_tools_for_commands_that_exist() -> None:
    commands = [command for tool in TOOLS.values() for command in tool.commands]

    assert len(TOOLS) == 6
    assert set(commands) <= set(BY_NAME)
    assert len(commands) == len(set(commands))


def test_a_new_command_has_a_tool_by_its_traits() -> None:
    def new(**traits: Any) -> str:
        return tool_of(Command("new", "New", "something new", "new thing of colonel", "colonel", **traits))

    assert new(gives_words=False) == "define"
    assert new() == "related_words"
    assert new(is_about_form=True) == "find_word"
    assert new(is_of_sound=True) == "pronounce"
    assert new(needs_word=False) == ""


def test_a_parameter_is_as_long_as_a_command_of_the_tool_allows() -> None:
    assert SCHEMAS["find_word"]["properties"]["word"]["maxLength"] == BY_NAME["reverse"].most_characters
    assert SCHEMAS["related_words"]["properties"]["word"]["maxLength"] == BY_NAME["synonyms"].most_characters
    assert "where" in SCHEMAS["pronounce"]["properties"]
    assert "where" not in SCHEMAS["compare_words"]["properties"]


def test_an_agent_reads_the_meaning_of_each_condition() -> None:
    conditions = SCHEMAS["related_words"]["properties"]["where"]["properties"]

    assert set(conditions) == set(Where.__struct_fields__)
    assert all(condition["description"] for condition in conditions.values())


def test_agents_of_every_make_can_read_the_schemas() -> None:
    # Some know neither `prefixItems` nor false as a schema, with which msgspec describes a tuple.
    text = json.dumps(SCHEMAS)

    assert "prefixItems" not in text
    assert set(re.findall(r'"(\w+)": false', text)) == {"additionalProperties"}


@pytest.mark.parametrize("name", TOOLS)
def test_the_example_of_a_tool_is_a_lookup(name: str) -> None:
    tool, schema = TOOLS[name], SCHEMAS[name]
    [example] = schema["examples"]

    assert set(schema["required"]) == set(example) <= set(schema["properties"])
    assert read(tool, example).command == (tool.commands[0] if tool.commands else "ask")


@pytest.mark.parametrize(
    ("name", "arguments", "question"),
    [
        ("define", {"word": "geese"}, Question("definition", "geese")),
        (
            "define",
            {"word": "go", "about": "inflect", "form": "past"},
            Question("inflect", "go", form="past"),
        ),
        ("related_words", {"word": "hot", "pos": "a"}, Question("synonyms", "hot", "a")),
        ("related_words", {"word": "hot", "relation": "antonyms"}, Question("antonyms", "hot")),
        (
            "find_word",
            {"word": "a?c", "by": "pattern", "where": {"letters": 3, "syllables": [1, 2]}},
            Question("pattern", "a?c", where=Where(letters=3, syllables=(1, 2))),
        ),
        ("compare_words", {"word": "cat", "word2": "dog"}, Question("difference", "cat", word2="dog")),
        ("ask", {"text": "define light"}, Question("ask", text="define light")),
    ],
)
def test_a_call_is_a_lookup(name: str, arguments: dict[str, Any], question: Question) -> None:
    assert read(TOOLS[name], arguments) == question


@pytest.mark.parametrize(
    ("name", "arguments", "error"),
    [
        ("define", {}, BadRequest),
        ("define", {"word": 7}, BadRequest),
        ("define", {"word": "a", "wrod": "b"}, BadRequest),
        ("define", {"word": "a", "about": "synonyms"}, BadRequest),
        ("define", {"word": "a", "about": ["pos"]}, BadRequest),
        ("define", {"word": "a" * 101}, TooLong),
        ("compare_words", {"word": "cat"}, BadRequest),
        ("ask", {"text": "a" * 1001}, TooLong),
        ("ask", {"text": "a", "context": {}}, BadRequest),
    ],
)
def test_a_mistake_is_refused(name: str, arguments: Any, error: type[LookupRefused]) -> None:
    with pytest.raises(error):
        read(TOOLS[name], arguments)


def test_a_wrong_parameter_is_answered_with_those_there_are() -> None:
    with pytest.raises(BadRequest, match=r"There is no parameter `wrod`. There are word, .*sentence"):
        TOOLS["define"].message({"wrod": "a"})
