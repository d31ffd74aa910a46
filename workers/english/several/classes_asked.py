"""Questions whether a word is a kind of one thing or of another, and their hedges: "isn't", "technically"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.english.pieces import plain
from workers.english.several.classes_named import class_named

if TYPE_CHECKING:
    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood

# In front of each thing of "a kind of poem, a song or both".
_OF_KIND: Final = re.compile(
    r"^(?:(?:as|under|among|with|really|actually|just|only|more|rather|either|an?|the|any|one of) )*"
    r"(?:(?:kind|type|sort|form|piece|species|breed|variety)s? of )?(?:(?:an?|the) )?"
)
_JOINT: Final = re.compile(r",? or |, ")
_NO_THING: Final = re.compile(r"(?:both|neither|not|no|yes|what|something else|none|true|right)\b.*")
# Behind a subject, or with it alone: "a mushroom isn't a plant, right?", "is a mushroom not a plant?"
_NEGATED: Final = re.compile(r"(?!(?:is|are|do|does)n't)\w.*?(?:n't|(?<!\bor )\b(?:not|no)) \w")
_STRICTLY: Final = re.compile(
    r"\b(?:(?P<own>(?:techn|botan|scientif|biolog|zoolog)ically|strictly(?: speaking)?|[a-z]+ly(?= speaking))"
    r"(?: speaking)?|really|actually|truly|properly)\b"
)
_BY_BOTANISTS: Final = "botanically"  # what people mean by "is a strawberry really a berry?"
NEGATED: Final = "not"


def classes_asked(finder: TermFinder, asked: Understood, text: str) -> list[Understood]:
    """Return the question for each class that a question names, with the hedge that it has."""
    line, (term, term2) = plain(text).lower(), (asked.term, asked.term2)
    if not (term and term2 and term.name):
        return [asked]
    subject = rf"\b(?:{re.escape((term.typed or term.shown).lower())}|it|they|this|that|these|those)\b"
    behind = (re.split(subject, line, maxsplit=1) or [""])[-1]
    parts = [part.strip(" \"'") for part in _JOINT.split(_STRICTLY.sub("", behind).strip(" ,?!."))]
    named = {_OF_KIND.sub("", part) for part in parts if part and not _NO_THING.fullmatch(part)}
    terms = [finder.term(name) for name in sorted(named, key=line.index)]
    nouns = [each for each in terms if each and finder.lexicon.dictionary_forms(each.name, "n")]
    others = nouns if nouns[1:] and len(nouns) == len(named) else [term2]
    if term2.name == term.name:  # "is a wolf a dog or is a dog a wolf?"
        others = nouns[:1] or others
    elif len(named) == 1:
        others = [class_named(finder, phrase, others[0]) for phrase in named]
    return [replace(asked, term2=other, hedge=hedge_in(line)) for other in others]


def hedge_in(line: str) -> str:
    """Return how a line asks whether something is so: "not", or in which sense.

    >>> hedge_in("so a mushroom isn't a plant, right?"), hedge_in("isn't a tomato a fruit?")
    ('not', '')
    >>> hedge_in("is a peanut technically a nut"), hedge_in("is a strawberry really a berry?")
    ('technically', 'botanically')
    """
    if _NEGATED.match(line):
        return NEGATED
    found = _STRICTLY.search(line)
    return (found["own"] or _BY_BOTANISTS) if found else ""
