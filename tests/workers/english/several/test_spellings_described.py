"""The spelling of something described is that of the word for it, or of the word that is quoted beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.reader import Reading, Span
from workers.english.several.spellings_described import as_described, with_words_found, word_for
from workers.english.term_finder import TermFinder, as_typed
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("How do you spell the instrument that measures temperature?", "thermometer"),
        ("how is the word for a person who fixes pipes spelled", "plumber"),
        ("Spell the word for a person who bakes bread.", "baker"),
        ("What is the spelling of the word that means fear of spiders?", "arachnophobia"),
        ("How do you write the word for the study of birds?", "ornithology"),
        ("How do you spell the disease of the joints that begins with a?", "arthritis"),
        ("how do you spell the sound a duck makes", "quack"),
        ('How do you spell the name of the spicy sausage "chorizo"?', "chorizo"),
        ("How do you spell the Italian word for farewell, “arrivederci”?", "arrivederci"),
        ("How is the name for a small Scottish lake, “loch”, written?", "loch"),
        ("A word for a baby cat, please. Also how do you spell the fear of heights?", "acrophobia"),
    ],
)
def test_a_described_word_is_spelt(lexicon: Lexicon, text: str, word: str) -> None:
    assert f"The right spelling is “{word}”" in (ask(lexicon, text).text or "")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("how do you spell ice cream", "ice cream"),
        ("how do you spell the Bill of Rights", "Bill of Rights"),
        ("how do you spell the plant with thorns, caktus", "caktus"),
        ('how do you spell the word for a rude child: "brat" or "bratt"?', "brat"),
    ],
)
def test_a_word_that_is_named_is_no_description(lexicon: Lexicon, text: str, word: str) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == ("spelling", word)


def test_conditions_are_no_part_of_the_description(words: TermFinder) -> None:
    text = "how do you spell the illness that begins with a p and makes you cough"
    part = "begins with a p"
    condition = Span(part, text.index(part), text.index(part) + len(part))

    found = as_described(words, Reading("spelling", 1.0, "", spans={"condition": [condition]}), text)

    assert (found.command, found.then) == ("reverse", "spelling")
    assert found.part("description") == "the illness and makes you cough"
    assert found.spans["condition"] == [condition]


def test_nothing_is_spelt_if_no_word_is_likely(words: TermFinder) -> None:
    vague = as_typed("the thing with the other thing")
    questions = [Understood("reverse", vague), Understood("spelling", vague)]

    assert word_for(words, vague, None) is None
    assert with_words_found(words, questions) == questions[:1]
