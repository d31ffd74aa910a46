"""Questions for the word of a country: "the British word for truck", "what do Americans call it"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import countries_in, labels_for
from workers.commands.word_facts.marks.usage import marks_of

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

# "The Welsh for hedgehog", "sheep in Irish": languages of their own.
LANGUAGE: Final = re.compile(
    r"\b(?:welsh|irish|scots|indian)(?: (?:word|name|term|translation))? (?:for|of)\b"
    r"|\b(?:in|into|to) (?:welsh|irish|scots)\b(?! english)",
    re.IGNORECASE,
)
_FOR_WORDS: Final = frozenset(["synonyms", "translate"])
# "What is it called in Britain", "how do Americans say it".
_CALLED: Final = re.compile(r"\b(?:call(?:ed)?|say|term(?:ed)?) ", re.IGNORECASE)
_MAYBE_FOR_WORDS: Final = frozenset(["definition", "frames"])


def of_country(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question for synonyms that are marked as of a country, if it is asked for its word.

    For a word that is marked so itself, that is its usage: "what do Americans call a sidewalk?".
    """
    line, asked = understood.around(text), understood
    is_for_words = asked.command in _FOR_WORDS or (asked.command in _MAYBE_FOR_WORDS and _CALLED.search(line))
    countries = countries_in(line) if asked.term and is_for_words else []
    if len(countries) != 1 or LANGUAGE.search(line) or (asked.where and asked.where.about):
        return asked
    about = countries[0].lower()
    if not labels_for(about):
        return asked
    if _is_of(finder.lexicon, asked.term, countries[0]):
        return replace(asked, command="usage", unread=(), hint="")
    return replace(
        asked,
        command="synonyms",
        where=replace(asked.where or Where(), about=about),
        unread=tuple(part for part in asked.unread if not countries_in(part)),
        hint="" if countries_in(asked.hint) else asked.hint,
    )


def _is_of(lexicon: Lexicon, asked: AskedTerm | None, country: str) -> bool:
    """Whether a likely meaning of a word is marked as of a country."""
    term = Term(lexicon, asked.name, for_reader=True) if asked else None
    marks = (mark for synset in term.prominent for mark in marks_of(term, synset)) if term else ()
    return any(mark["label"] == country for mark in marks)
