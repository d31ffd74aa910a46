"""The word that a question for a spelling means: a misspelling at its end, or the spelling of a country."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.term import Term
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.marks.asked_labels import countries_in
from workers.commands.word_facts.other_spellings import spellings_by_country
from workers.english.pieces import plain
from workers.english.several.respellings_asked import respelt
from workers.english.several.spellings_described import with_words_found
from workers.english.understood import Understood
from workers.english.wording.sounds.sounds_asked import asks_silent
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder

_SPELL: Final = re.compile(r"\bspel\w*|\bwritten\b", re.IGNORECASE)
# "The French word for a starter, orderves": the last word, behind a description.
_LAST: Final = re.compile(r"[\s,;:(\u2013\u2014\"'“-]([A-Za-z][A-Za-z'-]{3,})[\"'”)]?[ ?.!]*$")
# Letters of a word to choose from: "“ant” or “ent” at the end of “relevant”", "does it end in able or ible?"
_OFFERED: Final = r"-?[\"“]?(?P<one>[a-z]{1,4})[\"”]? or -?[\"“]?(?P<other>[a-z]{1,4})[\"”]?"
_LETTERS_OF: Final = (
    re.compile(
        rf"(?<![a-z-]){_OFFERED},?(?: (?:at|in) the (?:end|start|beginning|middle))? (?:in|of) (?:the word )?"
        r"[\"“]?(?P<word>[a-z]{4,})[\"”]?[ ?.!]*$"
    ),
    re.compile(rf"\b(?P<word>[a-z]{{4,}})[\"”]? (?:end|begin|start)\w*(?: in| with)? {_OFFERED}[ ?.!]*$"),
)
# Two spellings at the end, of which WordNet may have the first one only.
_TWO: Final = re.compile(
    r"(?P<one>[a-z'-]{4,})[\"”]?,? or [\"“]?(?P<other>[a-z'-]{4,})[\"”]?[ ?.!]*$", re.IGNORECASE
)
_PHRASE: Final = 2  # words; more of them are a description
CAPITAL: Final = re.compile(r"\bcapital|\b(?:upper|lower) ?case\b", re.IGNORECASE)
_OF_SPELLING: Final = frozenset(["spelling", "reverse", "out_of_scope", "unclear", "definition"])
_OF_COUNTRIES: Final = frozenset(["spelling", "translate"])
_VERSION: Final = re.compile(r"\b(?:spel\w*|version|writ\w+|way)\b", re.IGNORECASE)


def as_spelled(finder: TermFinder, questions: list[Understood], text: str) -> list[Understood]:
    """Return the questions; a single one for a spelling with the word that it means.

    Those for the spelling with a silent letter are for the sound.
    """
    if found := respelt(finder, text):
        return found
    [asked, *others] = questions = with_words_found(finder, questions)
    line = plain(text)
    if asked.command == "spelling" and asks_silent(text):
        return [replace(each, command="pronunciation") for each in questions]
    if word := _with_letters(finder, line.lower()):
        return [Understood("spelling", word)]
    if others:
        return questions
    if asked.command in _OF_SPELLING and _SPELL.search(line) and (meant := _misspelt(finder, asked, line)):
        asked = Understood("spelling", meant)
    if asked.command in ("grammar", "usage") and asked.term and CAPITAL.search(asked.around(line)):
        asked = replace(asked, command="spelling")
    if asked.command in _OF_COUNTRIES and asked.term and _VERSION.search(line):
        asked = _of_country(finder, asked, asked.term, line)
    return [asked]


def _with_letters(finder: TermFinder, line: str) -> AskedTerm | None:
    """Return the word that has one of the letters between which a question chooses; words are no letters."""
    found = next(filter(None, (rule.search(line) for rule in _LETTERS_OF)), None)
    offered = (found["one"], found["other"]) if found else ()
    if found is None or all(map(kind_of, offered)) or sum(part in found["word"] for part in offered) != 1:
        return None
    return finder.term(found["word"])


def _misspelt(finder: TermFinder, asked: Understood, line: str) -> AskedTerm | None:
    """Return the last word of a line, corrected, if WordNet lacks it and the question is not about it.

    If it is offered beside a word that WordNet has, that is the right spelling.
    """
    last = _LAST.search(line)
    two = _TWO.search(line)
    if two and (right := finder.term(two["one"])) and not finder.term(two["other"]):
        return right
    own = (asked.term.typed or asked.term.shown).lower().split() if asked.term else []
    is_own = last and len(own) <= _PHRASE and last[1].lower() in own  # "new monia"
    if not last or is_own or _SPELL.match(last[1]) or finder.term(last[1]):
        return None
    return finder.in_span(last[1], 0, len(last[1]))


def _of_country(finder: TermFinder, asked: Understood, term: AskedTerm, line: str) -> Understood:
    known = spellings_by_country(Term(finder.lexicon, spelled(term.shown)))
    named = [known[country] for country in countries_in(asked.around(line)) if country in known]
    if len(named) != 1:
        return asked
    return replace(asked, command="spelling", term=finder.term(named[0]) or term)
