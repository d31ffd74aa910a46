"""How close the meanings of two words are: path and Wu-Palmer similarity, with NLTK's figures."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from workers.hierarchy import parents

if TYPE_CHECKING:
    from workers.lexicon import Lexicon
    from workers.term import Term

# The root above all roots, which NLTK simulates for everything but nouns (they have one of their own).
_ROOT: Final = -1
_ROOT_NAME: Final = "*ROOT*"

# Synset → the fewest steps up to it.
_Distances = dict[int, int]


def similarity(term: Term) -> list[dict[str, Any]]:
    """Return the closest pair of senses of two words, as a list of one; empty if no pair is of one kind.

    Closest by path similarity, then by Wu-Palmer, then in sense order; only senses of the same part of speech
    are compared. `hypernym` is where the two meet: None where that is only the root which NLTK simulates.
    """
    lexicon = term.lexicon
    first = {synset: _distances(lexicon, synset) for synset in term.synsets}
    second = {synset: _distances(lexicon, synset) for synset in term.second.synsets}
    steps = {
        (one, other): _steps(above_one, above_other)
        for one, above_one in first.items()
        for other, above_other in second.items()
        if _kind(lexicon, one) == _kind(lexicon, other)
    }
    # Nouns all meet at `entity`, everything else at the simulated root: there is always a way.
    if not steps:
        return []
    fewest = min(steps.values())
    closest = [pair for pair, count in steps.items() if count == fewest]
    measured = [(wu_palmer(lexicon, *pair), pair) for pair in closest]
    (wup, meeting), (one, other) = max(measured, key=lambda item: item[0][0])
    return [
        {
            "path": 1 / (fewest + 1),
            "wup": wup,
            "senses": [_shown(lexicon, one, first), _shown(lexicon, other, second)],
            "hypernym": None
            if meeting is None
            else {"words": lexicon.words(meeting), "definition": lexicon.definition(meeting)},
        }
    ]


def path_similarity(lexicon: Lexicon, one: int, other: int) -> float:
    """Return 1 / (1 + steps of the shortest way) for two synsets of one part of speech."""
    return 1 / (_steps(_distances(lexicon, one), _distances(lexicon, other)) + 1)


def wu_palmer(lexicon: Lexicon, one: int, other: int) -> tuple[float, int | None]:
    """Return the Wu-Palmer similarity of two synsets of one part of speech, and the synset where they meet.

    That is their deepest common hypernym by its shortest way to the root, as NLTK has it; for a tie, the
    first by name.
    """
    above_one, above_other = _distances(lexicon, one), _distances(lexicon, other)
    common = [synset for synset in above_one if synset in above_other]
    deepest = max(_min_depth(lexicon, synset) for synset in common)
    meetings = [synset for synset in common if _min_depth(lexicon, synset) == deepest]
    meeting = one if one in meetings else min(meetings, key=lambda synset: _name(lexicon, synset))
    above_meeting = {_ROOT: 0} if meeting == _ROOT else _distances(lexicon, meeting)
    depth = 1 + (0 if meeting == _ROOT else lexicon.depth(meeting)[1])
    ways = _steps(above_one, above_meeting) + _steps(above_other, above_meeting)
    return 2 * depth / (ways + 2 * depth), None if meeting == _ROOT else meeting


def _distances(lexicon: Lexicon, synset: int) -> _Distances:
    """Return every synset above `synset`, and itself, with the fewest steps up to it."""
    steps: _Distances = {}
    waiting = deque([(synset, 0)])
    while waiting:
        reached, count = waiting.popleft()
        if reached not in steps:
            steps[reached] = count
            waiting.extend((parent, count + 1) for parent in parents(lexicon, reached))
    if lexicon.pos(synset) != "n":
        steps[_ROOT] = max(steps.values()) + 1
    return steps


def _steps(above_one: _Distances, above_other: _Distances) -> int:
    return min(count + above_other[synset] for synset, count in above_one.items() if synset in above_other)


def _kind(lexicon: Lexicon, synset: int) -> str:
    pos = lexicon.pos(synset)
    return "a" if pos == "s" else pos


def _min_depth(lexicon: Lexicon, synset: int) -> int:
    return 0 if synset == _ROOT else lexicon.depth(synset)[0]


def _name(lexicon: Lexicon, synset: int) -> str:
    return _ROOT_NAME if synset == _ROOT else lexicon.synset_name(synset)


def _shown(lexicon: Lexicon, synset: int, senses: dict[int, _Distances]) -> dict[str, Any]:
    return {
        "sense": list(senses).index(synset) + 1,
        "pos": lexicon.pos(synset),
        "synonyms": lexicon.words(synset),
        "definition": lexicon.definition(synset),
    }
