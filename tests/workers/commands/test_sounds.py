"""The commands about sound answer from the whole pronouncing dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.workers.questions import look_up
from workers.commands.sounds import MAX_RHYMES, in_ipa, rhyming_ways, variants
from workers.commands.term import Term
from workers.wordnet.offensive import offensive_forms

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def said(lexicon: Lexicon, word: str, pos: str | None = None) -> list[str]:
    """Return the pronunciations in ARPAbet."""
    return [found["arpabet"] for found in look_up(lexicon, "pronunciation", word, pos)]


@pytest.mark.parametrize(
    ("word", "sounds"),
    [
        ("colonel", ["K ER1 N AH0 L"]),
        ("Colonel", ["K ER1 N AH0 L"]),
        ("read", ["R EH1 D", "R IY1 D"]),
        ("geese", ["G IY1 S"]),
        ("ice cream", ["AY1 S K R IY1 M"]),
        ("well-known widow", ["W EH1 L N OW1 N W IH1 D OW0"]),
        ("ice xyzzy", []),
        ("xyzzy", []),
        ("_", []),
        ("-", []),
        ("re(2)", []),
        ("dé", []),
    ],
)
def test_words_sound_as_the_dictionary_says(lexicon: Lexicon, word: str, sounds: list[str]) -> None:
    assert said(lexicon, word) == sounds


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("haemorrhage", "hemorrhage"),
        ("manoeuvre", "maneuver"),
        ("categorise", "categorize"),
    ],
)
def test_a_word_sounds_as_another_spelling_of_it_does(lexicon: Lexicon, word: str, spelling: str) -> None:
    assert said(lexicon, word) == said(lexicon, spelling) != []
    assert look_up(lexicon, "near_rhymes", word) == look_up(lexicon, "near_rhymes", spelling) != []


def test_a_pronunciation_has_three_notations_syllables_and_stress(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "pronunciation", "serendipity")

    assert found == {
        "ipa": "ˌsɛɹənˈdɪpɪti",
        "respelling": "sair-un-DIP-ih-tee",
        "arpabet": "S EH2 R AH0 N D IH1 P IH0 T IY0",
        "syllables": 5,
        "stressed": [3],
    }


def test_syllables_of_several_words_are_counted_through(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "pronunciation", "nervous breakdown")

    assert (found["syllables"], found["stressed"]) == (4, [1, 3])


def test_silent_letters_are_in_brackets(lexicon: Lexicon) -> None:
    assert [found["silent"] for found in look_up(lexicon, "pronunciation", "Knight")] == ["(K)ni(gh)t"]
    assert "silent" not in look_up(lexicon, "pronunciation", "banana")[0]


def test_homographs_name_their_parts_of_speech(lexicon: Lexicon) -> None:
    found: list[dict[str, Any]] = look_up(lexicon, "pronunciation", "record")

    assert {each["respelling"]: each["pos"] for each in found} == {
        "ruh-KORD": ["v"],
        "REK-urd": ["n"],
        "rih-KORD": ["v"],
    }


def test_pos_leaves_the_other_homographs_out(lexicon: Lexicon) -> None:
    assert said(lexicon, "record", "n") == ["R EH1 K ER0 D"]
    assert said(lexicon, "close", "s") == ["K L OW1 S"]
    assert said(lexicon, "colonel", "v") == ["K ER1 N AH0 L"]


def test_rhymes_are_common_words_first(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "rhymes", "light")

    assert found[:3] == ["write", "right", "fight"]
    assert len(found) == MAX_RHYMES


def test_names_have_their_capitals(lexicon: Lexicon) -> None:
    assert "June" in look_up(lexicon, "rhymes", "moon")
    assert "Rome" in look_up(lexicon, "homophones", "roam")


def test_homophones_and_the_word_itself_are_no_rhymes(lexicon: Lexicon) -> None:
    found = look_up(lexicon, "rhymes", "night")

    assert "light" in found
    assert {"night", "knight"}.isdisjoint(found)


def test_a_word_rhymes_with_each_of_its_pronunciations(lexicon: Lexicon) -> None:
    assert {"bed", "seed"} <= set(look_up(lexicon, "rhymes", "read"))


def test_forms_rhyme_with_forms(lexicon: Lexicon) -> None:
    assert {"hats", "bats", "democrats"} <= set(look_up(lexicon, "rhymes", "cats"))


@pytest.mark.parametrize("word", ["orange", "month", "xyzzy", "ice xyzzy"])
def test_some_words_have_no_rhyme(lexicon: Lexicon, word: str) -> None:
    assert look_up(lexicon, "rhymes", word) == []


def test_offensive_words_and_their_forms_are_not_offered(lexicon: Lexicon) -> None:
    for command in ("rhymes", "near_rhymes"):
        found = look_up(lexicon, command, "fits") + look_up(lexicon, command, "duck")
        assert offensive_forms(lexicon).isdisjoint(found)

    assert {"whores", "bitching"} <= offensive_forms(lexicon)


def test_rhymes_respect_pos(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "rhymes", "light", "r")[:3] == ["right", "quite", "bright"]


def test_near_rhymes_are_no_rhymes(lexicon: Lexicon) -> None:
    near, perfect = look_up(lexicon, "near_rhymes", "time"), look_up(lexicon, "rhymes", "time")

    assert {"line", "mind", "design"} <= set(near)
    assert set(near).isdisjoint(perfect)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("right", ["write", "rite", "wright"]),
        ("flour", ["flower"]),
        ("there", ["their", "they're"]),  # WordNet lacks both
        ("gray", []),  # "grey" is the same word
        ("xyzzy", []),
    ],
)
def test_homophones_are_other_words(lexicon: Lexicon, word: str, others: list[str]) -> None:
    found = look_up(lexicon, "homophones", word)

    assert set(others) <= set(found)
    assert bool(found) == bool(others)


def test_another_spelling_of_the_same_word_is_a_variant(lexicon: Lexicon) -> None:
    assert variants(Term(lexicon, "plough")) == ["plow"]
    assert variants(Term(lexicon, "knight")) == []
    assert "plow" not in look_up(lexicon, "homophones", "plough")


def test_a_second_word_is_the_answer_if_the_two_rhyme(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "rhymes", "though", word2="snow") == ["snow"]
    assert look_up(lexicon, "rhymes", "day", word2="they") == ["they"]  # WordNet lacks it
    assert look_up(lexicon, "rhymes", "though", word2="cough") == []


def test_an_entry_has_the_pronunciation_of_each_part_of_speech(lexicon: Lexicon) -> None:
    def sound(word: str, pos: str | None = None) -> str | None:
        return in_ipa(Term(lexicon, word, pos))

    assert sound("bright") == "bɹaɪt"
    assert (sound("record") or "").count(", ") == 1
    assert sound("record", "n") in (sound("record") or "").split(", ")
    assert sound("zzxyq") is None


def test_the_ways_of_a_word_that_rhyme_are_told_from_the_others(lexicon: Lexicon) -> None:
    [way] = rhyming_ways(Term(lexicon, "bass", word2="face"))

    assert way["meant"] == "music"
    assert rhyming_ways(Term(lexicon, "bass", word2="table")) == []
