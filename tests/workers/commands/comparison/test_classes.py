"""Classes of living things and of instruments, and which of them exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.classes import edible_kind, exclude, is_alive, is_class, trunks

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def synset(lexicon: Lexicon, word: str) -> int:
    """Return the first synset of the noun that begins with the word, in a file of living things if any is."""
    named = [each for each in lexicon.synsets(word, "n") if lexicon.words(each)[0] == word]
    living = [each for each in named if lexicon.lexname(each) in ("noun.animal", "noun.plant", "noun.Tops")]
    return (living or named)[0]


@pytest.mark.parametrize(
    ("low", "high", "is_so"),
    [
        ("newt", "reptile", True),  # both have taxa of their own
        ("newt", "insect", True),  # insects have only that of all arthropods
        ("fungus", "plant", True),
        ("lamb", "sheep", False),  # in the same genus
        ("caterpillar", "insect", False),  # in the order of butterflies
        ("wolf", "pet", False),
        ("shark", "carnivore", False),
        ("basil", "mint", False),  # in the mint family
        ("mosquito", "fly", False),
        ("cello", "woodwind", True),
        ("bagpipe", "woodwind", False),
        ("chair", "lamp", False),
    ],
)
def test_taxa_exclude_each_other_unless_one_contains_the_other(
    lexicon: Lexicon, low: str, high: str, is_so: bool
) -> None:
    assert exclude(lexicon, Ways(lexicon), synset(lexicon, low), synset(lexicon, high)) is is_so


def test_a_class_has_a_taxon_or_many_kinds(lexicon: Lexicon) -> None:
    ways = Ways(lexicon)
    classes = [
        word
        for word in ("reptile", "shark", "pet", "worm", "tree")
        if is_class(lexicon, ways, synset(lexicon, word))
    ]

    assert classes == ["reptile", "shark"]


def test_only_organisms_are_alive(lexicon: Lexicon) -> None:
    """A feather is in the file of animals, too."""
    ways = Ways(lexicon)

    assert is_alive(lexicon, ways, synset(lexicon, "newt"))
    assert not is_alive(lexicon, ways, synset(lexicon, "feather"))
    assert synset(lexicon, "invertebrate") in trunks(lexicon)


def test_a_class_may_have_kinds_that_are_food(lexicon: Lexicon) -> None:
    fruit, animal, plant = (synset(lexicon, word) for word in ("fruit", "animal", "celery"))
    [food] = [each for each in lexicon.synsets("celery", "n") if lexicon.lexname(each) == "noun.food"]
    found = edible_kind(lexicon, Ways(lexicon), food, [animal, fruit])

    assert found
    assert (found[0], lexicon.words(found[1])) == (fruit, ["edible_fruit"])
    assert edible_kind(lexicon, Ways(lexicon), food, [animal]) is None
    assert edible_kind(lexicon, Ways(lexicon), plant, [fruit]) is None
