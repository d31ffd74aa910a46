"""Whether a sentence holds a word, in any of its inflected forms; WordNet's examples may use a synonym."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.morphy import base_forms
from workers.wordnet.lexicon import POS_ORDER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.wordnet.lexicon import Lexicon
    from workers.wordnet.snapshot_file import Tables

_WORDS: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")  # noqa: RUF001 (the typographic apostrophe is meant)
_POSSESSIVE: Final = re.compile(r"['’]s?$")  # noqa: RUF001 (the same apostrophe)
_ANYBODY: Final = frozenset(
    {"one's", "someone's", "somebody's", "oneself", "someone", "somebody", "something"}
)
_MOST_BETWEEN: Final = 4  # words inside a phrasal verb, as in "turn the light off"


def example_tables(lexicon: Lexicon) -> Tables:
    """Return the table of the first examples that hold the word itself.

    entry_example  by place in `entries`: the number of that example in the synset, from 1; 0 if there is none
    """
    entries, entries_at = lexicon.all_entries()
    numbers = bytearray(len(entries))
    for lemma, name in enumerate(lexicon.lemma_names()):
        for at, pos in enumerate(POS_ORDER, len(POS_ORDER) * lemma):
            for place in range(entries_at[at], entries_at[at + 1]):
                examples = zip(count(1), lexicon.examples(entries[place]))
                holding = (number for number, text in examples if holds_any(lexicon, text, [name], pos))
                numbers[place] = next(holding, 0)
    return {"entry_example": bytes(numbers)}


def holds_any(lexicon: Lexicon, text: str, names: Sequence[str], pos: str) -> bool:
    """Whether `text` holds one of the lemmas `names`, used as `pos`; a hyphen reads as a blank.

    >>> holds_any(lexicon, "he gave it up", ["give_up"], "v")  # doctest: +SKIP
    True
    """
    words = _WORDS.findall(text.lower())
    if any(name in words for name in names):
        return True
    pos = "a" if pos == "s" else pos
    return any(_holds(lexicon, words, name, pos) for name in names)


def is_in(lexicon: Lexicon, text: str, word: str) -> bool:
    """Whether `text` holds a word, or another form of a lemma of which the word can be a form."""
    forms = lexicon.all_dictionary_forms(word.lower())
    return any(holds_any(lexicon, text, names, pos) for pos, names in forms.items())


def _holds(lexicon: Lexicon, words: list[str], name: str, pos: str) -> bool:
    parts = _WORDS.findall(name.replace("_", " "))
    if not parts:
        return False
    most_between = _MOST_BETWEEN if pos == "v" else 0
    for start, word in enumerate(words):
        if _is_form(lexicon, word, parts[0], pos):
            rest = words[start + 1 :]
            if len(parts) == 1 or _follow(lexicon, rest, parts[1:], pos, most_between):
                return True
    return False


def _follow(lexicon: Lexicon, words: list[str], parts: list[str], pos: str, most_between: int) -> bool:
    """Whether `words` begin with all `parts` in order, each after at most `most_between` other words."""
    at = 0
    for part in parts:
        near = words[at : at + most_between + 1]
        fitting = (part in _ANYBODY or _is_form(lexicon, word, part, pos) for word in near)
        step = next((n for n, fits in enumerate(fitting, 1) if fits), 0)
        if not step:
            return False
        at += step
    return True


def _is_form(lexicon: Lexicon, word: str, lemma: str, pos: str) -> bool:
    if word == lemma:
        return True
    irregular = lexicon.irregular_bases(word, pos)
    if irregular is not None:
        return lemma in irregular.split()
    if word[0] != lemma[0]:
        return False
    return lemma in base_forms(word, pos) or _POSSESSIVE.sub("", word) in (lemma, f"{lemma}s")
