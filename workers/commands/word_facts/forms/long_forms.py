"""The long forms of abbreviations, which WordNet has as other words of the same meaning: NASA, DNA, CO."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.wordnet.names.spelled import readable
from workers.wordnet.pronunciation.phones import syllable_count

if TYPE_CHECKING:
    from workers.commands.term import Term

_SHORTEST: Final = 2  # letters; a single one is a symbol or a numeral
_NAMED: Final = re.compile(r"\b(?:acronym|abbreviation|initialism)\b")
_JOINT: Final = re.compile(r"[_ -]")


def long_forms(term: Term) -> list[str]:
    """Return the words that the term is an abbreviation of, one for each meaning, in the reader's order."""
    found: dict[str, None] = {}
    for synset in term.meanings:
        words = list(term.lexicon.words(synset))
        short = next((word for word in words if word.lower() == term.form.lower()), "")
        letters = short.replace(".", "")
        if letters.isupper() and letters.isalpha() and len(letters) >= _SHORTEST:
            fits = {word: initials_of(letters, word) for word in words if "." not in word and word != short}
            best = max(fits, key=lambda word: (fits[word], -len(word)), default="")
            if fits.get(best):
                found[readable(best)] = None
    return list(found)


def is_abbreviation(term: Term) -> bool:
    """Whether WordNet has a long form of the term, or calls it an abbreviation."""
    glosses = map(term.definition, term.meanings)
    return bool(long_forms(term)) or any(_NAMED.search(gloss) for gloss in glosses)


def is_read_as_letters(term: Term) -> bool | None:
    """Whether CMUdict has a syllable for each letter (FBI, not NASA; three for W); None if it lacks it."""
    name, phones = term.form.lower(), term.lexicon.sounds.phones(term.form.lower())
    return syllable_count(phones) == len(name) + 2 * name.count("w") if phones else None


def initials_of(short: str, long: str) -> int:
    """Return how many letters of an abbreviation begin words of `long`, which has them all in this order.

    >>> initials_of("HTML", "hypertext_markup_language"), initials_of("PC", "microcomputer")
    (3, 0)
    """
    text = long.lower()
    starts = [0, *(joint.end() for joint in _JOINT.finditer(text))]
    at = count = 0
    for number, letter in enumerate(short.lower()):
        begins = next((start for start in starts if start >= at and text[start : start + 1] == letter), -1)
        place = begins if begins >= 0 else text.find(letter, at)
        if place < 0 or (number == 0 and place > 0):
            return 0
        at, count = place + 1, count + (begins >= 0)
    return count if len(text) > 2 * len(short) else 0  # "okay" is no long form of "OK"
