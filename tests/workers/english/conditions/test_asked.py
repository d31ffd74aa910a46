"""Whole questions of letters, from the text to the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("short words ending in z", "I left “short” out"),
        ("boys names starting with q", "I left “boys names” out"),
        ("girls names that end in ella", "I left “girls names” out"),
        ("verbs starting with mis that lawyers say", "I left “lawyers say” out"),
        ("words ending in dge, my nephew is learning them", "Words that end in dge: edge,"),
        ("are stressed and desserts anagrams", "Yes: stressed is an anagram of desserts."),
        ("I'm stuck. Five letters, ends in gry. Any ideas?", "Words of 5 letters that end in gry: angry."),
        ("is cat an anagram of dog", "No: cat is not an anagram of dog."),
        ("words that start with gh for our spelling quiz tomorrow", "Words that begin with gh: ghost,"),
        ("6 letters, starts with fq, last guess", "WordNet has no words of 6 letters that start with fq."),
        ('we need words that read the same backwards, like "radar"', "Words that are palindromes: "),
        ("a synonym of big with four letters that is not kind", "letters that are not kind count"),
        ("_OUND what could it be", "Words of the pattern ?ound: sound,"),
        (
            "five letter words ending in ly that aren't adverbs",
            "Words of 5 letters that end in ly: early, apply",
        ),
        ("a two syllable word for beautiful", "Only words of 2 syllables count."),
        (
            "a common word with three double letters in a row",
            "bookkeeper and bookkeeping. No common word meets",
        ),
        ("Name reptiles that have no letter e in their names", "Only words without e count. "),
        (
            "Which pets have four letters, the last of which is not t?",
            "4 letters that do not end in t",
        ),
        ("Name reptiles whose names do not contain the letter e.", "Only words without e count. "),
        ("anagrams of “earth” other than “heart”", "That leaves out heart."),
    ],
)
def test_questions_of_letters_are_answered_as_asked(lexicon: Lexicon, text: str, sentence: str) -> None:
    assert sentence in (ask(lexicon, text).text or "")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Name animals whose names do not contain the letter a.", "Only words without a count."),
        (
            "kinds of bread starting with b, only one-word ones",
            "Only words without a space that start with b",
        ),
        ("Which shades of purple have a name that begins with L?", "Kinds of purple: lavender"),
        ("Name a fruit of five letters, not including peach.", "Only words of 5 letters that are not peach"),
        ("Give a fabric with six letters other than cotton", "Only words of 6 letters that are not cotton"),
        ("synonyms of angry other than furious", "Only words that are not furious count."),
        ("something that you wear on your head that rhymes with “rat”", "The word may be “hat”"),
        ("birds of four letters not including w", "Only words of 4 letters without w"),
        ("List as many spices as you can that have no letter e in their names", "Kinds of spices: "),
        ("List verbs of two syllables that rhyme with “amuse”.", "Amuse rhymes with "),
        (
            "adjectives of three syllables that rhyme with “vicious”",
            "Only words of 3 syllables that can be an",
        ),
    ],
)
def test_conditions_on_the_names_of_a_class_are_read(lexicon: Lexicon, text: str, sentence: str) -> None:
    reply = ask(lexicon, text).text or ""

    assert sentence in reply
    assert "left" not in reply.replace("leaves", "").replace("That leaves out", "")
    assert "can't check" not in reply


@pytest.mark.parametrize(
    "text",
    ["words that start with gh for our spelling quiz tomorrow", "words ending in archy (anarchy etc.)"],
)
def test_purposes_and_examples_are_no_conditions(lexicon: Lexicon, text: str) -> None:
    assert "left" not in (ask(lexicon, text).text or "left")


def test_an_anagram_is_left_out(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "anagrams of stale but not least")

    assert "Only words that are not least count" in (reply.text or "")
