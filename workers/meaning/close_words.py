"""The words for a description that fit nearly as well as the first one, without its opposites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.wordnet.relations import ANTONYM, CODES, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.meaning.word_search import Found
    from workers.wordnet.lexicon import Lexicon

_HYPONYM: Final = CODES["~"]
# A word fits nearly as well as the first one if it scores so much less; docs/meanings.md has the figures.
_CLOSE: Final = 0.11
_CLOSE_IN_CLUSTER: Final = 0.35  # instead, for adjectives of one cluster, and for kinds of the first
_NEGATION: Final = re.compile(r"\b(?:not|no|never|nothing|without|cannot)\b|n't\b", re.IGNORECASE)


def is_close(lexicon: Lexicon, found: Sequence[Found]) -> list[bool]:
    """Return for each word found whether it fits nearly as well as the first, or can mean about the same."""
    first = found[0]
    cluster = {first.synset, *_cluster(lexicon, first.synset)}

    def is_alike(lemma: int) -> bool:
        return not cluster.isdisjoint(lexicon.synsets(lexicon.lemma_name(lemma)))

    behind = [(first.score - each.score, each.lemma) for each in found]
    return [far <= _CLOSE or (far <= _CLOSE_IN_CLUSTER and is_alike(lemma)) for far, lemma in behind]


def without_opposites(lexicon: Lexicon, found: Sequence[Found], description: str) -> list[Found]:
    """Return the words without the opposites of the first one; "not married" means one, so it keeps them."""
    if _NEGATION.search(description):
        return list(found)
    first = found[0].synset
    heads = [first, *(lexicon.pointers.related(first, SIMILAR) if lexicon.pos(first) == "s" else ())]
    own = (sense for head in heads for sense in lexicon.senses(head))
    opposites = {
        lexicon.sense_synset(target)
        for sense in own
        for target in lexicon.sense_pointers.related(sense, ANTONYM)
    }
    opposites.update(near for each in list(opposites) for near in lexicon.pointers.related(each, SIMILAR))
    return [each for each in found if each.synset not in opposites]


def _cluster(lexicon: Lexicon, synset: int) -> Iterator[int]:
    """Yield the adjectives around the same head as one of them, or the kinds of a noun or a verb."""
    related = lexicon.pointers.related
    if lexicon.pos(synset) not in ("a", "s"):
        yield from related(synset, _HYPONYM)
        return
    for head in (synset, *related(synset, SIMILAR)):
        yield head
        yield from related(head, SIMILAR)
