"""The wording of conditions on an answer: kept words, removed words, and conditions that no rule reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.messages import Said
from workers.english.conditions.fields import MOST
from workers.english.wording.phrases import counted, listed, quoted, some_of, with_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shared.messages import Count, Reply, Where


def described(where: Where) -> str:
    """Return the conditions as the end of a phrase that begins with "words".

    >>> from shared.messages import Where
    >>> described(Where(starts="l", letters=5)), described(Where(without="_", common=True))
    ('of five letters that start with l', 'without a space that are common')
    """
    return " ".join(filter(None, (" ".join(_with(where)), _clause(list(_that(where))))))


def _clause(claims: list[str]) -> str:
    return f"that {listed(claims)}" if claims else ""


def _with(where: Where) -> Iterator[str]:
    if where.letters:
        yield f"of {_counted(where.letters, 'letter')}"
    if where.syllables:
        yield f"of {_counted(where.syllables, 'syllable')}"
    if where.pattern:
        yield f"of the pattern “{where.pattern}”"
    if where.without:
        letters = [letter for letter in where.without if letter.isalpha()]
        spaces = ["a space"] * ("_" in where.without)
        yield f"without {listed([*letters, *spaces], 'or')}"


def _that(where: Where) -> Iterator[str]:
    if where.starts:
        yield _edge(where.starts, where.starts.lstrip("?"), "start with", "")
    if where.ends:
        yield _edge(where.ends, where.ends.rstrip("?"), "end in", " from the end")
    if where.contains:
        parts = [where.contains] if isinstance(where.contains, str) else list(where.contains)
        yield f"contain {listed([_shown(part) for part in parts])}"
    if where.rhymes_with:
        yield f"rhyme with {where.rhymes_with}"
    if where.pos:
        yield f"can be {with_article(where.pos)}"
    if where.common is not None:
        yield "are common" if where.common else "are not common"


def _edge(letters: str, rest: str, verb: str, side: str) -> str:
    """Return "start with st", or "have o as their letter 2" for a single letter with others before it."""
    if len(rest) == 1 and rest != letters:
        return f"have {rest} as letter {len(letters)}{side}"
    return f"{verb} {_shown(letters)}"


def _shown(letters: str) -> str:
    return f"“{letters}”" if "?" in letters or "*" in letters else letters


def _counted(wanted: Count, noun: str) -> str:
    low, high = (wanted, wanted) if isinstance(wanted, int) else wanted
    if low == high:
        return counted(low, noun)
    if high >= MOST:
        return f"at least {counted(low, noun)}"
    return f"at most {counted(high, noun)}" if low <= 1 else f"{low} to {counted(high, noun)}"


def narrowed(text: str, where: Where, found: Sequence[str], removed: Sequence[str]) -> str:
    """Return the sentence of an answer, with the words that its conditions kept and left out."""
    if not removed:
        return text
    if not found:
        return f"Nothing is left if only words {described(where)} count. That leaves out {some_of(removed)}."
    return f"{text} Only words {described(where)} count. That leaves out {some_of(removed)}."


def of_letters(where: Where, found: Sequence[str]) -> str:
    """Return the sentence for words that are asked for by conditions only."""
    if not found:
        return f"WordNet has no words {described(where)}."
    return f"Words {described(where)}: {some_of(found)}."


def left_out(unread: Sequence[str]) -> str:
    """Return the sentence about conditions that were not understood, with a blank before it; else nothing."""
    return f" I left {_quoted(unread)} out, because I can't check that." if unread else ""


def on_unread(unread: Sequence[str]) -> list[Said]:
    """Return the same sentence for clients in other languages, if there is one."""
    return [Said("unread", list(unread), left_out(unread).strip())] if unread else []


def with_unread(reply: Reply, unread: Sequence[str]) -> Reply:
    """Return `reply`, whose text ends with the sentence about these conditions, with it for them."""
    reply.said = [Said("answer"), *on_unread(unread)] if unread else None
    return reply


def unchecked(unread: Sequence[str]) -> str:
    """Return the sentence for words that are asked for by conditions of which some were not understood."""
    return f"I can't check {_quoted(unread)}, so I can't list these words."


def as_words(where: Where) -> str:
    """Return the question for the words that meet the conditions."""
    return f"words {described(where)}"


def _quoted(parts: Sequence[str]) -> str:
    return listed(list(map(quoted, parts)))
