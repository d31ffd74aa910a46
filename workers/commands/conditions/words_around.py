"""The words around some meanings that meet conditions: *murmur* and *mutter* for *say*, with m.

WordNet's pointers lead from the meanings to those around them, and from their words on to other meanings of
these words. The farther, the more alike the glosses must be.
"""

from __future__ import annotations

from itertools import islice
from math import log1p
from typing import TYPE_CHECKING, Final

from workers.commands.word_facts.neighbours import THINGS
from workers.meaning.vectors import vectors
from workers.wordnet.offensive import never_offered
from workers.wordnet.relations import CODES, HYPERNYM, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from workers.commands.term import Term
    from workers.wordnet.lexicon import Lexicon

_HYPONYM, _ALSO = CODES["~"], CODES["^"]
_MOST_SEEN: Final = 1_500  # meanings; those around the commonest ones come first
_COMMONEST: Final = 3  # meanings of a word on the way
# A word's score is the similarity of the glosses, less its distance …
_OTHER_THING: Final = 0.2  # that a word means, too
_WAY, _WAY_BELOW, _NEXT, _BESIDE, _OTHER = -0.15, -0.05, 0.05, 0.1, 0.1
# By way of a broader word, whose other kinds may be the opposite: *shout* for *murmur*.
_SIBLING, _ROUND = 0.2, 0.12
_BY_USES: Final = 0.05  # … and more each time that the uses grow by e …
_UNHEARD: Final = 0.1  # … and less for a name that the pronouncing dictionary lacks: it is rare, or long
_OTHERWISE: Final = 0.4  # … and less for a thing's name that first means another, and is never used so …
_LEAST_NEXT: Final = 0.25  # score of what WordNet itself puts next to a meaning …
_LEAST: Final = 0.4  # … and of what is farther …
_MOST: Final = 30  # words
_BEHIND_BEST: Final = 0.35  # … which is not so much less than that of the best word


def words_around(term: Term, meanings: Sequence[int], unwanted: Collection[str] = ()) -> list[str]:
    """Return the words around these meanings that meet the conditions of a term, the nearest first.

    Neither offensive words nor `unwanted` names are among them.
    """
    lexicon, conditions = term.lexicon, term.conditions
    if conditions is None or not meanings:
        return []
    is_own = meanings[0] in term.meanings
    others = _of_pos(term, term.meanings, lexicon.pos(meanings[0])) if is_own else []
    distances = _distances(lexicon, meanings, others)
    left_out = never_offered(lexicon).union(unwanted, term.lemmas)
    found = [
        (synset, word, uses)
        for synset in distances
        for word, uses in zip(lexicon.words(synset), lexicon.sense_counts(synset), strict=True)
        if word.lower() not in left_out and conditions.keeps(word)
    ]
    likeness = _likeness(lexicon, list({synset for synset, _, _ in found}), meanings)
    scored = [
        (likeness[synset] + _by_use(lexicon, synset, word, uses) - distances[synset], word, distances[synset])
        for synset, word, uses in found
    ]
    scored.sort(reverse=True)
    best = max((score for score, _, distance in scored if distance), default=0)
    least = max(_LEAST, best - _BEHIND_BEST)
    near = (word for score, word, far in scored if score >= (_LEAST_NEXT if far <= _NEXT else least))
    return list(islice(dict.fromkeys(near), _MOST))


def _by_use(lexicon: Lexicon, synset: int, word: str, uses: int) -> float:
    lemma = lexicon.number_of(word.lower())
    is_thing = lexicon.lexname(synset) in THINGS
    is_other = is_thing and not uses and lexicon.entry(lemma, "n")[0] != synset
    return _BY_USES * log1p(uses) - _UNHEARD * (word.lower() not in lexicon.sounds) - _OTHERWISE * is_other


def likely_meanings(term: Term) -> list[int]:
    """Return the meanings that people are likely to have in mind, of the main part of speech."""
    return _of_pos(term, term.prominent, term.main_pos)[:_COMMONEST]


def _of_pos(term: Term, meanings: Iterable[int], pos: str) -> list[int]:
    return [each for each in meanings if term.own[each].pos.replace("s", "a") == pos.replace("s", "a")]


def _likeness(lexicon: Lexicon, synsets: Sequence[int], meanings: Sequence[int]) -> dict[int, float]:
    """Return how similar the gloss of each synset is to the nearest of the meanings."""
    rows = vectors(lexicon).synsets
    alike = [rows.some_similarities(synsets, rows.row(meaning)) for meaning in meanings]
    return dict(zip(synsets, map(max, zip(*(each.tolist() for each in alike), strict=True)), strict=True))


def _distances(lexicon: Lexicon, meanings: Sequence[int], others: Sequence[int]) -> dict[int, float]:
    """Return the distance of each meaning around these; `others` are those that the word has, too."""
    distances = dict.fromkeys(meanings, 0.0)
    for meaning in meanings:
        _add(distances, _around(lexicon, meaning), 0)
    are_things = lexicon.lexname(meanings[0]) in THINGS
    _add(distances, ((other, 0) for other in others), _OTHER_THING if are_things else _NEXT)
    above = {high for meaning in meanings for high in lexicon.pointers.related(meaning, HYPERNYM)}
    for near, distance in list(distances.items()):
        if distance <= _NEXT and len(distances) < _MOST_SEEN:
            before = max(distance, 0) + _OTHER + (_ROUND if near in above else 0)
            for other in _other_meanings(lexicon, near):
                _add(distances, [(other, 0), *_around(lexicon, other)], before)
    return distances


def _add(distances: dict[int, float], found: Iterable[tuple[int, float]], before: float) -> None:
    for synset, distance in found:
        total = before + distance
        if total < distances.get(synset, 1):
            distances[synset] = total


def _around(lexicon: Lexicon, synset: int) -> Iterator[tuple[int, float]]:
    """Yield the meanings around one, each with its distance; those beside a thing are other things.

    A kind of verb, which is a way to do it, is nearer than a kind of noun.
    """
    related, is_thing = lexicon.pointers.related, lexicon.lexname(synset) in THINGS
    kind, below = (_WAY, _WAY_BELOW) if lexicon.pos(synset) == "v" else (_NEXT, _BESIDE)
    for low in related(synset, _HYPONYM):
        yield low, kind
        yield from ((each, below) for each in related(low, _HYPONYM))
    for high in related(synset, HYPERNYM):
        yield high, _NEXT
        yield from ((low, _SIBLING) for low in related(high, _HYPONYM) if not is_thing)
    for near in (*related(synset, SIMILAR), *related(synset, _ALSO)):
        yield near, _NEXT
        yield from ((low, _BESIDE) for low in related(near, SIMILAR))


def _other_meanings(lexicon: Lexicon, synset: int) -> Iterator[int]:
    """Yield the commonest meanings of the single words of a synset for which it is one of these."""
    pos = lexicon.pos(synset).replace("s", "a")
    for word in lexicon.words(synset):
        if "_" in word:
            continue
        commonest = lexicon.entry(lexicon.number_of(word.lower()), pos)[:_COMMONEST]
        if synset in commonest:
            yield from commonest
