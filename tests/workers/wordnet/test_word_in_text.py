"""A sentence holds a word in any of its inflected forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workers.commands.term import Term
from workers.wordnet.word_in_text import holds_any, is_in

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "name", "pos"),
    [
        ("he gave it up", "give_up", "v"),
        ("turn the light off", "turn_off", "v"),
        ("she went home", "go", "v"),
        ("The geese flew", "goose", "n"),
        ("the dog's tail", "dog", "n"),
        ("the dogs' tails", "dog", "n"),
        ("a silk-lined jacket", "lined", "s"),
        ("a politician who is well known", "well-known", "s"),
        ("The young man broke the girl's heart", "break_someone's_heart", "v"),
        ("this is better", "good", "a"),
        ("Running water", "run", "v"),
        ("buy two hot dogs", "hot_dog", "n"),
        ("Polish sausage", "polish", "a"),
    ],
)
def test_a_form_is_found(lexicon: Lexicon, text: str, name: str, pos: str) -> None:
    assert holds_any(lexicon, text, [name], pos)


@pytest.mark.parametrize(
    ("text", "name", "pos"),
    [
        ("there's a new brand of hero in the movies now", "make", "n"),
        ("the cares of the day", "car", "n"),
        ("the dog that was hot", "hot_dog", "n"),
        ("up he gave", "give_up", "v"),
        ("", "dog", "n"),
        ("dog", "", "n"),
        ("...", "dog", "n"),
    ],
)
def test_another_word_is_not(lexicon: Lexicon, text: str, name: str, pos: str) -> None:
    assert not holds_any(lexicon, text, [name], pos)


def test_most_examples_hold_a_word_of_their_synset(lexicon: Lexicon) -> None:
    """About 650 of 48,339 examples use yet another word."""
    every = [
        (synset, text) for synset in range(0, lexicon.synset_count, 10) for text in lexicon.examples(synset)
    ]
    held = [
        holds_any(lexicon, text, [word.lower() for word in lexicon.words(synset)], lexicon.pos(synset))
        for synset, text in every
    ]

    assert sum(held) / len(held) > 0.98


@pytest.mark.parametrize(
    ("word", "text", "holds"),
    [
        ("bank", "she banked the plane", True),
        ("banked", "the bank of a river", True),
        ("Bank", "the BANK of a river", True),
        ("geese", "a goose flew", True),
        ("gave up", "never give it up", False),  # names have underscores
        ("give_up", "never give it up", True),
        ("bank", "the river", False),
        ("bank", "", False),
        ("hola", "hola", False),
    ],
)
def test_a_text_holds_any_form_of_a_word(lexicon: Lexicon, word: str, text: str, holds: bool) -> None:
    assert is_in(lexicon, text, word) == holds


@pytest.mark.parametrize("word", ["make", "hot", "dog", "left", "light", "moon", "give up"])
def test_the_first_example_of_a_meaning_holds_the_word(lexicon: Lexicon, word: str) -> None:
    term = Term(lexicon, word)
    for synset in term.meanings:
        assert term.example(synset) == next(term.holding(lexicon.examples(synset), synset), None)
    assert any(map(term.example, term.meanings))
