"""Whether "a" or "an" stands before a word, by its sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.wording.sounds.articles_asked import article_asked, on_article

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a honour or an honour?", "honour"),
        ("Is it “an one-way street” or “a one-way street”?", "one-way"),
        ("a or an before ewe", "ewe"),
        ("Do we put an or a in front of UFO?", "UFO"),
        ("a or an heir, which is right", "heir"),
        ("does eulogy take a or an", "eulogy"),
        ("is a newt a fish or an amphibian", ""),
        ("is calm an adjective or a noun?", ""),
        ("a cat or a cat", ""),
        ("a or an?", ""),
    ],
)
def test_the_word_behind_two_articles_is_asked_for(text: str, word: str) -> None:
    found = article_asked(text)

    assert (found.term.shown if found and found.term else "") == word


@pytest.mark.parametrize(
    ("sounds", "said"),
    [
        (["AA1 N ER0"], "It is “an x”, because x begins with a vowel sound."),
        (["Y UW1"], "It is “a x”, because x begins with a consonant sound."),
        (
            ["ER1 B", "HH ER1 B"],
            "It is “an x” or “a x”, because x begins with a vowel or consonant sound.",
        ),
    ],
)
def test_the_first_sound_tells_the_article(sounds: list[str], said: str) -> None:
    [sentence] = on_article("x", [{"arpabet": each} for each in sounds], "a x or an x")

    assert sentence.text == said


def test_the_reply_tells_why(lexicon: Lexicon) -> None:
    text = ask(lexicon, "a heir or an heir, and why?").text or ""

    assert text.startswith("It is “an heir”, because heir begins with a vowel sound. Heir is pronounced")
    assert "why" not in text
