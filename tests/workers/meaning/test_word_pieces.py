"""Texts are split into the pieces of BERT's vocabulary, and each word keeps its place."""

from __future__ import annotations

import pytest

from workers.meaning.word_pieces import WordPieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "happy", "un", "##happy", "##ness", "cafe", "?"]


@pytest.fixture
def word_pieces() -> WordPieces:
    return WordPieces(VOCABULARY)


def pieces(word_pieces: WordPieces, text: str) -> list[str]:
    return [VOCABULARY[number] for word in word_pieces.words(text) for number in word.pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unhappyness", ["un", "##happy", "##ness"]),
        ("Happy?", ["happy", "?"]),
        ("CAFÉ", ["cafe"]),
        ("happy가", ["happy", "[UNK]"]),
        ("zzz happy", ["[UNK]", "happy"]),
        ("h" * 101, ["[UNK]"]),
        (" \t\n", []),
    ],
)
def test_a_text_becomes_its_longest_pieces(word_pieces: WordPieces, text: str, expected: list[str]) -> None:
    assert pieces(word_pieces, text) == expected


def test_each_word_knows_its_place(word_pieces: WordPieces) -> None:
    text = "is  happy, unhappy?"

    assert [text[word.start : word.end] for word in word_pieces.words(text)] == [
        "is", "happy", ",", "unhappy", "?",
    ]  # fmt: skip
