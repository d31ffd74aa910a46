"""The nearest meanings of two words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workers.commands.comparison.ancestors import Ways
from workers.commands.comparison.common_ground import common_kind, nearest_pair, nearest_rare_pair
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def nearest(lexicon: Lexicon, word: str, word2: str, *, likely: bool = True) -> list[str] | None:
    find = nearest_pair if likely else nearest_rare_pair
    found = find(Term(lexicon, word, word2=word2), Ways(lexicon))
    return None if found is None else [lexicon.synset_name(synset) for synset in found]


def test_the_nearest_meanings_meet_below_anything_general(lexicon: Lexicon) -> None:
    assert nearest(lexicon, "cat", "dog") == ["carnivore.n.01", "cat.n.01", "dog.n.01"]
    assert nearest(lexicon, "idea", "table") is None
    assert nearest(lexicon, "happy", "sad") is None


def test_a_rare_meaning_counts_only_if_it_is_asked_for(lexicon: Lexicon) -> None:
    assert nearest(lexicon, "organ", "piano") is None
    assert nearest(lexicon, "organ", "piano", likely=False) is not None


def test_rare_meanings_must_be_near_to_each_other(lexicon: Lexicon) -> None:
    """Animals both, but a mole is a spy, a birthmark and a unit of matter as well."""
    assert nearest(lexicon, "mole", "bee", likely=False) is None


def test_rare_verbs_must_be_just_below_one_verb(lexicon: Lexicon) -> None:
    assert nearest(lexicon, "poach", "steam") is None
    assert nearest(lexicon, "poach", "steam", likely=False) == ["cook.v.03", "poach.v.02", "steam.v.06"]
    assert nearest(lexicon, "write", "run", likely=False) is None


def test_nouns_come_before_verbs(lexicon: Lexicon) -> None:
    found = nearest(lexicon, "kite", "balloon")

    assert found is not None
    assert found[0] == "plaything.n.01"


def test_meanings_beside_each_other_lead_if_one_names_the_other_word(lexicon: Lexicon) -> None:
    assert nearest(lexicon, "baron", "viscount") == ["peer.n.02", "baron.n.02", "viscount.n.02"]
    assert nearest(lexicon, "sloop", "cutter") == ["sailing_vessel.n.01", "sloop.n.01", "cutter.n.05"]


def test_several_words_have_a_nearest_common_kind(lexicon: Lexicon) -> None:
    def kind(*words: str) -> tuple[str, int]:
        return common_kind([Term(lexicon, word, for_reader=True) for word in words])

    assert kind("chair", "table", "bed") == ("furniture", 0)
    assert kind("apple", "pear", "plum") == ("edible_fruit", 0)
    assert kind("walk", "swim", "fly") == ("travel", 0)
    assert kind("lieutenant", "captain") == ("commissioned_military_officer", 0)
    assert kind("dog", "animal")[0] != "animal"  # no word is of its own kind
    assert kind("chair", "happiness") == ("", 0)
