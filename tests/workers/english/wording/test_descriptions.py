"""The answer to a description is a guess, in a sentence."""

from __future__ import annotations

from shared.messages import Match, Where
from workers.english.understood import Understood
from workers.english.wording.descriptions import words_for


def matches(*words: str) -> list[Match]:
    return [Match(word, "n", f"{word}.n.01", f"the gloss of {word}") for word in words]


def test_the_likeliest_word_comes_with_its_meaning_and_a_few_others() -> None:
    text = words_for(Understood("reverse"), "a boat", matches("ice_boat", "canoe", "yacht"), ())

    assert text == "The word may be “ice boat”: the gloss of ice_boat. Or perhaps canoe or yacht."


def test_the_next_words_follow_without_the_first_ones() -> None:
    found = matches(*"abcdefgh")

    assert words_for(Understood("reverse", offset=6), "x", found, ()) == "Or perhaps g or h."
    assert words_for(Understood("reverse", offset=8), "x", found, ()) == "That was all I have."


def test_nothing_found_is_said() -> None:
    assert words_for(Understood("reverse"), "qzx", [], ()).startswith("I find no word that means “qzx”.")


def test_conditions_name_the_words_that_they_left_out() -> None:
    asked = Understood("reverse", where=Where(starts="c"), unread=("in blue",))

    text = words_for(asked, "a boat", matches("canoe"), ["boat"])

    assert "Only words that start with c count. That leaves out boat." in text
    assert text.endswith("I left “in blue” out, because I can't check that.")
