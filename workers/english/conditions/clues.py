"""Questions for words by their class or meaning: "river, 4 letters", "adverbs meaning quickly".

The model takes most of them for descriptions. But a description that is one word of WordNet asks for the
kinds of a class, or for other words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.hierarchy import relation_down
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.english.conditions.parser import read_conditions
from workers.english.slash_commands import POS_BY_NAME
from workers.english.term_finder import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.conditions.parser import Place
    from workers.english.term_finder import AskedTerm, TermFinder
    from workers.english.understood import Understood

_BY_MEANING: Final = frozenset(["definition", "overview", "reverse", "similar", "synonyms"])
CLUES: Final = frozenset(["definition", "overview", "reverse", "synonyms"])
_POS: Final = r"\b(?P<pos>nouns?|verbs?|adjectives?|adverbs?|words?)"
# "Meaning of" and "meaning in English" ask for the meaning of a word.
_MEANING: Final = re.compile(
    rf"(?<!does the )(?<!does ){_POS}(?: that| which)? mean(?:s|ing)?(?: the same as)?"
    r" (?!(?:of|as|and|or|for|is|are|then|now|too|please|pls)\b|in (?!an?\b))(?P<meaning>[^,.;?!]+)",
    re.IGNORECASE,
)
_FOR: Final = re.compile(
    rf"{_POS}(?: (?:that|which|to))? (?:for|describ(?:es?|ing)) (?P<meaning>[^,.;?!]+)", re.IGNORECASE
)
_CLASS: Final = re.compile(
    r"(?:(?:an?|the|some|any) )?(?:(?:breed|kind|name|sort|species|type|variety)s? of )?"
    r"(.+?)(?: breeds?| species)?"
)
_LINK: Final = re.compile(r"(?:,| that| which| with| and| but)+$")
_LEAD: Final = re.compile(r"to (?!be\b)|in (?=an? )", re.IGNORECASE)
_OTHER_WORDS: Final = re.compile(r"\b(?:synonym|another|other|mean|opposite|similar)|\bfor\b", re.IGNORECASE)


def is_on_letters(where: Where | None) -> bool:
    """Whether conditions are more than those of simple words: "explain it in easy words"."""
    return where is not None and replace(where, common=None, without=None) != Where()


def by_meaning(finder: TermFinder, understood: Understood, text: str, spans: Sequence[Place]) -> Understood:
    """Return the question for words of a meaning: the synonyms of a word, or the words for a description.

    A meaning ends where a condition begins; the model sees conditions in `spans`.
    """
    command = understood.command
    if command not in _BY_MEANING:
        return understood
    known = understood.term.shown if understood.term else ""
    found = _MEANING.search(text)
    if found is None and command == "reverse":
        found = _FOR.search(text)
        found = found if found and " " in found["meaning"] and len(found["meaning"]) > len(known) else None
    pos = POS_BY_NAME.get(found["pos"].lower()) if found else None
    if found is None or not (pos or command == "reverse"):
        return understood
    at, end = found.span("meaning")
    behind = (span for span in spans if span[0] > at and read_conditions(text, command, spans=[span]).where)
    meaning = text[at : next(behind, (end, end))[0]].strip(" \"'“”‘’")  # noqa: RUF001 (typographic quotes are meant)
    lead = _LEAD.match(meaning)
    meaning = _LINK.sub("", meaning[lead.end() :] if lead else meaning)
    term = finder.term(meaning)
    if term and term.name and pos and finder.lexicon.synsets(term.name, pos):
        return replace(understood, command="synonyms", term=term, pos=pos)
    return replace(
        understood, command="reverse", term=as_typed(meaning), description=meaning, pos=pos or understood.pos
    )


def class_named(text: str) -> str:
    """Return the noun for a class without the words around it.

    >>> class_named("dog breeds"), class_named("names of shapes"), class_named("a fruit")
    ('dog', 'shapes', 'fruit')
    """
    found = _CLASS.fullmatch(text)
    return found[1] if found else text


def clue(
    finder: TermFinder, understood: Understood, where: Where | None, text: str
) -> tuple[str, AskedTerm] | None:
    """Return the command and the term of a crossword clue, or of a class with conditions."""
    if understood.command not in CLUES or not is_on_letters(where) or understood.term is None:
        return None
    is_short = bool(where and (where.letters or where.pattern))
    if understood.command in ("definition", "overview") and not is_short:  # "advise? with s"
        return None
    if understood.command == "synonyms" and _OTHER_WORDS.search(text):
        return None
    term = finder.term(class_named(understood.term.shown))
    if term is None or not term.name or understood.pos not in (None, "n"):
        return None
    lexicon = finder.lexicon
    meanings = Term(lexicon, term.name, for_reader=True).meanings
    pos = lexicon.pos(meanings[0]) if meanings else ""
    down = relation_down(lexicon, Term(lexicon, term.name, "n").synsets) if pos == "n" else None
    commands = [*([down] if down else []), *(["synonyms"] if understood.command != "reverse" else [])]
    conditioned = Term(lexicon, term.name, pos or None, where=where)
    return next(((name, term) for name in commands if has_answer(conditioned, name)), None)
