"""Finds words by a description: the vectors of their meanings, and of descriptions by people, nearest to it.

Exact search: each of the 118,000 synsets is compared, which takes a core about 4 ms.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from workers.meaning.encoder import encoder
from workers.meaning.shared_words import content_words, shared
from workers.meaning.vectors import vectors
from workers.wordnet.glosses import definition_for_reader
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.offensive import never_offered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workers.meaning.network import Floats
    from workers.meaning.vectors import Vectors
    from workers.wordnet.lexicon import Lexicon

# Added to the similarity of a word; chosen on descriptions by a pen that is not in the vectors' file.
COMMONNESS: Final = 0.06  # for the commonest, down to nothing for the rarest, by the logarithm of its rank
FIRST_RANKS: Final = 10  # which are about equally common
SEVERAL_WORDS: Final = -0.05  # for a name of several words, because people look for one
DESCRIBED: Final = 0.02  # for a description by a person, which says more about another than a gloss does
DESCRIBED_SHORT: Final = -0.04  # instead, where another has this many words: those are like glosses
SHORT: Final = range(2, 6)
SAME_PART: Final = 0.05  # for the part of speech that the description begins like
SAME_WORDS: Final = 0.3  # for a definition in the same words, less for one that shares some of them
COMPARED: Final = 64  # of the nearest definitions

_WORD: Final = re.compile(r"[a-z]+")
# "the study of birds", "someone who …", "fear of spiders"; "to walk slowly".
_LIKE_NOUN: Final = re.compile(
    r"(an?|the|people|persons?|place|some(one|body|thing)|\w+ (of|who|that|which|for|where))\b", re.IGNORECASE
)
_LIKE_VERB: Final = re.compile(r"to \w", re.IGNORECASE)


class Found(NamedTuple):
    """A word, the synset that fits the description, and how well it does: about 1 is a certain match."""

    lemma: int
    synset: int
    score: float


# From scores to probabilities; fitted on the same descriptions.
SHARPNESS: Final = 0.035  # a word that scores this much better is e times as likely
UNFOUND: Final = 0.74  # the score of "none of these"


class Scores(NamedTuple):
    """How well each lemma and each synset of a lexicon fits a description."""

    of_lemmas: Floats
    of_synsets: Floats


class WordSearch:
    """The meanings of all words of a lexicon, to be searched by description."""

    def __init__(self, lexicon: Lexicon, vectors: Vectors) -> None:
        self._lexicon = lexicon
        self._vectors = vectors
        entries, entries_at = lexicon.all_entries()
        synsets = np.asarray(entries).astype(np.intp)  # NumPy would convert other numbers at each use
        places = np.asarray(entries_at).astype(np.int64)
        firsts = places[:: len(POS_ORDER)]
        self._first_synsets = synsets[firsts[: lexicon.lemma_count]]
        # Most lemmas have one synset; only the others need the slower maximum.
        counts = np.diff(firsts)
        self._several = np.flatnonzero(counts > 1)
        self._synsets_of_several = synsets[np.repeat(counts > 1, counts)]
        self._several_at = np.cumsum(counts[self._several]) - counts[self._several]
        several = np.array(["_" in name for name in lexicon.lemma_names()])
        self._liking: Floats = (SEVERAL_WORDS * several).astype(np.float32)
        ranks = np.log1p(np.arange(lexicon.lemma_count) / FIRST_RANKS)
        self._liking[np.asarray(lexicon.letters.ranked)] += COMMONNESS * (1 - ranks / ranks[-1])
        self._liking[list(map(lexicon.number_of, never_offered(lexicon)))] = -np.inf
        self._has_part = np.diff(places).reshape(-1, len(POS_ORDER)) > 0
        self._parts = np.frombuffer(bytes(lexicon.tables["synset_pos"]).replace(b"s", b"a"), np.uint8)

    def find(self, description: str, most: int, among: Collection[int] | None = None) -> list[Found]:
        """Return the `most` likeliest words, the likeliest first; only lemmas `among` these, if given."""
        return self.best(self.scores(description), most, among)

    def scores(self, description: str, pos: str | None = None) -> Scores:
        """Return how well every word and every synset fits a description; only those of `pos`, if given.

        Nobody looks for a word that the description has itself.
        """
        meaning = encoder().vector(description)
        of_synsets = self._vectors.synsets.similarities(meaning)
        is_short = len(description.split()) in SHORT
        of_described = self._vectors.described.similarities(meaning)
        of_described += DESCRIBED_SHORT if is_short else DESCRIBED
        if pos:
            of_synsets[self._parts != ord(pos.replace("s", "a"))] = -np.inf
        elif part := "n" if _LIKE_NOUN.match(description) else "v" if _LIKE_VERB.match(description) else "":
            of_synsets[self._parts == ord(part)] += SAME_PART
            of_described[self._has_part[self._vectors.lemmas, POS_ORDER.index(part)]] += SAME_PART
        self._favour_same_words(of_synsets, description)
        scores = of_synsets[self._first_synsets]
        scores[self._several] = np.maximum.reduceat(of_synsets[self._synsets_of_several], self._several_at)
        np.maximum.at(scores, self._vectors.lemmas, of_described)
        scores += self._liking
        scores[self._said(description)] = -np.inf
        return Scores(scores, of_synsets)

    def best(self, scores: Scores, most: int, among: Collection[int] | None = None) -> list[Found]:
        """Return the `most` likeliest words by their scores, as `find` does."""
        of_lemmas, of_synsets = scores
        return [
            Found(lemma, self._nearest(lemma, of_synsets), float(of_lemmas[lemma]))
            for lemma in self.ranked(scores, most, among)
        ]

    def ranked(self, scores: Scores, most: int, among: Collection[int] | None = None) -> list[int]:
        """Return the lemmas of the `most` likeliest words, as `best` does."""
        of_lemmas = scores.of_lemmas
        lemmas = None if among is None else np.fromiter(among, np.int64)
        values = of_lemmas if lemmas is None else of_lemmas[lemmas]
        best = np.argpartition(values, -most)[-most:] if len(values) > most else np.arange(len(values))
        found = best if lemmas is None else lemmas[best]
        found = found[np.lexsort((found, -of_lemmas[found]))]  # equal ones in the lexicon's order
        likely: list[int] = found[of_lemmas[found] > -np.inf].tolist()
        return likely

    def meanings(self, scores: Scores, most: int) -> list[int]:
        """Return the `most` likeliest synsets, the likeliest first."""
        best = np.argpartition(scores.of_synsets, -most)[-most:]
        return [int(synset) for synset in best[np.argsort(-scores.of_synsets[best])]]

    def _favour_same_words(self, of_synsets: Floats, description: str) -> None:
        """Raise the scores of definitions in the same words: the vectors of rare words are vague."""
        words = content_words(description)
        for synset in map(int, np.argpartition(of_synsets, -COMPARED)[-COMPARED:]):
            definition = definition_for_reader(self._lexicon, synset)
            of_synsets[synset] += SAME_WORDS * shared(words, definition) ** 2

    def _said(self, description: str) -> list[int]:
        """Return the lemmas of which the words of a description can be forms."""
        lexicon, words = self._lexicon, _WORD.findall(description.lower())
        forms = [names for word in words for names in lexicon.all_dictionary_forms(word).values()]
        return [lexicon.number_of(name) for names in forms for name in names]

    def _nearest(self, lemma: int, of_synsets: Floats) -> int:
        own = [synset for pos in POS_ORDER for synset in self._lexicon.entry(lemma, pos)]
        return max(own, key=lambda synset: float(of_synsets[synset]))


def likelihoods(found: Sequence[Found]) -> dict[int, float]:
    """Return the probability of each synset of the words found; together they leave room for none of them."""
    odds = [exp((each.score - UNFOUND) / SHARPNESS) for each in found]
    total = 1 + sum(odds)
    shares: dict[int, float] = {}
    for each, own in zip(found, odds, strict=True):
        shares[each.synset] = shares.get(each.synset, 0.0) + own / total
    return shares


@lru_cache(maxsize=1)
def word_search(lexicon: Lexicon) -> WordSearch:
    """Return the search, made at the first call (in a worker, before it forks)."""
    return WordSearch(lexicon, vectors(lexicon))
