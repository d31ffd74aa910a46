"""The long form of an abbreviation, in front of its meaning: "what does NASA stand for?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.commands.term import Term
from workers.commands.word_facts.forms.long_forms import is_abbreviation, is_read_as_letters, long_forms
from workers.english.wording.sentences import if_any, sentence

if TYPE_CHECKING:
    from shared.messages import Said
    from workers.english.term_finder import AskedTerm
    from workers.wordnet.lexicon import Lexicon

_STANDS_FOR: Final = re.compile(
    r"\b(?:st(?:ands?|ood) for|short for|in full|(?:full|long) (?:form|name|version)|acronyms?|initialisms?"
    r"|abbreviat\w+)\b",
    re.IGNORECASE,
)
_KIND: Final = re.compile(r"\b(?:acronym|initialism|abbreviation)\b", re.IGNORECASE)


def asks_long_form(lexicon: Lexicon, term: AskedTerm | None, text: str) -> bool:
    """Whether `text` asks what its term is short for, and it is an abbreviation."""
    is_asked = term is not None and _STANDS_FOR.search(text) is not None
    return bool(
        is_asked and term and term.name and is_abbreviation(Term(lexicon, term.name, for_reader=True))
    )


def on_long_form(lexicon: Lexicon, term: AskedTerm, text: str) -> list[Said]:
    """Return what an abbreviation stands for, and whether it is said as a word, if that is asked."""
    if not (term.shown.isupper() or _STANDS_FOR.search(text)):
        return []
    short = Term(lexicon, term.name, for_reader=True)
    said = if_any("verdict.stands_for", word=term.shown, names=long_forms(short))
    as_letters = is_read_as_letters(short) if _KIND.search(text) and is_abbreviation(short) else None
    if as_letters is None:
        return said
    return [*said, sentence("verdict.initialism" if as_letters else "verdict.acronym", word=term.shown)]
