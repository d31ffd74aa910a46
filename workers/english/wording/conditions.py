"""The wording of conditions on an answer: kept words, removed words, and conditions that no rule reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workers.english.conditions.fields import MOST
from workers.english.wording.sentences import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.messages import Count, Where


def described(where: Where) -> str:
    """Return the conditions as the end of a phrase that begins with "words".

    >>> from shared.messages import Where
    >>> described(Where(starts="l", letters=5)), described(Where(without="_", common=True))
    ('of 5 letters that start with l', 'without a space that are common')
    """
    without = [letter for letter in where.without or "" if letter.isalpha()]
    phrases = _said(
        letters=where.letters and _amount(where.letters, "where.letter_count"),
        syllables=where.syllables and _amount(where.syllables, "where.syllable_count"),
        pattern=where.pattern,
        without=[*without, "a space"] if "_" in (where.without or "") else without,
    )
    parts = [where.contains] if isinstance(where.contains, str) else where.contains or ()
    claims = [
        *_edge("starts", where.starts or "", where.starts or ""),
        *_edge("ends", where.ends or "", (where.ends or "")[::-1]),
        *_said(
            contains=list(map(_shown, parts)),
            rhymes_with=where.rhymes_with,
            pos=where.pos,
            common=where.common,
            rare=where.common is False,
        ),
    ]
    return " ".join([*phrases, say("where.that", claims=claims)] if claims else phrases)


def _said(**values: Any) -> list[str]:
    return [say(f"where.{name}", **{name: value}) for name, value in values.items() if value]


def _edge(side: str, letters: str, from_edge: str) -> list[str]:
    """Return "start with st", or "have o as letter 2" for a single letter behind others from that edge."""
    letter = letters.strip("?")
    if len(letter) == 1 and from_edge[-1:] == letter and from_edge != letter:
        return [say(f"where.letter_{side}", letter=letter, place=len(letters))]
    return _said(**{side: _shown(letters)})


def _shown(letters: str) -> str:
    if letters == "_":
        return "a space"
    return f"“{letters}”" if "?" in letters or "*" in letters else letters


def _amount(wanted: Count, noun: str) -> str:
    low, high = (wanted, wanted) if isinstance(wanted, int) else wanted
    if low == high:
        return say(noun, count=low)
    if high >= MOST:
        return say("where.at_least", count=say(noun, count=low))
    return say("where.range" if low > 1 else "where.at_most", low=low, count=say(noun, count=high))


def narrowed(text: str, where: Where, found: Sequence[str], removed: Sequence[str]) -> str:
    """Return the sentence of an answer, with the words that its conditions kept and left out."""
    if not removed:
        return text
    said = say("where.only" if found else "where.nothing_left", conditions=described(where), removed=removed)
    return f"{text} {said}" if found else said
