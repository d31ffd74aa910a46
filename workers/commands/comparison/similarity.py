"""The similarity of two words' meanings: path and Wu-Palmer similarity, with NLTK's figures."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

# The root above all roots, which NLTK simulates for all but nouns: `entity` is the real root of nouns.
_ROOT: Final = -1
_ROOT_NAME: Final = "*ROOT*"

# Synset → the length of the shortest way up to it.
_Distances = dict[int, int]


def similarity(term: Term) -> list[dict[str, Any]]:
    """Return the closest pair of senses of two words, as a list of one; empty if no two can be compared.

    Only senses of the same part of speech are compared: by path similarity, then by Wu-Palmer, then by the
    order of senses. The figures are NLTK's, except that a sense and itself have 1 in both. `hypernym` is the
    synset where the two meet, or None if they meet only at the simulated root.
    """
    lexicon = term.lexicon
    shared = next((synset for synset in term.meanings if synset in term.second.meanings), None)
    if shared is not None:
        return [_compared(term, (shared, shared), 1, 1)]
    first, second = _compared_senses(term)
    above = {synset: _distances(lexicon, synset) for synset in (*first, *second)}
    steps = {
        (one, other): _steps(above[one], above[other])
        for one in first
        for other in second
        if _kind(lexicon, one) == _kind(lexicon, other)
    }
    # There is always a way: nouns meet at `entity` at the latest, all others at the simulated root.
    if not steps:
        return []
    fewest = min(steps.values())
    closest = [pair for pair, count in steps.items() if count == fewest]
    wup, pair = max(
        ((_wu_palmer(lexicon, one, above[one], above[other]), (one, other)) for one, other in closest),
        key=lambda item: item[0],
    )
    return [_compared(term, pair, 1 / (fewest + 1), wup)]


def _compared_senses(term: Term) -> tuple[list[int], list[int]]:
    """Return the senses of both words; for a reader, if they can be the same part of speech, those in use.

    The soldier and the queen among the ants are none of these. The first word's main part of speech comes
    first.
    """
    one, other = term.meanings, term.second.meanings
    for part in dict.fromkeys(_kind(term.lexicon, each) for each in one) if term.for_reader else ():
        senses = _in_use(term, part), _in_use(term.second, part)
        if all(senses):
            return senses
    return one, other


def _in_use(term: Term, part: str) -> list[int]:
    """Return the first two senses as this part of speech, and the others that the tagged texts use."""
    senses = [synset for synset in term.meanings if _kind(term.lexicon, synset) == part]
    return senses[:2] + [synset for synset in senses[2:] if term.uses(synset)]


def _compared(term: Term, pair: tuple[int, int], path: float, wup: float) -> dict[str, Any]:
    one, other = pair
    meeting = lowest_common_hypernym(term.lexicon, one, other)
    return {
        "path": path,
        "wup": wup,
        "senses": [_shown(term, one), _shown(term.second, other)],
        "hypernym": None
        if meeting is None
        else {"words": term.lexicon.words(meeting), "definition": term.definition(meeting)},
    }


def _shown(term: Term, synset: int) -> dict[str, Any]:
    return {
        "sense": term.sense_number(synset),
        "pos": term.lexicon.pos(synset),
        "synonyms": term.lexicon.words(synset),
        "definition": term.definition(synset),
    }


def path_similarity(lexicon: Lexicon, one: int, other: int) -> float:
    """Return 1 / (1 + length of the shortest way) for two synsets of one part of speech."""
    return 1 / (_steps(_distances(lexicon, one), _distances(lexicon, other)) + 1)


def lowest_common_hypernym(lexicon: Lexicon, one: int, other: int) -> int | None:
    """Return the first synset of NLTK's `lowest_common_hypernyms`, or None if the two share no hypernym.

    It measures depth by the longest way to the root: a policeman and a chef meet at *person*, which is deeper
    so than *organism*.
    """
    above_other = _distances(lexicon, other)
    common = [synset for synset in _distances(lexicon, one) if synset in above_other and synset != _ROOT]
    deepest = max((lexicon.depth(synset)[1] for synset in common), default=0)
    lowest = [synset for synset in common if lexicon.depth(synset)[1] == deepest]
    return min(lowest, key=lexicon.synset_name, default=None)


def wu_palmer(lexicon: Lexicon, one: int, other: int) -> float:
    """Return NLTK's Wu-Palmer similarity of two synsets of one part of speech.

    NLTK takes their deepest common hypernym, measured by its shortest way to the root. Of several, the first
    by name counts.
    """
    return _wu_palmer(lexicon, one, _distances(lexicon, one), _distances(lexicon, other))


def _wu_palmer(lexicon: Lexicon, one: int, above_one: _Distances, above_other: _Distances) -> float:
    common = [synset for synset in above_one if synset in above_other]
    deepest = max(_min_depth(lexicon, synset) for synset in common)
    meetings = [synset for synset in common if _min_depth(lexicon, synset) == deepest]
    meeting = one if one in meetings else min(meetings, key=lambda synset: _name(lexicon, synset))
    above_meeting = {_ROOT: 0} if meeting == _ROOT else _distances(lexicon, meeting)
    depth = 1 + (0 if meeting == _ROOT else lexicon.depth(meeting)[1])
    ways = _steps(above_one, above_meeting) + _steps(above_other, above_meeting)
    return 2 * depth / (ways + 2 * depth)


def _distances(lexicon: Lexicon, synset: int) -> _Distances:
    """Return `synset` and every synset above it, with the lengths of the shortest ways up."""
    steps: _Distances = {}
    waiting = deque([(synset, 0)])
    while waiting:
        reached, count = waiting.popleft()
        if reached not in steps:
            steps[reached] = count
            waiting.extend((parent, count + 1) for parent in lexicon.parents(reached))
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


FUNCTIONS: Final[Functions] = {"similarity": similarity}
