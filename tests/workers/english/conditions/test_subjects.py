"""Words have to do with a subject behind a class, in front of other conditions, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


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
        ("birds with five letters", "Kinds of birds: goose, chick, eagle, "),
        (
            "countries in Asia whose names start with B",
            "Only words that start with b and have to do with “asia”",
        ),
        (
            "rivers in Germany which have four letters",
            "Only words of 4 letters that have to do with “germany”",
        ),
        ("mountains in Nepal", "I left “Nepal” out, because I found none that has to do with that."),
    ],
)
def test_words_can_have_to_do_with_something(lexicon: Lexicon, text: str, sentence: str) -> None:
    assert sentence in (ask(lexicon, text).text or "")


def test_words_that_come_nearest_to_a_subject_stand_in_for_those_about_it(lexicon: Lexicon) -> None:
    text = ask(lexicon, 'which words start with "cardi" and have to do with health').text or ""

    assert "cardiovascular" in text
    assert text.endswith("These come nearest to “health”, which I can't check exactly.")
    assert "nearest" not in (ask(lexicon, "alliteration help: adjectives starting with gr").text or "")
