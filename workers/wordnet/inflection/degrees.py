"""The degrees of comparison of adjectives and adverbs."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.spelling_rules import syllables_by_letters, with_degree
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

# Word → its comparatives and its superlatives.
_IRREGULAR: Final = {
    "good": (["better"], ["best"]),
    "well": (["better"], ["best"]),
    "bad": (["worse"], ["worst"]),
    "badly": (["worse"], ["worst"]),
    "ill": (["worse"], ["worst"]),
    "less": (["lesser"], ["least"]),
    "little": (["less", "littler"], ["least", "littlest"]),
    "much": (["more"], ["most"]),
    "many": (["more"], ["most"]),
    "far": (["farther", "further"], ["farthest", "furthest"]),
    "old": (["older", "elder"], ["oldest", "eldest"]),
}
_OF_DEGREE: Final = frozenset(chain.from_iterable(chain(*both) for both in _IRREGULAR.values()))
_ENDINGS: Final = (("er", "more"), ("est", "most"))

# Adjectives of two syllables with these endings are compared like short ones: "happier", "simpler".
_LIKE_SHORT: Final = ("y", "le", "ow")
# Others of two syllables that are compared either way.
_EITHER_WAY: Final = word_set(
    """
    bitter clever common cruel divine handsome limber mature mundane obscure pleasant polite
    profound quiet remote secure serene severe sincere slender sober stupid tender
    """
)
# Words of one syllable that are compared with "more", and endings of participles: "more tired".
_NEVER: Final = word_set("fun just like prime real right worth wrong")
_PARTICIPLE: Final = re.compile("[a-z]{2}(?:[^e]ed|ing)$")
_NEGATION: Final = "un"


def degrees(lexicon: Lexicon, name: str, pos: str, which: int) -> list[str]:
    """Return the comparatives (`which` is 0) or superlatives (1), the commonest first; none of *better*."""
    if name in _IRREGULAR:
        return _IRREGULAR[name][which]
    if name in _OF_DEGREE:
        return []
    ending, adverb = _ENDINGS[which]
    listed = [form for form in lexicon.listed_forms(name, pos) if form.endswith(ending)]
    if listed:
        return listed
    short, long = with_degree(name, ending, lexicon.sounds.phones(name, pos)), f"{adverb}_{name}"
    if name in _EITHER_WAY:
        return [short, long]
    return [short] if _is_short(lexicon, name, pos) else [long]


def _is_short(lexicon: Lexicon, name: str, pos: str) -> bool:
    if not name.isalpha() or name in _NEVER or _PARTICIPLE.search(name):
        return False
    by_letters = syllables_by_letters(name)
    syllables = min(
        lexicon.sounds.syllable_count(name) or by_letters, by_letters
    )  # CMUdict has two in "sour"
    if syllables == 1:
        return True
    if pos == "r" and name.endswith("ly"):
        return False
    if name.startswith(_NEGATION) and name.endswith("y"):
        syllables -= 1
    return syllables == 2 and name.endswith(_LIKE_SHORT)  # noqa: PLR2004 (syllables)
