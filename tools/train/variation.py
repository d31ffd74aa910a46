"""Variations of a training sentence, others in each epoch: other words, other contexts, slips of the hand.

The labels stay true: people ask for synonyms of any word, and a full question means the same after
any other.
"""

from __future__ import annotations

import random
from copy import copy
from typing import TYPE_CHECKING

from tools.train.sentences import ABOUT_WORDS, Previous

if TYPE_CHECKING:
    from tools.train.examples import Placed

# Their words are letters, prefixes or names that no other word can stand for.
FIXED_WORDS = frozenset(
    ("suggest", "pattern", "anagram", "instances", "translate", "grammar", "quiz", "out_of_scope")
)
# A wordless question of these commands rarely follows on, so any context may stand before it.
BEFORE = ("hey, ", "hi, ", "ok ", "so ", "please ", "pls ", "hello! ", "um ", "and ", "well, ", "sorry, ")
BEHIND = (" please", " pls", " thanks", "?", "??", ".", "!", " ty", "...")
OPENING = "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
# How often each is done, of 1.
OTHER_WORDS, OTHER_CONTEXT, NEW_CONTEXT, UNQUOTED, SLIP = 0.35, 0.5, 0.35, 0.15, 0.12
ASIDE, ASIDE_FIRST, ASIDE_ON_TOPIC, POLITE_BEFORE, POLITE_BEHIND = 0.15, 0.8, 0.5, 0.08, 0.10
SHORT = 80  # characters; a longer question has asides already


class Variation:
    """Draws variations with words and contexts of the training sentences."""

    def __init__(self, words: list[str], asides: list[str], contexts: list[Previous], seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - variety, not secrecy
        self._asides = asides
        self._words, self._contexts = words, contexts

    def vary(self, example: Placed) -> Placed:
        """Return the example, or one like it."""
        draw = self._random.random
        varied = copy(example)
        varied.labels, varied.spans = dict(example.labels), list(example.spans)
        if draw() < OTHER_WORDS:
            self._other_words(varied)
        self._other_context(varied)
        if draw() < UNQUOTED:
            self._unquote(varied)
        if draw() < SLIP:
            self._slip(varied)
        if draw() < ASIDE and varied.labels["command"] in ABOUT_WORDS and len(varied.text) < SHORT:
            self._put_aside(varied)
        elif draw() < POLITE_BEFORE:
            varied.replace(0, 0, self._random.choice(BEFORE))
        if draw() < POLITE_BEHIND:
            end = len(varied.text)
            varied.text = varied.text.rstrip("?.! ")
            if any(e > len(varied.text) for _, e, _ in varied.spans):
                varied.text = example.text if len(example.text) == end else varied.text
                varied.spans = [(s, min(e, len(varied.text)), label) for s, e, label in varied.spans]
            varied.text += self._random.choice(BEHIND)
        return varied

    def _other_words(self, example: Placed) -> None:
        if example.labels["command"] in FIXED_WORDS or any(
            label == "sentence" for *_, label in example.spans
        ):
            return
        for label in ("term", "term2"):
            other = self._random.choice(self._words)
            for index in range(len(example.spans)):  # each mention, and `replace` moves those behind it
                start, end, name = example.spans[index]
                inside = any(s <= start and end <= e and n != name for s, e, n in example.spans)
                if name == label and not inside and end - start > 1:
                    example.replace(start, end, other)

    def _other_context(self, example: Placed) -> None:
        draw, labels, previous = self._random.random(), example.labels, example.previous
        named = any(label in ("term", "description", "sentence") for *_, label in example.spans)
        if previous is None:
            if draw < NEW_CONTEXT and (named or labels["command"] not in ABOUT_WORDS):
                example.previous = self._random.choice(self._contexts)
            return
        if draw > OTHER_CONTEXT:
            return
        word = self._random.choice(self._words)
        if labels["command"] == previous.command:
            if labels["refers"] == "question" and not labels["then"]:
                other = self._random.choice(CARRIED)
                example.previous, labels["command"] = Previous(other, word), other
                labels["form"] = labels["pos"] = "" if other != "inflect" else labels["form"]
            else:
                example.previous = Previous(previous.command, word)
        elif not labels["refers"].startswith(("answer", "offer", "sense")):
            example.previous = Previous(self._random.choice(self._contexts).command, word)

    def _put_aside(self, example: Placed) -> None:
        """Say something else before the question, or after it."""
        aside = self._random.choice(self._asides)
        word = example.previous.word if example.previous and self._random.random() < ASIDE_ON_TOPIC else ""
        aside = aside.replace("{word}", word or self._random.choice(self._words))
        if self._random.random() < ASIDE_FIRST:
            example.replace(0, 0, f"{aside} ")
        else:
            example.text += f". {aside}"

    def _unquote(self, example: Placed) -> None:
        for start, end, label in list(example.spans):
            if label == "term" and start and example.text[start - 1] in OPENING and end < len(example.text):
                example.replace(end, end + 1, "")
                example.replace(start - 1, start, "")
                return

    def _slip(self, example: Placed) -> None:
        """Drop, double or swap one letter outside the spans."""
        places = [
            place
            for place, character in enumerate(example.text[:-1])
            if character.isalpha()
            and example.text[place + 1].isalpha()
            and not any(s <= place + 1 and place < e for s, e, _ in example.spans)
        ]
        if not places:
            return
        place = self._random.choice(places)
        first, second = example.text[place], example.text[place + 1]
        example.replace(
            place, place + 2, self._random.choice((first, second + first, first + first + second))
        )


# What "and heavy?" can carry on.
CARRIED = (
    "definition", "synonyms", "antonyms", "examples", "pos", "lemmatizer", "overview", "hypernyms",
    "hyponyms", "meronyms", "holonyms", "derivations", "spelling", "pronunciation", "rhymes", "etymology",
    "is_word", "usage", "translate", "homophones", "similar", "entailments", "causes", "domains", "hierarchy",
    "map", "attributes", "pertainyms", "also_see", "verb_groups", "frames", "grammar",
)  # fmt: skip
