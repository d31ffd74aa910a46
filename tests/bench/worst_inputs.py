"""Inputs of every kind: names, misspellings, patterns, any letters, conditions, texts, sentences; seeded."""

from __future__ import annotations

import json
import random
import string
from functools import lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING, Any

import msgspec

from gateway.lookups.parsing import (
    MAX_SENTENCE_CHARACTERS,
    MAX_TEXT_CHARACTERS,
    MAX_WORD_CHARACTERS,
    read_ask,
    read_my_message,
)
from shared.catalog import BY_NAME, COMMANDS, FORMS, POS_NAMES, SHAPES
from shared.errors import LookupRefused
from shared.messages import Question
from shared.names import ASK_EVENT
from tests.bench.processes import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.command import Command
    from workers.wordnet.lexicon import Lexicon

# English letters, each as often as in a thousand, so that fragments fit many words.
LETTERS = dict(zip("etaoinsrhldcumfpgwybvkxjqz", (*range(120, 20, -5), 15, 10, 8, 4, 2, 2), strict=True))
FOREIGN = "éüßøñ話日本🙂\u0301\u200d\u2019'-. "  # accents, wide and combining characters
MOST_NAMES_EACH = 300  # of the words with most senses, most hyponyms and longest names
# Besides the commands: a sentence to understand, and a word that stands in a sentence.
SENTENCE_KINDS = (ASK_EVENT, "in a sentence")
KINDS = (*(command.name for command in COMMANDS), *SENTENCE_KINDS)


class Inputs:
    """Draws questions that a gateway lets through, from a `seed`."""

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self._random = random.Random(seed)
        self._names, self._large = _names(lexicon)

    def questions(self, kind: str, count: int) -> Iterator[Question]:
        """Yield `count` questions for a command, or of a kind of SENTENCE_KINDS."""
        while count:
            try:
                if kind == ASK_EVENT:
                    question = read_ask(self._ask(), None)
                elif kind in BY_NAME:
                    question = read_my_message(self._message(BY_NAME[kind]))
                else:
                    command = self._random.choice([each for each in COMMANDS if each.takes_sentence])
                    question = read_my_message(self._message(command) | {"sentence": self._sentence()})
            except LookupRefused:
                continue
            count -= 1
            yield question

    def _message(self, command: Command) -> dict[str, Any]:
        message: dict[str, Any] = {"command": command.name, "word": self.term(), "word2": self.term()}
        if command.most_characters > MAX_WORD_CHARACTERS:
            message["word"] = self._text(self._random.randrange(1, command.most_characters + 1))
        if self._random.random() < 0.3:
            message["pos"] = self._random.choice(tuple(POS_NAMES))
        if self._random.random() < 0.3:
            message["form"] = self._random.choice(tuple(FORMS))
        if command.is_list and self._random.random() < 0.5:
            message["where"] = self._where()
            if command.where_suffices and self._random.random() < 0.5:
                del message["word"]
        return message

    def _ask(self) -> dict[str, Any]:
        """Return a sentence that somebody asked, about another term, or several such in one."""
        asked = " ".join(self._asked() for _ in range(self._random.choice((1, 1, 1, 2, 9))))
        words = asked.split()
        match self._random.randrange(5):
            case 0:  # one piece again and again
                at = self._random.randrange(len(words))
                piece = words[at : at + self._random.randrange(1, 4)]
                asked = " ".join([*words[:at], *piece * MAX_TEXT_CHARACTERS])
            case 1:
                self._random.shuffle(words)
                asked = self._random.choice((" ", ", ", " and ", " or ", "? ")).join(words)
            case 2:
                asked += " " + self._text(MAX_TEXT_CHARACTERS)
            case _:
                pass
        message: dict[str, Any] = {"text": asked[: self._random.choice((100, 300, MAX_TEXT_CHARACTERS))]}
        if self._random.random() < 0.3:
            command = self._random.choice(COMMANDS)
            names = [self.term() for _ in range(self._random.randrange(9))]
            message["context"] = {
                "command": command.name,
                "word": self.term(),
                "shown": names,
                "offers": names,
            }
        return message

    def _asked(self) -> str:
        sentence, term = self._random.choice(_sentences())
        return sentence.replace(term, self.term()) if term else sentence

    def _sentence(self) -> str:
        return self._random.choice((self._asked, lambda: self._text(MAX_SENTENCE_CHARACTERS)))()[
            :MAX_SENTENCE_CHARACTERS
        ]

    def _text(self, most: int) -> str:
        """Return terms up to a length, mostly names and parts of sentences."""
        found = ""
        while len(found) < most:
            found += self._random.choice((self._name, self._large_name, self._asked, self.term))() + " "
        return found[:most].replace("_", " ")

    def term(self) -> str:
        """Return anything that somebody may type in place of a word."""
        choose = (
            self._name,
            self._large_name,
            self._misspelt,
            self._masked,
            self._gaps,
            self._any,
            self._long,
        )
        (chosen,) = self._random.choices(choose, (5, 5, 4, 3, 2, 2, 1))
        return chosen().strip()[:MAX_WORD_CHARACTERS] or "a"

    def _name(self) -> str:
        return self._random.choice(self._names).replace("_", self._random.choice(" _"))

    def _large_name(self) -> str:
        return self._random.choice(self._large)

    def _misspelt(self) -> str:
        letters = list(self._name())
        for _ in range(self._random.randrange(1, 4)):
            at = self._random.randrange(len(letters) + 1)
            letters[at : at + self._random.randrange(3)] = self._letters(self._random.randrange(3))
        return "".join(letters)

    def _masked(self) -> str:
        kept = self._random.random()
        wild = self._random.choice(("?", "*", "?*"))
        return "".join(
            each if self._random.random() < kept else self._random.choice(wild) for each in self._name()
        )

    def _gaps(self) -> str:
        pieces = (self._letters(self._random.randrange(1, 4)) for _ in range(self._random.randrange(1, 8)))
        wild = self._random.choice(("*", "?", "*?", "?*?"))
        return wild + wild.join(pieces) + wild * self._random.randrange(3)

    def _any(self) -> str:
        alphabet = self._random.choice((string.printable, FOREIGN, "?*", "ab", "s' "))
        return "".join(self._random.choices(alphabet, k=self._random.randrange(1, MAX_WORD_CHARACTERS)))

    def _long(self) -> str:
        """Return a few names, or parts of a word, many times over."""
        piece = self._random.choice((self._name, self._large_name, lambda: self._letters(2)))()
        return self._random.choice(("", " ", "-", "_", "'")).join([piece] * MAX_WORD_CHARACTERS)

    def _letters(self, count: int) -> str:
        return "".join(self._random.choices(list(LETTERS), list(LETTERS.values()), k=count))

    def _where(self) -> dict[str, Any]:
        count = self._random.randrange(1, 16)
        parts = [self._letters(self._random.randrange(1, 3)) for _ in range(self._random.randrange(1, 11))]
        conditions = {
            "starts": self._letters(self._random.randrange(1, 3)),
            "ends": self._letters(self._random.randrange(1, 3)),
            "contains": parts,
            "without": self._letters(self._random.randrange(1, 6)),
            "letters": self._random.choice((count, [count, count + 8])),
            "syllables": self._random.choice((count % 6, [count % 6, count % 6 + 3])),
            "pattern": self._random.choice((self._masked, self._gaps))(),
            "rhymes_with": self._random.choice((self._name, self.term))(),
            "pos": self._random.choice(tuple(POS_NAMES)),
            "common": True,
            "about": self._random.choice((self._name, self.term))(),
            "shape": self._random.choice(tuple(SHAPES)),
            "silent": self._letters(1),
        }
        chosen = self._random.sample(list(conditions), self._random.randrange(1, 5))
        return {name: conditions[name] for name in chosen}


@lru_cache(maxsize=1)
def _names(lexicon: Lexicon) -> tuple[list[str], list[str]]:
    """Return all names, and those that a command may take longest for."""
    names = list(lexicon.lemma_names())
    most_meanings = nlargest(MOST_NAMES_EACH, names, key=lambda name: len(lexicon.synsets(name)))
    roots = ["entity", "object", "whole", "person", "change", "make", "be", "have", "artifact", "act"]
    return names, [*roots, *most_meanings, *nlargest(MOST_NAMES_EACH, names, key=len)]


@lru_cache(maxsize=1)
def _sentences() -> list[tuple[str, str]]:
    """Return the sentences that the model has learnt from, each with its term or an empty string."""
    lines = [
        json.loads(line)
        for path in sorted((REPOSITORY / "models" / "asked").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    asked = [(line["text"], line.get("term") or "") for line in lines if isinstance(line.get("text"), str)]
    return [*asked, *((command.example, command.word) for command in COMMANDS)]


def shown(question: Question) -> str:
    """Return a question as JSON text, without its empty fields."""
    return msgspec.json.encode(question).decode()


def read(text: str) -> Question:
    """Return the question that `shown` has shown."""
    return msgspec.json.decode(text, type=Question)
