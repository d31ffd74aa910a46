"""Questions with their answers: the awkward words first.

The answers are NLTK 3.10's over WordNet 3.0 (without repeats, in WordNet's sense order), spelled out so that
a test of the whole path need not trust the code under test.
"""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple


class Question(NamedTuple):
    """One lookup and its correct answer."""

    command: str
    word: str
    pos: str | None
    answer: list[str]

    @property
    def message(self) -> dict[str, Any]:
        """The payload of the client's `my_message`, without an id."""
        message = {"command": self.command, "word": self.word}
        return message if self.pos is None else message | {"pos": self.pos}

    def is_answered_by(self, reply: dict[str, Any]) -> bool:
        """Return whether `reply` answers this question correctly, whatever its id."""
        return (
            "error" not in reply
            and reply["option"] == self.command
            and reply["word"] == " ".join(self.word.split())
            and json.loads(reply["response"]) == self.answer
        )


HOT_DOG: Final = [
    "hotdog", "hot_dog", "red_hot", "frank", "frankfurter", "dog", "wiener", "wienerwurst", "weenie",
]  # fmt: skip
GEESE: Final = ["goose", "fathead", "goof", "goofball", "bozo", "jackass", "cuckoo", "twat", "zany"]
GOOSE_GLOSSES: Final = [
    "web-footed long-necked typically gregarious migratory aquatic birds usually larger and less aquatic "
    "than ducks",
    "a man who is a stupid incompetent fool",
    "flesh of a goose (domestic or wild)",
]

QUESTIONS: Final = (
    Question("synonyms", "geese", None, GEESE),
    Question("synonyms", "ice cream", None, ["ice_cream", "icecream"]),
    Question("synonyms", "hot dog", None, HOT_DOG),
    Question("synonyms", "  hot \t dog ", None, HOT_DOG),
    Question("synonyms", "happy", None, ["happy", "felicitous", "glad", "well-chosen"]),
    Question("synonyms", "xyzzyplugh", None, []),
    Question("definition", "geese", None, GOOSE_GLOSSES),
    Question(
        "definition", "Goose", None,
        [*GOOSE_GLOSSES, "pinch in the buttocks", "prod into action", "give a spurt of fuel to"],
    ),
    Question("definition", "ice cream", None, ["frozen dessert containing cream and sugar and flavoring"]),
    Question(
        "definition", "serendipity", None, ["good luck in making unexpected and fortunate discoveries"]
    ),
    Question("pos", "leaves", None, ["n", "v"]),
    Question("pos", "happy", None, ["a", "s"]),
    Question("pos", "well", None, ["n", "v", "a", "s", "r"]),
    Question("pos", "hot dog", None, ["n"]),
    Question("pos", "xyzzyplugh", None, []),
    Question("lemmatizer", "geese", None, ["goose"]),
    Question("lemmatizer", "geese", "v", ["geese"]),
    Question("lemmatizer", "leaves", None, ["leaf"]),
    Question("lemmatizer", "leaves", "v", ["leave"]),
    Question("lemmatizer", "better", "a", ["good"]),
    Question("lemmatizer", "happier", "s", ["happy"]),
    Question("lemmatizer", "ran", "v", ["run"]),
    Question("lemmatizer", "ice creams", None, ["ice_cream"]),
    Question("lemmatizer", "xyzzyplugh", None, ["xyzzyplugh"]),
    Question("examples", "geese", None, []),
    Question("examples", "goose", None, ["he goosed the unsuspecting girl", "goose the car"]),
    Question("examples", "ajar", None, ["the door was ajar"]),
    Question("examples", "happily", None, ["they shouted happily", "happily he was not injured"]),
)  # fmt: skip
