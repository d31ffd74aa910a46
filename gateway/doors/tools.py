"""The tools that agents see at /mcp: a few, each for a family of commands. Pure: no I/O."""

from __future__ import annotations

from typing import Any, Final

from msgspec import Struct

from gateway.lookups.parsing import MAX_TEXT_CHARACTERS, convert, read_ask, read_my_message
from shared.catalog import BY_NAME, COMMANDS, FORMS, POS_NAMES
from shared.errors import BadRequest
from shared.http_messages import plain_schemas
from shared.messages import Question, Where
from shared.names import ASK_EVENT

Json = dict[str, Any]


class Tool(Struct, frozen=True):
    """One tool: the parameter `choice` names one of `commands`, by default the first."""

    name: str
    title: str
    about: str
    choice: str
    commands: tuple[str, ...]


_OF_SOUND: Final = ("pronunciation", "rhymes", "near_rhymes", "homophones")
_FROM_CLUES: Final = ("reverse", "pattern", "anagram", "spelling", "suggest")
_RELATIONS: Final = tuple(
    command.name
    for command in COMMANDS
    if command.is_list and command.needs_word and command.name not in (*_OF_SOUND, *_FROM_CLUES)
)

TOOLS: Final = (
    Tool(
        "define",
        "Define a word",
        "Meanings and other facts of an English word or phrase, from WordNet. "
        "With `sentence`, the meaning that fits there comes first.",
        "about",
        ("definition", "overview", "examples", "pos", "lemmatizer", "inflect", "is_word", "usage", "frames"),
    ),
    Tool("related_words", "Find related words", "Words in a relation to a word.", "relation", _RELATIONS),
    Tool(
        "find_word",
        "Find a word from clues",
        "Words from a description of their meaning, a pattern (? is a letter, * any letters), "
        "their letters, their first letters, or a misspelling; the clue is `word`.",
        "by",
        _FROM_CLUES,
    ),
    Tool(
        "compare_words",
        "Compare two words",
        "How two words differ, or how close they are.",
        "how",
        ("difference", "similarity", "is_a"),
    ),
    Tool("pronounce", "Pronounce a word", "The sound of a word, and similar sounds.", "about", _OF_SOUND),
    Tool(ASK_EVENT, "Ask in plain English", "The answer to a question, as a sentence and as data.", "", ()),
)
_BY_NAME: Final = {tool.name: tool for tool in TOOLS}
_ANSWER: Final = {
    "type": "object",
    "properties": {
        "option": {"type": "string", "description": "the command that was answered"},
        "word": {"type": "string", "description": "the word that was understood"},
        "response": {"type": "array", "description": "the answer; empty if nothing was found"},
        "suggestions": {"type": "array", "description": "words that may have been meant"},
    },
    "required": ["option", "word", "response"],
}


def described_tools() -> list[Json]:
    """Return the tools as `tools/list` shows them."""
    return [
        {
            "name": tool.name,
            "title": tool.title,
            "description": tool.about,
            "inputSchema": _input_schema(tool),
            "outputSchema": _ANSWER,
            "annotations": {"readOnlyHint": True, "idempotentHint": True, "openWorldHint": False},
        }
        for tool in TOOLS
    ]


def read_call(name: str, arguments: Any) -> Question:
    """Return the lookup of a call; raises BadRequest or TooLong, or KeyError if there is no such tool."""
    tool = _BY_NAME[name]
    if not isinstance(arguments, dict):
        raise BadRequest("The arguments must be an object.")
    unknown = sorted(set(arguments) - set(_properties(tool)))
    if unknown:
        raise BadRequest(f"`{name}` has no parameter `{str(unknown[0])[:100]}`.")
    if not tool.commands:
        return read_ask(arguments, None)
    fields = dict(arguments)
    command = convert(fields.pop(tool.choice, tool.commands[0]), str)
    if command not in tool.commands:
        raise BadRequest(f"`{tool.choice}` must be one of {', '.join(tool.commands)}.")
    return read_my_message({"command": command} | fields)


def _input_schema(tool: Tool) -> Json:
    properties = _properties(tool)
    required = ["text"] if not tool.commands else ["word", "word2"] if "word2" in properties else ["word"]
    example = BY_NAME[tool.commands[0]] if tool.commands else BY_NAME["antonyms"]
    terms = {"word": example.word, "word2": example.word2, "text": example.example}
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "examples": [{name: terms[name] for name in required}],
    }


def _properties(tool: Tool) -> Json:
    if not tool.commands:
        return {"text": {"type": "string", "maxLength": MAX_TEXT_CHARACTERS, "description": "the question"}}
    commands = [BY_NAME[name] for name in tool.commands]
    meanings = "; ".join(f"{command.name}: {command.summary}" for command in commands)
    found: Json = {
        "word": {"type": "string", "maxLength": max(command.most_characters for command in commands)},
        tool.choice: {
            "type": "string",
            "enum": list(tool.commands),
            "default": tool.commands[0],
            "description": meanings,
        },
    }
    if any(command.needs_second_word for command in commands):
        found["word2"] = {"type": "string"}
    if any(command.takes_pos for command in commands):
        found["pos"] = {"type": "string", "enum": list(POS_NAMES), "description": "part of speech"}
    if any(command.takes_sentence for command in commands):
        found["sentence"] = {"type": "string", "description": "a sentence that holds the word"}
    if "inflect" in tool.commands:
        found["form"] = {"type": "string", "enum": list(FORMS), "description": "the form that inflect gives"}
    if any(command.is_list for command in commands):
        found["where"] = plain_schemas(Where)["Where"]
    return found
