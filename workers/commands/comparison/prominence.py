"""The meanings of a word that people are likely to have in mind: not the *king* in chess."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workers.wordnet.sense_order import OwnSenses

SHARE: Final = 5  # a meaning up to five times rarer than the commonest one is still prominent
FEW_USES: Final = 3  # fewer uses of the commonest meaning say nothing about the others
_MOST: Final = 4  # meanings that count where the texts say nothing


def prominent(meanings: Iterable[int], senses: Mapping[int, OwnSenses]) -> list[int]:
    """Return the prominent ones of a word's meanings, at least one of each part of speech, in their order.

    `senses` are those of the word in each meaning; the commonest of each part of speech comes first.
    """
    most: dict[str, int] = {}
    seen: dict[str, int] = {}
    found = []
    for synset in meanings:
        own = senses[synset]
        pos, uses = own.pos, own.uses
        if pos not in most:
            most[pos], seen[pos] = uses, 1
            found.append(synset)
            continue
        top = most[pos]
        seen[pos] += 1
        if uses * SHARE >= top if top >= FEW_USES else seen[pos] <= _MOST:
            found.append(synset)
    return found
