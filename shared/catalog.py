"""The commands there are, as data: what the gateway accepts, what the workers answer, what `help` lists."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Command(Struct, frozen=True):
    """One command: its name, what it gives, and an example that can be asked as it stands."""

    name: str
    summary: str
    example: str
    needs_word: bool = True
    needs_second_word: bool = False


COMMANDS: Final[tuple[Command, ...]] = (
    Command("synonyms", "every word that shares a meaning with this one", "synonyms of happy"),
    Command("examples", "sentences that use the word", "use flange in a sentence"),
    Command("definition", "what the word means", "define serendipity"),
    Command("pos", "the parts of speech the word can be", "what part of speech is run?"),
    Command("lemmatizer", "the dictionary form of the word", "lemma of geese"),
)

BY_NAME: Final[dict[str, Command]] = {command.name: command for command in COMMANDS}

PARTS_OF_SPEECH: Final[dict[str, str]] = {
    "n": "noun",
    "v": "verb",
    "a": "adjective",
    "s": "satellite adjective",
    "r": "adverb",
}
