"""The words in which WordNet explains others: a measure of what everybody knows.

The tagged texts are 230,000 words long and lack *penguin* and *zoo*, so a word that they never use need not
be hard. The glosses and their examples, 1.5 million words, use *oven* 38 times, and *forfeiture* twice.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

FEWEST: Final = 12  # occurrences
_WORD: Final = re.compile(r"[a-z]{3,}")


@lru_cache(maxsize=1)
def defining_words(lexicon: Lexicon) -> frozenset[str]:
    """Return the words, as they are inflected there, that the glosses and examples use often.

    They are read at the first call (in a worker's parent).
    """
    return frozenset(bytes(lexicon.tables["defining_words"]).decode().split())


def counted_words(lexicon: Lexicon) -> bytes:
    """Return these words as the snapshot has them, with spaces between, counted in a lexicon without them."""
    counts: Counter[str] = Counter()
    for synset in range(lexicon.synset_count):
        counts.update(_WORD.findall(lexicon.definition(synset)))
        for example in lexicon.examples(synset):
            counts.update(_WORD.findall(example.lower()))
    return " ".join(sorted(word for word, count in counts.items() if count >= FEWEST)).encode()
