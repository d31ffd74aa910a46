"""The senses of a word in a sentence, each with the probability that it is meant.

Six measures decide. Their weights, except that of the uses, are fitted on WordNet's examples of 1,500
synsets that a trial network had not seen. There, an example never counts for its own sense: the
probabilities would become too high. docs/meanings.md says how the weight of the uses was chosen.

own      the similarity of the sentence and the sense, as vectors
around   the mean similarity of the sentence and the neighbours of the sense
example  the similarity of the sentence and the nearest example of the sense
shared   the words that the sentence shares with the words about the sense
uses     the logarithm of the uses in the tagged texts
place    whether the word before calls for the part of speech of the sense, as "to" calls for a verb
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from workers.meaning.encoder import encoder
from workers.meaning.example_vectors import example_vectors
from workers.meaning.vectors import vectors
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workers.meaning.network import Floats
    from workers.wordnet.lexicon import Lexicon

WEIGHTS: Final = (6.9, 3.2, 2.7, 1.1, 0.2, 2.5)  # of the measures, in the order above
# Somebody who makes up a sentence often has a rare meaning in mind. A long one comes from a text, where the
# usual meaning is likelier, and its vector tells less about each of its words.
FROM_A_TEXT: Final = 16  # words
USES_IN_A_TEXT: Final = 1.0  # the weight of the uses there
_NO_EXAMPLE: Final = 0.05  # how much less similar than a sense itself its missing example is
_UNUSED: Final = 0.5  # uses of a sense that the tagged texts lack
_DIGITS: Final = 3

_WORD: Final = re.compile(r"[a-z]{3,}")
_STEM: Final = 6  # letters, which words of one family mostly share
_EMPTY: Final = word_set(
    "the and are was were been its that this with for from she they his her their you not has had have one"
    " some but who which what when there all out can will would may into than then them him our your being"
)
_TOKEN: Final = re.compile(r"[a-z']+")
_SAME: Final = 4  # letters, which most forms of a word share
# Word → the parts of speech that it calls for in the word after it.
_CALLS_FOR: Final[dict[str, str]] = {
    word: letters
    for letters, words in {
        "nas": "a an the my your his her its our their this that these those some any no every each another",
        "v": "to will would can could may might must should shall do does did cannot i you we they he she",
        "as": "very so too more most quite rather is are was were am be been being seem seems",
    }.items()
    for word in words.split()
}


class WordInSentence(NamedTuple):
    """A word, the sentence, and each synset that the word can be there, with its uses in the tagged texts."""

    word: str
    sentence: str
    uses: Mapping[int, int]


def likelihoods(lexicon: Lexicon, words: Sequence[WordInSentence]) -> list[dict[int, float]]:
    """Return, for each word, the probability of each of its synsets; the network runs once for all."""
    sentences = list(dict.fromkeys(word.sentence for word in words if len(word.uses) > 1))
    queries = dict(zip(sentences, encoder().vectors(sentences) if sentences else (), strict=True))
    return [_likelihoods(lexicon, word, queries.get(word.sentence)) for word in words]


def _likelihoods(lexicon: Lexicon, word: WordInSentence, query: Floats | None) -> dict[int, float]:
    if query is None or not word.uses:
        return dict.fromkeys(word.uses, 1.0)  # no word in the sentence has several senses
    scores = measures(lexicon, word, query) @ np.array(_weights(word.sentence))
    powers = np.exp(scores - scores.max())
    return dict(zip(word.uses, map(float, np.round(powers / powers.sum(), _DIGITS)), strict=True))


def _weights(sentence: str) -> tuple[float, ...]:
    if len(sentence.split()) < FROM_A_TEXT:
        return WEIGHTS
    return (*WEIGHTS[:4], USES_IN_A_TEXT, WEIGHTS[5])


def measures(lexicon: Lexicon, word: WordInSentence, query: Floats) -> Floats:
    """Return the six measures of each synset, one synset a row; `query` is the vector of the sentence."""
    rows = vectors(lexicon).synsets
    own = rows.some_similarities(list(word.uses), query)
    around = [
        rows.some_similarities(near, query).mean() if (near := _neighbours(lexicon, synset)) else similar
        for synset, similar in zip(word.uses, own, strict=True)
    ]
    said = _stems(word.sentence) - _stems(word.word)
    shared = [_share(said, _about(lexicon, synset)) for synset in word.uses]
    uses = np.log(np.array(list(word.uses.values())) + _UNUSED)
    examples = example_vectors(lexicon)
    example = [
        similar - _NO_EXAMPLE if (nearest := examples.nearest(synset, query)) is None else nearest
        for synset, similar in zip(word.uses, own, strict=True)
    ]
    called_for = _called_for(word)
    place = [float(lexicon.pos(synset) in called_for) for synset in word.uses]
    measured: Floats = np.stack([own, around, example, shared, uses, place], 1)
    return measured


def _neighbours(lexicon: Lexicon, synset: int) -> list[int]:
    """Return the synsets to which a synset and its senses point."""
    of_senses = (
        lexicon.sense_synset(target)
        for sense in lexicon.senses(synset)
        for target in lexicon.sense_pointers.targets(sense)
    )
    return list(dict.fromkeys([*lexicon.pointers.targets(synset), *of_senses]))


def _about(lexicon: Lexicon, synset: int) -> set[str]:
    return _stems(" ".join([lexicon.definition(synset), *lexicon.examples(synset), *lexicon.words(synset)]))


def _share(said: set[str], about: set[str]) -> float:
    """Return the number of words that both have; a long entry holds some by chance."""
    return len(said & about) / math.sqrt(len(about) + 1)


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY}


def _called_for(word: WordInSentence) -> str:
    """Return the letters of the parts of speech that the sentence calls for where the word stands."""
    tokens = _TOKEN.findall(word.sentence.lower())
    start = word.word.lower()[:_SAME]
    return next(
        (_CALLS_FOR.get(before, "") for before, token in pairwise(tokens) if token.startswith(start)), ""
    )
