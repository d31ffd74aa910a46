"""The labelled sentences of models/asked: their form, their labels and who wrote them."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

FOLDER = Path(__file__).parents[2] / "models" / "asked"

# Files of one writer each (see models/asked/README.md). Roles go by writer: nobody's sentences are split.
PENS = (
    "house", "hand_a", "hand_b", "hand_c", "hand_d", "hand_e", "hand_f", "hand_g", "hand_h", "hand_i",
    "hand_j", "hand_k", "hand_l", "topics", "talk", "words", "turns", "learners", "pairs",
)  # fmt: skip
CHECKS = ("house_check",)  # the first writer's, put aside: for a look while working
LOCKED = ("stranger", "mix", "talks")  # by others: counted once a change, never read

ABOUT_WORDS = (
    "definition", "synonyms", "examples", "pos", "lemmatizer", "overview", "antonyms", "hypernyms",
    "hyponyms", "instances", "holonyms", "meronyms", "entailments", "causes", "similar", "also_see",
    "derivations", "pertainyms", "participles", "attributes", "domains", "verb_groups", "frames",
    "similarity", "hierarchy", "map", "suggest", "spelling", "pronunciation", "rhymes", "homophones",
    "random", "word_of_the_day", "reverse", "difference", "inflect", "is_word", "is_a", "usage",
    "pattern", "anagram", "gloss", "etymology", "translate", "grammar", "text_help", "quiz",
)  # fmt: skip
CONVERSATION = (
    "help", "greeting", "thanks", "goodbye", "compliment", "complaint", "yes", "no", "more", "repeat",
    "about_bot", "out_of_scope", "unclear",
)  # fmt: skip
COMMANDS = ABOUT_WORDS + CONVERSATION
POS = ("n", "v", "a", "r")
FORMS = (
    "plural", "singular", "past", "past_participle", "ing", "third_person", "comparative", "superlative",
    "possessive",
)  # fmt: skip
REFERS = (
    "word", "question", "answer:1", "answer:2", "answer:3", "answer:4", "answer:-1", "answer:all",
    "sense", "offer",
)  # fmt: skip


class Previous(Struct, frozen=True, forbid_unknown_fields=True):
    """The last command that was answered, and its word."""

    command: str
    word: str = ""


class Sentence(Struct, frozen=True, forbid_unknown_fields=True):
    """A line of models/asked/*.jsonl: a typed text, and its meaning.

    `term`, `term2`, `description`, `sentence`, `condition` and `hint` are substrings of `text`. `word` is
    the term spelt right, or the word that the conversation gives where there is no term.
    """

    text: str
    command: str
    term: str = ""
    term2: str = ""
    description: str = ""
    sentence: str = ""
    condition: tuple[str, ...] = ()
    hint: tuple[str, ...] = ()
    word: str = ""
    word2: str = ""
    pos: str = ""
    form: str = ""
    then: str = ""
    refers: str = ""
    previous: Previous | None = None
    said: str = ""
    who: str = ""
    dialogue: str = ""

    def faults(self) -> list[str]:
        """Return the faults of the labels."""
        spans = (self.term, self.term2, self.description, self.sentence, *self.condition, *self.hint)
        faults = [f"{span!r} is not in the text" for span in spans if span not in self.text]
        allowed = (
            ("command", self.command, COMMANDS),
            ("then", self.then, COMMANDS),
            ("pos", self.pos, POS),
            ("form", self.form, FORMS),
            ("refers", self.refers, REFERS),
            ("previous command", self.previous.command if self.previous else "", COMMANDS),
        )
        return faults + [
            f"no such {key}: {value}" for key, value, values in allowed if value not in ("", *values)
        ]


def read(name: str) -> list[Sentence]:
    """Return the sentences of one file, by its name without ".jsonl"."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Sentence) for line in lines]
