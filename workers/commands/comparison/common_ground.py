"""The meanings of two words that are nearest to each other, and the kind that both are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.comparison.ancestors import too_general
from workers.commands.comparison.prominence import FEW_USES

if TYPE_CHECKING:
    from workers.commands.comparison.ancestors import Ways
    from workers.commands.term import Term

_MOST_COMPARED: Final = 4  # likely meanings of each word as each part of speech …
_MOST_UNLIKELY: Final = 10  # … and of all its meanings
_MOST_STEPS: Final = 8  # between two likely meanings that have something in common …
_FEWEST_STEPS: Final = 4  # … and between any two
_STEPS_OF_POS: Final = {"n": 0, "v": 2}  # the ways up from verbs are shorter
_STEPS_A_RANK: Final = 2  # that each commoner meaning costs, if the texts tell which are common


class Pair(NamedTuple):
    """Two meanings and the synset above both."""

    hypernym: int
    first: int
    second: int


def nearest_pair(term: Term, ways: Ways, *, likely: bool = True) -> Pair | None:
    """Return the two meanings with the fewest steps between them; None if they have nothing in common.

    Only `likely` meanings count, or else all of them, but those must be nearer to each other.
    """
    most = _MOST_STEPS if likely else _FEWEST_STEPS
    costs, second_costs = (_costs(each, likely=likely) for each in (term, term.second))
    shared = ways.all_above(costs).intersection(ways.all_above(second_costs)) - too_general(term.lexicon)
    if not shared:
        return None
    up, second_up = _cheapest(costs, ways), _cheapest(second_costs, ways)
    hypernym = min(shared, key=lambda each: (up[each][0] + second_up[each][0], each))
    steps, first = up[hypernym]
    second_steps, second = second_up[hypernym]
    return Pair(hypernym, first, second) if steps + second_steps <= most else None


def _costs(term: Term, *, likely: bool) -> dict[int, int]:
    """Return the meanings to compare, nouns and verbs, each with the steps that its rarity costs."""
    most = _MOST_COMPARED if likely else _MOST_UNLIKELY
    found: dict[str, list[int]] = {pos: [] for pos in _STEPS_OF_POS}
    for synset in term.prominent if likely else term.meanings:
        found.get(term.lexicon.pos(synset), []).append(synset)
    costs = {}
    for pos, synsets in found.items():
        rank = _STEPS_A_RANK if likely and synsets and term.uses(synsets[0]) >= FEW_USES else 0
        costs.update({synset: _STEPS_OF_POS[pos] + rank * at for at, synset in enumerate(synsets[:most])})
    return costs


def _cheapest(costs: dict[int, int], ways: Ways) -> dict[int, tuple[int, int]]:
    """Return each synset above → its steps above the meaning from which it costs least, and that meaning."""
    found: dict[int, tuple[int, int]] = {}
    for low, cost in costs.items():
        for high, steps in ways.above(low).items():
            if high not in found or cost + steps < found[high][0]:
                found[high] = cost + steps, low
    return found
