"""A vocabulary of single letters: every English word has pieces in it."""

from __future__ import annotations

from string import ascii_lowercase

from workers.meaning.word_pieces import WordPieces

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *ascii_lowercase,
    *(f"##{letter}" for letter in ascii_lowercase),
]
WORD_PIECES = WordPieces(VOCABULARY)
