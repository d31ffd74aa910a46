"""The ways up from synsets agree with WordNet's pointers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.ancestors import Ways, too_general

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.fixture
def ways(lexicon: Lexicon) -> Ways:
    return Ways(lexicon)


def noun(lexicon: Lexicon, name: str, sense: int = 1) -> int:
    return lexicon.entry(lexicon.number_of(name), "n")[sense - 1]


def test_a_way_leads_up_step_by_step(lexicon: Lexicon, ways: Ways) -> None:
    dog, animal = noun(lexicon, "dog"), noun(lexicon, "animal")
    path = ways.path(dog, animal)

    assert (path[0], path[-1]) == (dog, animal)
    assert all(high in lexicon.parents(low) for low, high in pairwise(path))
    assert ways.path(dog, dog) == [dog]


def test_the_nearest_of_several_synsets_is_found(lexicon: Lexicon, ways: Ways) -> None:
    dog, animal, entity = (noun(lexicon, name) for name in ("dog", "animal", "entity"))

    assert ways.first_among(dog, {entity, animal}) == animal
    assert ways.first_among(dog, {dog, animal}) == dog
    assert ways.first_among(entity, {dog}) is None
    assert ways.reach([entity, dog], {animal})
    assert ways.reach([entity, dog], {entity})
    assert not ways.reach([entity, animal], {dog})
    assert ways.root(dog) == entity
    assert dict(ways.just_above(dog, 2)) == {
        high: steps for high, steps in ways.above(dog).items() if steps <= 2
    }


def test_the_synsets_below_another_are_counted(lexicon: Lexicon, ways: Ways) -> None:
    dog, cat, carnivore = (noun(lexicon, name) for name in ("dog", "cat", "carnivore"))
    numbers = ways.numbers_below([dog, cat, carnivore])

    assert numbers[carnivore] == 2
    assert numbers[noun(lexicon, "animal")] == 3
    assert numbers[dog] == 0


def test_two_synsets_meet_where_their_ways_do(lexicon: Lexicon, ways: Ways) -> None:
    dog, cat, carnivore = (noun(lexicon, name) for name in ("dog", "cat", "carnivore"))
    verb = lexicon.entry(lexicon.number_of("run"), "v")[0]

    assert ways.meeting(dog, cat) == (carnivore, 4)
    assert ways.meeting(dog, verb) is None
    assert [ways.steps(dog, each) for each in (dog, cat, carnivore, verb)] == [0, 4, 2, None]


def test_a_synset_near_the_top_is_too_general(lexicon: Lexicon) -> None:
    assert noun(lexicon, "entity") in too_general(lexicon)
    assert noun(lexicon, "carnivore") not in too_general(lexicon)
