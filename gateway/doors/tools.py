"""The tools that agents see at /mcp: those of tools.json, each for a family of commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gateway.doors.openapi import parameters
from gateway.lookups.parsing import MAX_TEXT_CHARACTERS, read_ask, read_my_message
from shared import json_codec
from shared.catalog import BY_NAME, COMMANDS
from shared.errors import BadRequest

if TYPE_CHECKING:
    from shared.command import Command
    from shared.messages import Question

Json = dict[str, Any]

_ONLY_BY_ASKING: Final = {"hierarchy", "map", "gloss"}  # their answers are long
_OF_QUESTIONS: Final = {"text": {"type": "string", "maxLength": MAX_TEXT_CHARACTERS}}


def tool_of(command: Command) -> str:
    """Return the name of the tool that has a command; empty if none has."""
    if not command.needs_word or command.name in _ONLY_BY_ASKING:
        return ""
    if command.needs_second_word:
        return "compare_words"
    if command.is_of_sound:
        return "pronounce"
    if command.is_list:
        return "find_word" if command.is_about_form else "related_words"
    return "define"


class Tool:
    """One tool: its parameter `choice` names a command, by default the command `default`; `ask` has none.

    `count` is the JSON Schema of a number of letters in a condition.
    """

    def __init__(self, name: str, count: Json, choice: str = "", default: str = "", **about: Any) -> None:
        self.name = name
        self.choice = choice
        commands = [command for command in COMMANDS if tool_of(command) == name]
        commands.sort(key=lambda command: command.name != default)
        self.commands = [command.name for command in commands]
        self._properties = _properties(commands, choice, count) if commands else _OF_QUESTIONS
        example = commands[0].terms if commands else {"text": BY_NAME["antonyms"].example}
        schema = {
            "type": "object",
            "properties": self._properties,
            "required": list(example),
            "additionalProperties": False,
            "examples": [example],
        }
        self.described: Json = {"name": name, "inputSchema": schema} | about

    def read_call(self, arguments: Any) -> Question:
        """Return the lookup of a call; raises BadRequest or TooLong."""
        if not isinstance(arguments, dict):
            raise BadRequest("The arguments must be an object.")
        unknown = sorted(arguments.keys() - self._properties.keys())
        if unknown:
            raise BadRequest(f"`{self.name}` has no parameter `{str(unknown[0])[:100]}`.")
        if not self.commands:
            return read_ask(arguments, None)
        command = arguments.get(self.choice, self.commands[0])
        if command not in self.commands:
            raise BadRequest(f"`{self.choice}` must be one of {', '.join(self.commands)}.")
        return read_my_message(arguments | {"command": command})


def read_tools() -> dict[str, Tool]:
    """Return the tools by their names."""
    given = json_codec.loads(Path(__file__).with_name("tools.json").read_bytes())
    return {row["name"]: Tool(**row, count=given["count"], **given["each"]) for row in given["tools"]}


def _properties(commands: list[Command], choice: str, count: Json) -> Json:
    """Return the JSON Schemas of the parameters of all these commands, and of the choice between them."""
    found: Json = {}
    where: Json = {}
    for command in sorted(commands, key=lambda command: command.most_characters):  # the longest word counts
        for each in parameters(command):
            name, _, condition = each["name"].rstrip("]").partition("[")
            if condition:
                schema = count if condition in {"letters", "syllables"} else each["schema"]
                where[condition] = {"description": each["description"]} | schema
            else:
                found[name] = each["schema"]
    if where:
        found["where"] = {"type": "object", "properties": where, "additionalProperties": False}
    names = [command.name for command in commands]
    meanings = "; ".join(f"{command.name}: {command.summary}" for command in commands)
    return found | {choice: {"type": "string", "enum": names, "default": names[0], "description": meanings}}
