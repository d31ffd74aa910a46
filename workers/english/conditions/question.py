"""A question with its conditions, which can decide about its command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import BY_NAME
from shared.messages import Where
from workers.commands.comparison.ancestors import Ways
from workers.commands.conditions.word_filter import WordFilter
from workers.commands.hierarchy import RELATIONS_DOWN, relation_down
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.english.conditions.affixes import of_affix
from workers.english.conditions.expressions import MINIMAL_PAIRS, NEARLY, SOUND
from workers.english.conditions.kinds_described import of_kinds, of_name
from workers.english.conditions.loosened import COMMON, loosened
from workers.english.conditions.meanings import by_meaning, meaning_in, rhyme_that_means
from workers.english.conditions.parser import OF_LETTERS, Conditions, read_conditions, with_known_words
from workers.english.conditions.purposes import is_purpose
from workers.english.conditions.superlatives import of_words
from workers.english.pieces import quoted
from workers.english.sense_hint import pos_said
from workers.english.term_finder import as_typed
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.english.reader import Reading, Span
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood

_WORDS: Final = re.compile(r"\bwords?\b", re.IGNORECASE)
OF_WORDS: Final = re.compile(r"\b(?:words?|nouns?|verbs?|adjectives?|adverbs?)\b", re.IGNORECASE)
# "Eight-letter words for feelings" are kinds, and other words for them synonyms.
_WORDS_FOR: Final = re.compile(r"\b(?:words|nouns|names) (?:for|of) (?:the )?$", re.IGNORECASE)
_OTHER: Final = re.compile(r"\b(?:other|another|alternative|different|similar)\b", re.IGNORECASE)
_SIZE: Final = re.compile(r"\(\d\d?\)")  # of a word in a crossword: "angry (5)"
# The commands that the model also takes for questions with nothing but conditions.
_FOR_PATTERNS: Final = frozenset(
    ["definition", "derivations", "goodbye", "hyponyms", "instances", "random", "similar", "synonyms"]
)
# The commands whose words belong together, so that a condition can leave out one of them.
_OF_CLASS: Final = frozenset(
    ["hyponyms", "instances", "meronyms", "rhymes", "near_rhymes", "homophones", "anagram"]
)
_OF_MEANING: Final = frozenset(["synonyms", "antonyms", "similar"])
_SHAPED: Final = _OF_CLASS | {"reverse"}  # "list some palindromes"
# "Breeds of dog", "a fruit".
_AROUND_CLASS: Final = re.compile(
    r"^(?:(?:an?|the|some|any) )?(?:(?:breed|kind|name|sort|species|type|variety)s? of )?"
    r"| (?:breeds?|species)$"
)
# In front of the term, whose kinds the model asks for: "nouns of two syllables that rhyme with money".
_RHYMES_WITH: Final = re.compile(r"(?:\b(?:that|which|to) )?\brhym\w* with (?:the word )?\W?$", re.IGNORECASE)
_WITH_EXAMPLE: Final = re.compile(r"\bwords\b.*\b(?:like|such as|as in) [\"'“]", re.IGNORECASE)
_SOUNDING: Final = re.compile(rf"\bwords?\b.*\b(?:where|in which|with|have)\s+(?:the\s+)?{SOUND}")
_LEFT_OUT: Final = re.compile(r"![^?*]+")
_PLAIN: Final = re.compile(r"[^?!,]+").fullmatch


def with_conditions(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> Understood:
    """Return the question with the conditions that `text` puts on its answer."""
    if named := of_name(finder, understood, text):
        return named
    understood, text = of_words(understood, text)
    conditions = reading.spans.get("condition", ())
    understood = of_affix(understood, text)
    understood = of_kinds(finder, by_meaning(finder, understood, text, conditions), text)
    if understood.unread:
        return understood
    understood = _of_its_kind(reading, understood, text)
    row = BY_NAME.get(understood.command)
    if row is None or not row.is_list or row.name == "spelling":  # "does it have two r's?"
        return understood
    term, described = reading.span("term"), reading.span("description")
    span = (row.needs_model and described) or term or described
    place = (span.start, span.end) if span and row.needs_word else (0, 0)
    spans = _apart(conditions, _rhyming(reading, text) if row.name == "rhymes" else None)
    found = _left_out(finder, read_conditions(text, row.name, place, spans), row.name, understood.term)
    if row.name in OF_LETTERS:
        return _of_letters(finder, reading, understood, found, text)
    return _narrowed(finder, reading, understood, found, text)


def is_on_letters(where: Where | None) -> bool:
    """Whether conditions are more than those of simple words: "explain it in easy words"."""
    letters = ((where and where.without) or "").replace("_", "")
    return where is not None and replace(where, common=None, without=letters) != Where(without="")


def _narrowed(
    finder: TermFinder, reading: Reading, understood: Understood, found: Conditions, text: str
) -> Understood:
    """Return the question for a list with the conditions found; a rhyme or part of speech is one, too."""
    row, where, pos = BY_NAME[understood.command], found.where, understood.pos
    if row.name == "rhymes" and (meant := rhyme_that_means(understood, where, text)):
        return meant
    if where and where.rhymes_with and row.name == "rhymes":
        if not understood.term2:  # the term is a condition: "words with ough that rhyme with cow"
            other = replace(understood, command="pattern")
            return with_conditions(finder, reading, other, text)
        where = replace(where, rhymes_with=None)  # "does though rhyme with cough?"
    if pos and row.is_about_form and not row.needs_model:  # "verbs that rhyme with light"
        where, pos = replace(where or Where(), pos=pos), None
    term = understood.term if row.needs_word else None
    if row.name in RELATIONS_DOWN and term and not pos and _is_plural(finder, term):
        pos = "n"  # "colors of five letters" are no ways to color
    asked = replace(understood, term=term, pos=pos, where=where, unread=found.unread)
    if row.name == "synonyms" and term and is_on_letters(where) and _are_words_for(finder, term, text):
        return _of_class(finder, asked, found, term.shown, text) or asked
    is_class = row.name == "instances" and not (asked.hint or "instance" in text)
    return _with_members(finder, asked) if is_class else asked


def _is_plural(finder: TermFinder, term: AskedTerm) -> bool:
    name = spelled((term.typed or term.shown).lower())
    return any(each != name for each in singulars(finder.lexicon, name))


def _are_words_for(finder: TermFinder, term: AskedTerm, text: str) -> bool:
    """Whether words for a class are asked for, "words for feelings", and not "other words for feelings"."""
    before, named, _ = text.partition(term.typed or term.shown)
    is_of_words = named and _WORDS_FOR.search(before) and not _OTHER.search(before)
    return bool(is_of_words) and _is_plural(finder, term)


def _with_members(finder: TermFinder, asked: Understood) -> Understood:
    """Return the question for the kinds of a class that has no instances: "list gems without an e"."""
    term = Term(finder.lexicon, asked.term.name if asked.term else "", asked.pos, where=asked.where)
    are_kinds = not has_answer(term, "instances") and has_answer(term, "hyponyms")
    return replace(asked, command="hyponyms") if are_kinds else asked


def _of_its_kind(reading: Reading, understood: Understood, text: str) -> Understood:
    """Return the question with the command that its conditions decide about.

    A list of nothing but conditions is a pattern: "adjectives starting with c", where *c* is not the term.
    """
    if understood.term and understood.command != "reverse" and _rhyming(reading, text):
        understood = replace(understood, command="rhymes", confidence=1.0)
    if understood.command == "rhymes" and NEARLY.search(text.lower()):
        return replace(understood, command="near_rhymes")
    if understood.command == "definition" and _SIZE.search(text):  # a clue
        return replace(understood, command="reverse")
    named = understood.term.shown if understood.term else ""
    if _WITH_EXAMPLE.search(text) and named in quoted(text):
        named = text  # "words that read the same backwards, like “level”"
    if named and understood.command in _SHAPED and _shape_of(named):
        return replace(understood, command="pattern", term=None)
    if _is_on_spelling(understood, text, named):
        return replace(understood, command="pattern", term=None)
    own, conditions = reading.span("term"), reading.spans.get("condition", ())
    is_of_words = bool(conditions and own and _WORDS.fullmatch(own.text))
    if is_of_words or _is_of_conditions(reading, understood, text):
        return replace(understood, command="pattern", term=None, confidence=1.0)
    return understood


def _apart(conditions: Iterable[Span], rhyming: re.Match[str] | None) -> list[tuple[int, int]]:
    """Return the places of conditions; "an animal *that rhymes with* house" says what is asked instead."""
    start, end = rhyming.span() if rhyming else (-1, -1)
    return [
        (each.start, min(each.end, start) if each.start < start else each.end)
        for each in conditions
        if not start <= each.start < end
    ]


def _rhyming(reading: Reading, text: str) -> re.Match[str] | None:
    """Return "that rhyme with" in front of the term."""
    span = reading.span("term")
    return _RHYMES_WITH.search(text, 0, span.start) if span else None


def _is_on_spelling(understood: Understood, text: str, named: str) -> bool:
    """Whether a question that the model reads otherwise is which words have certain letters or sounds."""
    line = text.lower()
    if MINIMAL_PAIRS.search(line):
        return understood.command in BY_NAME and understood.command != "definition"
    if understood.command == "homophones":
        sounding = _SOUNDING.search(line)
        return sounding is not None and named.lower() == sounding["letters"]
    is_for = understood.command == "reverse" and named != "" and is_purpose(text, named)
    return is_for and is_on_letters(read_conditions(text, "pattern").where)


def _shape_of(noun: str) -> str | None:
    where = read_conditions(noun, "pattern").where
    return where.shape if where else None


def _is_of_conditions(reading: Reading, understood: Understood, text: str) -> bool:
    if understood.command not in _FOR_PATTERNS or reading.refers or reading.part("description"):
        return False
    own, conditions = reading.span("term"), reading.spans.get("condition", ())
    is_inside = own and any(each.start <= own.start and own.end <= each.end for each in conditions)
    is_list = conditions and OF_WORDS.search(text) and understood.term is None
    # Not "throw an adjective at me".
    return bool(is_inside or is_list) and is_on_letters(read_conditions(text, "pattern").where)


def _left_out(finder: TermFinder, found: Conditions, command: str, term: AskedTerm | None) -> Conditions:
    """Return conditions whose left-out words are in the singular; "not dangerous" leaves out no animal.

    A guess is left out if it meets the other conditions, and a synonym or an opposite if it is one or has the
    right length: "four letters, not bold".
    """
    lexicon, name = finder.lexicon, (term and term.name) or ""
    above = set(Term(lexicon, name, "n").synsets)
    where = found.where
    if where is None or not _LEFT_OUT.fullmatch(where.pattern or ""):
        return found
    typed = (where.pattern or "!")[1:].split(",")
    names = [next(iter(singulars(lexicon, name)), name) for name in typed]
    are_kinds = all(Ways(lexicon).reach(Term(lexicon, name, "n").synsets, above) for name in names)
    are_guesses = command in _OF_MEANING and all(
        len(each) == where.letters or has_answer(Term(lexicon, name, where=Where(pattern=each)), command)
        for each in typed
    )
    if command in OF_LETTERS:  # others are no guesses: "does that not exist?"
        are_guesses = all(map(WordFilter(finder.lexicon, replace(where, pattern=None)).keeps, typed))
    if not (command in _OF_CLASS or are_guesses) or (command in RELATIONS_DOWN and not are_kinds):
        rest = replace(where, pattern=None)
        return Conditions(
            rest if rest != Where() else None, (*found.unread, *(f"not {each}" for each in typed))
        )
    return Conditions(replace(where, pattern="!" + ",".join(names)), found.unread)


def _of_letters(
    finder: TermFinder, reading: Reading, understood: Understood, found: Conditions, text: str
) -> Understood:
    """Return the pattern that the conditions make; words with a given start only are completions.

    If the rest of the text names a class of things, these are asked for.
    """
    where, span = found.where, reading.part("term")
    unread = with_known_words(finder, found.unread)
    if where and (meant := meaning_in(finder, understood, unread)):
        return replace(meant, where=replace(where, pos=None), pos=where.pos or pos_said(text, None))
    if where is None:
        return replace(understood, command="pattern", term=None, unread=unread) if unread else understood
    named = [*(unread if len(unread) == 1 else ()), *(span for part in unread if span and span in part)]
    for each in () if where.pattern or OF_WORDS.search(text) else named:
        if asked := _of_class(finder, understood, Conditions(where), each, text):
            return asked
    is_common, where = where.common, loosened(finder.lexicon, where, text)
    unmet = (COMMON,) if is_common and not where.common else ()
    pos = pos_said(text, None) or understood.pos
    is_start = where == Where(starts=where.starts) and _PLAIN(where.starts or "")
    if is_start and not (unread or pos):
        return replace(understood, command="suggest", term=as_typed(where.starts or ""))
    without = (where.without or "").replace("_", "") or None  # a pattern finds single words anyway
    where = replace(where, pos=pos, without=without)
    return replace(
        understood, command="pattern", term=None, pos=None, where=where, unread=unread, unmet=unmet
    )


def _of_class(
    finder: TermFinder, asked: Understood, found: Conditions, named: str, text: str
) -> Understood | None:
    """Return the question for the members of a class that is `named`: "animals that start with z".

    If no member meets the conditions, the name may not mean a class, unless it has an article: "an animal".
    """
    lexicon, term = finder.lexicon, finder.term(_AROUND_CLASS.sub("", named))
    if not term or Term(lexicon, term.name).main_pos != "n":
        return None
    down = relation_down(lexicon, Term(lexicon, term.name, "n").synsets)
    is_one = down and re.match(rf"(?:an?|any) {re.escape(named)}\b", text, re.IGNORECASE)
    members = down and has_answer(Term(lexicon, term.name, "n", where=found.where), down)
    new = replace(asked, command=down or "", term=term, pos=None, where=found.where, unread=found.unread)
    return new if members or is_one else None
