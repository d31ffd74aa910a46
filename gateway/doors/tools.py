"""The tools that agents see at /mcp: those of descriptions/tools.json, each for a family of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gateway.doors.described import Json, description, parameters
from shared.catalog import COMMANDS
from shared.errors import BadRequest

if TYPE_CHECKING:
    from shared.command import Command

_ONLY_BY_ASKING: Final = {"hierarchy", "map", "gloss"}  # their answers are long


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
    """One tool: its parameter `choice` names a command, by default the command `default`; `ask` has none."""

    def __init__(self, choice: str = "", default: str = "", **described: Any) -> None:
        self.described = described
        self.choice = choice
        commands = [command for command in COMMANDS if tool_of(command) == described["name"]]
        commands.sort(key=lambda command: command.name != default)
        self.commands = [command.name for command in commands]
        if commands:
            terms = commands[0].terms
            made = {"properties": _properties(commands, choice), "required": list(terms), "examples": [terms]}
            described["inputSchema"] = described["inputSchema"] | made

    def message(self, arguments: Json) -> Json:
        """Return the message that a client of the socket would send in place of a call; raises BadRequest."""
        unknown = arguments.keys() - self.described["inputSchema"]["properties"].keys()
        if unknown:
            raise BadRequest(f"There is no parameter `{min(unknown)[:100]}`.")
        if not self.commands:
            return arguments
        command = arguments.get(self.choice, self.commands[0])
        if command not in self.commands:
            raise BadRequest(f"`{self.choice}` must be one of {', '.join(self.commands)}.")
        return arguments | {"command": command}


def read_tools() -> dict[str, Tool]:
    """Return the tools by their names."""
    given = description("tools")
    return {row["name"]: Tool(**given["each"] | row) for row in given["tools"]}


def _properties(commands: list[Command], choice: str) -> Json:
    """Return the JSON Schemas of the parameters of all these commands, and of the choice between them."""
    found: Json = {}
    where: Json = {}
    for name, (about, schema) in parameters(commands, "json").items():
        field, _, condition = name.rstrip("]").partition("[")
        place = where if condition else found
        place[condition or field] = {"description": about} | schema
    if where:
        found["where"] = {"type": "object", "properties": where, "additionalProperties": False}
    names = [command.name for command in commands]
    meanings = "; ".join(f"{command.name}: {command.summary}" for command in commands)
    return found | {choice: {"type": "string", "enum": names, "default": names[0], "description": meanings}}
