"""The adjectives for a high degree of another one: *tiny* for "very small".

They stand around it in WordNet; the encoder alone finds words for any size close to that.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from workers.wordnet.glosses import definition_for_reader
from workers.wordnet.relations import CODES, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workers.meaning.word_search import Scores
    from workers.wordnet.lexicon import Lexicon

_DEGREE: Final = (
    r"(?:very|extremely|really|intensely|exceedingly|extraordinarily|unusually|incredibly"
    r"|greatly|deeply|highly)"
)
_DESCRIBED: Final = re.compile(rf"(?:{_DEGREE},? )+(?P<quality>[a-z-]+)", re.IGNORECASE)
_HIGH: Final = re.compile(
    rf"\b(?:{_DEGREE}|extreme|intense|exceptional\w*|profound\w*|full of|complete\w*|utter\w*)\b"
)
_LOW: Final = re.compile(r"\b(?:somewhat|rather|moderate\w*|fairly|comparative|slight\w*|less|more)\b")
_ALSO_SEE: Final = CODES["^"]
# Added to the scores, as chosen by thirty such descriptions.
_NEAR: Final = 0.05  # of a word for about this quality
_TO_DEGREE: Final = 0.15  # of one whose gloss says that it is a high degree, in other words
_LITTLE: Final = -0.2  # of one that is a low degree: *damp* for "very wet"


def quality_in(description: str) -> str:
    """Return the quality of which a description says a high degree, or nothing.

    >>> quality_in("very cold"), quality_in("a very cold wind")
    ('cold', '')
    """
    found = _DESCRIBED.fullmatch(description)
    return found["quality"].lower() if found else ""


def favour_degree(lexicon: Lexicon, scores: Scores, description: str, own: Iterable[int]) -> None:
    """Raise the scores of the adjectives around those of the quality described, its `own` meanings."""
    heads = [head for each in own for head in _heads(lexicon, each)]
    similar = [near for head in heads for near in _similar(lexicon, head)]
    further = [near for head in heads for near in _further(lexicon, head)]
    added: dict[int, float] = {}
    for synset in dict.fromkeys(chain(similar, further)):
        definition = definition_for_reader(lexicon, synset)
        bonus = _bonus(definition, description, _NEAR if synset in similar else 0)
        scores.of_synsets[synset] += bonus
        for word in lexicon.words(synset):
            lemma = lexicon.number_of(word.lower())
            added[lemma] = max(bonus, added.get(lemma, bonus))
    for lemma, bonus in added.items():
        scores.of_lemmas[lemma] += bonus


def _bonus(definition: str, description: str, near: float) -> float:
    """Return what is added for a definition; one in the same words stands high already."""
    if _LOW.search(definition):
        return _LITTLE
    return _TO_DEGREE if _HIGH.search(definition) and description.lower() not in definition else near


def _heads(lexicon: Lexicon, synset: int) -> list[int]:
    is_satellite = lexicon.pos(synset) == "s"
    return [synset, *(lexicon.pointers.related(synset, SIMILAR) if is_satellite else ())]


def _similar(lexicon: Lexicon, head: int) -> Iterator[int]:
    """Yield an adjective and those of its cluster."""
    yield head
    yield from lexicon.pointers.related(head, SIMILAR)


def _further(lexicon: Lexicon, head: int) -> Iterator[int]:
    """Yield the adjectives that WordNet says to see also, and those of their clusters."""
    for other in lexicon.pointers.related(head, _ALSO_SEE):
        for each in _heads(lexicon, other):
            yield from _similar(lexicon, each)
