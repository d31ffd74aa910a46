"""Whether two words are two spellings of one word, as *colour* and *color* or *organise* and *organize*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.wordnet.correction.by_ear import as_written

if TYPE_CHECKING:
    from workers.commands.term import Term

_CONSONANTS: Final = re.compile(r"[^aeiouy]+")


def are_one_word(term: Term, sounds: str | None) -> bool:
    """Whether the two share their meanings and their sound; `sounds` is what is known of that.

    Words with other vowels must share the commonest meaning of each: no *check* is a *cheque*. For words
    that differ in consonants only, all meanings of one are enough: *organise* lacks a meaning of *organize*.
    """
    one, other = term.meanings, term.second.meanings
    if set(term.prominent).isdisjoint(term.second.prominent):
        return False
    if sounds != "homophones" and not _may_sound_alike(term, sounds):
        return False
    if one[0] in other and other[0] in one:
        return True
    vowels, others = (_CONSONANTS.sub(" ", each.form.lower()) for each in (term, term.second))
    return vowels == others and (set(one) <= set(other) or set(other) <= set(one))


def listed_first(term: Term, synset: int) -> str:
    """Return the one of two words of a synset that comes first there."""
    words = [word.lower() for word in term.lexicon.words(synset)]
    return min((term, term.second), key=lambda each: words.index(each.word_in(synset).lower())).form


def _may_sound_alike(term: Term, sounds: str | None) -> bool:
    """Whether two words that begin alike nearly sound alike, or are written so if a sound is unknown."""
    one, other = term.form.lower(), term.second.form.lower()
    if one[0] != other[0]:  # ensure and insure, inalienable and unalienable
        return False
    spoken = term.lexicon.sounds.spoken
    is_known = bool(spoken(one) and spoken(other))
    return sounds is not None if is_known else as_written(one) == as_written(other)
