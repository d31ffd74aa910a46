"""The synsets above a synset: the way up to each, and where two synsets meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

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
    human_action physical_condition natural_object message signal way time_period
    move make act be have do get create touch connect cause affect use think interact
    """
)


class Ways:
    """The shortest ways up from synsets, each found at the first question about it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._above: dict[int, dict[int, tuple[int, int]]] = {}

    def above(self, synset: int) -> dict[int, tuple[int, int]]:
        """Return synset → (its number of steps above `synset`, the synset one step below), nearest first."""
        found = self._above.get(synset)
        if found is None:
            found = self._above[synset] = {synset: (0, synset)}
            parents, level, steps = self._lexicon.parents, [synset], 0
            while level:
                steps += 1
                up = []
                for below in level:
                    for parent in parents(below):
                        if parent not in found:
                            found[parent] = (steps, below)
                            up.append(parent)
                level = up
        return found

    def reach(self, lows: Sequence[int], wanted: Collection[int]) -> bool:
        """Whether one of `wanted` is among `lows` or above one of them; faster than to look at each."""
        parents, seen, level = self._lexicon.parents, set(lows), list(lows)
        while level:
            above = {parent for below in level for parent in parents(below)}
            level = list(above - seen)
            seen |= above
        return not seen.isdisjoint(wanted)

    def path(self, low: int, high: int) -> list[int]:
        """Return the shortest way from `low` up to `high`, both included."""
        above = self.above(low)
        path = [high]
        while path[-1] != low:
            path.append(above[path[-1]][1])
        return path[::-1]

    def root(self, low: int) -> int:
        """Return the highest synset above `low` on its shortest way up, or `low` itself."""
        return max(self.above(low).items(), key=lambda item: item[1][0])[0]

    def first_among(self, low: int, wanted: Collection[int]) -> int | None:
        """Return the nearest synset above `low`, or `low` itself, that is among `wanted`; None if none is."""
        above = self.above(low)
        return None if above.keys().isdisjoint(wanted) else next(each for each in above if each in wanted)

    def meeting(self, one: int, other: int) -> tuple[int, int] | None:
        """Return the synset where the ways up from two synsets meet soonest, and the steps in all."""
        up, other_up = self.above(one), self.above(other)
        steps = [(count + other_up[at][0], at) for at, (count, _) in up.items() if at in other_up]
        if not steps:
            return None
        count, at = min(steps, key=lambda item: (item[0], -self._lexicon.depth(item[1])[1]))
        return at, count


def is_too_general(lexicon: Lexicon, synset: int) -> bool:
    """Whether a synset says nearly nothing about those below it, such as *entity* and *artifact*."""
    return lexicon.words(synset)[0].lower() in _TOO_GENERAL
