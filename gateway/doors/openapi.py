"""The OpenAPI 3.1 document of the HTTP/JSON door, made from the catalog and the message structs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from gateway.doors.queries import COUNT_PATTERN
from gateway.lookups.parsing import (
    MAX_PARTS,
    MAX_SENTENCE_CHARACTERS,
    MAX_TEXT_CHARACTERS,
    MAX_WORD_CHARACTERS,
)
from shared.catalog import COMMANDS, FORMS, POS_NAMES
from shared.errors import LookupFailed, LookupRefused
from shared.http_messages import Batch, Problem, Replies, plain_schemas
from shared.messages import Context, Reply

if TYPE_CHECKING:
    from shared.command import Command

Json = dict[str, Any]

# No control characters but white space.
_ALLOWED: Final = r"[^\u0000-\u0008\u000e-\u001f\u007f-\u009f]"
_VISIBLE: Final = r"[^\s\u0000-\u0008\u000e-\u001f\u007f-\u009f]"
TEXT: Final = f"^{_ALLOWED}*$"
TERM: Final = f"^{_ALLOWED}*{_VISIBLE}{_ALLOWED}*$"

# The code of each problem, and when it comes.
PROBLEMS: Final = {
    error.code: error.__doc__ for tree in (LookupRefused, LookupFailed) for error in tree.__subclasses__()
}
# Parameters of single commands, which no trait of the catalog tells.
OF_ONE_COMMAND: Final = {"inflect": ("form",), "rhymes": ("word2",)}


def openapi(*, needs_token: bool) -> Json:
    """Return the document; `needs_token` tells whether requests need one."""
    paths: Json = {f"/v1/{command.name}": {"get": _operation(command)} for command in COMMANDS}
    paths["/v1/ask"] = {"get": _ask()}
    paths["/v1/batch"] = {"post": _batch()}
    document: Json = {
        "openapi": "3.1.0",
        "info": {
            "title": "Wordwire",
            "version": "1",
            "description": "A dictionary: WordNet, pronunciations and plain English.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "x-problems": PROBLEMS,
        "components": {"schemas": plain_schemas(Reply, Batch, Replies, Problem, Context)},
    }
    if needs_token:
        document["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        document["security"] = [{"token": []}]
    return document


def parameters(command: Command) -> list[Json]:
    """Return the parameters that a command takes; those with an example are required."""
    word, more = _text(MAX_WORD_CHARACTERS), OF_ONE_COMMAND.get(command.name, ())
    term = _text(command.most_characters) | {"pattern": TERM}
    rows: list[tuple[bool, str, str, Json, str]] = [
        (command.needs_word, "word", "The term.", term, command.word),
        (command.needs_second_word, "word2", "The second term.", word | {"pattern": TERM}, command.word2),
        (command.takes_pos, "pos", "The part of speech.", _choice(POS_NAMES), ""),
        ("form" in more, "form", "Narrows the answer.", _choice(FORMS), ""),
        ("word2" in more, "word2", "Narrows the answer.", word, ""),
        (command.takes_sentence, "sentence", _SENTENCE, _text(MAX_SENTENCE_CHARACTERS), ""),
        *((command.is_list, f"where[{name}]", about, schema, "") for name, about, schema in _CONDITIONS),
    ]
    return [_parameter(name, about, schema, example) for takes, name, about, schema, example in rows if takes]


def _operation(command: Command) -> Json:
    described = f"{command.summary[0].upper()}{command.summary[1:]}. In plain English: “{command.example}”."
    operation = _described(command.name, command.title, described, "Reply")
    return operation | {"parameters": parameters(command)}


def _ask() -> Json:
    text = {"type": "string", "maxLength": MAX_TEXT_CHARACTERS}
    context = {
        "name": "context",
        "in": "query",
        "description": "The `context` of the last reply, unchanged, so that a question can refer to it.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Context"}}},
    }
    parameters = [_parameter("text", "The sentence.", text, "opposite of hot") | {"required": True}, context]
    return _described("ask", "A sentence", "Answer a question in plain English.", "Reply") | {
        "parameters": parameters
    }


def _batch() -> Json:
    body = {"schema": {"$ref": "#/components/schemas/Batch"}}
    about = "Answer up to 100 lookups in their order. One that is refused has an `error` in its reply."
    return _described("batch", "Several lookups", about, "Replies") | {
        "requestBody": {"required": True, "content": {"application/json": body}}
    }


def _described(name: str, title: str, about: str, schema: str) -> Json:
    problem = {"schema": {"$ref": "#/components/schemas/Problem"}}
    failed = {"description": "A problem.", "content": {"application/problem+json": problem}}
    answer = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    answered = {"description": "The answer.", "content": {"application/json": answer}}
    return {
        "operationId": name,
        "summary": title,
        "description": about,
        "responses": {"200": answered, "4XX": failed, "5XX": failed},
    }


def _parameter(name: str, about: str, schema: Json, example: str = "") -> Json:
    """Return a parameter, which is required if it has an example."""
    found = {"name": name, "in": "query", "description": about, "schema": schema}
    return found | {"required": True, "example": example} if example else found


def _text(most: int) -> Json:
    return {"type": "string", "pattern": TEXT, "maxLength": most}


def _choice(values: dict[str, str]) -> Json:
    return {"type": "string", "enum": ["", *values]}


_SENTENCE: Final = "A sentence that holds the word: the meaning there comes first."
_COUNT: Final = {"type": "string", "pattern": COUNT_PATTERN}
_LETTERS: Final = _text(MAX_WORD_CHARACTERS)
_CONDITIONS: Final[list[tuple[str, str, Json]]] = [
    ("starts", "The first letters.", _LETTERS),
    ("ends", "The last letters.", _LETTERS),
    ("contains", "Letters within.", {"type": "array", "items": _LETTERS, "maxItems": MAX_PARTS}),
    ("without", "None of these letters.", _LETTERS),
    ("letters", "The number of letters, or the fewest and the most: 4-6.", _COUNT),
    ("syllables", "The number of syllables, or the fewest and the most: 2-3.", _COUNT),
    ("pattern", "? stands for a letter, * for any number of letters.", _LETTERS),
    ("rhymes_with", "A word that rhymes.", _LETTERS),
    ("pos", "The part of speech.", _choice(POS_NAMES)),
    ("common", "Only common words, or only others.", {"type": "boolean"}),
]
