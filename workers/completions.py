"""Words by their spelling: those that begin so, and those that fit a pattern."""

from __future__ import annotations

import re
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from workers.lexicon import POS_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.term import Term

MAX_COMPLETIONS: Final = 20
MAX_MATCHES: Final = 100


def suggest(term: Term) -> list[str]:
    """Return up to 20 words that begin with the term, the commonest first, the equally common by alphabet."""
    lexicon = term.lexicon
    return _commonest(term, lexicon.lemmas_with_prefix(term.form.lower()), MAX_COMPLETIONS)


def pattern(term: Term) -> list[str]:
    """Return up to 100 words that fit a pattern, the commonest first: `?` is one letter, `*` any number."""
    lexicon = term.lexicon
    wanted = term.form.lower()
    literal = re.match(r"[^?*]*", wanted)
    begin_so = lexicon.lemmas_with_prefix(literal.group() if literal else "")
    return _commonest(term, lexicon.lemmas_matching(_expression(wanted), begin_so), MAX_MATCHES)


def _commonest(term: Term, lemmas: Iterable[int], limit: int) -> list[str]:
    lexicon = term.lexicon
    if term.pos:
        lemmas = (lemma for lemma in lemmas if len(lexicon.entry(lemma, term.pos or POS_ORDER)))
    return [lexicon.lemma_name(lemma) for lemma in nlargest(limit, lemmas, key=lexicon.lemma_weight)]


def _expression(wanted: str) -> re.Pattern[bytes]:
    """Return the expression that finds, in a text with a name on each line, the names that fit.

    What follows a star is taken where it first occurs, and that is final (the atomic groups): another place
    could not do better, and trying them all would take exponential time for `*a*a*a*a*b`.
    """
    pieces = re.sub(r"\*+", "*", wanted).split("*")
    first, *others = (b"".join(_letter(letter) for letter in piece) for piece in pieces)
    if not others:
        return re.compile(rb"^" + first + rb"$", re.MULTILINE)
    *middle, last = others
    between = b"".join(rb"(?>[^\n]*?" + piece + rb")" for piece in middle)
    return re.compile(rb"^" + first + between + rb"[^\n]*" + last + rb"$", re.MULTILINE)


def _letter(letter: str) -> bytes:
    return rb"[^\n]" if letter == "?" else re.escape(letter.encode("utf-8", "replace"))
