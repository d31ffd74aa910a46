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
from workers.commands.word_facts.marks.usage_marks import kind_asked, labels_for
from workers.english.conditions.expressions import MINIMAL_PAIRS, NEARLY, SOUND
from workers.english.conditions.kinds_described import of_kinds, of_name
from workers.english.conditions.letters_apart import with_letters_apart
from workers.english.conditions.meanings import by_meaning, meaning_in
from workers.english.conditions.parser import OF_LETTERS, Conditions, read_conditions, with_known_words
from workers.english.conditions.purposes import is_purpose
from workers.english.conditions.superlatives import of_words
from workers.english.pieces import quoted
from workers.english.sense_hint import pos_said
from workers.english.slash_commands import POS_BY_NAME
from workers.english.term_finder import as_typed
from workers.wordnet.inflection.plurals import singulars

if TYPE_CHECKING:
    from workers.english.reader import Reading
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood

_WORDS: Final = re.compile(r"\bwords?\b", re.IGNORECASE)
OF_WORDS: Final = re.compile(r"\b(?:words?|nouns?|verbs?|adjectives?|adverbs?)\b", re.IGNORECASE)
_SIZE: Final = re.compile(r"\(\d\d?\)")  # of a word in a crossword: "angry (5)"
# The commands that the model also takes for questions with nothing but conditions.
_FOR_PATTERNS: Final = frozenset(
    ["definition", "derivations", "goodbye", "hyponyms", "instances", "random", "similar", "synonyms"]
)
# The commands whose words belong together, so that a condition can leave out one of them.
_OF_CLASS: Final = frozenset(
    ["hyponyms", "instances", "meronyms", "rhymes", "near_rhymes", "homophones", "anagram"]
)
_SHAPED: Final = _OF_CLASS | {"reverse"}  # "list some palindromes"
# "Breeds of dog", "a fruit".
_AROUND_CLASS: Final = re.compile(
    r"^(?:(?:an?|the|some|any) )?(?:(?:breed|kind|name|sort|species|type|variety)s? of )?"
    r"| (?:breeds?|species)$"
)
# Behind the term, where the model reads no condition; only things have to do with what they are in.
_BEHIND: Final = re.compile(
    r" (?:(?P<are>(?:that|which|who) are)|about"
    r"|(?P<of_things>in|from|on|with|(?:that|which|who)(?: is|'s| have| has)?)) (?:the |an? )?"
    r"(?:(?:names?|kinds?|types?|sorts?) of )?(?P<subject>[\w' -]+)[ .?!]*",
    re.IGNORECASE,
)
# A subject, where the model reads no condition, and what people put in front of one.
_TOPIC: Final = re.compile(
    r"\b(?:to do with|relat(?:ed|ing) to|connected (?:with|to)|associated with|on the (?:topic|theme) of) "
    r"(?:the )?(?P<subject>[\w' -]+)[ .?!]*$",
    re.IGNORECASE,
)
_NAMES_OF: Final = re.compile(r"^(?:the )?(?:names?|kinds?|types?|sorts?|words?) (?:of|for) ", re.IGNORECASE)
_OF_KINDS: Final = re.compile(" (?:that|which|who|with) ", re.IGNORECASE)
_RHYMING: Final = re.compile(
    r"^(?:an?|any|some) (?!(?:word|noun|verb|adjective|adverb|rhyme|name)s?\b)([\w ]+?) (?:that|which) rhyme"
    r"|\brhym\w+ .* and (?:is|are) (?:an? |the name of an? |names of )?([\w ]+?)[?.! ]*$",
    re.IGNORECASE,
)
_WORDS_ABOUT: Final = re.compile(r"\bwords?\b.* about\b", re.IGNORECASE)
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
    if row.name == "rhymes" and span:  # "an animal *that rhymes with* house" says what is asked
        conditions = [each for each in conditions if each.end + 1 != span.start]
    spans = [(each.start, each.end) for each in conditions]
    found = _left_out(finder, read_conditions(text, row.name, place, spans), row.name, understood.term)
    if row.name in OF_LETTERS:
        return _of_letters(finder, reading, understood, found, text)
    return _narrowed(finder, reading, understood, found, text)


def is_on_letters(where: Where | None) -> bool:
    """Whether conditions are more than those of simple words: "explain it in easy words"."""
    letters = ((where and where.without) or "").replace("_", "")
    return where is not None and replace(where, common=None, without=letters) != Where(without="")


def with_subject(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question with a subject of its words, in place of conditions that no rule reads.

    If none has to do with it, these conditions are `unmet`.
    """
    row, named, term = BY_NAME.get(understood.command), understood.unread, understood.term
    if row is None or not row.is_list or row.needs_model:
        return understood
    if row.name == "domains" and term and _WORDS_ABOUT.search(text):
        row, named, term = BY_NAME["pattern"], (*named, term.shown), None
    elif not (named or understood.hint) and (topic := _TOPIC.search(text)):
        named = (topic["subject"],)
    elif row.name == "rhymes" and not named and (rhyming := _RHYMING.search(text)):
        named = (rhyming[1] or rhyming[2],)
        understood = replace(understood, term2=None)
    elif term and not (named or understood.hint):
        behind = _BEHIND.fullmatch(text.partition(term.typed or term.shown)[2])
        if behind and (asked := _left_unread(finder, understood, behind)):
            return asked
        is_of_all = behind and (row.name in RELATIONS_DOWN or not behind["of_things"])
        named = (behind["subject"],) if behind and is_of_all else ()
    subjects = {part: _NAMES_OF.sub("", part) for part in named}
    known = {part: each for part, each in subjects.items() if _is_subject(finder, row.name, each)}
    if not known:
        return understood
    unread = tuple(part for part in understood.unread if part not in known)
    where = replace(understood.where or Where(), about=" ".join(map(kind_asked, known.values())))
    asked = replace(understood, command=row.name, term=term, where=where, unread=unread)
    is_marked = any(map(labels_for, known.values()))  # words that are only close in meaning may be marked so
    name = (term.name or term.shown) if term else ""
    conditioned = Term(finder.lexicon, name, asked.pos, where=where)
    for command in (row.name, *(RELATIONS_DOWN if row.name in RELATIONS_DOWN else ())):  # "trees in Africa"
        if is_marked or has_answer(conditioned, command):
            return replace(asked, command=command)
    return replace(understood, unread=unread, unmet=tuple(known))


def _left_unread(finder: TermFinder, understood: Understood, behind: re.Match[str]) -> Understood | None:
    """Return the question if the words behind its term are no subject: "that are short"."""
    subject, is_of_class = behind["subject"], understood.command in RELATIONS_DOWN
    if subject.lower() in POS_BY_NAME:
        return understood
    is_asked = is_of_class or (behind["are"] and not understood.where)
    if not is_asked or _is_subject(finder, understood.command, subject):
        return None
    is_description = not is_on_letters(understood.where) and _OF_KINDS.match(behind[0])
    return replace(understood, unread=(behind[0].strip(" .?!"),) if is_description else ())


def _is_subject(finder: TermFinder, command: str, text: str) -> bool:
    """Whether words can have to do with a text: not with *short*, which describes the words themselves."""
    if len(text) == 1:
        return False  # a letter
    if labels_for(text):
        return True
    pos = Term(finder.lexicon, finder.find(text) or "", for_reader=True).main_pos
    return pos == "n" or (pos != "" and command in RELATIONS_DOWN)


def _narrowed(
    finder: TermFinder, reading: Reading, understood: Understood, found: Conditions, text: str
) -> Understood:
    """Return the question for a list with the conditions found; a rhyme or part of speech is one, too."""
    row, where, pos = BY_NAME[understood.command], found.where, understood.pos
    if where and where.rhymes_with and row.name == "rhymes":
        if not understood.term2:  # the term is a condition: "words with ough that rhyme with cow"
            other = replace(understood, command="pattern")
            return with_conditions(finder, reading, other, text)
        where = replace(where, rhymes_with=None)  # "does though rhyme with cough?"
    if pos and row.is_about_form and not row.needs_model:  # "verbs that rhyme with light"
        where, pos = replace(where or Where(), pos=pos), None
    term = understood.term if row.needs_word else None
    return replace(understood, term=term, pos=pos, where=where, unread=found.unread)


def _of_its_kind(reading: Reading, understood: Understood, text: str) -> Understood:
    """Return the question with the command that its conditions decide about.

    A list of nothing but conditions is a pattern: "adjectives starting with c", where *c* is not the term.
    """
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

    A guess is left out if it meets the other conditions: of synonyms their length, "four letters, not bold".
    """
    where = found.where
    if where is None or not _LEFT_OUT.fullmatch(where.pattern or ""):
        return found
    typed = (where.pattern or "!")[1:].split(",")
    names = [next(iter(singulars(finder.lexicon, name)), name) for name in typed]
    lexicon, above = finder.lexicon, set(Term(finder.lexicon, (term and term.name) or "", "n").synsets)
    are_kinds = all(Ways(lexicon).reach(Term(lexicon, name, "n").synsets, above) for name in names)
    are_guesses = command == "synonyms" and all(len(name) == where.letters for name in typed)
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
    where = with_letters_apart(finder.lexicon, where, text)
    pos = pos_said(text, None) or understood.pos
    is_start = where == Where(starts=where.starts) and _PLAIN(where.starts or "")
    if is_start and not (unread or pos):
        return replace(understood, command="suggest", term=as_typed(where.starts or ""))
    without = (where.without or "").replace("_", "") or None  # a pattern finds single words anyway
    where = replace(where, pos=pos, without=without)
    return replace(understood, command="pattern", term=None, pos=None, where=where, unread=unread)


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
