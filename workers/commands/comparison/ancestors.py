"""The synsets above a synset: the way up to each, and where two synsets meet."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from workers.wordnet.lexicon import Lexicon

# First words of synsets that say nearly nothing about what is below them.
_TOO_GENERAL: Final = word_set(
    """
    entity physical_entity abstraction abstract_entity object whole thing matter substance artifact
    psychological_feature cognition attribute state event act activity action group relation measure
    communication process phenomenon natural_phenomenon instrumentality causal_agent location region part
    unit living_thing organism content change property quality quantity magnitude social_group
    happening condition point position possession social_relation material piece body shape form
    knowledge structure definite_quantity fundamental_quantity collection gathering social_event
    human_action physical_condition natural_object message signal way time_period containerful
    device implement equipment solid fluid
    move make act be have do get create touch connect cause affect use think interact
    """
)


class Ways:
    """The shortest ways up from synsets; it reads each from the snapshot at the first question about it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        tables = lexicon.tables
        self._row_of, self._rows_at = tables["way_of"], tables["ways_at"]
        self._rows, self._steps = tables["ways"], tables["way_steps"]
        self._above: dict[int, dict[int, int]] = {}
        self._all_above: dict[tuple[int, ...], set[int]] = {}

    def above(self, synset: int) -> dict[int, int]:
        """Return each synset above → its number of steps above `synset`, the nearest first; itself, too."""
        found = self._above.get(synset)
        if found is None:
            row = self._row_of[synset]
            start, end = self._rows_at[row], self._rows_at[row + 1]
            found = self._above[synset] = {synset: 0}
            found.update(zip(self._rows[start:end], self._steps[start:end].tobytes(), strict=True))
        return found

    def just_above(self, low: int, most: int) -> Iterator[tuple[int, int]]:
        """Yield each synset up to `most` steps above `low`, and the steps; itself, too."""
        yield low, 0
        row = self._row_of[low]
        start = self._rows_at[row]
        end = bisect_right(self._steps, most, start, self._rows_at[row + 1])
        yield from zip(self._rows[start:end], self._steps[start:end], strict=True)

    def reach(self, lows: Iterable[int], wanted: AbstractSet[int]) -> bool:
        """Whether one of `wanted` is among `lows` or above one of them; faster than to look at each."""
        if not wanted.isdisjoint(lows):
            return True
        rows, at, row_of = self._rows, self._rows_at, self._row_of
        own = {row_of[low] for low in lows}
        return any(not wanted.isdisjoint(rows[at[row] : at[row + 1]]) for row in own)

    def leads_to(self, low: int, wanted: AbstractSet[int]) -> bool:
        """Whether `low` or a synset above it is one of `wanted`."""
        row = self._row_of[low]
        above = self._rows[self._rows_at[row] : self._rows_at[row + 1]]
        return low in wanted or not wanted.isdisjoint(above)

    def all_above(self, lows: Iterable[int]) -> set[int]:
        """Return `lows` and all synsets above them."""
        key = tuple(lows)
        found = self._all_above.get(key)
        if found is None:
            rows, at, row_of, found = self._rows, self._rows_at, self._row_of, set(key)
            for row in {row_of[low] for low in key}:
                found.update(rows[at[row] : at[row + 1]])
            self._all_above[key] = found
        return found

    def numbers_below(self, lows: Iterable[int]) -> Counter[int]:
        """Return each synset above some of `lows` → how many of them are below it."""
        found: Counter[int] = Counter()
        for row, number in Counter(self._row_of[low] for low in lows).items():
            for high in self._rows[self._rows_at[row] : self._rows_at[row + 1]]:
                found[high] += number
        return found

    def path(self, low: int, high: int) -> list[int]:
        """Return the shortest way from `low` up to `high`, both included."""
        up = self.above(low)
        path = list(islice(up, up[high] + 1))
        if path[-1] == high:  # every step has but one synset, as nearly always
            return path
        path = [low]
        for left in range(up[high] - 1, -1, -1):
            parents = self._lexicon.parents(path[-1])
            nearer = (each for each in parents if self.above(each).get(high) == left)
            path.append(parents[0] if len(parents) == 1 else next(nearer))
        return path

    def root(self, low: int) -> int:
        """Return the highest synset above `low` on its shortest way up, or `low` itself."""
        above = self.above(low)
        return max(above, key=above.__getitem__)

    def first_among(self, low: int, wanted: Collection[int]) -> int | None:
        """Return the nearest synset above `low`, or `low` itself, that is among `wanted`; None if none is."""
        above = self.above(low)
        return None if above.keys().isdisjoint(wanted) else next(each for each in above if each in wanted)

    def steps(self, one: int, other: int) -> int | None:
        """Return the fewest steps between two synsets by one above both; None if there is none."""
        up, other_up = self.above(one), self.above(other)
        fewest: int | None = None
        for high, steps in up.items():
            if fewest is not None and steps >= fewest:
                break  # the nearest come first
            if high in other_up and (fewest is None or steps + other_up[high] < fewest):
                fewest = steps + other_up[high]
        return fewest

    def common(self, one: int, other: int) -> set[int]:
        """Return the synsets above both, themselves among them."""
        return self.above(one).keys() & self.above(other).keys()

    def meeting(self, one: int, other: int) -> tuple[int, int] | None:
        """Return the synset where the ways up from two synsets meet soonest, and the steps in all."""
        up, other_up, shared = self.above(one), self.above(other), self.common(one, other)
        if not shared:
            return None
        steps = {each: up[each] + other_up[each] for each in shared}
        fewest = min(steps.values())
        nearest = [each for each in shared if steps[each] == fewest]
        if len(nearest) == 1:
            return nearest[0], fewest
        depth = self._lexicon.depth
        return min(nearest, key=lambda each: (-depth(each)[1], up[each], each)), fewest


@lru_cache(maxsize=4)
def too_general(lexicon: Lexicon) -> frozenset[int]:
    """Return the synsets that say nearly nothing about those below them, such as *entity* and *artifact*."""
    lemmas = map(lexicon.number_of, _TOO_GENERAL)
    synsets = (synset for lemma in lemmas for pos in "nv" for synset in lexicon.entry(lemma, pos))
    return frozenset(synset for synset in synsets if lexicon.words(synset)[0].lower() in _TOO_GENERAL)
