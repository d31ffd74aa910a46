"""The OpenAPI 3.1 document of the HTTP/JSON door: openapi.json, completed from catalog and structs."""

from __future__ import annotations

from copy import deepcopy
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

# The code of each problem, and when it comes.
PROBLEMS: Final = {
    error.code: error.__doc__ for tree in (LookupRefused, LookupFailed) for error in tree.__subclasses__()
}


def openapi(*, needs_token: bool) -> Json:
    """Return the document; `needs_token` tells whether requests need one."""
    document: Json = deepcopy(_frame()["document"])
    ask = document["paths"]["/v1/ask"]["get"]
    operations = {f"/v1/{command.name}": {"get": ask | _operation(command)} for command in COMMANDS}
    document["paths"] = operations | document["paths"]
    document["x-problems"] = PROBLEMS
    document["components"] = {"schemas": plain_schemas(Reply, Batch, Replies, Problem, Context)}
    if needs_token:
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"token": []}]
    return document


def parameters(command: Command) -> list[Json]:
    """Return the parameters that a command takes; those with an example are required."""
    frame = _frame()
    found = []
    for name, (schema, about) in frame["parameters"].items():
        if name.partition("[")[0] not in command.fields:
            continue
        parameter = {"name": name, "in": "query", "description": about, "schema": frame["schemas"][schema]}
        if name in command.terms:
            term = frame["schemas"]["term"] | {"maxLength": command.most_characters}
            parameter |= {"required": True, "schema": term, "example": command.terms[name]}
        found.append(parameter)
    return found


def _operation(command: Command) -> Json:
    return {
        "operationId": command.name,
        "summary": command.title,
        "description": f"{command.summary[0].upper()}{command.summary[1:]}. "
        f"In plain English: “{command.example}”.",
        "parameters": parameters(command),
    }


@cache
def _frame() -> Json:
    frame: Json = json_codec.loads(Path(__file__).with_name("openapi.json").read_bytes())
    return frame
