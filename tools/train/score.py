"""Reads sentences with a trained network and counts the right readings."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.train.examples import CHOICES, LAYERS, number, place, tag_names
from tools.train.sentences import CONVERSATION
from workers.english.reader import softmax, spans_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np

    from tools.train.examples import Numbers
    from tools.train.sentences import Sentence
    from workers.meaning.word_pieces import WordPieces

    Logits = Callable[[list[Numbers]], dict[str, np.ndarray]]

# Asked with the first, answered with the second, and nobody would call it wrong.
ALIKE = (
    {"similarity", "difference"},
    {"out_of_scope", "about_bot", "unclear"},
    {"suggest", "pattern"},
    {"text_help", "gloss"},
)


@dataclass
class Reading:
    """The reading of one sentence."""

    sentence: Sentence
    choices: dict[str, str]
    confidence: float
    parts: dict[str, str]
    logits: np.ndarray

    @property
    def has_command(self) -> bool:
        """Whether the command is right."""
        wanted, got = self.sentence.command, self.choices["command"]
        return wanted == got or any({wanted, got} <= alike for alike in ALIKE)

    @property
    def is_right(self) -> bool:
        """Whether the command and its words are right."""
        s = self.sentence
        pairs = [(s.term, "term"), (s.term2, "term2"), (s.description, "description")]
        if s.command in WORDLESS:
            return self.has_command
        return self.has_command and all(same(part, self.parts.get(name, "")) for part, name in pairs)


# What a command is asked of, where that is not a term.
NEEDS = {"reverse": "description"} | dict.fromkeys(
    (*CONVERSATION, "random", "word_of_the_day", "quiz", "text_help", "gloss", "pattern"), ""
)
WORDLESS = (
    "out_of_scope",
    "about_bot",
    "unclear",
    "complaint",
    "no",
    "yes",
    "quiz",
    "repeat",
    "more",
    "text_help",
    "gloss",
    "help",
)


def same(wanted: str, got: str) -> bool:
    """Whether two spans name the same words."""
    return plain(wanted) == plain(got)


def plain(span: str) -> str:
    """Return the words of a span without case, marks and articles."""
    return re.sub(r"^(a|an|the|to|my) ", "", re.sub(r"[^\w?]+", " ", span.lower()).strip())


def read_all(logits: Logits, sentences: list[Sentence], word_pieces: WordPieces) -> list[Reading]:
    """Return the readings of sentences, in order."""
    examples = [number(place(sentence), word_pieces) for sentence in sentences]
    order = sorted(range(len(examples)), key=lambda place_: len(examples[place_].pieces))
    readings: dict[int, Reading] = {}
    for start in range(0, len(order), 32):
        chosen = order[start : start + 32]
        result = logits([examples[index] for index in chosen])
        for row, index in enumerate(chosen):
            one = {name: values[row] for name, values in result.items()}
            readings[index] = reading(sentences[index], examples[index], one)
    return [readings[index] for index in range(len(sentences))]


def reading(sentence: Sentence, example: Numbers, logits: dict[str, np.ndarray]) -> Reading:
    """Return the likeliest reading."""
    choices = {key: values[int(logits[key].argmax())] for key, values in CHOICES.items()}
    parts = {}
    for layer in LAYERS:
        places = [place for place, *_ in example.words]
        wanted = "" if choices["refers"] or sentence.previous else NEEDS.get(choices["command"], "term")
        for label, first, last in spans_of(softmax(logits[layer][places]), tag_names(layer), wanted):
            parts[label] = sentence.text[example.words[first][1] : example.words[last][2]]
    probabilities = softmax(logits["command"])
    return Reading(sentence, choices, float(probabilities.max()), parts, logits["command"])


def print_scores(name: str, readings: list[Reading], *, by_command: bool = False) -> None:
    """Print how many commands, and commands with their words, are right."""
    groups: dict[str, list[Reading]] = defaultdict(list)
    for each in readings:
        groups[each.sentence.command].append(each)
    rows = [(name, readings)]
    rows += sorted(groups.items()) if by_command else []
    for label, group in rows:
        command = sum(each.has_command for each in group) / len(group)
        both = sum(each.is_right for each in group) / len(group)
        print(f"{label:<18}{len(group):>6}{command:>9.1%}{both:>9.1%}")


def print_misses(readings: list[Reading]) -> None:
    """Print every sentence that was read wrongly."""
    for each in readings:
        if each.is_right:
            continue
        s = each.sentence
        wanted = [part for part in (s.term, s.term2, s.description) if part]
        after = f" after {s.previous.command} {s.previous.word!r}" if s.previous else ""
        print(
            f"  {s.text!r}{after}\n      meant {s.command} {wanted}; read {each.choices['command']} "
            f"({each.confidence:.2f}) {each.parts}"
        )
