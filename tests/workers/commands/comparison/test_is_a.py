"""Whether one word is a kind of another: yes, no, and the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import look_up

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "word2", "relation", "path"),
    [
        ("whale", "mammal", "kind", ["whale", "cetacean", "aquatic_mammal", "placental", "mammal"]),
        ("lion", "cat", "kind", ["lion", "cat"]),
        ("ants", "insects", "kind", ["ant", "hymenopterous_insect", "insect"]),
        ("Paris", "city", "kind", ["Paris", "national_capital", "city"]),
        ("murder", "kill", "kind", ["murder", "homicide", "kill"]),
        ("car", "automobile", "same", ["car"]),
        ("animal", "dog", "reverse", ["dog", "domestic_animal", "animal"]),
        ("whale", "fish", "none", ["whale", "cetacean", "aquatic_mammal", "placental", "mammal"]),
        ("spider", "insect", "none", ["spider", "arachnid"]),
        ("squid", "fish", "none", ["squid", "decapod", "cephalopod", "mollusk"]),
        ("shrimp", "fish", "none", ["shrimp", "decapod_crustacean", "crustacean"]),
        ("eggplant", "fruit", "none", ["eggplant", "solanaceous_vegetable", "vegetable"]),
        ("turtle", "amphibian", "none", ["turtle", "chelonian", "anapsid", "reptile"]),
    ],
)
def test_the_first_entry_answers_the_question(
    lexicon: Lexicon, word: str, word2: str, relation: str, path: list[str]
) -> None:
    first = look_up(lexicon, "is_a", word, word2=word2)[0]

    assert (first["relation"], first["path"]) == (relation, path)
    assert first["is_a"] is (relation in ("kind", "same"))


def test_a_definition_counts_where_the_tree_says_otherwise(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "is_a", "tomato", word2="fruit")

    assert (found["is_a"], found["relation"]) == (True, "definition")
    assert "fruit eaten as a vegetable" in found["senses"][0]["definition"]
    assert "vegetable" in found["path"]


@pytest.mark.parametrize(
    ("word", "word2", "rare"),
    [("king", "man", "checker"), ("worm", "insect", "nasty"), ("tea", "herb", "leaves")],
)
def test_a_rare_meaning_does_not_lead(lexicon: Lexicon, word: str, word2: str, rare: str) -> None:
    first, second, *_ = look_up(lexicon, "is_a", word, word2=word2)

    assert (first["is_a"], first["relation"]) == (False, "none")
    assert second["is_a"]
    assert rare in second["senses"][0]["definition"]


def test_nouns_are_not_answered_about_as_verbs(lexicon: Lexicon) -> None:
    """To shrimp is to fish for shrimp."""
    first, second = look_up(lexicon, "is_a", "shrimp", word2="fish")

    assert (first["is_a"], first["path"][-1]) == (False, "crustacean")
    assert (second["is_a"], second["senses"][0]["pos"]) == (True, "v")


def test_the_meanings_are_numbered_as_everywhere(lexicon: Lexicon) -> None:
    one, _ = look_up(lexicon, "is_a", "whale", word2="fish")[0]["senses"]
    meaning = look_up(lexicon, "overview", "whale")[one["sense"] - 1]

    assert meaning["definition"] == one["definition"]


def test_words_that_cannot_be_kinds_have_no_answer(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "is_a", "happy", word2="sad") == []
    assert look_up(lexicon, "is_a", "zzz", word2="fish") == []
    assert look_up(lexicon, "is_a", "whale", word2="zzz") == []


def test_every_thing_is_a_kind_of_its_hypernyms(lexicon: Lexicon) -> None:
    """And none of them is a kind of it, unless they share a meaning."""
    for word in ("oak", "sofa", "guitar", "emotion", "sprint", "whisper"):
        hypernym = look_up(lexicon, "hypernyms", word)[0]

        assert any(entry["is_a"] for entry in look_up(lexicon, "is_a", word, word2=hypernym))
        assert look_up(lexicon, "is_a", hypernym, word2=word)[0]["relation"] in ("reverse", "same")


def test_another_meaning_that_is_no_kind_of_it_follows(lexicon: Lexicon) -> None:
    """One peacock is a bird, the other is a butterfly; texts use neither, so both are likely."""
    bird, butterfly = look_up(lexicon, "is_a", "peacock", word2="bird")

    assert (bird["is_a"], butterfly["is_a"]) == (True, False)
    assert butterfly["path"][-1] == "insect"


@pytest.mark.parametrize(
    ("word", "word2", "instead"),
    [
        ("dolphin", "fish", "mammal"),
        ("crab", "insect", "crustacean"),
        ("crabs", "insects", "crustacean"),
        ("bus", "car", "public_transport"),
    ],
)
def test_a_commoner_meaning_that_is_no_kind_of_it_leads(
    lexicon: Lexicon, word: str, word2: str, instead: str
) -> None:
    """A dolphin is a whale, though the dolphinfish is called dolphin, too."""
    first, second, *_ = look_up(lexicon, "is_a", word, word2=word2)

    assert (first["is_a"], second["is_a"]) == (False, True)
    assert first["path"][-1] == instead


@pytest.mark.parametrize(
    ("word", "word2", "is_a", "end"),
    [
        ("seal", "mammal", True, "mammal"),
        ("mouse", "device", True, "device"),
        ("seal", "fish", False, "mammal"),
        ("fox", "person", False, "animal"),
        ("dog", "person", False, "animal"),
    ],
)
def test_the_second_word_tells_which_rare_meaning_is_meant(
    lexicon: Lexicon, word: str, word2: str, is_a: bool, end: str
) -> None:
    """A seal beside a mammal is no piece of wax; but an animal's name for people stays rare."""
    first = look_up(lexicon, "is_a", word, word2=word2)[0]

    assert (first["is_a"], first["path"][-1]) == (is_a, end)


@pytest.mark.parametrize(
    ("word", "word2", "instead"),
    [
        ("newts", "reptiles", "amphibian"),
        ("koala", "bear", "marsupial"),
        ("centipede", "insect", "arthropod"),
        ("mushroom", "plant", "fungus"),
        ("sea anemone", "plant", "animal"),
        ("cello", "woodwind", "bowed_stringed_instrument"),
    ],
)
def test_classes_of_living_things_and_instruments_exclude_each_other(
    lexicon: Lexicon, word: str, word2: str, instead: str
) -> None:
    first = look_up(lexicon, "is_a", word, word2=word2)[0]

    assert (first["exclusive"], first["path"][-1]) == (True, instead)


def test_a_meaning_that_the_texts_never_have_is_rare(lexicon: Lexicon) -> None:
    assert look_up(lexicon, "is_a", "bus", word2="car")[1]["rare"] is True
    assert "rare" not in look_up(lexicon, "is_a", "knife", word2="weapon")[1]


def test_what_a_meaning_is_beside_the_second_word(lexicon: Lexicon) -> None:
    """Brass is an instrument beside a clarinet, hares are animals, and a forest is no plant."""
    assert look_up(lexicon, "is_a", "clarinet", word2="brass")[0]["path"][-1] == "woodwind"
    assert look_up(lexicon, "is_a", "hare", word2="rabbit")[0]["path"] == ["hare", "leporid"]
    assert not look_up(lexicon, "is_a", "wood", word2="plant")[0]["is_a"]


@pytest.mark.parametrize(
    ("word", "word2"),
    [
        ("horse", "pet"),
        ("wolf", "predator"),
        ("shark", "carnivore"),  # both a way of life and an order of mammals
        ("seal", "carnivore"),  # its order is in that of carnivores
        ("caterpillar", "insect"),
        ("panda", "bear"),  # in some classifications
        ("shrimp", "shellfish"),  # a second name of mollusks
        ("bagpipe", "woodwind"),
        ("sofa", "chair"),
    ],
)
def test_a_kind_that_wordnet_does_not_list_is_not_denied(lexicon: Lexicon, word: str, word2: str) -> None:
    first = look_up(lexicon, "is_a", word, word2=word2)[0]

    assert not first["is_a"]
    assert "exclusive" not in first


@pytest.mark.parametrize(
    ("word", "word2", "is_a"),
    [("racecar", "palindrome", True), ("banana", "palindrome", False), ("ambidextrous", "isogram", True)],
)
def test_letters_make_a_palindrome(lexicon: Lexicon, word: str, word2: str, is_a: bool) -> None:
    relation = "letters" if is_a else "other_letters"

    assert look_up(lexicon, "is_a", word, word2=word2) == [{"is_a": is_a, "relation": relation}]
