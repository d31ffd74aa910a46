"""The order of words where formal ones are asked for: of those for *start*, *commence* comes before *begin*.

Those that we mark as formal come first; they are few, so the rarer ones are next. No list has those that are
marked as informal (see subject.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.word_facts.marks.asked_labels import labels_for
from workers.commands.word_facts.marks.own_marks import marks_on_sense
from workers.wordnet.frequency import uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.messages import Where
    from workers.wordnet.lexicon import Lexicon


def asks_formal(where: Where | None) -> bool:
    """Whether the conditions ask for formal words."""
    return where is not None and "formal" in labels_for(where.about or "")


def formal_first(lexicon: Lexicon, synset: int, words: Iterable[str]) -> list[str]:
    """Return the words of a meaning: those we mark as formal, the single ones, of each the rarer first."""

    def rank(word: str) -> tuple[bool, bool, int]:
        name = word.lower()
        is_formal = any("formal" in mark.labels for mark in marks_on_sense(lexicon, synset, [name]))
        return not is_formal, "_" in word, uses_of(lexicon, lexicon.number_of(name))

    return sorted(words, key=rank)
