"""The sense that a question names: by its number ("the second meaning"), or by a word ("bank, the river").

An article names no sense, but the part of speech: "a fly" is an insect, though the word mostly means to fly.
So does "kinds of".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.catalog import BY_NAME
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.asked_labels import countries_in
from workers.commands.word_facts.named_sense import REFUSED, sense_named, words_of
from workers.english.conditions.expressions import ORDINALS, number_of
from workers.english.pieces import plain
from workers.english.several.ways_to_say import of_all_ways
from workers.english.slash_commands import POS_BY_NAME
from workers.english.suggestions import looked_up
from workers.english.wording.fields_asked import field_of_thing
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

_NUMBERED: Final = re.compile(
    r"\b(?P<ordinal>first|second|third|fourth|fifth|[1-5](?:st|nd|rd|th))\s+(?:meaning|sense|definition)\b"
    r"|\b(?:meaning|sense|definition|number)\s+(?:no\.?\s*)?(?P<number>\d{1,2}|one|two|three|four|five)\b",
    re.IGNORECASE,
)
# "What kind of animal is a bat?" names the sense, and "who is Washington?" does, too.
_KIND: Final = re.compile(
    r"\b(?:kind|sort|type|breed|species) of (?P<kind>[a-z]+) (?:is|are|was|were)\b", re.IGNORECASE
)
_WHO: Final = re.compile(r"who(?:'s| is| was)\b(?! (?:an?|the)\b)", re.IGNORECASE)
# "Bat (the animal) and bird", "the boot of a car", "in cooking".
_OF_PAIR: Final = re.compile(
    r"\((?:as |an? |the |in |of |for )*([\w -]+)\)|, the ([a-z]+)\b"
    r"|\b(?:of|in|for|on|as) (?:an? |the |in )*([a-z]{3,})",
    re.IGNORECASE,
)
_NO_HINTS: Final = word_set(
    "general detail short english meaning meanings use usage sentence sentences writing speech common terms"
    " language word words spelling sound pronunciation difference differences grammar same two both them"
    " these those this that context practice case cases dictionary essay email letter me you us noun verb"
    " adjective adverb"
)
_POS: Final = r"(?:noun|verb|adjective|adverb)"
_NO_POS: Final = re.compile(
    r"(?:\b(?:not|no|without|except|excluding)|n'?t) (?:any )?(?:nouns|verbs|adjectives|adverbs)\b",
    re.IGNORECASE,
)
_BOTH_POS: Final = re.compile(
    rf"\b{_POS}s?,? (?:and|or|vs\.?) (?:as )?(?:an? |the )?{_POS}s?\b", re.IGNORECASE
)


def number_in(text: str) -> int:
    """Return the number of the sense that `text` asks for, 0 for none.

    >>> number_in("the second meaning of bank"), number_in("sense 3"), number_in("one bank")
    (2, 3, 0)
    """
    found = _NUMBERED.search(text)
    if not found:
        return 0
    said = (found["ordinal"] or found["number"]).lower()
    return ORDINALS.get(said) or number_of(said)


def sense_of_hint(lexicon: Lexicon, understood: Understood, term: AskedTerm, text: str) -> int:
    """Return the number of the sense of `term` that a question names by a word, or 0."""
    hint, kind = understood.hint, _KIND.search(text)
    if understood.command == "hypernyms" and kind:
        hint = kind["kind"]
    elif not BY_NAME[understood.command].takes_sentence or understood.sentence:
        return 0
    elif understood.command == "definition" and _WHO.match(text):
        hint = hint or "person"
    elif REFUSED.match(hint):  # "the machine, not the bird": the model sees the second part alone
        hint = text
    return sense_named(lexicon, looked_up(term), hint, understood.pos, understood.command)


def hint_of_pair(lexicon: Lexicon, understood: Understood, text: str) -> str:
    """Return the words of a question that can name the meanings of the two words that it compares.

    They are in brackets, behind a preposition, or the name of a country: "a bonnet and a hood, of a car". For
    a word and a class, they are a field: "is a bug in computing an insect?"
    """
    if understood.command == "is_a":
        return field_of_thing(lexicon, text)
    if understood.command != "difference":
        return ""
    line = understood.around(plain(text))
    found = [word for match in _OF_PAIR.finditer(line) for word in match.groups() if word]
    hints = words_of(" ".join(found)) - _NO_HINTS
    return " ".join([*sorted(hints), *countries_in(line)])


def is_noun(lexicon: Lexicon, understood: Understood, text: str) -> bool:
    """Whether an article or "kinds of" in `text` makes a noun of a term that is mainly something else.

    It does not if the noun has no answer, or the article belongs to the next word: "a fast car".
    """
    row, term = BY_NAME.get(understood.command), understood.term
    if not (row and term and term.name and row.takes_pos) or row.is_about_form or row.needs_second_word:
        return False
    typed = re.escape(term.typed or term.shown)
    found = re.search(rf"\b(?:an?|the|(?:kind|sort|type)s? of) {typed}\b(?: ([\w'-]+))?", text, re.IGNORECASE)
    if not found or any(_is_mainly_noun(lexicon, word) for word in (term.name, found[1] or "")):
        return False
    return has_answer(Term(lexicon, term.name, "n"), row.name)


def _is_mainly_noun(lexicon: Lexicon, word: str) -> bool:
    return Term(lexicon, word, for_reader=True).main_pos == "n" and not kind_of(word.lower())


def is_unread(understood: Understood) -> bool:
    """Whether a hint, if it names no sense, is a part of the question that the answer leaves out."""
    takes_hint = BY_NAME[understood.command].takes_sentence and not understood.sentence
    return takes_hint and bool(words_of(understood.hint))


def pos_said(text: str, term: AskedTerm | None, read: str | None = None, command: str = "") -> str | None:
    """Return the part of speech that `text` names, if it names one, and not as the term; else that `read`.

    >>> pos_said("is run a verb?", None), pos_said("is it a noun or a verb?", None, "v")
    ('v', None)
    """
    is_of_all = command == "pronunciation" and of_all_ways(text)
    if is_of_all or _BOTH_POS.search(text) or _NO_POS.search(text):
        return None
    words = set(re.findall(r"\w\w+", text.lower())) - {term.shown.lower() if term else ""}
    named = {POS_BY_NAME[word] for word in words if word in POS_BY_NAME}
    return read or (named.pop() if len(named) == 1 else None)
