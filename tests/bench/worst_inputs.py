"""Inputs of every kind for a command: names, misspellings, patterns, any letters, conditions; seeded."""

from __future__ import annotations

import random
import string
from functools import lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING, Any

import msgspec

from gateway.lookups.parsing import MAX_WORD_CHARACTERS, read_my_message
from shared.catalog import FORMS, POS_NAMES
from shared.errors import LookupRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shared.command import Command
    from shared.messages import Question
    from workers.wordnet.lexicon import Lexicon

# English letters, each as often as in a thousand, so that fragments fit many words.
LETTERS = dict(zip("etaoinsrhldcumfpgwybvkxjqz", (*range(120, 20, -5), 15, 10, 8, 4, 2, 2), strict=True))
FOREIGN = "éüßøñ話日本🙂\u0301\u200d\u2019'-. "  # accents, wide and combining characters
MOST_NAMES_EACH = 300  # of the words with most senses, most hyponyms and longest names


class Inputs:
    """Draws questions that a gateway lets through, from a `seed`."""

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self._random = random.Random(seed)
        self._names, self._large = _names(lexicon)

    def questions(self, command: Command, count: int) -> Iterator[Question]:
        """Yield `count` questions for `command`."""
        while count:
            message: dict[str, Any] = {"command": command.name, "word": self.term(), "word2": self.term()}
            if self._random.random() < 0.3:
                message["pos"] = self._random.choice(tuple(POS_NAMES))
            if self._random.random() < 0.3:
                message["form"] = self._random.choice(tuple(FORMS))
            if command.is_list and self._random.random() < 0.5:
                message["where"] = self._where()
                if command.where_suffices and self._random.random() < 0.5:
                    del message["word"]
            try:
                question = read_my_message(message)
            except LookupRefused:
                continue
            count -= 1
            yield question

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
        parts = [self._letters(self._random.randrange(1, 3)) for _ in range(self._random.randrange(1, 5))]
        conditions = {
            "starts": self._letters(self._random.randrange(1, 3)),
            "ends": self._letters(self._random.randrange(1, 3)),
            "contains": parts,
            "without": self._letters(self._random.randrange(1, 6)),
            "letters": self._random.choice((count, [count, count + 8])),
            "syllables": self._random.choice((count % 6, [count % 6, count % 6 + 3])),
            "pattern": self._random.choice((self._masked, self._gaps))(),
            "rhymes_with": self._name(),
            "pos": self._random.choice(tuple(POS_NAMES)),
            "common": True,
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


def shown(question: Question) -> str:
    """Return a question as JSON text, without its empty fields."""
    return msgspec.json.encode(question).decode()
