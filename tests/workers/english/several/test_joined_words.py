"""Two words that a question joins by a fixed phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.several.joined_words import joined

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "I keep mixing up stationary with stationery. What does each mean?",
            "difference stationary stationery",
        ),
        ("What is a swamp as opposed to a marsh?", "difference swamp marsh"),
        ("What distinguishes a hare from a rabbit?", "difference hare rabbit"),
        ("We had toast today. What separates jam from marmalade?", "difference jam marmalade"),
        ("A ship can list; can it also lean? What's the difference?", "difference list lean"),
        ("how can one tell hay from straw", "difference hay straw"),
        ("is a hamlet smaller than a village?", "difference hamlet village"),
        ("which do you drink from, a mug or a jug", "difference mug jug"),
        ("flat (uk) apartment (us)", "difference flat apartment"),
        ("pot (cooking) and pan", "difference pot pan"),
        ("can you be gruntled?", "is_word gruntled"),
        ("is the word couch posher than sofa", "difference couch sofa"),
        ("is perambulate just a posh word for walk", "difference perambulate walk"),
        ("is lorry British and truck American?", "difference lorry truck"),
        ("is jail more common than gaol", "usage jail gaol"),
        ("gaol or jail, are both accepted", "difference gaol jail"),
        ("does gaol mean exactly what jail means", "difference gaol jail"),
        ("sow: pig or seed, are they said differently?", "pronunciation sow"),
        ("hill and mountain. Which one is higher?", "difference hill mountain"),
        ('Did he "infer" it or "imply" it?', "difference infer imply"),
        ("is what he told us a fable or a parable", "difference fable parable"),
        ("does cough rhyme with dough fr or is it only spelt so", "rhymes cough dough"),
        ("Starboard, is that strictly a sailing term?", "usage starboard"),
        ("is hark really a poetic word", "usage hark"),
        ("Is olive oil called a fat in English?", "is_a olive_oil fat"),
        ("are spiders classed as insects?", "is_a spiders insects"),
        ("bats come under mammals, is that so?", "is_a bats mammals"),
        ("does tough rhyme with cuff?", "rhymes tough cuff"),
        ("is a bloke considered slang", "usage bloke"),
        ("is harlot considered offensive", "usage harlot"),
    ],
)
def test_both_words_are_asked_about(lexicon: Lexicon, text: str, asked: str) -> None:
    reply = ask(lexicon, text)

    assert reply.context is not None
    words = [word.replace(" ", "_") for word in (reply.context.word, reply.context.word2) if word]
    assert " ".join([reply.option, *words]) == asked


@pytest.mark.parametrize(
    "text",
    [
        "what words rhyme with both time and climb",
        "rhymes for time and climb",
        "words rhyming with time and climb",
    ],
)
def test_words_that_rhyme_with_both_are_listed(lexicon: Lexicon, text: str) -> None:
    said = ask(lexicon, text).text or ""

    assert said.startswith("Time rhymes with part-time, crime, ")
    assert said.endswith(" more. Only words that rhyme with climb count.")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "what's the most general word that covers chair, table and bed",
            "Chair, table and bed are all kinds of furniture. Furniture (noun): furnishings that ",
        ),
        ("an umbrella term for hammers and saws", "Hammers and saws are both kinds of hand tool. "),
        ("what are a violin, a drum and a flute all kinds of?", "Violin, drum and flute are all kinds of "),
        ("what category do lions and tigers belong to", "Lions and tigers are both kinds of big cat. "),
        ("what do a chair and a table have in common", "Chair and table are both kinds of furniture. "),
    ],
)
def test_the_nearest_common_kind_is_named(lexicon: Lexicon, text: str, sentence: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(sentence)


def test_what_else_belongs_to_a_kind_is_listed_behind_it(lexicon: Lexicon) -> None:
    said = ask(lexicon, "what single word covers an apple and a pear, and which others are there?").text or ""

    assert said.startswith("Apple and pear are both kinds of edible fruit. Edible fruit (noun): ")
    assert "Kinds of edible fruit: " in said


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "which cats are bigger than a tiger?",
            "WordNet does not say which are bigger than tiger, only that a tiger is a kind of big cat. ",
        ),
        ("what birds are more colourful than a robin", "WordNet does not say which are more colourful than "),
    ],
)
def test_what_compares_things_of_a_kind_gets_the_kind(lexicon: Lexicon, text: str, starts: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(starts)


@pytest.mark.parametrize(
    "text",
    [
        "does anything rhyme with silver",
        "what tells me from you",
        "is it called a condiment",
        "are glad and happy the same",
        "is tofu considered rude",
        "is ghoti a real word",
        'does sanction mean "allow" or "forbid"?',
        'is it pronounced "dater" or "dayter"?',
        "I can run and I can jump.",
        f"What tells a raven from a crow? {'really ' * 50}",
    ],
)
def test_other_questions_are_left_to_the_model(words: TermFinder, text: str) -> None:
    assert joined(words, text) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "do flour and flower sound the same",
            "For some Americans, but not for all: flour and flower",
        ),
        ("are grey and gray pronounced alike?", "Yes, in American English: grey and gray sound the same."),
        ('Are "bear" (the animal) and "beer" homophones?', "No: bear and beer do not sound the same."),
        ("do axolotl and zyzzyva sound the same", "CMUdict"),
    ],
)
def test_a_question_of_sound_gets_yes_or_no_first(lexicon: Lexicon, text: str, begins: str) -> None:
    reply = ask(lexicon, text).text or ""

    assert reply.startswith(begins)
