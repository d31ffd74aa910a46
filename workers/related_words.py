"""The words to which WordNet's pointers lead: antonyms, hypernyms, parts, derivations, …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.relations import ANTONYM, RELATIONS, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.lexicon import Lexicon
    from workers.term import Term

_SATELLITE: Final = "s"


def related_words(term: Term, relation: str) -> list[str]:
    """Return the names that `relation` (of relations.py) leads to, in sense order, without repeats.

    Pointers between synsets give every word of their target. Pointers between senses are followed from the
    word itself, not from its synonyms, and give the one word they point at.
    """
    names = [name for synset in term.synsets for name in _related(term, synset, RELATIONS[relation])]
    if relation == "antonyms":
        names += [name for synset in term.synsets for name in _through_heads(term.lexicon, synset)]
    return list(dict.fromkeys(names))


def relations_of(term: Term, synset: int) -> dict[str, list[str]]:
    """Return, for one synset of the word, each relation that leads somewhere, with the names."""
    found = {}
    for relation, codes in RELATIONS.items():
        names = list(_related(term, synset, codes))
        if relation == "antonyms":
            names += _through_heads(term.lexicon, synset)
        if names:
            found[relation] = list(dict.fromkeys(names))
    return found


def _related(term: Term, synset: int, codes: tuple[int, ...]) -> Iterator[str]:
    lexicon = term.lexicon
    of_synset, of_senses = term.pointers(synset)
    for code in codes:
        for target in of_synset.get(code, ()):
            yield from lexicon.words(target)
    for of_sense in of_senses:
        for code in codes:
            for sense in of_sense.get(code, ()):
                yield lexicon.sense_word(sense)


def _through_heads(lexicon: Lexicon, synset: int) -> Iterator[str]:
    """Yield the antonyms of a satellite's heads: `scorching` is like `hot`, so opposed to `cold`."""
    if lexicon.pos(synset) != _SATELLITE:
        return
    for head in lexicon.related(synset, SIMILAR):
        for sense in lexicon.senses(head):
            yield from map(lexicon.sense_word, lexicon.sense_pointers(sense).get(ANTONYM, ()))
