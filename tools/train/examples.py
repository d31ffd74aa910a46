"""From labelled sentences to the numbers that the network is trained on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tools.train.sentences import COMMANDS, FORMS, POS, REFERS
from workers.english.reader import encode

if TYPE_CHECKING:
    from tools.train.sentences import Previous, Sentence
    from workers.meaning.word_pieces import WordPieces

# The first of each means that nothing of the kind was said.
CHOICES = {
    "command": COMMANDS,
    "pos": ("", *POS),
    "form": ("", *FORMS),
    "then": ("", *COMMANDS),
    "refers": ("", *REFERS),
}
# Three layers, since a term stands inside a sentence, and a condition around a term.
LAYERS = {
    "words": ("term", "term2", "description"),
    "quoted": ("sentence",),
    "limits": ("condition", "hint"),
}
JOINED = "[\\w'\N{RIGHT SINGLE QUOTATION MARK}-]"  # what a word goes on with
IGNORED = -100  # PyTorch's cross entropy skips this label
MARKS = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}«*`"  # they open a quotation


@dataclass
class Placed:
    """A sentence, and where its labelled parts stand: start, end, label."""

    text: str
    labels: dict[str, str]
    previous: Previous | None
    spans: list[tuple[int, int, str]] = field(default_factory=list)

    def replace(self, start: int, end: int, new: str) -> None:
        """Put other text in a place; the spans around it and behind it move along."""
        shift = len(new) - (end - start)
        self.text = self.text[:start] + new + self.text[end:]
        self.spans = [
            (s + shift if s >= end else s, e + shift if e >= end else e, label) for s, e, label in self.spans
        ]


def place(sentence: Sentence) -> Placed:
    """Find the labelled parts of a sentence in its text."""
    labels = {key: getattr(sentence, key) for key in CHOICES}
    placed = Placed(sentence.text, labels, sentence.previous)
    if sentence.sentence:
        start = sentence.text.find(sentence.sentence)
        placed.spans.append((start, start + len(sentence.sentence), "sentence"))
    for label in ("description", "term", "term2"):
        part = getattr(sentence, label)
        if part:
            start, end = _occurrence(placed, part, last=label == "term2")
            placed.spans.append((start, end, label))
            if label == "term" and part.lower() not in CUES:
                placed.spans += [(s, e, label) for s, e in _mentions(sentence.text, part) if s != start]
    for label in ("condition", "hint"):
        for part in getattr(sentence, label):
            start = sentence.text.find(part)
            placed.spans.append((start, start + len(part), label))
    return placed


def _occurrence(placed: Placed, part: str, *, last: bool) -> tuple[int, int]:
    """Return where a term stands: rather outside a quoted sentence, between marks, as a whole word."""
    text = placed.text
    starts = [match.start() for match in re.finditer(re.escape(part), text)]
    taken = [(s, e) for s, e, label in placed.spans if label in ("sentence", "term", "description")]

    def rank(start: int) -> tuple[bool, bool, bool, int]:
        end = start + len(part)
        before, after = text[start - 1 : start], text[end : end + 1]
        whole = not (before.isalnum() and part[0].isalnum()) and not (after.isalnum() and part[-1].isalnum())
        inside = any(s < end and start < e for s, e in taken)
        marked = bool(before) and before in MARKS
        return (not whole, inside, not marked, -start if last or part.lower() in CUES else start)

    best = min(starts, key=rank)
    return best, best + len(part)


def _mentions(text: str, term: str) -> list[tuple[int, int]]:
    """Return every place where a term stands as a whole word: any of them names it."""
    whole = rf"(?<!{JOINED}){re.escape(term)}(?!{JOINED})"
    return [match.span() for match in re.finditer(whole, text, re.IGNORECASE)]


# Words that ask: where one is also the term, it is the last of them ("what is the meaning of meaning").
CUES = frozenset((
    "define", "definition", "meaning", "mean", "word", "example", "synonym", "synonyms", "antonym",
    "opposite", "sentence", "spell", "rhyme", "plural", "what", "is", "a", "of", "the", "lemma", "kind",
))  # fmt: skip


def tag_names(layer: str) -> list[str]:
    """Return the names of a layer's tags: O, then B and I of each label."""
    return ["O", *(f"{prefix}-{label}" for label in LAYERS[layer] for prefix in "BI")]


@dataclass
class Numbers:
    """One example as the network takes it."""

    pieces: list[int]
    segments: list[int]
    choices: dict[str, int]
    tags: dict[str, list[int]]
    words: list[tuple[int, int, int]]  # place of the first piece; start and end in the text


def number(placed: Placed, word_pieces: WordPieces) -> Numbers:
    """Return the numbers of an example."""
    pieces, segments, words = encode(placed.text, shown(placed.previous), word_pieces)
    tags = {layer: [IGNORED] * len(pieces) for layer in LAYERS}
    for layer, labels in LAYERS.items():
        spans = [span for span in placed.spans if span[2] in labels]
        names = tag_names(layer)
        open_span = None
        for position, start, end in words:
            over = next((span for span in spans if span[0] < end and start < span[1]), None)
            prefix = "I" if over == open_span else "B"
            tags[layer][position] = names.index(f"{prefix}-{over[2]}") if over else 0
            open_span = over
    choices = {key: values.index(placed.labels[key]) for key, values in CHOICES.items()}
    return Numbers(pieces, segments, choices, tags, words)


def shown(previous: Previous | None) -> str:
    """Return the last question in the words that the network reads."""
    return f"{previous.command.replace('_', ' ')} {previous.word}" if previous else ""
