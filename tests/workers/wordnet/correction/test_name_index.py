"""Names are found in the spellings and inflections that people type, over the whole lexicon."""

from __future__ import annotations

import pytest

from workers.wordnet.correction.name_index import NameIndex, name_index
from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="module")
def names(lexicon: Lexicon) -> NameIndex:
    """The names of all of WordNet."""
    return name_index(lexicon)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Geese", "geese"),
        ("ice-cream", "ice_cream"),
        ("icecreams", "icecreams"),
        ("jack o lantern", "jack-o-lantern"),
        ("ladies room", "ladies'_room"),
        ("Cat\u2019s paw", "cat's-paw"),
        ("señor", "senor"),
        ("N.A.T.O.", "nato"),
        ("P.S.", "ps"),
        ("ex\u00adam\u00adple", "example"),
        ("poodle.n.01", "poodle"),
        ("747", None),
        ("911", None),
        ("can't", None),
        ("re-sign", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_a_name_is_found_in_other_spellings(names: NameIndex, typed: str, name: str | None) -> None:
    """Signs may be missing or others; but *can't* is not *cant*, and *re-sign* not *resign*."""
    assert names.find(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("gave up", "give_up"),
        ("attorneys general", "attorney_general"),
        ("mothers-in-law", "mothers-in-law"),
        ("asked for it", "ask_for_it"),
        ("lost my temper", "lose_one's_temper"),
        ("prided herself", "pride_oneself"),
        ("kicked the bucket", "kick_the_bucket"),
        ("smartened up", "smarten_up"),
        ("built up", "build_up"),
        ("turned out", "turn_out"),
        ("drew and quartered", "draw_and_quarter"),
        ("boxesful", "boxful"),
        ("rivetted", "rivet"),
        ("whizzed along", "whizz_along"),
        ("on my guard", "on_one's_guard"),
        ("went banana", None),
    ],
)
def test_a_collocation_is_found_by_its_forms(names: NameIndex, typed: str, name: str | None) -> None:
    """As by Princeton's Morphy, which takes it apart; a regular form that NLTK misses is found, too."""
    assert names.find(typed) == name


def test_every_name_is_found_as_it_is_written(names: NameIndex, lexicon: Lexicon) -> None:
    """In lower case with blanks. Where two names have the same words, either will do."""
    lost = []
    for name in lexicon.lemma_names():
        typed = name.replace("_", " ")
        found = names.find(typed)
        if found is None or found.replace("_", " ") != typed:
            lost.append((name, found))

    # The past of a commoner verb: "turned out", of turn out.
    assert len(lost) < 40, lost
