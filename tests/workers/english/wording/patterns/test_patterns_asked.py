"""Questions that name a sentence pattern, or a preposition, of a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.wording.patterns.patterns_asked import verb_in_pattern

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            'can you say "explain me the rule"?',
            "WordNet has no pattern “explain somebody something”.",
        ),
        ("may I donate someone something?", "WordNet has no pattern “donate somebody something”. It has"),
        ('is "I suggested him to go" right?', "suggested → suggest. WordNet has no pattern “suggest"),
        ('can you "bequeath somebody something"?', "Yes: “Somebody bequeaths somebody something” and"),
        ("can you elapse something or not", "Elapse is intransitive"),
        (
            'can you say "he slept the baby"',
            "slept → sleep. Slept can be transitive or intransitive: it takes",
        ),
        ("can bequeath take two objects", "Yes: “Somebody bequeaths somebody something”"),
        ('is "discuss about" wrong', "Rather without “about”, which WordNet's own"),
        ("does the verb apologize take to", "Yes: “Somebody apologizes to somebody”."),
        ("does dissuade take from", "WordNet does not say whether “from” can follow “dissuade”."),
        ("does depend take on or from", "Rather “depend on”. WordNet's own definitions and"),
        ("is explain used with to", "WordNet's own definitions and examples"),
        ("what preposition goes with insist", "Rather “insist on”."),
        ("what part of speech comes after a preposition", "I can't judge grammar"),
        ("can lie take an object", "Lie is intransitive"),
        ("is discuss transitive", "Discuss is transitive: it takes an object in every meaning"),
    ],
)
def test_the_pattern_that_is_asked_for_is_answered_first(lexicon: Lexicon, text: str, start: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(start)


@pytest.mark.parametrize(
    "line",
    [
        "can you suggest something?",
        "can i ask you something",
        'what does "give me a break" mean?',
        "what does it mean to call someone a chicken",
        "give someone the cold shoulder meaning",
    ],
)
def test_requests_and_meanings_name_no_pattern(line: str) -> None:
    assert verb_in_pattern(line) == ""


def test_a_word_in_a_sentence_stays_open(lexicon: Lexicon) -> None:
    text = ask(lexicon, 'what part of speech is "well" in "he sings well"?').text or ""

    assert text.endswith("I can't tell which of these it is in your sentence.")


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("I enjoy to sing or I enjoy singing?", "grammar"),
        ("is it “they postponed to leave” or “they postponed leaving”", "grammar"),
        ("is it singing or signing", "difference"),
    ],
)
def test_a_choice_of_an_infinitive_is_one_of_grammar(lexicon: Lexicon, text: str, option: str) -> None:
    assert ask(lexicon, text).option == option
