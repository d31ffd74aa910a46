"""Slash commands: "/synonyms happy", "/similarity ice cream, hot dog", "/antonyms hot adjective".

The name is one of shared/catalog.py, or an alias ("/define"); it is never corrected. The rest of the
text is the term, unchanged if WordNet knows it; any other term is read as in a question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from shared.catalog import BY_NAME
from workers.english.several.term_pairs import pair_in, sides
from workers.english.term_finder import AskedTerm, as_typed
from workers.english.understood import Understood
from workers.wordnet.names.spelled import spelled

if TYPE_CHECKING:
    from shared.command import Command
    from workers.english.term_finder import TermFinder

# No match: paths ("/usr/bin") and sounds ("/kæt/").
_COMMAND: Final = re.compile(r"/([a-z][\w-]*)[:,.!?]*(?: (.*))?", re.ASCII | re.IGNORECASE)
POS_BY_NAME: Final[dict[str, str]] = {
    "noun": "n", "nouns": "n", "n": "n",
    "verb": "v", "verbs": "v", "v": "v",
    "adjective": "a", "adjectives": "a", "adj": "a", "a": "a",
    "adverb": "r", "adverbs": "r", "adv": "r", "r": "r",
}  # fmt: skip
_WITH_POS: Final = re.compile(
    rf"(?:(?P<rest>.+?)[ ,(]++(?:(?:as )?(?:an?|the) )?)?(?P<pos>{'|'.join(POS_BY_NAME)})[).,:;]*",
    re.IGNORECASE,
)
# Other names that people type; command names themselves come from the catalog.
ALIASES: Final[dict[str, str]] = {
    "define": "definition", "def": "definition", "meaning": "definition", "mean": "definition",
    "syn": "synonyms", "synonym": "synonyms", "thesaurus": "synonyms",
    "ant": "antonyms", "antonym": "antonyms", "opposite": "antonyms", "opposites": "antonyms",
    "example": "examples", "sentence": "examples", "sentences": "examples",
    "hypernym": "hypernyms", "hyponym": "hyponyms", "kinds": "hyponyms", "types": "hyponyms",
    "meronym": "meronyms", "parts": "meronyms", "holonym": "holonyms",
    "lemma": "lemmatizer", "lemmatize": "lemmatizer", "part_of_speech": "pos",
    "rhyme": "rhymes", "pronounce": "pronunciation", "spell": "spelling", "compare": "difference",
    "everything": "overview", "derivation": "derivations", "tree": "hierarchy", "wotd": "word_of_the_day",
}  # fmt: skip
_MOST_NEAREST: Final = 3
# Jaro-Winkler similarity, from 0 to 1. A common start counts more: "pronounce" is near "pronunciation".
_NEAR: Final = 0.8


def read_command(finder: TermFinder, text: str) -> Understood | None:
    """Return the command in `text`; None if it holds none, and `unknown` if no command has that name."""
    match = _COMMAND.fullmatch(" ".join(text.split()))
    if not match:
        return None
    typed, rest = match[1].lower(), (match[2] or "").strip()
    name = command_named(typed)
    understood = _read(finder, name, rest) if name else Understood("unknown", _known(finder, rest))
    return replace(understood, typed_command=typed)


def _read(finder: TermFinder, name: str, rest: str) -> Understood:
    """Return the question of the command `name`, with the terms in `rest`, if there are any."""
    command = BY_NAME[name]
    if name == "help" and rest:
        named = command_named(rest.removeprefix("/")) or rest
        return Understood(name, AskedTerm(named, named))
    if not command.needs_word or not rest:
        return Understood(name, pos=_without_pos(rest)[1])
    if command.needs_model:  # a description or a text
        return Understood(name, as_typed(rest))
    if command.needs_second_word:
        return _of_two(finder, name, rest)
    term, pos = _term(finder, rest, is_literal=command.is_literal)
    if name == "spelling" and not finder.is_word(term.name):  # no word near to it is surely meant
        term = AskedTerm(term.shown)
    return Understood(name, term, pos=pos)


def command_named(typed: str) -> str | None:
    """Return the command with this name or alias.

    >>> command_named("word-of-the-day"), command_named("define"), command_named("synonmys")
    ('word_of_the_day', 'definition', None)
    """
    name = typed.lower().replace("-", "_")
    return name if name in BY_NAME else ALIASES.get(name)


def nearest_commands(typed: str) -> list[Command]:
    """Return the commands with names near to `typed`, nearest first.

    >>> [row.name for row in nearest_commands("synonmys")]
    ['synonyms']
    """
    score = JaroWinkler.similarity
    found = process.extract(typed, list(BY_NAME), scorer=score, score_cutoff=_NEAR, limit=_MOST_NEAREST)
    return [BY_NAME[name] for name, _, _ in found]


def _term(finder: TermFinder, text: str, *, is_literal: bool = False) -> tuple[AskedTerm, str | None]:
    """Return the term in `text`, and the part of speech that is named behind it: "hot adjective"."""
    known = _known(finder, text)
    rest, pos = (text, None) if known else _without_pos(text)
    if is_literal:
        return as_typed(rest), pos
    return known or _known(finder, rest) or finder.corrected(rest) or AskedTerm(rest), pos


def _of_two(finder: TermFinder, name: str, text: str) -> Understood:
    """Return the comparison of two terms, split at a comma, at "and", or between terms of WordNet."""
    rest, pos = _without_pos(text)
    for whole, its_pos in ((text, None), (rest, pos)):
        pair = pair_in(finder, whole)
        if pair:
            return Understood(name, *pair, pos=its_pos)
    one, *other = (_term(finder, each)[0] for each in next(sides(rest), (text,)))
    return Understood(name, one, next(iter(other), None), pos=pos)


def _without_pos(text: str) -> tuple[str, str | None]:
    """Return `text` without a part of speech at its end, and that part of speech.

    >>> _without_pos("hot as an adjective"), _without_pos("run, verb"), _without_pos("hot")
    (('hot', 'a'), ('run', 'v'), ('hot', None))
    """
    found = _WITH_POS.fullmatch(text)
    return (found["rest"] or "", POS_BY_NAME[found["pos"].lower()]) if found else (text, None)


def _known(finder: TermFinder, text: str) -> AskedTerm | None:
    """Return the term `text` if WordNet knows it, unchanged or at least folded; else None."""
    name = spelled(text.lower())
    return AskedTerm(text, name) if finder.is_word(name) else finder.term(text.rstrip("!?.,;: "))
