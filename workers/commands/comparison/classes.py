"""Classes that exclude each other: of living things by their taxa, and of musical instruments.

WordNet lists the classes above a class, and hardly ever those that exclude it. But it says of most classes
of living things which taxon they are members of (of reptiles, Reptilia), and two taxa either contain each
other or have nothing in common.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from workers.commands.comparison.ancestors import Ways, too_general
from workers.wordnet.relations import CODES, RELATIONS
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.wordnet.lexicon import Lexicon

LIVING: Final = frozenset({"noun.animal", "noun.plant"})  # files of WordNet with classes and taxa
FOOD: Final = "noun.food"
# Above the classes of animals; the other kinds of animals are pets, young, predators and the like.
_TRUNKS: Final = ("chordate", "vertebrate", "invertebrate", "arthropod")
_FEWEST_KINDS: Final = 5  # of a class of animals without a taxon, such as frogs
# Words that people also use for other animals than their taxon has, or that name no class.
_WIDE: Final = word_set(
    "beef bug carnivore chicken fly hen hound insectivore nightshade racehorse seabird ungulate watchdog worm"
)
# These classes of instruments exclude each other; other instruments belong to several of them, or to none.
_INSTRUMENTS: Final = ("stringed_instrument", "percussion_instrument", "woodwind", "brass")


def is_class(lexicon: Lexicon, ways: Ways, synset: int) -> bool:
    """Whether a synset is a class of living things, as *reptile* is, but not *pet*."""
    if _taxa(lexicon, synset):
        return lexicon.words(synset)[0] not in _WIDE
    if not ways.leads_to(synset, trunks(lexicon)):
        return False  # as nearly all are
    name = lexicon.words(synset)[0]
    return "_" not in name and name not in _WIDE and len(_kinds(lexicon, synset)) >= _FEWEST_KINDS


def is_alive(lexicon: Lexicon, ways: Ways, synset: int) -> bool:
    """Whether a synset is an animal, a plant or the like; a shield of an animal is none."""
    return lexicon.lexname(synset) in LIVING and ways.leads_to(synset, _named(lexicon, ("organism",)))


def is_living(lexicon: Lexicon, ways: Ways, synset: int) -> bool:
    """Whether a synset is an animal, a plant or the like, or a class of such."""
    return is_alive(lexicon, ways, synset) or is_class(lexicon, ways, synset)


def edible_kind(lexicon: Lexicon, ways: Ways, food: int, classes: Iterable[int]) -> tuple[int, int] | None:
    """Return the first class with kinds that are food, as a fruit has, and the one nearest to `food`.

    None if that is no food, or all of the class is.
    """
    if lexicon.lexname(food) != FOOD:
        return None
    for high in classes:
        related = lexicon.pointers.related(high, CODES["~"]) if lexicon.lexname(high) != FOOD else ()
        if edible := [kind for kind in related if lexicon.lexname(kind) == FOOD]:
            far = len(ways.above(food))
            return high, min(edible, key=lambda kind: (ways.steps(food, kind) or far, kind))
    return None


@lru_cache(maxsize=4)
def says_little(lexicon: Lexicon) -> frozenset[int]:
    """Return the synsets that say little about those below them, be they animals or not."""
    return too_general(lexicon) | trunks(lexicon)


def trunks(lexicon: Lexicon) -> frozenset[int]:
    """Return the synsets that say little about the animals below them."""
    return _named(lexicon, _TRUNKS)


def exclude(lexicon: Lexicon, ways: Ways, low: int, high: int) -> bool:
    """Whether nothing can be in both classes, of which `high` is not above `low`, nor below it."""
    families = _instruments(lexicon)
    if ways.leads_to(low, families) and ways.leads_to(high, families):
        return True
    if not is_class(lexicon, ways, high):
        return False
    above, above_high = ways.above(low), ways.above(high)
    others = (each for each in above if each not in above_high and is_class(lexicon, ways, each))
    if not any(others):
        return False
    # A lamb is in the genus of sheep. Insects only have the phylum of all arthropods, so that of their kinds
    # counts: a caterpillar is in the order of butterflies.
    shared = _taxa(lexicon, *above_high.keys() - {high})
    taxa = _taxa(lexicon, high) - shared or _taxa(lexicon, *_kinds(lexicon, high)) - shared
    own = _with_containing(lexicon, _taxa(lexicon, *above))
    family = f"{lexicon.words(high)[0]}_"  # basil is in the "mint family"
    is_of_family = any(word.startswith(family) for taxon in own for word in lexicon.words(taxon))
    return taxa.isdisjoint(own) and not is_of_family


@lru_cache(maxsize=4)
def _instruments(lexicon: Lexicon) -> frozenset[int]:
    """Return the classes of instruments that exclude each other; brass is also an alloy."""
    ways, instruments = Ways(lexicon), _named(lexicon, ("musical_instrument",))
    return frozenset(each for each in _named(lexicon, _INSTRUMENTS) if ways.leads_to(each, instruments))


def _kinds(lexicon: Lexicon, synset: int) -> set[int]:
    """Return the kinds of a synset, and their kinds."""
    direct = {kind for code in RELATIONS["hyponyms"] for kind in lexicon.pointers.related(synset, code)}
    return direct.union(*(lexicon.pointers.related(kind, CODES["~"]) for kind in direct))


def _taxa(lexicon: Lexicon, *members: int) -> set[int]:
    """Return the taxa that some synsets are members of; a herd is none."""
    related, code = lexicon.pointers.related, CODES["#m"]
    groups = [group for member in members for group in related(member, code)]
    return {group for group in groups if lexicon.lexname(group) in LIVING}


def _with_containing(lexicon: Lexicon, taxa: Iterable[int]) -> set[int]:
    """Return taxa with those that contain them."""
    found: set[int] = set()
    left = list(taxa)
    while left:
        taxon = left.pop()
        if taxon not in found:
            found.add(taxon)
            left += _taxa(lexicon, taxon)
    return found


@lru_cache(maxsize=8)
def _named(lexicon: Lexicon, names: tuple[str, ...]) -> frozenset[int]:
    """Return the synsets of which these are the first words."""
    lemmas = map(lexicon.number_of, names)
    synsets = (synset for lemma in lemmas for synset in lexicon.entry(lemma, "n"))
    return frozenset(synset for synset in synsets if lexicon.words(synset)[0] in names)
