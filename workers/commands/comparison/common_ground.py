"""The meanings of two words that are nearest to each other, and the kind that both are."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.comparison.ancestors import Ways, too_general
from workers.commands.comparison.prominence import FEW_USES, SHARE
from workers.commands.term import Term
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


_MOST_COMPARED: Final = 4  # likely meanings of each word as each part of speech …
_MOST_STEPS: Final = 8  # … and the steps between two that have something in common
_MOST_RARE: Final = 10  # meanings of each word as a noun or a verb, rare ones among them …
# … the steps from each up to the kind that two are, and those between the two; verbs have short ways up.
_RARE_STEPS: Final = {"n": (3, 4), "v": (1, 2)}
_STEPS_OF_POS: Final = {"n": 0, "v": 2}  # the ways up from verbs are shorter
_STEPS_OF_RARE_PART: Final = 4  # that a part of speech costs, too, if the word is much rarer as such
_STEPS_A_RANK: Final = 2  # that each commoner meaning costs, if the texts tell which are common

# A synset above → its steps above the meaning from which it costs least, and that meaning.
_Above = dict[int, tuple[int, int]]


class Pair(NamedTuple):
    """Two meanings and the synset above both."""

    hypernym: int
    first: int
    second: int


def nearest_pair(term: Term, ways: Ways) -> Pair | None:
    """Return the likely meanings with the fewest steps between them; None if they have nothing in common."""
    second = term.second
    if not _shared(term, ways, term.prominent, second.prominent):
        return None  # so it is for most pairs
    common, second_common = _common_words(term), _common_words(second)
    if not (common and second_common):  # "turkey or greece" means the countries
        common, second_common = term.prominent, second.prominent
    costs, second_costs = _costs(term, common), _costs(second, second_common)
    shared = _shared(term, ways, costs, second_costs)
    if not shared:
        return None
    if sisters := _named_sisters(term, costs, second_costs):
        return sisters
    return _nearest(shared, _cheapest(costs, ways), _cheapest(second_costs, ways), _MOST_STEPS)


def _named_sisters(term: Term, own: Iterable[int], others: Iterable[int]) -> Pair | None:
    """Return two meanings just below one synset, of which one names the other word: a viscount, a baron."""
    second, general = term.second, too_general(term.lexicon)
    for one, other in product(own, others):
        if not (_names(second, term.definition(one)) or _names(term, second.definition(other))):
            continue
        parents = [each for each in term.lexicon.parents(one) if each in term.lexicon.parents(other)]
        if parents and parents[0] not in general:
            return Pair(parents[0], one, other)
    return None


def _names(term: Term, definition: str) -> bool:
    """Whether a definition has the word itself, as it was typed."""
    form = readable(term.form).lower()
    return form in definition and re.search(rf"\b{re.escape(form)}\b", definition) is not None


def common_kind(terms: Sequence[Term]) -> tuple[str, int]:
    """Return the nearest word of which all terms are kinds in a likely meaning, and the number of its sense.

    The word is empty if there is none that says something, as above *chair* and *happiness*; 0 is the first
    sense.
    """
    lexicon, ways = terms[0].lexicon, Ways(terms[0].lexicon)
    ups = [_cheapest(_costs(term, _common_words(term) or term.prominent), ways) for term in terms]
    shared = set.intersection(*map(set, ups)) - too_general(lexicon)
    shared -= {synset for term in terms for synset in term.meanings}
    nearest = min(shared, key=lambda high: (sum(up[high][0] for up in ups), high), default=None)
    if nearest is None:
        return "", 0
    name = lexicon.words(nearest)[0]
    number = Term(lexicon, name, for_reader=True).sense_number(nearest)
    return name, number if number > 1 else 0


def nearest_rare_pair(term: Term, ways: Ways) -> Pair | None:
    """Return the nearest of all nouns that two words can be, else of verbs, if these are very near."""
    second, are_verbs = term.second, term.main_pos == term.second.main_pos == "v"
    for pos in "nv" if are_verbs else "n":
        own, others = _as_part(term, pos), _as_part(second, pos)
        if not (own and others and _shared(term, ways, own, others)):
            continue
        most_up, most = _RARE_STEPS[pos]
        up, second_up = _just_above(own, ways, most_up), _just_above(others, ways, most_up)
        shared = (up.keys() & second_up.keys()) - too_general(term.lexicon)
        if found := _nearest(shared, up, second_up, most):
            return found
    return None


def _shared(term: Term, ways: Ways, lows: Iterable[int], others: Iterable[int]) -> set[int]:
    """Return the synsets that both have above them, or among them, and that say something."""
    return (ways.all_above(lows) & ways.all_above(others)) - too_general(term.lexicon)


def _nearest(shared: Collection[int], up: _Above, second_up: _Above, most: int) -> Pair | None:
    if not shared:
        return None
    hypernym = min(shared, key=lambda each: (up[each][0] + second_up[each][0], each))
    steps, first = up[hypernym]
    second_steps, second = second_up[hypernym]
    return Pair(hypernym, first, second) if steps + second_steps <= most else None


def _common_words(term: Term) -> list[int]:
    """Return the likely meanings that are no names, if the word was typed without a capital."""
    return [each for each in term.prominent if term.form.islower() and term.word_in(each).islower()]


def _costs(term: Term, likely: Sequence[int]) -> dict[int, int]:
    """Return the nouns and verbs of the likely meanings, each with the steps that its rarity costs."""
    found: dict[str, list[int]] = {pos: [] for pos in _STEPS_OF_POS}
    for synset in likely:
        found.get(term.lexicon.pos(synset), []).append(synset)
    costs = {}
    for pos, synsets in found.items():
        rank = _STEPS_A_RANK if synsets and term.uses(synsets[0]) >= FEW_USES else 0
        is_rare = rank and term.uses(term.meanings[0]) > SHARE * term.uses(synsets[0])
        of_part = _STEPS_OF_POS[pos] + (_STEPS_OF_RARE_PART if is_rare else 0)
        for at, synset in enumerate(synsets[:_MOST_COMPARED]):
            costs[synset] = of_part + rank * at
    return costs


def _cheapest(costs: dict[int, int], ways: Ways) -> _Above:
    found: _Above = {}
    for low, cost in costs.items():
        for high, steps in ways.above(low).items():
            if high not in found or cost + steps < found[high][0]:
                found[high] = cost + steps, low
    return found


def _as_part(term: Term, pos: str) -> list[int]:
    own = term.own
    return [synset for synset in term.meanings if own[synset].pos == pos][:_MOST_RARE]


def _just_above(lows: Iterable[int], ways: Ways, most: int) -> _Above:
    found: _Above = {}
    for low in lows:
        for high, steps in ways.just_above(low, most):
            if high not in found or steps < found[high][0]:
                found[high] = steps, low
    return found
