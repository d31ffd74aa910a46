"""The doors' descriptions of themselves: the files of descriptions/, completed from catalog and structs.

Programs read the OpenAPI document, and agents the tools, each of which answers a family of commands.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shared import json_codec
from shared.catalog import COMMANDS
from shared.errors import BadRequest, LookupFailed, LookupRefused
from shared.http_messages import Batch, Problem, Replies, plain_schemas
from shared.messages import Context, Reply

if TYPE_CHECKING:
    from shared.command import Command

Json = dict[str, Any]

FILES: Final = Path(__file__).with_name("descriptions").glob("*.json")
DESCRIPTIONS: Final[dict[str, Json]] = {file.stem: json_codec.loads(file.read_bytes()) for file in FILES}


def openapi(*, needs_token: bool) -> Json:
    """Return the OpenAPI 3.1 document of HTTP/JSON; `needs_token` tells whether requests need a token."""
    document = DESCRIPTIONS["openapi"]
    paths, components = document["paths"], document["components"]
    asking = paths["/v1/ask"]["get"]
    errors = [error for tree in (LookupRefused, LookupFailed) for error in tree.__subclasses__()]
    return document | {
        "paths": {f"/v1/{each.name}": {"get": asking | _operation(each)} for each in COMMANDS} | paths,
        "components": components | {"schemas": plain_schemas(Reply, Batch, Replies, Problem, Context)},
        "security": [{"token": []}] if needs_token else [],
        "x-problems": {error.code: error.__doc__ for error in errors},
    }


def _operation(command: Command) -> Json:
    needed = {name: {"required": True, "example": example} for name, example in command.terms.items()}
    summary = f"{command.summary[0].upper()}{command.summary[1:]}"
    return {
        "operationId": command.name,
        "summary": command.title,
        "description": f"{summary}. In plain English: “{command.example}”.",
        "parameters": [
            {"name": name, "in": "query", "description": about, "schema": schema} | needed.get(name, {})
            for name, (about, schema) in parameters([command], "query").items()
        ],
    }


def parameters(commands: list[Command], place: str) -> dict[str, tuple[str, Json]]:
    """Return the meaning and the JSON Schema of each parameter that one of these commands takes.

    `place` is where their values stand: "query" or "json".
    """
    described = DESCRIPTIONS["parameters"]
    schemas = described["schemas"]["query"] | described["schemas"][place]
    fields = {field for command in commands for field in command.fields}
    term = schemas["term"] | {"maxLength": max(command.most_characters for command in commands)}
    return {
        name: (about, term if name in commands[0].terms else schemas[schema])
        for name, (schema, about) in described["parameters"].items()
        if name.partition("[")[0] in fields
    }


def tool_of(command: Command) -> str:
    """Return the name of the tool that has a command; empty if none has."""
    fits = {
        "": not command.needs_word or command.name in {"hierarchy", "map", "gloss"},  # long answers
        "compare_words": command.needs_second_word,
        "pronounce": command.is_of_sound,
        "find_word": command.is_list and command.is_about_form,
        "related_words": command.is_list,
    }
    return next((tool for tool, is_fit in fits.items() if is_fit), "define")


class Tool:
    """One tool: its parameter `choice` names a command, by default the command `default`; `ask` has none."""

    def __init__(self, choice: str = "", default: str = "", **described: Any) -> None:
        self.described = described = DESCRIPTIONS["tools"]["each"] | described
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
        known = self.described["inputSchema"]["properties"]
        if unknown := arguments.keys() - known.keys():
            raise BadRequest(f"There is no parameter `{min(unknown)[:100]}`. There are {', '.join(known)}.")
        if not self.commands:
            return arguments
        command = arguments.get(self.choice, self.commands[0])
        if command not in self.commands:
            raise BadRequest(f"`{self.choice}` must be one of {', '.join(self.commands)}.")
        return arguments | {"command": command}


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


TOOLS: Final = {row["name"]: Tool(**row) for row in DESCRIPTIONS["tools"]["tools"]}
