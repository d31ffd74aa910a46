"""The forms of a word that a question names or offers: "past and past participle of go", "swam or swum?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.catalog import FORMS
from workers.commands.term import Term
from workers.english.pieces import plain
from workers.english.understood import Understood
from workers.wordnet.inflection.inflections import inflect
from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workers.english.term_finder import TermFinder
    from workers.wordnet.lexicon import Lexicon

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
_WORD: Final = re.compile(r"[\w'-]+")
_HAVE: Final = re.compile(r"\b(?:have|has|had|having|\w+n't|\w+'ve) [\"'“]?(?!or\b)[a-z]", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\b(?:un)?countable\b|\b(?:non-?)?count noun", re.IGNORECASE)
_OF_NOUNS: Final = frozenset(["grammar", "pos", "usage", "inflect"])
# Readings of a question which of two forms is right.
_OF_FORMS: Final = frozenset(["inflect", "spelling", "difference", "grammar", "is_word", "pronunciation"])


def questions_on_forms(finder: TermFinder, understood: Understood, text: str) -> list[Understood]:
    """Return the question for each form that `text` names or offers; else `understood` alone."""
    line, command = plain(text), understood.command
    twice = _offered(finder.lexicon, line, _twice(line))
    if twice:  # whatever the model takes the sentence for
        understood = Understood("inflect")
    pairs = (match.groups() for match in _OR.finditer(line))
    offered = twice or (_offered(finder.lexicon, line, pairs) if command in _OF_FORMS else None)
    if offered:
        base, forms = offered
        is_asked = command == "inflect" and understood.form in forms
        forms, term = [understood.form] if is_asked else forms, finder.term(base)
        understood = replace(understood, term=term, term2=None)
    else:
        forms = _wanted(command, line.replace(understood.term.shown, "")) if understood.term else []
    named = [replace(understood, command="inflect", form=form, pos=None) for form in forms]
    return named or [understood]


def _wanted(command: str, line: str) -> list[str]:
    """Return the forms that a question with this reading and without its word asks for, in its order."""
    if command in _OF_NOUNS and _COUNTED.search(line):
        return ["plural"]  # or none, because it can't be counted
    named = list(dict.fromkeys(str(match.lastgroup) for match in _NAME.finditer(line)))
    if command == "inflect":
        return named or _of_ending(line)
    return _of_ending(line) if command == "spelling" else named if command == "grammar" and named[1:] else []


def _of_ending(line: str) -> list[str]:
    found = _ENDING.search(line)
    return [_FORM_OF_ENDING[found[0][-1].lower()]] if found else []


def _twice(line: str) -> Iterator[Sequence[str]]:
    """Yield the two words by which a sentence and the same, perhaps cut short, differ.

    "The toast that burnt or the toast that burned".
    """
    sides = [_WORD.findall(side.lower()) for side in line.split(" or ")]
    if len(sides) == 2 and sides[0][:1] == sides[1][:1]:  # noqa: PLR2004 (the two sides)
        unlike = [pair for pair in zip(*sides, strict=False) if pair[0] != pair[1]]
        yield from unlike if len(unlike) == 1 else ()


def _offered(lexicon: Lexicon, line: str, pairs: Iterable[Sequence[str]]) -> tuple[str, list[str]] | None:
    """Return the word of which a question offers two forms, and the forms that they are."""
    for pair in pairs:
        one, other = (spelled(word.lower().strip("'-")) for word in pair)
        for base, pos in _shared(lexicon, one, other):
            forms = [form for form in FORMS if pos in FORMS[form] and form not in ("singular", "possessive")]
            words = {form: inflect(lexicon, base, form, pos) for form in forms}
            meant = [form for form in forms if {one, other} & set(words[form])]
            if words.get("past") == words.get("past_participle") and "past" in meant:
                meant = [form for form in meant if form != "past_participle"]
            if "past_participle" in meant and _HAVE.search(line):
                meant = ["past_participle"]
            if meant:
                return base, meant
    return None


def _shared(lexicon: Lexicon, one: str, other: str) -> list[tuple[str, str]]:
    """Return the words of which both can be forms, each with its part of speech: not of *lay* and *lie*."""
    if one == other or "words" in (one, other):  # "one word or two words?"
        return []
    forms = [Term(lexicon, word).forms for word in (one, other)]
    return [
        (base, pos)
        for pos in POS_ORDER
        for base in forms[0][pos]
        if base in forms[1][pos]
        and all(word == base or word not in own[pos] for word, own in zip((one, other), forms, strict=True))
    ]
