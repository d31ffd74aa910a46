"""Answers about two words are sentences for people."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.workers.questions import ask
from workers.english.understood import Understood
from workers.english.wording.comparisons import difference, is_a
from workers.english.wording.sentences import Answer
from workers.wordnet.lexicon import Lexicon


def answer(command: str, word: str, other: str, *found: dict[str, Any]) -> Answer:
    return Answer(Understood(command), word, found, other=other)


def said_of(one: dict[str, Any], other: dict[str, Any], *relations: dict[str, Any]) -> str:
    found = {"words": [one, other], "relations": relations}
    return difference(answer("difference", one["word"], other["word"], found))


def sense(pos: str, definition: str, example: str = "", number: int = 1) -> dict[str, Any]:
    found = {"sense": number, "pos": pos, "definition": definition}
    return {**found, "example": example} if example else found


AFFECT = {"word": "affect", "senses": [sense("v", "act on", "it affects me")]}
EFFECT = {"word": "effect", "senses": [sense("n", "a result"), sense("v", "bring about", number=2)]}


def test_both_words_are_defined_before_their_relations() -> None:
    relations = [{"relation": "homophones"}, {"relation": "spelling"}]

    assert said_of(AFFECT, EFFECT, *relations) == (
        "Affect (verb): act on (“it affects me”). Effect (noun): a result; (verb): bring about. "
        "They sound alike and are spelt nearly alike."
    )


@pytest.mark.parametrize(
    ("relations", "sentence"),
    [
        ([], "WordNet has no relation between them."),
        ([{"relation": "opposites"}], "They are opposites."),
        ([{"relation": "same_meaning", "definition": "x"}], "They can mean the same: “x”."),
        (
            [{"relation": "same_meaning", "definition": "x", "rare": True}],
            "In a rarer meaning they are the same: “x”.",
        ),
        (
            [{"relation": "same_meaning", "definition": "x", "rare": True}, {"relation": "similar"}],
            "They are similar in meaning. In a rarer meaning they are the same: “x”.",
        ),
        ([{"relation": "kind_of", "path": ["affect", "effect"]}], "Affect is a kind of effect."),
        (
            [{"relation": "kind_of", "path": ["car", "motor_vehicle", "vehicle"]}],
            "Car is a kind of vehicle (car → motor vehicle → vehicle).",
        ),
        ([{"relation": "causes", "first": "effect"}], "To effect is to make somebody or something affect."),
        ([{"relation": "part_of", "first": "affect"}], "Affect is a part of effect."),
        ([{"relation": "entails", "first": "affect"}], "To affect is also to effect."),
        ([{"relation": "derivation"}], "They belong to one word family."),
        ([{"relation": "shared_hypernym", "words": ["body_of_water"]}], "Both are kinds of body of water."),
        ([{"relation": "near_homophones"}], "They sound nearly alike."),
        ([{"relation": "variants"}], "They are two spellings of the same word."),
    ],
)
def test_each_relation_is_a_sentence(relations: list[dict[str, Any]], sentence: str) -> None:
    assert said_of(AFFECT, EFFECT, *relations).endswith(f"bring about. {sentence}")


def test_which_spelling_is_usual_comes_first() -> None:
    variants = {"relation": "variants", "commoner": "affect"}

    assert said_of(AFFECT, EFFECT, variants).startswith("Affect is much commoner in the texts that WordNet")


def test_spellings_of_two_countries_come_first(lexicon: Lexicon) -> None:
    told = "By Wordwire's own rules, “center” is the American spelling and “centre” the British one."

    assert (ask(lexicon, "center or centre?").text or "").startswith(told)
    assert "spelling and" not in (ask(lexicon, "adviser or advisor?").text or "")


def test_that_a_word_is_a_form_of_the_other_comes_first() -> None:
    form = {"relation": "form_of", "first": "affect", "form": "past"}

    assert said_of(AFFECT, EFFECT, form).startswith("Affect is the past tense of effect. Affect (verb): ")


def test_a_word_without_meanings_is_a_little_word_or_unknown() -> None:
    its = {"word": "its", "senses": [], "kind": "a possessive pronoun"}

    assert said_of(its, {"word": "rizz", "senses": []}, {"relation": "similar"}).startswith(
        "Its is a possessive pronoun. WordNet (2006) does not have “rizz”."
    )
    assert said_of(its, its | {"word": "their"}, {"relation": "spelling"}).endswith(
        " WordNet has no such words, so it does not say how they differ."
    )


def entry(relation: str, path: list[str], lexname: str = "noun.animal", **more: Any) -> dict[str, Any]:
    senses = [
        {"sense": 1, "pos": "n", "lexname": lexname, "definition": "swims"},
        {"sense": 1, "pos": "n", "lexname": lexname, "definition": "has gills"},
    ]
    is_yes = relation in ("kind", "same", "definition")
    return {"is_a": is_yes, "relation": relation, "path": path, "senses": senses, **more}


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            entry("kind", ["orca", "cetacean", "mammal"]),
            "Yes: an orca is a kind of mammal (orca → cetacean → mammal), in the meaning “swims”.",
        ),
        (entry("same", ["orca"]), "Yes: orca and fish can be the same thing, “swims”."),
        (
            entry("definition", ["orca", "cetacean"]),
            "Yes, by its definition: “swims”. WordNet lists it as a kind of cetacean.",
        ),
        (entry("reverse", ["fish", "orca"]), "No, the other way round: a fish is a kind of orca."),
        (
            entry("none", ["orca", "mammal"], exclusive=True),
            "No, not a fish: an orca is a kind of mammal, in the meaning “swims”.",
        ),
        (
            entry("none", ["orca", "mammal"]),
            "Not “fish” in WordNet: there, an orca is a kind of mammal, in the meaning “swims”.",
        ),
        (
            entry("none", ["ice", "water"], "noun.substance"),
            "Not “fish” in WordNet: there, ice is a kind of water, in the meaning “swims”.",
        ),
    ],
)
def test_each_verdict_is_a_sentence(found: dict[str, Any], sentence: str) -> None:
    assert is_a(answer("is_a", "orca", "fish", found)) == sentence


@pytest.mark.parametrize(
    ("relation", "start"), [("letters", "Yes"), ("other_letters", "No, not a palindrome")]
)
def test_a_palindrome_is_one_by_its_letters(relation: str, start: str) -> None:
    said = is_a(answer("is_a", "level", "palindrome", {"is_a": start == "Yes", "relation": relation}))

    assert said == f"{start}, by its letters."


def test_a_definition_that_mentions_the_word_is_quoted() -> None:
    said = is_a(answer("is_a", "orca", "swim", entry("none", ["orca", "mammal"])))

    assert said.startswith("Not “swim” in WordNet: there, an orca is a kind of mammal.")
    assert "mentions it: “swims”." in said


def test_another_meaning_is_added_to_a_yes() -> None:
    """The dolphin that is no fish."""
    other = entry("none", ["orca", "mammal"])

    assert is_a(answer("is_a", "orca", "fish", entry("kind", ["orca", "fish"]), other)).endswith(
        "But in the meaning “swims”, an orca is a kind of mammal."
    )


def test_a_meaning_that_comes_first_in_both_is_said_once() -> None:
    big = {"word": "big", "senses": [sense("a", "above average", "a big city")]}
    large = {"word": "large", "senses": [sense("a", "above average"), sense("r", "with ease", number=2)]}

    assert said_of(big, large, {"relation": "same_meaning", "definition": "above average"}) == (
        "Big and large (adjective) can mean the same: above average (“a big city”). "
        "Large also means (adverb): with ease."
    )


def test_a_rare_meaning_that_both_share_is_no_kind() -> None:
    same = entry("same", ["orca"])

    assert is_a(answer("is_a", "orca", "fish", entry("none", ["orca", "mammal"]), same)).endswith(
        "But in the meaning “swims”, orca and fish can be the same thing."
    )


def test_a_rare_meaning_is_added_to_a_no() -> None:
    rare = entry("kind", ["orca", "fish"])

    assert is_a(
        answer("is_a", "orca", "fish", entry("none", ["orca", "mammal"], exclusive=True), rare)
    ).endswith("But in the meaning “swims”, it is: an orca is a kind of fish.")


def test_a_rare_meaning_comes_first_where_nothing_speaks_against_it() -> None:
    """A knife is a weapon in one meaning, and WordNet does not say that the tool is none."""
    rare = entry("kind", ["orca", "fish"])

    assert is_a(answer("is_a", "orca", "fish", entry("none", ["orca", "mammal"]), rare)) == (
        "Yes, in one meaning: an orca is a kind of fish, “swims”. "
        "In another, an orca is a kind of mammal, “swims”."
    )


@pytest.mark.parametrize(
    ("hedge", "found", "start", "end"),
    [
        ("not", entry("none", ["orca", "mammal"], exclusive=True), "It is not: an orca", "“swims”."),
        ("not", entry("kind", ["orca", "mammal"]), "It is: an orca", "“swims”."),
        ("technically", entry("kind", ["orca", "mammal"]), "Yes: an orca", "“swims”."),
        (
            "technically",
            entry("kind", ["nut", "food"], "noun.food"),
            "As a food, yes: nut",
            "one technically.",
        ),
    ],
)
def test_a_question_gets_the_yes_or_no_that_it_asks_for(
    hedge: str, found: dict[str, Any], start: str, end: str
) -> None:
    asked = answer("is_a", "orca", "fish", found)
    said = is_a(asked._replace(asked=replace(asked.asked, hedge=hedge)))

    assert said.startswith(start)
    assert said.endswith(end)


def test_a_verb_is_a_way_to_do_another() -> None:
    whisper = entry("kind", ["whisper", "speak"])
    whisper["senses"] = [{**each, "pos": "v", "lexname": "verb.communication"} for each in whisper["senses"]]

    assert is_a(answer("is_a", "whisper", "speaking", whisper)) == (
        "Yes: to whisper is a way to speak, in the meaning “swims”."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "orientate or orient",
            "Orientate has no other meaning in WordNet.",
        ),
        ("difference between forego and forgo", "They share all 3 meanings in WordNet."),
        ("minuscule or miniscule", "WordNet has both spellings and lists minuscule first."),
        ("catsup or ketchup", "Neither has another meaning in WordNet. WordNet does not tell them apart."),
        (
            "commence or begin",
            "begin is much commoner in the texts that WordNet counts, which are American.",
        ),
    ],
)
def test_of_two_words_with_a_meaning_in_common_it_says_what_only_one_has(
    lexicon: Lexicon, text: str, said: str
) -> None:
    assert (ask(lexicon, text).text or "").endswith(said)
