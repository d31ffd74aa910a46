"""Whether a labelled sentence was understood: its command, and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from shared.messages import Context
from tools.train.score import ALIKE, WORDLESS
from tools.train.sentences import Sentence
from workers.english.readings import reader
from workers.english.understanding import understand

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder


class Judged(Struct, frozen=True):
    """A sentence with its wanted and its understood words."""

    sentence: Sentence
    command: str
    wanted: tuple[str, ...]
    read: tuple[str, ...]

    @property
    def has_command(self) -> bool:
        """Whether the command is right, or one that nobody would call wrong."""
        pair = {self.sentence.command, self.command}
        return len(pair) == 1 or any(pair <= alike for alike in ALIKE)

    @property
    def is_right(self) -> bool:
        """Whether the command and its words are right."""
        return self.has_command and (self.sentence.command in WORDLESS or self.wanted == self.read)


def judge(finder: TermFinder, sentence: Sentence) -> Judged:
    """Return how a sentence was understood, after the question that came before it."""
    before = sentence.previous
    context = Context(before.command, before.word) if before else Context()
    understood = understand(finder, reader().read, sentence.text, context)[0]
    words = (sentence.word or sentence.term, sentence.word2 or sentence.term2)
    wanted = tuple(_plain(word) for word in words if word)
    read = tuple(_shown(term) for term in (understood.term, understood.term2) if term)
    return Judged(sentence, understood.command, wanted, read[: len(wanted)])


def _shown(term: AskedTerm) -> str:
    return _plain(term.shown)


def _plain(word: str) -> str:
    return re.sub(r"^(a|an|the|to) ", "", " ".join(re.findall(r"[\w']+", word.lower())))
