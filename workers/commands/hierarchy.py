"""The paths from the root of WordNet down to a word, and the kinds below it at any depth."""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.ancestors import Ways
from workers.wordnet.relations import HYPERNYM, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from workers.commands.conditions.word_filter import WordFilter
    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

RELATIONS_DOWN: Final = ("hyponyms", "instances")
# The limits for all senses of a word together keep the worst list within 20 ms.
MOST_SYNSETS: Final = 3_000  # that are looked at: most animals
MOST_SLOWLY: Final = 600  # with a condition that is slow to test
MANY: Final = 600  # kinds below a sense; then the search starts from the names, if these are few
MOST_WORDS: Final = 200
_KIND: Final = RELATIONS["hyponyms"][0]


def hierarchy(term: Term) -> list[dict[str, Any]]:
    """Return, for each sense with hypernyms, its paths: the names from the root down to the sense."""
    lexicon = term.lexicon
    return [
        {
            "sense": number,
            "pos": lexicon.pos(synset),
            "definition": term.definition(synset),
            "paths": [[lexicon.words(step)[0] for step in path] for path in paths_to_root(lexicon, synset)],
        }
        for number, synset in enumerate(term.meanings, 1)
        if lexicon.parents(synset)
    ]


def paths_to_root(lexicon: Lexicon, synset: int) -> list[list[int]]:
    """Return every path from a root down to `synset`, as NLTK's `hypernym_paths` does."""
    above = lexicon.parents(synset)
    if not above:
        return [[synset]]
    return [[*path, synset] for parent in above for path in paths_to_root(lexicon, parent)]


def kinds_below(term: Term, synset: int, relation: str) -> list[tuple[str, int]]:
    """Return the kinds (or instances) of `synset` at any depth that meet the term's conditions.

    Each comes with its uses, the nearest first. Empty without conditions: every animal helps nobody.
    """
    if term.conditions is None or relation not in RELATIONS_DOWN:
        return []
    found = _kept(term, term.conditions, synset, relation)
    return list(islice(found, MOST_WORDS // len(term.synsets)))


def relation_down(lexicon: Lexicon, synsets: Collection[int]) -> str | None:
    """Return the relation of most that is below `synsets`: animals have kinds, and countries instances."""
    counts = [
        sum(1 for synset in synsets for _ in _below(lexicon, synset, relation, MOST_SYNSETS // len(synsets)))
        for relation in RELATIONS_DOWN
    ]
    return RELATIONS_DOWN[counts.index(max(counts))] if any(counts) else None


def all_below(lexicon: Lexicon, synset: int, relation: str) -> Iterator[int]:
    """Yield the kinds (or instances) of `synset` at any depth, the nearest first, up to MOST_SYNSETS."""
    return _below(lexicon, synset, relation, MOST_SYNSETS)


def _kept(term: Term, conditions: WordFilter, synset: int, relation: str) -> Iterator[tuple[str, int]]:
    lexicon, is_kept = term.lexicon, conditions.keeps
    most = (MOST_SLOWLY if conditions.is_slow else MOST_SYNSETS) // len(term.synsets)
    within = None
    if synset in high_synsets(lexicon) and (named := _named(term, conditions, lexicon.pos(synset))):
        names, within = named
        most, is_kept = len(within), lambda word: word.lower() in names
    for low in _below(lexicon, synset, relation, most, within):
        if conditions.subject and not conditions.subject.holds(low):
            continue
        for at, word in enumerate(lexicon.words(low)):
            if is_kept(word):
                yield word, lexicon.sense_counts(low)[at]


@lru_cache(maxsize=1)
def high_synsets(lexicon: Lexicon) -> frozenset[int]:
    """Return the synsets with MANY kinds below them, about a hundred; found once, in the parent."""
    kinds = {low for low, _ in lexicon.pointers.pairs(HYPERNYM)}
    return frozenset(high for high, number in Ways(lexicon).numbers_below(kinds).items() if number >= MANY)


@lru_cache(maxsize=2)  # each sense asks again
def _named(term: Term, conditions: WordFilter, pos: str) -> tuple[set[str], set[int]] | None:
    """Return the names that meet the conditions, and their synsets with all above; None if many may."""
    lexicon, names = term.lexicon, conditions.few_names(pos)
    if names is None:
        return None
    lows = {low for lemma in map(lexicon.number_of, names) for low in lexicon.entry(lemma, pos)}
    return names, Ways(lexicon).all_above(lows)


def _below(
    lexicon: Lexicon, synset: int, relation: str, most: int, within: Collection[int] | None = None
) -> Iterator[int]:
    """Yield every kind of `synset`, or every instance of it and of its kinds, the nearest first.

    Goes only through kinds that are `within` a set; ends when it has looked at about `most` kinds.
    """
    related, codes = lexicon.pointers.related, RELATIONS[relation]
    seen, waiting = {synset}, deque([synset])
    while waiting and len(seen) <= most:
        high = waiting.popleft()
        lower = [low for low in related(high, _KIND) if low not in seen and (within is None or low in within)]
        seen.update(lower)
        waiting.extend(lower)
        if _KIND in codes:
            yield from lower
        else:
            found = (low for code in codes for low in related(high, code))
            yield from (low for low in found if within is None or low in within)


FUNCTIONS: Final[Functions] = {"hierarchy": hierarchy}
