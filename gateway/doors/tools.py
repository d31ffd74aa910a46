"""The tools that agents see at /mcp: a few, each for a family of commands. Pure: no I/O."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from gateway.doors.openapi import parameters
from gateway.lookups.parsing import MAX_TEXT_CHARACTERS, convert, read_ask, read_my_message
from shared.catalog import BY_NAME, COMMANDS
from shared.errors import BadRequest
from shared.http_messages import plain_schemas
from shared.messages import Question, Where
from shared.names import ASK_EVENT

if TYPE_CHECKING:
    from shared.command import Command

Json = dict[str, Any]

_ONLY_BY_ASKING: Final = {"hierarchy", "map", "gloss"}  # their answers are long
_WHERE: Final[Any] = plain_schemas(Where)["Where"]
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


class Tool(Struct, frozen=True):
    """One tool: its parameter `choice` names a command, by default the command `default`."""

    name: str
    title: str
    about: str
    choice: str
    default: str

    @property
    def commands(self) -> list[str]:
        """The names of its commands, the default first."""
        found = [command.name for command in COMMANDS if tool_of(command) == self.name]
        return sorted(found, key=lambda name: name != self.default)

    def properties(self) -> Json:
        """Return the JSON Schemas of its parameters: those of all its commands, and the choice."""
        if self.name == ASK_EVENT:
            return {"text": {"type": "string", "maxLength": MAX_TEXT_CHARACTERS}}
        found: Json = {}
        for command in map(BY_NAME.__getitem__, self.commands):
            for each in parameters(command):
                name, schema = ("where", _WHERE) if "[" in each["name"] else (each["name"], each["schema"])
                longest = max(schema.get("maxLength", 0), found.get(name, {}).get("maxLength", 0))
                found[name] = schema | ({"maxLength": longest} if longest else {})
        meanings = "; ".join(f"{name}: {BY_NAME[name].summary}" for name in self.commands)
        choice = {"type": "string", "enum": self.commands, "default": self.default, "description": meanings}
        return found | {self.choice: choice}


TOOLS: Final = (
    Tool(
        "define",
        "Define a word",
        "Meanings and other facts of an English word or phrase, from WordNet. "
        "With `sentence`, the meaning that fits there comes first.",
        "about",
        "definition",
    ),
    Tool("related_words", "Find related words", "Words in a relation to a word.", "relation", "synonyms"),
    Tool(
        "find_word",
        "Find a word from clues",
        "Words from a description of their meaning, a pattern (? is a letter, * any letters), "
        "their letters, their first letters, or a misspelling; the clue is `word`.",
        "by",
        "reverse",
    ),
    Tool(
        "compare_words", "Compare words", "How two words differ, or how close they are.", "how", "difference"
    ),
    Tool("pronounce", "Pronounce a word", "A word's sound, and similar sounds.", "about", "pronunciation"),
    Tool(ASK_EVENT, "Ask in plain English", "The answer, as a sentence and as data.", "", ""),
)
_PROPERTIES: Final = {tool.name: tool.properties() for tool in TOOLS}


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
    properties = _PROPERTIES[name]
    if not isinstance(arguments, dict):
        raise BadRequest("The arguments must be an object.")
    unknown = sorted(set(arguments) - set(properties))
    if unknown:
        raise BadRequest(f"`{name}` has no parameter `{str(unknown[0])[:100]}`.")
    if name == ASK_EVENT:
        return read_ask(arguments, None)
    [tool] = [tool for tool in TOOLS if tool.name == name]
    fields = dict(arguments)
    command = convert(fields.pop(tool.choice, tool.default), str)
    if command not in tool.commands:
        raise BadRequest(f"`{tool.choice}` must be one of {', '.join(tool.commands)}.")
    return read_my_message({"command": command} | fields)


def _input_schema(tool: Tool) -> Json:
    if tool.default:
        example = {
            each["name"]: each["example"] for each in parameters(BY_NAME[tool.default]) if "example" in each
        }
    else:
        example = {"text": BY_NAME["antonyms"].example}
    return {
        "type": "object",
        "properties": _PROPERTIES[tool.name],
        "required": list(example),
        "additionalProperties": False,
        "examples": [example],
    }
