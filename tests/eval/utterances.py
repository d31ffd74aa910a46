"""The labelled utterances, and whether one was understood as its label says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from shared.messages import Context
from workers.understanding import understand

if TYPE_CHECKING:
    from workers.understood import Understood
    from workers.vocabulary import Vocabulary

FOLDER = Path(__file__).parents[1] / "data"
SETS = ("development", "set_aside", "fresh", "independent")


class Utterance(Struct, frozen=True):
    """What somebody types, after what it follows, and what is meant: a line of tests/data/asked_*.jsonl."""

    text: str
    intent: str
    word: str = ""
    word2: str = ""
    pos: str = ""
    context: Context | None = None


class Judged(Struct, frozen=True):
    """An utterance and what was understood."""

    utterance: Utterance
    understood: Understood

    @property
    def has_intent(self) -> bool:
        """Whether the command is right."""
        return self.understood.command == self.utterance.intent

    @property
    def is_right(self) -> bool:
        """Whether the command and the words are right, and the part of speech where one was said."""
        wanted, got = self.utterance, self.understood
        words = [term.shown.lower() if term else "" for term in (got.term, got.term2)]
        same_words = words == [wanted.word.lower(), wanted.word2.lower()]
        return self.has_intent and same_words and wanted.pos in ("", got.pos)

    @property
    def shown(self) -> str:
        """The command and words that were understood, in short."""
        got = self.understood
        terms = [term.shown for term in (got.term, got.term2) if term]
        return " ".join([got.command, *map(repr, terms), *([f"({got.pos})"] if got.pos else [])])


def read(name: str) -> list[Utterance]:
    """Return the utterances of one set."""
    lines = (FOLDER / f"asked_{name}.jsonl").read_text().strip().split("\n")
    return [msgspec.json.decode(line, type=Utterance) for line in lines]


def judge(vocabulary: Vocabulary, utterance: Utterance) -> Judged:
    """Return the utterance with what is understood of it."""
    return Judged(utterance, understand(vocabulary, utterance.text, utterance.context))
