"""What CMUdict can't tell about a sound is said, and a merger of some accents is called one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("how do the British say vase", "is American and does not say how others speak."),
        ("how is psalm pronounced and why is there a p", "I can't tell why"),
        ("how many syllables are in zymurgy", "By its spelling, I guess 3 syllables."),
    ],
)
def test_what_the_dictionary_can_not_tell_is_said(lexicon: Lexicon, text: str, end: str) -> None:
    assert end in (ask(lexicon, text).text or "")


def test_a_merger_of_some_accents_is_not_called_the_same(lexicon: Lexicon) -> None:
    assert (ask(lexicon, "do caught and cot sound the same").text or "").startswith("For some Americans, but")
    assert (ask(lexicon, "do pair and pear sound the same").text or "").startswith("Yes, in American English")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("do desert and dessert sound the same", "Only “desert” as a verb for leaving somebody: then"),
        ("is the stress on the same syllable in hotel and window", "No: hotel and window are stressed on"),
        ("are sofa and window stressed on the same syllable", "Yes: sofa and window are stressed on the"),
        ("sow: pig or seed, are they pronounced differently", "Yes. Sow is pronounced"),
    ],
)
def test_the_sound_of_one_meaning_and_the_stress_are_told_apart(
    lexicon: Lexicon, text: str, start: str
) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "does wind as in 'wind the wool up' rhyme with kind",
            "Yes: wind rhymes with kind. Only “wind” as a verb for turning does.",
        ),
        ("does read rhyme with need", "Yes: read rhymes with need. Only “read” for the present tense does."),
        (
            "does row (a fight) rhyme with cow",
            "No: row does not rhyme with cow. CMUdict lacks the other sound of row, for a quarrel, which"
            " rhymes with “cow”.",
        ),
    ],
)
def test_a_rhyme_of_one_way_to_say_a_word_names_that_way(lexicon: Lexicon, text: str, said: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(said)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('Is "comb" spelt with a silent b?', "Yes: the b of “comb” is silent. Comb is pronounced"),
        ('Is the h in "honour" silent?', "Yes: the h of"),
        ('Does "timber" have a silent b?', "No: the b of “timber” is sounded."),
        ('Does "timber" have a silent k?', "No: “timber” has no k."),
        ('Is the t in "often" silent?', "In part: only some pronunciations of “often” have no sound for"),
        ('Is the t in "catch" silent?', "Catch is pronounced"),
        ('Is the b in "tomb" pronounced?', "No: the b of “tomb” is silent."),
        ('Is the b in "timber" pronounced?', "Yes: the b of “timber” is sounded."),
        ("how is the t in nation pronounced", "Nation is pronounced"),
        ('Which letter is silent in "gnat"?', "In “gnat”, g is silent."),
    ],
)
def test_a_letter_of_a_word_is_silent_or_not(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


def test_a_silent_letter_can_be_a_condition(lexicon: Lexicon) -> None:
    text = ask(lexicon, "How do you spell the fear of spiders that ends with a silent e?").text or ""

    assert "has no" not in text


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ('Which word is stressed on the last syllable, "sofa" or "event"?', "Event has its stress on the"),
        (
            "Which has its accent on the first syllable: relax or velvet?",
            "Velvet has its stress on the first",
        ),
        ('Does "parade" or "salad" have its stress on the first syllable?', "Salad has its stress on the"),
    ],
)
def test_the_word_with_the_stress_asked_for_comes_first(lexicon: Lexicon, text: str, start: str) -> None:
    found = ask(lexicon, text)

    assert (found.text or "").startswith(start)
    assert found.also is not None
