"""The hierarchy has NLTK's paths from the root to each sense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from shared.messages import Where
from tests.workers.questions import look_up
from workers.commands.comparison.ancestors import Ways
from workers.commands.hierarchy import (
    MANY,
    MOST_SLOWLY,
    MOST_SYNSETS,
    MOST_WORDS,
    _below,
    high_synsets,
    kinds_below,
    paths_to_root,
    relation_down,
)
from workers.commands.term import Term
from workers.wordnet.relations import Pointers

if TYPE_CHECKING:
    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon


def test_the_paths_lead_from_the_root_to_the_word(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "hierarchy", "geese", "n")[:1]

    assert found["sense"] == 1
    assert all(path[0] == "entity" and path[-1] == "goose" for path in found["paths"])


def test_senses_without_hypernyms_are_left_out(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "hierarchy", "quickly") == []
    assert look_up(lexicon, "hierarchy", "entity") == []


def test_every_path_of_a_synset_is_there(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    synsets = [synset for pos in "nvar" for synset in nltk_side.reader.all_synsets(pos)]
    for number, synset in list(enumerate(synsets))[::5]:
        ours = [[lexicon.synset_name(step) for step in path] for path in paths_to_root(lexicon, number)]

        assert sorted(ours) == sorted([step.name() for step in path] for path in synset.hypernym_paths())


def kinds(lexicon: Lexicon, word: str, where: Where | None, relation: str = "hyponyms") -> list[str]:
    term = Term(lexicon, word, "n", where=where)
    return [name for synset in term.synsets for name, _ in kinds_below(term, synset, relation)]


def test_kinds_at_any_depth_meet_the_conditions(lexicon: Lexicon) -> None:
    animals = kinds(lexicon, "animal", Where(starts="z", letters=5))

    assert "red" in kinds(lexicon, "color", Where(letters=3))
    assert "zebra" in animals
    assert all(name[0] in "zZ" and len(name) == 5 for name in animals)


def test_conditions_that_few_names_meet_find_every_kind(lexicon: Lexicon) -> None:
    """Zebras are far below animals, beyond the nearest 3,000 kinds."""
    [animal] = Term(lexicon, "animal", "n").synsets
    ways = Ways(lexicon)
    below = [low for low in range(lexicon.synset_count) if animal in ways.above(low) and low != animal]
    expected = {word for low in below for word in lexicon.words(low) if word[0] in "zZ"}

    assert set(kinds(lexicon, "animal", Where(starts="z"))) == expected
    assert "zebra" in expected


def test_high_synsets_are_those_with_many_kinds_below(lexicon: Lexicon) -> None:
    many = [
        high
        for high in range(lexicon.synset_count)
        if sum(1 for _ in _below(lexicon, high, "hyponyms", MANY)) >= MANY
    ]

    assert high_synsets(lexicon) == set(many)


def test_names_of_several_words_rhyme_too(lexicon: Lexicon) -> None:
    assert "garter_snake" in kinds(lexicon, "animal", Where(rhymes_with="cake"))


def test_instances_of_kinds_meet_the_conditions_too(lexicon: Lexicon) -> None:
    assert "Peru" in kinds(lexicon, "country", Where(letters=4), "instances")
    assert kinds(lexicon, "country", Where(letters=4), "meronyms") == []


def test_there_are_no_kinds_below_without_conditions_and_never_too_many(lexicon: Lexicon) -> None:
    assert kinds(lexicon, "animal", None) == []
    assert len(kinds(lexicon, "animal", Where(letters=(1, 99)))) == MOST_WORDS


@pytest.mark.parametrize("where", [Where(rhymes_with="zzz"), Where(syllables=40)])
def test_only_so_many_kinds_are_looked_at(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch, where: Where
) -> None:
    """Below *entity* are 82,000 kinds, few of which have instances."""
    related, looks = Pointers.related, 0

    def counted(self: Pointers, source: int, code: int) -> Any:
        nonlocal looks
        looks += 1
        return related(self, source, code)

    monkeypatch.setattr(Pointers, "related", counted)
    assert kinds(lexicon, "entity", where, "instances") == []

    assert looks <= 2 * (MOST_SLOWLY if where.syllables else MOST_SYNSETS) + MANY


@pytest.mark.parametrize(
    ("word", "relation"), [("animal", "hyponyms"), ("country", "instances"), ("palindrome", None)]
)
def test_a_class_has_kinds_or_instances(lexicon: Lexicon, word: str, relation: str | None) -> None:
    assert relation_down(lexicon, Term(lexicon, word, "n").synsets) == relation
