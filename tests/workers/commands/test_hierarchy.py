"""The hierarchy has NLTK's paths from the root to each sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.workers.questions import look_up
from workers.commands.hierarchy import paths_to_root

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
