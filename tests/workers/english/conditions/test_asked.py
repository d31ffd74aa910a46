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
        ("Name reptiles that have no letter e in their names", "Only words without e count. "),
        (
            "Which pets have four letters, the last of which is not t?",
            "4 letters that do not end in t count.",
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
        ("six letters _ a _ r o t, a bird", "that have to do with “bird”: parrot."),
        ("words ending in phobia about animals", "have to do with “animals”: hydrophobia, zoophobia, "),
        ("rivers in France", "rivers: Seine, "),
        ("gems that are purple", "gems: amethyst."),
        ("five-letter words about music", "without a space that have to do with “music”: "),
        ("an animal that rhymes with house", "House rhymes with mouse, louse, grouse, dormouse, "),
        ("words that rhyme with bat and are related to animals", "rhymes with cat, "),
        ("rhymes with tree that are kinds of food", "words that have to do with “food” count."),
        ("one-syllable words that rhyme with blue and have to do with weather", "I left “weather” out"),
        ("rhymes with day that are short", "I left “short” out"),
        ("what rhymes with bean and is a colour", "Bean rhymes with green, "),
        ("which animals have names of just three letters", "Kinds of animals: dog, "),
        ("a fish of five letters", "Kinds of fish: shark, grunt, perch, "),
        ("river, 4 letters", "a European river; "),
        ("trees in Africa", "Kinds of trees: "),
        ("birds with five letters", "Kinds of birds: chick, eagle, "),
        ("mountains in Nepal", "I left “Nepal” out, because I found none that has to do with that."),
    ],
)
def test_words_can_have_to_do_with_something(lexicon: Lexicon, text: str, sentence: str) -> None:
    assert sentence in (ask(lexicon, text).text or "")


@pytest.mark.parametrize(
    "text",
    ["words that start with gh for our spelling quiz tomorrow", "words ending in archy (anarchy etc.)"],
)
def test_purposes_and_examples_are_no_conditions(lexicon: Lexicon, text: str) -> None:
    assert "left" not in (ask(lexicon, text).text or "left")


def test_an_anagram_is_left_out(lexicon: Lexicon) -> None:
    reply = ask(lexicon, "anagrams of stale but not least")

    assert "Only words that are not least count" in (reply.text or "")
