"""The OpenAPI 3.1 document of the HTTP/JSON door: openapi.json, completed from catalog and structs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared import json_codec
from shared.catalog import COMMANDS
from shared.errors import LookupFailed, LookupRefused
from shared.http_messages import Batch, Problem, Replies, plain_schemas
from shared.messages import Context, Reply

if TYPE_CHECKING:
    from shared.command import Command

Json = dict[str, Any]


def openapi(*, needs_token: bool) -> Json:
    """Return the document; `needs_token` tells whether requests need one."""
    document: Json = _frame()["document"]
    paths = document["paths"]
    operations = {
        f"/v1/{command.name}": {"get": paths["/v1/ask"]["get"] | _operation(command)} for command in COMMANDS
    }
    errors = [error for tree in (LookupRefused, LookupFailed) for error in tree.__subclasses__()]
    return document | {
        "paths": operations | paths,
        "components": document["components"]
        | {"schemas": plain_schemas(Reply, Batch, Replies, Problem, Context)},
        "security": [{"token": []}] if needs_token else [],
        "x-problems": {error.code: error.__doc__ for error in errors},
    }


def parameters(command: Command, *, in_query: bool = True) -> list[Json]:
    """Return the parameters that a command takes; those with an example are required."""
    frame = _frame()
    schemas = frame["schemas"] | ({} if in_query else frame["in_json"])
    found = []
    for name, (schema, about) in frame["parameters"].items():
        if name.partition("[")[0] not in command.fields:
            continue
        parameter = {"name": name, "in": "query", "description": about, "schema": schemas[schema]}
        if name in command.terms:
            term = schemas["term"] | {"maxLength": command.most_characters}
            parameter |= {"required": True, "schema": term, "example": command.terms[name]}
        found.append(parameter)
    return found


def _operation(command: Command) -> Json:
    about = f"{command.summary[0].upper()}{command.summary[1:]}. In plain English: “{command.example}”."
    return {
        "operationId": command.name,
        "summary": command.title,
        "description": about,
        "parameters": parameters(command),
    }


@cache
def _frame() -> Json:
    frame: Json = json_codec.loads(Path(__file__).with_name("openapi.json").read_bytes())
    return frame
