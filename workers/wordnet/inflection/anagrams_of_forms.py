"""Anagrams that are only forms of words: *alters* and *alerts*, of the letters of *slater*."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.names.capitals import written
from workers.wordnet.offensive import offensive_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

_VERBAL: Final = (("past", "v"), ("past_participle", "v"))
_OF_S: Final = (("plural", "n"), ("third_person", "v"))
# The letters that an ending adds and takes away, and the forms with it.
_ENDINGS: Final = (
    ("s", "", _OF_S), ("es", "", _OF_S), ("ies", "y", _OF_S),
    ("d", "", _VERBAL), ("ed", "", _VERBAL), ("ied", "y", _VERBAL),
    ("ing", "", (("ing", "v"),)), ("ing", "e", (("ing", "v"),)),
    ("r", "", (("comparative", "a"),)), ("er", "", (("comparative", "a"),)),
    ("st", "", (("superlative", "a"),)), ("est", "", (("superlative", "a"),)),
)  # fmt: skip


def anagrams_of_forms(lexicon: Lexicon, letters: list[str]) -> Iterator[str]:
    """Yield the forms with regular endings that have exactly these letters, which are sorted."""
    have, offensive = Counter(letters), offensive_forms(lexicon)
    for added, taken, forms in _ENDINGS:
        if Counter(added) - have:
            continue
        for name in lexicon.letters.anagrams((have - Counter(added) + Counter(taken)).elements()):
            is_word = written(lexicon, name).islower() and name not in offensive
            for form, pos in forms if is_word else ():
                is_it = len(lexicon.entry(lexicon.number_of(name), pos)) > 0
                is_participle = pos == "a" and lexicon.dictionary_forms(name, "v")  # nothing is *paider*
                inflected = inflect(lexicon, name, form, pos) if is_it and not is_participle else ()
                yield from (each for each in inflected if sorted(each) == letters and each not in offensive)
