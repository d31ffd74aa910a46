"""The difference of two words, as both see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from shared import json_codec
from shared.messages import Question
from tests.workers.questions import look_up, look_up_one
from workers.commands.table import answer_reader
from workers.commands.term import Term

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def difference(lexicon: Lexicon, word: str, word2: str) -> dict[str, Any]:
    return look_up_one(lexicon, "difference", word, word2=word2)


def numbers(entry: dict[str, Any]) -> list[int]:
    return [sense["sense"] for sense in entry["senses"]]


def test_both_words_have_their_commonest_meaning_and_an_example(lexicon: Lexicon) -> None:
    affect, effect = difference(lexicon, "affect", "effect")["words"]

    assert [affect["senses"][0]["pos"], effect["senses"][0]["pos"]] == ["v", "n"]
    assert "affect" in affect["senses"][0]["example"]
    assert "effect" in effect["senses"][0]["example"]


def test_the_meanings_in_which_two_words_are_related_are_shown(lexicon: Lexicon) -> None:
    borrow, lend = difference(lexicon, "borrow", "lend")["words"]

    assert numbers(borrow) == [1]
    assert 2 in numbers(lend)


def test_a_meaning_without_uses_gives_way_to_a_related_one(lexicon: Lexicon) -> None:
    """No ostrich is compared with a fruit."""
    kiwi, _ = difference(lexicon, "kiwi", "ostrich")["words"]

    assert numbers(kiwi) == [2]


@pytest.mark.parametrize(
    ("word", "word2", "hypernym"), [("cat", "dog", "carnivore"), ("lake", "river", "body_of_water")]
)
def test_words_with_something_in_common_name_it(
    lexicon: Lexicon, word: str, word2: str, hypernym: str
) -> None:
    [relation] = difference(lexicon, word, word2)["relations"]

    assert (relation["relation"], relation["words"][0]) == ("shared_hypernym", hypernym)


@pytest.mark.parametrize(
    ("word", "word2", "hypernym"),
    [
        ("moth", "butterfly", "lepidopterous_insect"),
        ("jam", "jelly", "conserve"),
        ("cup", "mug", "container"),
        ("jug", "pitcher", "vessel"),
        ("seal", "walrus", "pinniped_mammal"),
        ("sole", "flounder", "flatfish"),
        ("organ", "piano", "keyboard_instrument"),
        ("March", "April", "Gregorian_calendar_month"),
        ("kite", "balloon", "plaything"),
    ],
)
def test_the_meanings_nearest_to_each_other_lead(
    lexicon: Lexicon, word: str, word2: str, hypernym: str
) -> None:
    """Even if the texts use others more: *flounder* is mostly a verb."""
    found = difference(lexicon, word, word2)
    [relation] = found["relations"]

    assert relation["words"][0] == hypernym
    assert [entry["senses"][0]["sense"] for entry in found["words"]] == relation["senses"]


def test_a_rare_meaning_can_be_a_kind_of_the_other_word(lexicon: Lexicon) -> None:
    found = difference(lexicon, "faucet", "tap")
    [relation] = found["relations"]

    assert (relation["relation"], relation["path"]) == ("kind_of", ["tap", "faucet"])
    assert found["words"][1]["senses"][0]["pos"] == "n"


def test_a_word_that_the_texts_lack_is_compared_as_the_same_part_of_speech(lexicon: Lexicon) -> None:
    """No moth is compared with flirting, even beside a word of another kind."""
    _, butterfly = difference(lexicon, "table", "butterfly")["words"]

    assert butterfly["senses"][0]["pos"] == "n"


def test_words_that_are_alike_are_not_compared_by_rare_meanings(lexicon: Lexicon) -> None:
    relations = difference(lexicon, "desert", "dessert")["relations"]

    assert [relation["relation"] for relation in relations] == ["homophones", "spelling"]


def test_words_with_something_too_general_in_common_have_no_relation(lexicon: Lexicon) -> None:
    assert difference(lexicon, "idea", "table")["relations"] == []


def test_a_little_word_has_its_kind(lexicon: Lexicon) -> None:
    """And is no plural of IT."""
    its, short = difference(lexicon, "its", "it's")["words"]

    assert its == {"word": "its", "senses": [], "kind": "a possessive pronoun"}
    assert short["kind"] == "short for “it is” or “it has”"


def test_one_unknown_word_leaves_the_other(lexicon: Lexicon) -> None:
    selfie, photo = difference(lexicon, "selfie", "photo")["words"]

    assert selfie["senses"] == []
    assert photo["senses"]
    assert look_up(lexicon, "difference", "zxcv", word2="qwrt") == []


def test_the_order_of_the_words_changes_the_order_only(lexicon: Lexicon) -> None:
    for word, word2 in (("hot", "cold"), ("car", "vehicle"), ("cat", "dog"), ("raise", "rise")):
        one, other = difference(lexicon, word, word2), difference(lexicon, word2, word)
        swapped = [
            {**each, "senses": each["senses"][::-1]} if "senses" in each else each
            for each in other["relations"]
        ]

        assert one["words"] == other["words"][::-1]
        assert [each["relation"] for each in one["relations"]] == [each["relation"] for each in swapped]


def test_a_meaning_of_the_other_words_part_of_speech_is_shown(lexicon: Lexicon) -> None:
    """Unless it is rare: "fewer" is compared with the adjective "less", but no feeling with an effect."""
    _, less = difference(lexicon, "fewer", "less")["words"]
    affect, _ = difference(lexicon, "affect", "effect")["words"]

    assert "a" in [sense["pos"] for sense in less["senses"]]
    assert [sense["pos"] for sense in affect["senses"]] == ["v"]


def test_the_commonest_meaning_is_shown_if_the_texts_know_its_part_of_speech(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "difference", "loose", word2="lose")

    assert {sense["pos"] for sense in found["words"][0]["senses"]} >= {"a"}


@pytest.mark.parametrize(
    ("word", "word2", "parts"),
    [
        ("libel", "slander", (["n"], ["n"])),
        ("yacht", "boat", (["n"], ["n"])),
        ("walk", "run", (["v"], ["v"])),
        ("autumn", "fall", (["n"], ["n", "n"])),
        ("shade", "shadow", (["n"], ["n"])),
        ("sauce", "gravy", (["n"], ["n"])),
        ("desert", "dessert", (["n", "v"], ["n"])),
    ],
)
def test_related_words_are_compared_as_the_part_of_speech_of_both(
    lexicon: Lexicon, word: str, word2: str, parts: tuple[list[str], list[str]]
) -> None:
    """Nouns first, unless the texts tell that they are verbs; words that only sound alike may be others."""
    one, other = difference(lexicon, word, word2)["words"]

    assert tuple([sense["pos"] for sense in each["senses"]] for each in (one, other)) == parts


def test_opposites_show_the_meanings_that_are(lexicon: Lexicon) -> None:
    _, short = difference(lexicon, "tall", "short")["words"]

    assert "not tall" in short["senses"][0]["definition"]


def test_words_without_a_capital_are_no_names_if_both_have_other_meanings(lexicon: Lexicon) -> None:
    [found] = look_up(lexicon, "difference", "moor", word2="marsh")
    [countries] = look_up(lexicon, "difference", "turkey", word2="greece")

    assert found["words"][0]["senses"][0]["definition"].startswith("open land")
    assert "country" in countries["relations"][0]["words"]


def test_a_pair_of_little_words_is_about_them(lexicon: Lexicon) -> None:
    """No mine in the earth, and no World Health Organization."""
    for word, word2 in (("mine", "my"), ("who", "whom")):
        assert all(entry["senses"] == [] for entry in difference(lexicon, word, word2)["words"])


@pytest.mark.parametrize(("word", "lemma"), [("lay", "lie"), ("found", "find"), ("fell", "fall")])
def test_a_word_that_is_also_a_form_of_the_other_has_its_own_meanings(
    lexicon: Lexicon, word: str, lemma: str
) -> None:
    found = difference(lexicon, word, lemma)
    own, _ = found["words"]
    meanings = Term(lexicon, word, for_reader=True).meanings

    assert {"relation": "form_of", "first": word, "form": "past", "pos": "v"} in found["relations"]
    assert all(relation["relation"] != "same_meaning" for relation in found["relations"])
    for sense in own["senses"]:
        synset = meanings[sense["sense"] - 1]
        assert lexicon.definition(synset).startswith(sense["definition"][:20])
        assert word in map(str.lower, lexicon.words(synset))


@pytest.mark.parametrize(
    ("word", "word2", "own", "own2"),
    [
        ("make", "do", "give certain properties to something", "carry out or perform an action"),
        ("irony", "sarcasm", "incongruity between what might be expected", ""),
        ("flotsam", "jetsam", "", "the part of a ship's equipment or cargo that is thrown overboard"),
        ("couch", "sofa", "a narrow bed", ""),
        ("frog", "toad", "", ""),
        ("colour", "color", "", ""),
    ],
)
def test_a_meaning_of_its_own_follows_the_one_that_two_words_share(
    lexicon: Lexicon, word: str, word2: str, own: str, own2: str
) -> None:
    """If it is common or near to that; a frog is hardly ever a Frenchman."""
    words = difference(lexicon, word, word2)["words"]
    shared, others = zip(*((each["senses"][0], each["senses"][1:]) for each in words), strict=True)

    assert shared[0]["definition"] == shared[1]["definition"]
    for senses, start in zip(others, (own, own2), strict=True):
        assert len(senses) == bool(start)
        assert not senses or senses[0]["definition"].startswith(start)


def test_a_meaning_that_two_words_share_comes_last_if_it_is_not_the_first_of_either(lexicon: Lexicon) -> None:
    words = difference(lexicon, "poisonous", "venomous")["words"]

    assert [[sense["definition"][:15] for sense in each["senses"]] for each in words] == [
        ["having the qual", "marked by deep "],
        ["extremely poiso", "marked by deep "],
    ]


@pytest.mark.parametrize(("word", "word2"), [("alternate", "alternative"), ("poaching", "steaming")])
def test_meanings_of_their_own_lead_if_they_are_as_common_as_the_shared_one(
    lexicon: Lexicon, word: str, word2: str
) -> None:
    one, other = difference(lexicon, word, word2)["words"]

    assert one["senses"][0]["definition"] != other["senses"][0]["definition"]


def test_all_meanings_that_tell_two_words_apart_in_their_definitions_are_shown(lexicon: Lexicon) -> None:
    farther, further = difference(lexicon, "farther", "further")["words"]

    assert "abstract sense" in farther["senses"][0]["definition"]
    assert "physical sense" in farther["senses"][1]["definition"]
    assert farther["senses"][1]["definition"] == further["senses"][1]["definition"]


def test_adjectives_that_are_alike_in_a_rare_meaning_alone_are_not_called_similar(lexicon: Lexicon) -> None:
    """False friends, above all."""
    relations = [
        relation["relation"] for relation in difference(lexicon, "sensible", "sensitive")["relations"]
    ]

    assert "similar" not in relations
    assert {"relation": "similar", "senses": [1, 1]} in difference(lexicon, "big", "huge")["relations"]


@pytest.mark.parametrize(
    ("word", "word2", "hint", "start"),
    [
        ("bonnet", "hood", "car", "protective covering"),
        ("pot", "pan", "cooking", "metal or earthenware"),
        ("bonnet", "hood", "British", "protective covering"),
        ("bat", "bird", "animal", "nocturnal mouselike"),
        ("bank", "shore", "river", "sloping land"),
    ],
)
def test_a_hint_names_the_meanings_that_are_compared(
    lexicon: Lexicon, word: str, word2: str, hint: str, start: str
) -> None:
    """And no other one is shown; a hint that names none is for one that both share, as of a country."""
    question = Question("difference", word, word2=word2)
    [found] = json_codec.loads(answer_reader(lexicon, question, hint=hint).response)
    [sense] = found["words"][0]["senses"]

    assert sense["definition"].startswith(start)


def test_a_word_without_uses_is_compared_in_the_field_of_the_other(lexicon: Lexicon) -> None:
    """No fen is a hundredth of a yuan beside a moor."""
    _, fen = difference(lexicon, "moor", "fen")["words"]

    assert fen["senses"][0]["definition"].startswith("low-lying wet land")
