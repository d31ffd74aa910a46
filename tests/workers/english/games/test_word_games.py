"""Questions of word games are about the letters, not about the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.messages import Where
from tests.workers.questions import ask
from workers.english.games.word_games import is_of_scrabble, of_some_letters
from workers.english.term_finder import as_typed
from workers.english.understood import Understood

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "command", "letters"),
    [
        ("unscramble tca please", "anagram", "tca"),
        ("does scrabble allow qi?", "is_word", "qi"),
        ("anagrams of unscramble", "anagram", "unscramble"),
        ("define scrabble", "definition", "scrabble"),
        ("anagrams of listen", "anagram", "listen"),
    ],
)
def test_the_name_of_a_game_is_no_term_beside_another_word(
    lexicon: Lexicon, text: str, command: str, letters: str
) -> None:
    reply = ask(lexicon, text)

    assert (reply.option, reply.word) == (command, letters)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("what can I spell with tarined?", (3, 7)),
        ("scrabble words from tarined", (3, 7)),
        ("anagrams of tarined", None),
        ("unscramble tarined", None),
        ("words from tarined, using all of them", None),
        ("words from tarined, you don't have to use all of them", (3, 7)),
        ("words with all the letters of tarined", None),
    ],
)
def test_words_to_make_need_not_use_every_letter(text: str, lengths: tuple[int, int] | None) -> None:
    asked = of_some_letters(Understood("anagram", as_typed("tarined")), text)

    assert asked.where == (Where(letters=lengths) if lengths else None)


def test_words_to_make_have_the_length_that_was_asked_for() -> None:
    asked = Understood("anagram", as_typed("stone"), where=Where(letters=4))

    assert of_some_letters(asked, "4 letter words from stone") == asked


def test_words_to_make_are_listed_by_their_length(lexicon: Lexicon) -> None:
    text = ask(lexicon, "words I can make with the letters tarined").text or ""

    assert "trained and detrain (7 letters); retain," in text
    assert "shorter words." in text


@pytest.mark.parametrize(("text", "is_of_game"), [("is aa ok in scrabble", True), ("is aa a word", False)])
def test_a_question_names_scrabble(text: str, is_of_game: bool) -> None:
    assert is_of_scrabble(Understood("is_word", as_typed("aa")), text) is is_of_game


def test_names_are_left_out_where_they_do_not_count(lexicon: Lexicon) -> None:
    without = ask(lexicon, "anagrams of animal but no names").text or ""

    assert "Malian" in (ask(lexicon, "anagrams of animal").text or "")
    assert without == "Words with the letters of animal: manila and lamina."


def test_names_and_abbreviations_are_no_words_of_scrabble(lexicon: Lexicon) -> None:
    text = ask(lexicon, "two-letter Scrabble words with an x in them").text or ""

    assert text.startswith("Words of 2 letters that contain x: ax, ox, ex and xi. I left names and")
    assert "XX" in ask(lexicon, "two-letter words with an x in them").response


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'anagram of "dormitory", two words',
            "Words with the letters of dormitory: dirty room and dirty moor.",
        ),
        ("two-word anagrams of conversation", "Words with the letters of conversation: over sanction, "),
        ("anagrams of election results, three words", "I left “three words” out"),
    ],
)
def test_letters_make_two_words_on_demand_but_not_more(lexicon: Lexicon, text: str, said: str) -> None:
    assert said in (ask(lexicon, text).text or "")
