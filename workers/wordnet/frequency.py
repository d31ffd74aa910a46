"""How common a word is, in words, by its uses in the texts that were tagged with WordNet's senses.

The texts have about 230,000 tagged words, so five uses are about 20 in a million.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

# The fewest uses, and the words for that many: 846 names are very common, 6,305 at least common, 21,356 used.
BANDS: Final = ((50, "very common"), (5, "common"), (1, "less common"), (0, "rare"))
COMMON_USES: Final = 5

_USES_UNIT: Final = 128  # of a lemma's weight, see nltk_reader.py


def band(uses: int) -> str:
    """Return how common a word is by the number of its uses.

    >>> band(60), band(0)
    ('very common', 'rare')
    """
    return next(name for fewest, name in BANDS if uses >= fewest)


def uses_of(lexicon: Lexicon, lemma: int) -> int:
    """Return how often the tagged texts use a lemma, in all its senses and forms."""
    return lexicon.lemma_weight(lemma) // _USES_UNIT


def is_common(lexicon: Lexicon, lemma: int) -> bool:
    """Whether a lemma is common or very common."""
    return uses_of(lexicon, lemma) >= COMMON_USES


@lru_cache(maxsize=64)
def times_written(lexicon: Lexicon, phrase: str) -> int:
    """Return how often WordNet's definitions and examples hold a phrase, in lower case, as whole words.

    They are 1.2 million words, mostly American, and show what their editors write. Each call searches them
    all, which takes about 10 ms.
    """
    # To begin with the phrase, rather than with \\b, is eight times faster.
    pattern = re.compile(rb"%b(?![\w'-])" % re.escape(phrase.encode()))
    texts = (lexicon.tables[name] for name in ("definitions", "examples"))
    return sum(not _goes_on(text, found.start()) for text in texts for found in pattern.finditer(text))


def _goes_on(text: memoryview, at: int) -> bool:
    """Whether the word before a place goes on there."""
    before = bytes(text[max(at - 1, 0) : at])
    return before.isalnum() or before in (b"-", b"'", b"_")
