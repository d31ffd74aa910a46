"""Questions of word games are about the letters, not about the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.workers.questions import ask
from workers.english.reader import Reading
from workers.english.term_finder import as_typed
from workers.english.understood import Understood
from workers.english.word_games import as_game, is_of_scrabble

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


@pytest.mark.parametrize(("text", "is_of_game"), [("is aa ok in scrabble", True), ("is aa a word", False)])
def test_a_question_names_scrabble(text: str, is_of_game: bool) -> None:
    assert is_of_scrabble(Understood("is_word", as_typed("aa")), text) is is_of_game


@pytest.mark.parametrize(
    ("text", "letters", "condition"),
    [
        ("unscramble ratbib, it's an animal", "ratbib", [", it's an animal"]),
        ("please unscramble the letters gelea", "gelea", []),
        ("Unjumble this: nolem it is a fruit", "nolem", [" it is a fruit"]),
    ],
)
def test_letters_to_unscramble_are_an_anagram(text: str, letters: str, condition: list[str]) -> None:
    spans = as_game(Reading("is_a", 1.0, ""), text).spans

    assert [span.text for span in spans["term"]] == [letters]
    assert [span.text for span in spans.get("condition", [])] == condition


@pytest.mark.parametrize(
    "text",
    [
        "what does unscramble mean",
        "unscramble meaning",
        "unscramble in a sentence",
        "unscramble the letters t o c a",
    ],
)
def test_the_meaning_of_unscrambling_is_no_game(text: str) -> None:
    reading = Reading("definition", 1.0, "")

    assert as_game(reading, text) is reading
