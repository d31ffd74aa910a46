"""The longest and the shortest words are those whose number of letters nothing exceeds."""

from __future__ import annotations

import pytest

from tests.workers.questions import ask, found
from workers.english.conditions.superlatives import claimed_word
from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "command", "word"),
    [
        ("what is the longest word with no repeated letters", "pattern", "dermatoglyphics"),
        ("the longest word without vowels", "pattern", "rhythm"),
        ("what's the shortest word containing all the vowels", "pattern", "sequoia"),
        ("shortest word that rhymes with night", "rhymes", "bite"),
        ("the shortest synonym for happy", "synonyms", "glad"),
        ("longest word starting with z", "pattern", "zooflagellate"),
    ],
)
def test_only_the_longest_or_the_shortest_words_are_listed(
    lexicon: Lexicon, text: str, command: str, word: str
) -> None:
    reply = ask(lexicon, text)

    assert reply.option == command
    assert word in found(reply)
    assert "WordNet has none that is" in (reply.text or "")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "is rhythm the longest word without a vowel?",
            "Yes: in WordNet, none is longer. Words of 6 letters ",
        ),
        ("is myth the longest word without a vowel?", "No, not in WordNet: there are longer ones. "),
    ],
)
def test_a_claim_is_answered_first(lexicon: Lexicon, text: str, verdict: str) -> None:
    assert (ask(lexicon, text).text or "").startswith(verdict)


def test_what_can_not_be_compared_is_named(lexicon: Lexicon) -> None:
    assert "I left “shortest” out" in (ask(lexicon, "shortest synonym for beautiful").text or "")


def test_a_long_thing_is_no_long_word(lexicon: Lexicon) -> None:
    assert ask(lexicon, "is the Nile the longest river?").option != "pattern"
    assert claimed_word("is it a longer word?") == ""


@pytest.mark.parametrize(
    ("text", "letters", "left_out"),
    [
        ("a shorter word for enormous", "at most 7 letters", ""),
        ("another word for murmur that's softer and shorter", "at most 5 letters", "softer” out"),
        ("synonyms of quick but longer", "at least 6 letters", ""),
    ],
)
def test_a_comparison_is_with_the_word_itself(
    lexicon: Lexicon, text: str, letters: str, left_out: str
) -> None:
    said = ask(lexicon, text).text or ""

    assert f"Only words of {letters} count." in said
    assert left_out in said


def test_what_is_no_longer_used_need_not_be_longer(lexicon: Lexicon) -> None:
    assert "letters" not in (ask(lexicon, "a word for tired that is no longer used").text or "")
