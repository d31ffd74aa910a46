"""Pairs to learn from: a description with the synset it means, and a sentence with the sense of its word.

Each pair has a few synsets that it should stay away from: for a description, those that the untrained
network finds nearest; for a sentence, the other senses of its word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

NEAREST = 40  # synsets among which the wrong ones of a description are
ORDER = 0.01  # taken off the likeness of a sense for each sense before it


class Pair(NamedTuple):
    """A text, the synset it means, synsets that it does not mean, and all that are right for its word."""

    text: str
    synset: int
    wrong: list[int]
    right: frozenset[int]


def of_descriptions(
    lexicon: Lexicon, described: list[tuple[int, str]], texts: np.ndarray, synsets: np.ndarray
) -> list[Pair]:
    """Return a pair for each description of a lemma, by the untrained vectors of both and of all synsets.

    A writer described one meaning of the word; it is the one whose gloss is most like the description.
    """
    pairs = []
    for (lemma, text), vector in zip(described, texts, strict=True):
        likeness = synsets @ vector
        senses = senses_of(lexicon, lemma)
        meant = max(range(len(senses)), key=lambda place: likeness[senses[place]] - ORDER * place)
        near = np.argpartition(-likeness, NEAREST)[:NEAREST].tolist()
        pairs.append(
            Pair(text, senses[meant], [each for each in near if each not in senses], frozenset(senses))
        )
    return pairs


def of_sentences(lexicon: Lexicon) -> Iterator[Pair]:
    """Yield a pair for each of WordNet's examples that holds a word of its synset with several senses."""
    for synset in range(lexicon.synset_count):
        for example in lexicon.examples(synset):
            for word in lexicon.words(synset):
                name = word.lower()
                senses = senses_of(lexicon, lexicon.number_of(name))
                if len(senses) > 1 and holds_any(lexicon, example, [name], lexicon.pos(synset)):
                    wrong = [sense for sense in senses if sense != synset]
                    text = f"{word.replace('_', ' ')}: {example}"
                    yield Pair(text, synset, wrong, frozenset([synset]))
                    break


def senses_of(lexicon: Lexicon, lemma: int) -> list[int]:
    """Return the synsets of a lemma as every part of speech."""
    return list(dict.fromkeys(synset for pos in POS_ORDER for synset in lexicon.entry(lemma, pos)))
