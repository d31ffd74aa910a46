"""Reads sentences with the trained model: the command, the spans of its terms, and how sure it is of both.

    numbers    [CLS] last question [SEP] the sentence [SEP]    segments 0 … 0 1 … 1

The model is one ONNX file (docs/understanding.md). Its metadata hold the vocabulary, the labels of its
outputs and its version, so the file and this code can't disagree about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from msgspec import Struct

from shared.catalog import BY_NAME
from workers.meaning.network import Network

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from workers.meaning.network import Floats
    from workers.meaning.word_pieces import WordPieces

    Words = list[tuple[int, int, int]]  # the place of a word's first piece, its start and end in the text

LONGEST: Final = 384  # pieces; 1,000 characters of English are about 230
LONGEST_BEFORE: Final = 24  # pieces of the last question
VERSION: Final = "1"  # of the inputs, the outputs and the metadata
CHOICES: Final = ("command", "pos", "form", "then", "refers")
LIKELY, POSSIBLE, GROWS, SPLITS = 0.4, 0.1, 0.35, 0.5  # probabilities; chosen on a pen left out of training
SECOND = 0.5  # the probability of a second question; the answer to one that was not asked is in the way
# The labels that a command needs, where that is not a term.
NEEDS: Final[dict[str, tuple[str, ...]]] = {
    "reverse": ("description",), "random": (), "word_of_the_day": (), "quiz": (), "gloss": (),
}  # fmt: skip
BATCH: Final = 32  # sentences in one run of the model


class Span(Struct, frozen=True):
    """A part of a sentence, from its place `start` to before `end`."""

    text: str
    start: int
    end: int


class Reading(Struct, frozen=True):
    """The likeliest reading of a sentence. `confidence` is that of the command, from 0 to 1."""

    command: str
    confidence: float
    second: str  # the second likeliest command
    pos: str = ""
    form: str = ""
    then: str = ""  # the second command of a sentence that asks two questions
    refers: str = ""  # a reference to the last answer: word, question, sense, offer, answer:1 …
    spans: dict[str, list[Span]] = {}

    def span(self, label: str) -> Span | None:
        """Return the span with this label: term, term2, description, sentence, condition or hint."""
        found = self.spans.get(label)
        return found[0] if found else None

    def part(self, label: str) -> str:
        """Return the text of the span with this label, or nothing."""
        span = self.span(label)
        return span.text if span else ""


class Reader:
    """The model, loaded from its file into this process."""

    def __init__(self, path: Path) -> None:
        self._network = Network(path, VERSION)
        # Output → its labels: one choice a sentence, or one tag (O, B-term, I-term …) a word.
        labels = msgspec.json.decode(self._network.metadata["labels"], type=dict[str, list[str]])
        self._choices = {name: labels.pop(name) for name in CHOICES}
        self._tags = labels

    def read(self, text: str, before: str = "") -> Reading:
        """Return the reading of one sentence; `before` is the last question, as command and word."""
        return self.read_all([(text, before)])[0]

    def read_all(self, sentences: Sequence[tuple[str, str]]) -> list[Reading]:
        """Return the readings of several (text, before), in order; cheaper together than one by one."""
        encoded = [encode(text, before, self._network.word_pieces) for text, before in sentences]
        order = sorted(range(len(encoded)), key=lambda number: len(encoded[number][0]))
        readings: dict[int, Reading] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            numbers, segments = zip(*(encoded[number][:2] for number in chosen), strict=True)
            outputs = self._network.run({"numbers": numbers, "segments": segments})
            for row, number in enumerate(chosen):
                one = {name: values[row] for name, values in outputs.items()}
                readings[number] = self._reading(sentences[number][0], encoded[number][2], one)
        return [readings[number] for number in range(len(sentences))]

    def _reading(self, text: str, words: Words, logits: dict[str, Floats]) -> Reading:
        probabilities = softmax(logits["command"])
        first, second = probabilities.argsort()[::-1][:2]
        commands = self._choices["command"]
        picked = {name: self._choices[name][int(logits[name].argmax())] for name in CHOICES[1:]}
        if softmax(logits["then"]).max() < SECOND:
            picked["then"] = ""
        command = commands[int(first)]
        wanted = () if picked["refers"] else _needed(command)
        spans: dict[str, list[Span]] = {}
        places = [place for place, _, _ in words]
        for layer, names in self._tags.items():
            for label, start, end in spans_of(softmax(logits[layer][places]), names, wanted):
                at, to = words[start][1], words[end][2]
                spans.setdefault(label, []).append(Span(text[at:to], at, to))
        return Reading(command, float(probabilities[first]), commands[int(second)], spans=spans, **picked)


def encode(text: str, before: str, word_pieces: WordPieces) -> tuple[list[int], list[int], Words]:
    """Return the numbers and segments of both texts, and the place of each word of the first text."""
    numbers = [word_pieces.start]
    for word in word_pieces.words(before):
        numbers += word.pieces
    numbers = [*numbers[:LONGEST_BEFORE], word_pieces.separator]
    first = len(numbers)
    words: Words = []
    for word in word_pieces.words(text):
        if len(numbers) + len(word.pieces) >= LONGEST:
            break
        words.append((len(numbers), word.start, word.end))
        numbers += word.pieces
    numbers.append(word_pieces.separator)
    return numbers, [0] * first + [1] * (len(numbers) - first), words


def spans_of(tags: Floats, names: list[str], wanted: Collection[str] = ()) -> list[tuple[str, int, int]]:
    """Return (label, first word, last word) of the likeliest span of each label that is likely at all.

    `tags` holds the probabilities of each word's tags: O, then B and I of each label. The labels `wanted`,
    which the command needs, may be less likely. A word is in a span by the sum of B and I; the span grows
    from its likeliest word, and ends before a word that rather begins another. The likeliest label comes
    first and takes its words from the others, so "that" and "which" are two terms.
    """
    found: list[tuple[str, int, int]] = []
    columns = range(1, len(names) if len(tags) else 0, 2)
    for column in sorted(columns, key=lambda column: -tags[:, column : column + 2].sum(1).max()):
        inside, begins = tags[:, column] + tags[:, column + 1], tags[:, column]
        for _, start, end in found:
            inside[start : end + 1] = 0
        label = names[column].removeprefix("B-")
        if inside.max() < (POSSIBLE if label in wanted else LIKELY):
            continue
        first = last = int(inside.argmax())
        while first > 0 and inside[first - 1] >= GROWS and begins[first] < SPLITS:
            first -= 1
        while last + 1 < len(inside) and inside[last + 1] >= GROWS and begins[last + 1] < SPLITS:
            last += 1
        found.append((label, first, last))
    return found


def _needed(command: str) -> Collection[str]:
    """Return the labels of the parts that a command needs."""
    row = BY_NAME.get(command)
    return NEEDS.get(command, ("term", "term2") if row and row.needs_second_word else ("term",))


def softmax(logits: Floats) -> Floats:
    """Return probabilities along the last axis."""
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    probabilities: Floats = powers / powers.sum(-1, keepdims=True)
    return probabilities
