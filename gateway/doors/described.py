"""The doors' descriptions of themselves: the files of descriptions/, completed from catalog and structs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from shared import json_codec
from shared.catalog import COMMANDS
from shared.errors import LookupFailed, LookupRefused
from shared.http_messages import Batch, Problem, Replies, plain_schemas
from shared.messages import Context, Reply

if TYPE_CHECKING:
    from shared.command import Command

Json = dict[str, Any]

FOLDER: Final = Path(__file__).with_name("descriptions")


@cache
def description(name: str) -> Json:
    """Return the content of a file, which nobody may change."""
    found: Json = json_codec.loads((FOLDER / f"{name}.json").read_bytes())
    return found


def openapi(*, needs_token: bool) -> Json:
    """Return the OpenAPI 3.1 document of HTTP/JSON; `needs_token` tells whether requests need a token."""
    document = description("openapi")
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
    found = []
    for name, (about, schema) in parameters([command], "query").items():
        parameter: Json = {"name": name, "in": "query", "description": about, "schema": schema}
        if name in command.terms:
            parameter |= {"required": True, "example": command.terms[name]}
        found.append(parameter)
    summary = f"{command.summary[0].upper()}{command.summary[1:]}"
    return {
        "operationId": command.name,
        "summary": command.title,
        "description": f"{summary}. In plain English: “{command.example}”.",
        "parameters": found,
    }


def parameters(commands: list[Command], place: str) -> dict[str, tuple[str, Json]]:
    """Return the meaning and the JSON Schema of each parameter that one of these commands takes.

    `place` is where their values stand: "query" or "json".
    """
    described = description("parameters")
    schemas = described["schemas"]["query"] | described["schemas"][place]
    fields = {field for command in commands for field in command.fields}
    term = schemas["term"] | {"maxLength": max(command.most_characters for command in commands)}
    return {
        name: (about, term if name in commands[0].terms else schemas[schema])
        for name, (schema, about) in described["parameters"].items()
        if name.partition("[")[0] in fields
    }
