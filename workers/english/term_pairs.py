"""Two terms in one piece of text, "ice cream hot dog", and what the terms of a question say about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from shared.catalog import BY_NAME, FORMS
from workers.commands.term import Term
from workers.commands.word_facts.existence import right_forms
from workers.commands.word_facts.little_words import kind_of
from workers.commands.word_facts.usage_marks import LABELS
from workers.english.conditions.question import SURE
from workers.english.term_finder import literal
from workers.english.term_runs import FRAME
from workers.english.wording.small_talk import SAYINGS
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.english.reader import Reading, Span
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon


# "Is queer a slur?" asks about the word, not about a kind of thing.
OF_USAGE: Final = word_set(
    "slur insult slang swearword profanity obscenity euphemism archaism colloquialism idiom acronym"
    " abbreviation trademark"
) | {"slang word", "swear word", "curse word", "bad word"}
# The model reads "one or other?" as one of these.
_OF_SPELLING: Final = frozenset(["spelling", "difference", "grammar"])
_NUMBER: Final = re.compile(r"\b(?:singular|plural)\b", re.IGNORECASE)
_BESIDE: Final = re.compile(r"\s*(?:,|\b(?:vs|versus|and|or)\b\.?)+\s*", re.IGNORECASE)
_OR: Final = re.compile(r"[\"'”]?,?\s+or\s+(\S+(?: \S+)?)[?.!\"']*$", re.IGNORECASE)
# A question with two words alone: "is it spelled or spelt?" The model takes these for its own words.
_EITHER: Final = re.compile(
    r"(?:(?:is it|is the|which (?:one )?is|do (?:you|i)|should i|correct|right|spell|spelled|spelt|spelling"
    r"|write)[,:]? )*[\"'“]?(?P<one>[\w'-]+?)[\"'”]?,? or [\"'“]?(?P<other>[\w'-]+?)[\"'”]?[ ?.!]*",
    re.IGNORECASE,
)
_BETWEEN_PHRASES: Final = re.compile(r"\bor\b")
# Between two terms of which the same is asked: "plural of sheep and deer", "does there sound like their?"
_JOINT: Final = re.compile(
    r"\W+(?:(?:and|or|also|plus)\W+|(?:sounds?|pronounced)\W+(?:(?:the|same|just|exactly)\W+)*(?:like|as)\W+)?",
    re.IGNORECASE,
)
_WORDS: Final = re.compile(r"[\w'-]+")
_COMMA: Final = re.compile(r" ?, ?")
_AND: Final = re.compile(r" and ", re.IGNORECASE)


def parts(text: str) -> Iterator[list[str]]:
    """Yield the two sides of each comma, then of each "and"."""
    for match in (*_COMMA.finditer(text), *_AND.finditer(text)):
        sides = [text[: match.start()], text[match.end() :]]
        if all(sides):
            yield sides


def halves(text: str) -> Iterator[list[str]]:
    """Yield pairs of halves, the most even first: "ice cream hot dog" does not start with "ice" alone."""
    words = text.split()
    for at in sorted(range(1, len(words)), key=lambda at: abs(2 * at - len(words))):
        yield [" ".join(words[:at]), " ".join(words[at:])]


def pair_in(finder: TermFinder, text: str) -> tuple[AskedTerm, AskedTerm] | None:
    """Return two known terms that are together the whole of `text`, which is no term itself; else None."""
    if finder.term(text):
        return None
    for one, other in (*parts(text), *halves(text)):
        first, second = finder.term(one), finder.term(other)
        if first and second:
            return first, second
    return None


def command_of(reading: Reading) -> str:
    """Return the likeliest command, or the second one if it is about a word, and the first is small talk.

    Small talk has no word, but "what sounds like your" resembles "what are you like".
    """
    is_talk = reading.command in SAYINGS and reading.command != "out_of_scope" and reading.span("term")
    return reading.second if is_talk and reading.confidence < SURE else reading.command


def reconsidered(
    finder: TermFinder, command: str, text: str, term: AskedTerm | None, term2: AskedTerm | None
) -> tuple[str, AskedTerm | None, AskedTerm | None]:
    """Return the command and the terms of a question, as the lexicon sees them together."""
    if command in _OF_SPELLING | {"usage"} and (differing := _differing(finder, text)):
        return "grammar", differing, None
    either = one_or_other(finder, text) if command in _OF_SPELLING else None
    right = _right_form(finder, text, term, term2) if command in _OF_SPELLING and term and term2 else None
    if right:
        command, term, term2 = "spelling", right, None
    elif either:
        command, term, term2 = either
    elif command in _OF_SPELLING and term and term2:
        command, term, term2 = _spelling(command, text, term, term2)
    if term and term.name:
        command = _fitting(finder.lexicon, command, text, term.name, term2.name if term2 else None)
    if command == "is_a" and term2 and term2.shown.rstrip("s") in OF_USAGE:
        command, term2 = "usage", None
    row = BY_NAME.get(command)
    if row and row.needs_second_word and term and not (term.name or term.note):
        term, term2 = pair_in(finder, term.shown) or (term, term2)
    elif row and row.is_literal and row.is_about_form and term and command != "spelling":
        term = literal(term)
    return command, term, term2


def _fitting(lexicon: Lexicon, command: str, text: str, name: str, other: str | None) -> str:
    """Return the command that has an answer about the name of a term, and perhaps about another one."""
    if command == "grammar" and _NUMBER.search(text):
        is_plural = singulars(lexicon, name) not in ([], [name])
        return "inflect" if is_plural else command  # "is mice plural?"
    if command == "usage" and right_forms(Term(lexicon, name)):
        return "is_word"  # "can I say sheeps?"
    if command == "similarity" and other:
        one, two = lexicon.all_dictionary_forms(name), lexicon.all_dictionary_forms(other)
        is_close = any(one[pos] and two[pos] for pos in POS_ORDER)
        return command if is_close else "difference"  # "do stationary and stationery mean the same?"
    return command


def one_or_other(finder: TermFinder, text: str) -> tuple[str, AskedTerm, AskedTerm | None] | None:
    """Return the command and the terms of "is it this or that?" if WordNet has one or both exactly."""
    match = _EITHER.fullmatch(text)
    one, other = (_rightly_spelt(finder, word) for word in match.groups()) if match else (None, None)
    if one and other:
        shown = one.shown, other.shown
        # "Who or whom?" is a question of grammar, "its or it's?" one of spelling.
        is_of_grammar = one.note and other.note and "'" not in "".join(shown)
        is_no_pair = is_of_grammar or (one.name or shown[0]) == (other.name or shown[1])
        return None if is_no_pair else ("difference", one, other)
    known = one or other
    return ("spelling", known, None) if known else None


def _rightly_spelt(finder: TermFinder, word: str) -> AskedTerm | None:
    """Return the term that `word` is, unless only the rules make it: *occured*, *sheeps*."""
    term = finder.term(word)
    return None if term and term.name and right_forms(Term(finder.lexicon, term.name)) else term


def _spelling(
    command: str, text: str, one: AskedTerm, other: AskedTerm
) -> tuple[str, AskedTerm, AskedTerm | None]:
    """Return the command and the terms of "one or other?": two right spellings differ in their meanings."""
    if one.name and one.name == other.name:
        is_misspelt = one.corrected or other.corrected  # "embarass or embarrass?"
        return ("spelling", one, None) if is_misspelt else (command, one, other)
    is_exact = all(each.name and not (each.corrected or each.part_of) for each in (one, other))
    is_asked = command != "grammar" or (_is_either(text, one, other) and not (one.note or other.note))
    if is_exact and is_asked:
        return "difference", one, other  # "poisonous or venomous?", "lit or lighted?"
    return command, one, other


def _right_form(finder: TermFinder, text: str, one: AskedTerm, other: AskedTerm) -> AskedTerm | None:
    """Return the right one of two forms of a word, if the other is only made by the rules: mice or mouses?"""
    if " or " not in text.lower():
        return None
    lexicon, names = finder.lexicon, (one.name or "", other.name or "")
    for pos in POS_ORDER:
        bases = set.intersection(*(set(lexicon.dictionary_forms(name, pos)) for name in names))
        forms = [form for form, parts in FORMS.items() if pos in parts and form != "possessive"]
        for base in bases - set(names):
            known = {each for form in forms for each in inflect(lexicon, base, form, pos)}
            right = [term for term in (one, other) if term.name in known]
            if len(right) == 1:
                return right[0]
    return None


def _differing(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the word in which two phrases with "or" between them differ: "fewer people or less people?".

    None if the second one is a name, as in "sea lion or sea otter?", or if they share a little word only.
    """
    for match in _BETWEEN_PHRASES.finditer(text.lower()):
        one, other = (
            _WORDS.findall(match.string[: match.start()]),
            _WORDS.findall(match.string[match.end() :]),
        )
        one = one[-len(other) :]
        is_phrase = len(other) > 1 and "_".join(other) not in finder.lexicon
        if is_phrase and any(word in one and not kind_of(word) for word in other):
            return next((term for word in one if word not in other and (term := finder.term(word))), None)
    return None


def _is_either(text: str, one: AskedTerm, other: AskedTerm) -> bool:
    """Whether `text` ends with the two terms and an "or" between them, and no longer phrases."""
    words = text.lower().rpartition(" or ")
    return (
        words[0].strip(" \"'“”,").endswith(one.shown.lower()) and words[2].strip(" \"'“”?.!") == other.shown
    )


def alternative(finder: TermFinder, reading: Reading, text: str) -> AskedTerm | None:
    """Return the term after the "or" that follows the first one: lighted in "lit or lighted?"."""
    one = reading.span("term")
    match = _OR.match(text, one.end) if one and reading.command in _OF_SPELLING else None
    found = finder.in_span(text, *match.span(1)) if match else None
    is_longer = found is not None and "_" in (
        found.name or ""
    )  # the model reads "otter" in "sea lion or sea otter"
    return found if is_longer or not reading.span("term2") else None


def word_of_usage(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the one word in a question about usage that is neither its frame nor a mark, or None."""
    words = [word for word in _WORDS.findall(text.lower()) if word not in FRAME | LABELS.keys() | OF_USAGE]
    terms = [term for word in words if (term := finder.term(word)) and not term.note]
    return terms[0] if len(terms) == 1 else None


def questions_on(finder: TermFinder, reading: Reading, understood: Understood, text: str) -> list[Understood]:
    """Return the question on each of two joint terms ("plural of sheep and deer"), or on pairs of three."""
    row, one, other = BY_NAME.get(understood.command), reading.span("term"), reading.span("term2")
    if not (row and one and other and understood.term and understood.term2):
        return [understood]
    terms = (understood.term, understood.term2)
    if understood.command == "difference":
        third = _third(finder, text, one, other)
        return [understood] if third is None else [_between(understood, term, third) for term in terms]
    takes_one = row.needs_word and not row.needs_second_word and row.name != "rhymes"
    if not (takes_one and _JOINT.fullmatch(text[one.end : other.start])):
        return [understood]
    return [msgspec.structs.replace(understood, term=term, term2=None) for term in terms]


def _between(understood: Understood, one: AskedTerm, other: AskedTerm) -> Understood:
    return msgspec.structs.replace(understood, term=one, term2=other)


def _third(finder: TermFinder, text: str, one: Span, other: Span) -> AskedTerm | None:
    """Return the term between two others of a list: wolf in "dog vs wolf vs fox"."""
    between = _BESIDE.split(text[one.end : other.start])
    if len(between) != 3:  # noqa: PLR2004 (a sign on either side)
        return None
    term = finder.term(between[1].strip(" \"'“”"))
    return term if term and not term.note else None  # "a cat and a dog"
