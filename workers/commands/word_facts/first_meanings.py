"""The first few meanings of a word, for a short answer: of *bank*, the slope, the house and a tilt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.commands.comparison.prominence import FEW_USES
from workers.commands.term import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Question, Sense
    from workers.wordnet.lexicon import Lexicon

_MOST: Final = 3
_MOST_OF_PART: Final = 2  # of one part of speech, if the others can make up the number
_SHARE: Final = 10  # how much commoner the first meaning of a part of speech may be than others to name


def first_meanings(lexicon: Lexicon, question: Question, senses: Sequence[Sense]) -> list[Sense]:
    """Return the first of `senses` and the next that are common enough, or any if the texts hardly tell."""
    term = Term(lexicon, question.word, question.pos, for_reader=True)
    uses = {term.definition(synset): term.uses(synset) for synset in term.meanings}
    found: dict[str, list[Sense]] = {}
    for sense in senses:
        alike = found.setdefault(sense.pos.replace("s", "a"), [])
        most = uses[(alike or senses)[0].definition]
        least = most / _SHARE if alike else 1
        if most < FEW_USES or uses[sense.definition] >= least:
            alike.append(sense)
    few = [sense for alike in found.values() for sense in alike[:_MOST_OF_PART]]
    every = [sense for alike in found.values() for sense in alike]
    return (few if few[_MOST - 1 :] else every)[:_MOST]
