"""Related words, by WordNet's pointers: antonyms, hypernyms, parts, derivations, …"""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from workers.commands.hierarchy import kinds_below
from workers.wordnet.relations import ANTONYM, RELATIONS, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

_SATELLITE: Final = "s"


def related_words(term: Term, relation: str) -> list[str]:
    """Return the targets of `relation` (see relations.py) by name, in sense order, without repeats.

    A pointer between synsets gives every word of its target. A pointer between senses starts from the word
    itself, not from its synonyms, and gives the one word at its end.
    """
    names = [name for synset in term.synsets for name, _ in _related(term, synset, RELATIONS[relation])]
    if relation == "antonyms":
        names += [name for synset in term.synsets for name, _ in _through_heads(term.lexicon, synset)]
    names += [name for synset in term.synsets for name, _ in kinds_below(term, synset, relation)]
    return list(dict.fromkeys(names))


def related_of(term: Term, synset: int, relation: str) -> list[str]:
    """Return the targets of `relation` for one sense; antonyms through the heads of a satellite, too."""
    return list(dict.fromkeys(name for name, _ in targets_of(term, synset, relation)))


def targets_of(term: Term, synset: int, relation: str) -> Iterator[tuple[str, int]]:
    """Yield each target of `relation` for one sense, as a name and the synset that has it."""
    found = _related(term, synset, RELATIONS[relation])
    return chain(found, _through_heads(term.lexicon, synset)) if relation == "antonyms" else found


def relations_of(term: Term, synset: int) -> dict[str, list[str]]:
    """Return relation → names for one synset of the word, without relations that have no target."""
    return {
        relation: names
        for relation in present_relations(term, synset)
        if (names := related_of(term, synset, relation))
    }


def present_relations(term: Term, synset: int) -> list[str]:
    """Return the relations that one synset of the word can have, which saves looking for most others."""
    lexicon, senses = term.lexicon, term.senses(synset)
    present = set(lexicon.pointers.codes(synset)).union(*map(lexicon.sense_pointers.codes, senses))
    if lexicon.pos(synset) == _SATELLITE:
        present.add(ANTONYM)  # through its heads
    return _with_codes(frozenset(present))


@lru_cache(maxsize=512)  # most synsets have the same few codes as others
def _with_codes(present: frozenset[int]) -> list[str]:
    return [relation for relation, codes in RELATIONS.items() if not present.isdisjoint(codes)]


def _related(term: Term, synset: int, codes: tuple[int, ...]) -> Iterator[tuple[str, int]]:
    lexicon = term.lexicon
    for code in codes:
        for target in lexicon.pointers.related(synset, code):
            yield from zip(lexicon.words(target), repeat(target), strict=False)
    for own in term.senses(synset):
        for code in codes:
            for sense in lexicon.sense_pointers.related(own, code):
                yield lexicon.sense_word(sense), lexicon.sense_synset(sense)


def _through_heads(lexicon: Lexicon, synset: int) -> Iterator[tuple[str, int]]:
    """Yield the antonyms of a satellite's heads: `scorching` is like `hot`, so `cold` is its opposite."""
    if lexicon.pos(synset) != _SATELLITE:
        return
    for head in lexicon.pointers.related(synset, SIMILAR):
        for own in lexicon.senses(head):
            for sense in lexicon.sense_pointers.related(own, ANTONYM):
                yield lexicon.sense_word(sense), lexicon.sense_synset(sense)


FUNCTIONS: Final[Functions] = {relation: partial(related_words, relation=relation) for relation in RELATIONS}
