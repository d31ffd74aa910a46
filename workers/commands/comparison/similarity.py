"""The similarity of two words' meanings: path and Wu-Palmer similarity, with NLTK's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from workers.commands.comparison.ancestors import Ways

if TYPE_CHECKING:
    from workers.commands.term import Functions, Term
    from workers.wordnet.lexicon import Lexicon

_Pair = tuple[int, int]  # of synsets


def similarity(term: Term) -> list[dict[str, Any]]:
    """Return the closest pair of senses of two words, as a list of one; empty if no two can be compared.

    Only senses of the same part of speech are compared: by path similarity, then by Wu-Palmer, then by the
    order of senses. The figures are NLTK's, except that a sense and itself have 1 in both. `hypernym` is the
    synset where the two meet, or None if they meet only at the simulated root.
    """
    lexicon, ways = term.lexicon, Ways(term.lexicon)
    shared = next((synset for synset in term.meanings if synset in term.second.meanings), None)
    if shared is not None:
        return [_compared(term, ways, (shared, shared), 1, 1)]
    first, second = _compared_senses(term)
    steps = {
        (one, other): shortest_way(ways, one, other)
        for one in first
        for other in second
        if _kind(lexicon, one) == _kind(lexicon, other)
    }
    # There is always a way: nouns meet at `entity` at the latest, all others at the simulated root.
    if not steps:
        return []
    fewest = min(steps.values())
    closest = [pair for pair, count in steps.items() if count == fewest]
    alike = {pair: wu_palmer(lexicon, ways, *pair) for pair in closest}
    pair = max(alike, key=alike.__getitem__)
    return [_compared(term, ways, pair, 1 / (fewest + 1), alike[pair])]


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


def _compared(term: Term, ways: Ways, pair: _Pair, path: float, wup: float) -> dict[str, Any]:
    one, other = pair
    meeting = lowest_common_hypernym(term.lexicon, ways, one, other)
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


def lowest_common_hypernym(lexicon: Lexicon, ways: Ways, one: int, other: int) -> int | None:
    """Return the first synset of NLTK's `lowest_common_hypernyms`, or None if the two share no hypernym.

    It measures depth by the longest way to the root: a policeman and a chef meet at *person*, which is deeper
    so than *organism*.
    """
    depths = {synset: lexicon.depth(synset)[1] for synset in ways.common(one, other)}
    return _deepest(lexicon, depths)


def wu_palmer(lexicon: Lexicon, ways: Ways, one: int, other: int) -> float:
    """Return NLTK's Wu-Palmer similarity of two synsets of one part of speech.

    NLTK takes their deepest common hypernym, measured by its shortest way to the root. Of several, the first
    by name counts.
    """
    depths = {synset: lexicon.depth(synset)[0] for synset in ways.common(one, other)}
    # NLTK simulates a root above all roots, but not for nouns: `entity` is the real root of these.
    is_simulated = lexicon.pos(one) != "n" and one not in depths and not any(depths.values())
    meeting = None if is_simulated else _deepest(lexicon, depths, one)
    if meeting is None:
        depth, steps = 1, _steps_by_root(ways, one, other)
    else:
        depth = 1 + lexicon.depth(meeting)[1]
        steps = sum(shortest_way(ways, each, meeting) for each in (one, other))
    return 2 * depth / (steps + 2 * depth)


def _deepest(lexicon: Lexicon, depths: dict[int, int], first: int | None = None) -> int | None:
    """Return the deepest of some synsets: `first`, if it is one of several, or else the first by name."""
    most = max(depths.values(), default=0)
    deepest = [synset for synset, depth in depths.items() if depth == most]
    if first in deepest:
        return first
    return min(deepest, key=lexicon.synset_name, default=None)


def shortest_way(ways: Ways, one: int, other: int) -> int:
    """Return the length of the shortest way between two synsets, at most by way of the simulated root."""
    steps = ways.steps(one, other)
    return _steps_by_root(ways, one, other) if steps is None else steps


def _steps_by_root(ways: Ways, one: int, other: int) -> int:
    """Return the length of the way by the simulated root, which is one step above the farthest synset."""
    return sum(max(ways.above(each).values()) + 1 for each in (one, other))


def _kind(lexicon: Lexicon, synset: int) -> str:
    pos = lexicon.pos(synset)
    return "a" if pos == "s" else pos


FUNCTIONS: Final[Functions] = {"similarity": similarity}
