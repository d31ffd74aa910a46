"""The order of words where formal ones are asked for: of those for *start*, *commence* comes before *begin*.

WordNet marks hardly any word as formal. It leaves out those that are marked as informal (see subject.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.word_facts.marks.usage_marks import labels_for
from workers.wordnet.frequency import uses_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shared.messages import Where
    from workers.wordnet.lexicon import Lexicon


def asks_formal(where: Where | None) -> bool:
    """Whether the conditions ask for formal words."""
    return where is not None and "formal" in labels_for(where.about or "")


def formal_first(lexicon: Lexicon, words: Iterable[str]) -> list[str]:
    """Return the single words before names of several, the rarer ones first."""
    return sorted(words, key=lambda word: ("_" in word, uses_of(lexicon, lexicon.number_of(word.lower()))))
