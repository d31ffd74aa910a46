"""The relatives of senses: derivations, and pertainyms in both directions.

WordNet derives *quickness* from *quick*, but not *quickly*, which only points back to *quick* as a pertainym.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.wordnet.relations import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workers.wordnet.lexicon import Lexicon

_DERIVATION: Final = CODES["+"]
_PERTAINYM: Final = CODES["\\"]
_ATTRIBUTE: Final = CODES["="]
_SHARED_LETTERS: Final = 3  # wide and width; ugly is an attribute of beauty, but no relative


def relatives(lexicon: Lexicon, senses: Iterable[int]) -> Iterator[int]:
    """Yield the senses that derive from `senses` or pertain to them, and those the other way round."""
    back = pertaining(lexicon)
    for sense in senses:
        yield from lexicon.sense_pointers.related(sense, _DERIVATION)
        yield from lexicon.sense_pointers.related(sense, _PERTAINYM)
        yield from back.get(sense, ())
        start = beginning(lexicon.sense_word(sense))
        for attribute in lexicon.pointers.related(lexicon.sense_synset(sense), _ATTRIBUTE):
            for other in lexicon.senses(attribute):
                if beginning(lexicon.sense_word(other)) == start:
                    yield other


def beginning(name: str) -> str:
    """Return the letters of a name that its relatives mostly share."""
    return name[:_SHARED_LETTERS].lower()


@lru_cache(maxsize=1)
def pertaining(lexicon: Lexicon) -> Mapping[int, list[int]]:
    """Return sense → the senses that pertain to it, which WordNet has the other way only."""
    found: dict[int, list[int]] = {}
    for sense, target in lexicon.sense_pointers.pairs(_PERTAINYM):
        found.setdefault(target, []).append(sense)
    return found
