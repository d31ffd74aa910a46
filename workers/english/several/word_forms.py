"""The forms of a word that a question names or offers: "past and past participle of go", "swam or swum?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.comparison.offered import unlike
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.commands.word_facts.forms.offered_forms import forms_offered
from workers.english.pieces import plain
from workers.english.term_finder import literal
from workers.english.understood import Understood
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.inflection.plurals import singulars

if TYPE_CHECKING:
    from workers.english.term_finder import AskedTerm, TermFinder

_NAMES: Final = {
    "plural": r"plural",
    "singular": r"(?<!person )singular",
    "possessive": r"possessive",
    "third_person": r"third[ -]person",
    "past": r"past (?:tense|simple|form)|simple past|preterite|past(?= (?:and|&|or) (?!present))",
    "past_participle": r"past participle|past(?= (?:and|&) present participle)",
    "ing": r"present participle|gerund|ing[ -]form",
    "comparative": r"comparative",
    "superlative": r"superlative",
}
_NAME: Final = re.compile("|".join(rf"\b(?P<{form}>{name})" for form, name in _NAMES.items()), re.IGNORECASE)
# "Panic with -ing on the end", "hope plus ed".
_ENDING: Final = re.compile(
    r"\b(?:with|adding|add|plus|put|and) (?:an? |the )?[\"'“]?(?:ing|ed|est|-(?:ing|ed|e?st|e?r|e?s))\b",
    re.IGNORECASE,
)
_FORM_OF_ENDING: Final = {"g": "ing", "d": "past", "t": "superlative", "r": "comparative", "s": "plural"}
# "Swam or swum", "I have swam or I have swum", "is it more tidy or tidier".
_OR: Final = re.compile(
    r"([\w'-]+)(?: (?:it|him|her|them|me|us|that|this))?[\"'”]*,? or [\"'“]*"
    r"(?:(?:is it|i|you|he|she|it|we|they|to|have|has|had|is|was|do|does|did|be|one|two|more|most|the|an?"
    r"|would be|should be) [\"'“]*)*([\w'-]+)",
    re.IGNORECASE,
)
_HAVE: Final = re.compile(
    r"\b(?:have|has|had|having|was|were|been|\w+n't|\w+'ve) [\"'“]?(?!or\b)[a-z]", re.IGNORECASE
)
# "The verb of choice", "what verb does success come from".
_FAMILY: Final = re.compile(
    r"\b(?:noun|verb|adjective|adverb)s? (?:form )?(?:of|for|from|does|goes|comes?)\b", re.IGNORECASE
)
_ALL_FORMS: Final = re.compile(
    r"\b(?:all|every|each|list) (?:of )?(?:the |its )?(?:\w+ )?forms? of\b", re.IGNORECASE
)
_WHICH_TENSE: Final = re.compile(r"\b(?:what|which) (?:\w+ )?tense\b(?! of)", re.IGNORECASE)
_MADE: Final = re.compile(
    r"\b(?:make|turn|change|convert) [\"'“]?([\w'-]+)[\"'”]? (?:in)?(?:to )?an? "
    r"(?:noun|verb|adjective|adverb)\b",
    re.IGNORECASE,
)
# "She ___ (to quiz)": the verb stands behind the gap.
_GAP: Final = re.compile(r"(?:_{2,}|\.{3,}) ?\((?:to )?([a-z-]+)\)", re.IGNORECASE)
# "Dry, drier, ???", "forsake, forsook, then what?"
_ASKS_NEXT: Final = r"(?:(?:and|then|what|what's|whats|comes|is|next|blank)\b|_+|\.{2,}|…|\?)"
_PAIR: Final = r"([\w'-]+),? (?:then )?([\w'-]+)"
_ROWS: Final = tuple(
    re.compile(row, re.IGNORECASE)
    for row in (
        rf"{_PAIR},? ?{_ASKS_NEXT}(?:{_ASKS_NEXT}|[ ,?.!])*",
        r"(?:(?:complete|finish|continue)(?: (?:the|this) \w+)?"
        r"|what(?:'s| is| comes| is coming) (?:next|after)(?: \w+){0,3}?)"
        rf"[:,]? {_PAIR}(?:{_ASKS_NEXT}|[ ,?.!])*",
    )
)
_NEXT: Final = (
    ("a", "comparative", "superlative"),
    ("r", "comparative", "superlative"),
    ("v", "past", "past_participle"),
)
_COUNTED: Final = re.compile(r"\b(?:un)?countable\b|\b(?:non-?)?count noun", re.IGNORECASE)
_ASKS_NUMBER: Final = re.compile(
    r"(?:^|[,.:;?!] )(?:(?:so|and|but),? )*(?:is|are|was|can)\b.*\b(?:singular|plural)\b"
    r"(?! (?:of|for|form)\b)",
    re.IGNORECASE,
)
_OF_NOUNS: Final = frozenset(["grammar", "pos", "usage", "inflect", "lemmatizer"])
# Readings of a list of forms: "singular and plural of criteria".
_OF_LISTS: Final = frozenset(["grammar", "lemmatizer"])
# Readings of a question which of two forms is right.
_OF_FORMS: Final = frozenset(["inflect", "spelling", "difference", "grammar", "is_word", "pronunciation"])


def questions_on_forms(finder: TermFinder, understood: Understood, text: str) -> list[Understood]:
    """Return the question for each form that `text` names or offers; else `understood` alone."""
    line = plain(text)
    understood = _meant(finder, understood, line)
    command = understood.command
    is_perfect = _HAVE.search(line) is not None
    twice = forms_offered(finder.lexicon, unlike(line), is_perfect=is_perfect)
    if twice:  # whatever the model takes the sentence for
        understood = Understood("inflect")
    pairs = (match.groups() for match in _OR.finditer(line))
    offered = twice or _differing(finder, understood)
    if not offered and command in _OF_FORMS:
        offered = forms_offered(finder.lexicon, pairs, is_perfect=is_perfect)
    if offered:
        base, forms = offered
        is_asked = command == "inflect" and understood.form in forms
        forms, term = [understood.form] if is_asked else forms, finder.term(base)
        understood = replace(understood, term=term, term2=None)
    else:
        forms = _wanted(finder, understood, line)
    named = [replace(understood, command="inflect", form=form, pos=None) for form in forms]
    return named or [understood]


def next_in_row(finder: TermFinder, line: str) -> list[Understood]:
    """Return the question for the form that is next in a row of two, as a list of one, or none."""
    row = next((match for row in _ROWS if (match := row.fullmatch(line))), None)
    base, second = (word.lower() for word in row.groups()) if row else ("", "")
    for pos, form, following in _NEXT:
        if base in finder.lexicon and second != base and second in inflect(finder.lexicon, base, form, pos):
            return [Understood("inflect", finder.term(base), form=following)]
    return []


def _meant(finder: TermFinder, asked: Understood, line: str) -> Understood:
    """Return the question; of a family where the model reads a lemma, or forms where it reads a family."""
    of_family = _FAMILY.search(line) if asked.command in ("lemmatizer", "derivations") and asked.pos else None
    made = _MADE.search(line) if asked.command == "derivations" else None
    gap = _GAP.search(line) if asked.command == "inflect" else None
    if renamed := _by_its_words(asked, line):
        return renamed
    is_typed, is_of_participle = asked.typed_command, asked.command == "participles"
    if is_of_participle and not is_typed and asked.term and _is_form_only(finder, asked.term):  # lain
        return replace(asked, command="lemmatizer", term=literal(asked.term))
    if named := made or gap:
        return replace(asked, term=finder.term(named[1]) or asked.term)
    name, pos = asked.term.name if asked.term else "", asked.pos or ""
    if of_family and all(base == name for base in Term(finder.lexicon, name).forms_as(pos)):
        return replace(asked, command="derivations")
    return asked  # "the verb of ran" is run


def _by_its_words(asked: Understood, line: str) -> Understood | None:
    """Return the question for all forms, for the form that a word is, or for the tense of several words."""
    term = asked.term
    if asked.command == "derivations" and _ALL_FORMS.search(line):
        return replace(asked, command="inflect")
    if not term or asked.form or asked.command not in ("inflect", "lemmatizer"):
        return None
    if not term.name and " " in term.shown:  # "what tense is “had gone”?"
        return replace(asked, command="grammar")
    return replace(asked, command="is_word", term=literal(term)) if _WHICH_TENSE.search(line) else None


def _is_form_only(finder: TermFinder, term: AskedTerm) -> bool:
    """Whether a word is a form of a verb, and WordNet has no verb of which it is a participial adjective."""
    word = term.shown.lower()
    bases = finder.lexicon.dictionary_forms(word, "v")
    return any(base != word for base in bases) and not has_answer(Term(finder.lexicon, word), "participles")


def _differing(finder: TermFinder, understood: Understood) -> tuple[str, list[str]] | None:
    """Return the word of which the two of a difference are forms, and the forms: *hanged* and *hung*.

    At least one is nothing else: *binding* and *bound* have meanings of their own.
    """
    terms = [term for term in (understood.term, understood.term2) if term]
    if understood.command != "difference" or understood.typed_command or not terms[1:]:
        return None
    if all(term.name in finder.lexicon for term in terms):
        return None
    pair = [term.shown.lower() for term in terms]
    offered = forms_offered(finder.lexicon, [pair], is_perfect=False)
    return offered if offered and offered[0] not in pair else None


def _wanted(finder: TermFinder, asked: Understood, text: str) -> list[str]:
    """Return the forms that a question asks for beside its word, in its order.

    Of whether a word is singular, the other form: its plural, or its singular if it is a plural.
    """
    if not asked.term:
        return []
    command, line = asked.command, text.replace(asked.term.shown, "")
    if command in _OF_NOUNS and asks_number(line):
        singular = singulars(finder.lexicon, asked.term.name)
        return ["plural" if singular[:1] == [asked.term.name] else "singular"] if singular else []
    if command in _OF_NOUNS and _COUNTED.search(line):
        return ["plural"]  # or none, because it can't be counted
    named = list(dict.fromkeys(str(match.lastgroup) for match in _NAME.finditer(line)))
    if command == "inflect":
        return named or _of_ending(line)
    return _of_ending(line) if command == "spelling" else named if command in _OF_LISTS and named[1:] else []


def asks_number(text: str) -> bool:
    """Whether a question is whether a word is singular or plural."""
    return _ASKS_NUMBER.search(text) is not None


def _of_ending(line: str) -> list[str]:
    found = _ENDING.search(line)
    return [_FORM_OF_ENDING[found[0][-1].lower()]] if found else []
