"""Classes that a question puts straight beside a word: "is brass a metal or an alloy", "is limping walking".

The model compares the classes there, or takes them for something that is said of the word.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from workers.commands.term import Term
from workers.commands.word_facts.marks.asked_labels import MARKED_WORDS
from workers.english.several.classes_asked import hedge_in
from workers.english.several.classes_named import class_named
from workers.english.term_finder import AskedTerm
from workers.english.term_runs import FRAME
from workers.english.understood import Understood
from workers.wordnet.inflection.plurals import singulars
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workers.english.term_finder import TermFinder

_OPENING: Final = r"(?:(?:so|and|but|ok|hey|hi|well),? )*(?:is|are|was|were) "
_HEDGE: Final = r"(?:(?:really|actually|strictly|technically|considered|classed as|just|more of) )*"
_WORD: Final = r"([\w'-]+)"
_TERM: Final = r"([\w'-]+(?: [\w'-]+)??)"
_ARTICLE: Final = r"(?:(?:an?|the|my|your|his|her|our|their) )?"
_KIND: Final = r"(?:(?:kind|type|sort|form|breed|species|variety)s? of )?"
_CLASSES: Final = r"([\w'-]+(?: [\w'-]+){0,2}?)"  # "birds of prey"
_ONE: Final = rf"an? {_KIND}{_TERM}"
_NONE: Final = r"(?:,? or (?:is it )?(?:both|neither|something else|what))?"
_RULES: Final = tuple(
    (count, re.compile(rf"{_OPENING}{rule}{_NONE}[ ?.!]*", re.IGNORECASE))
    for count, rule in (  # the number of words in front of the classes, and the rule
        (1, rf"{_ARTICLE}{_TERM} (?:both )?{_HEDGE}{_ONE},? (?:or|and)(?: is it)? {_HEDGE}{_ONE}"),
        (1, rf"{_WORD} {_HEDGE}{_KIND}{_WORD} or {_KIND}{_WORD}"),
        (2, rf"(?:both )?{_ARTICLE}{_WORD} and {_ARTICLE}{_WORD} (?:both|each) {_HEDGE}{_KIND}{_CLASSES}"),
        (2, rf"both {_ARTICLE}{_WORD} and {_ARTICLE}{_WORD} {_HEDGE}{_KIND}{_CLASSES}"),
        (1, rf"{_WORD} {_HEDGE}{_WORD}"),
    )
)
# "Is a wrist part of the arm or a kind of joint?"
_PART: Final = rf"(?:an? )?part of {_ARTICLE}[\w'-]+"
_PART_OR_KIND: Final = re.compile(
    rf"{_OPENING}{_ARTICLE}{_TERM} (?:{_PART},? or (?:is it )?{_ONE}|{_ONE},? or (?:is it )?{_PART})[ ?.!]*",
    re.IGNORECASE,
)
_NOUNS, _ALONE = _RULES[0][1], _RULES[-1][1]  # behind an article, and with nothing between two words
# What words are, rather than the things that they name, and other nouns that a question has for adjectives.
_OF_WORDS: Final = (
    FRAME
    | MARKED_WORDS
    | word_set(
        "nouns verbs adjectives adverbs pronoun pronouns preposition conjunction article anagram anagrams"
        " homophone homophones homograph homographs palindromes plurals rhymes prefix suffix contraction"
        " acronym slang right fun jargon transitive intransitive name names it they"
        " that this these those there"
    )
)


def classes_offered(finder: TermFinder, line: str) -> list[Understood]:
    """Return the question for each word and each class of a question that is nothing but these, or none."""
    for count, rule in _RULES:
        match = rule.fullmatch(line)
        words = [word.lower() for word in match.groups()] if match else []
        # "Is water wet" asks for no class.
        if not words or (rule is _ALONE and not any(word.endswith("ing") for word in words)):
            continue
        if found := _questions(finder, words, count, pos="" if rule is _NOUNS else "n"):
            return [replace(asked, hedge=hedge_in(line.lower())) for asked in found]
    return _part_or_kind(finder, line)


def _part_or_kind(finder: TermFinder, line: str) -> list[Understood]:
    """Return the questions what a thing is part of, and whether it is of a class, for one that has both."""
    match = _PART_OR_KIND.fullmatch(line)
    word, *classes = (group.lower() for group in match.groups() if group) if match else ("",)
    asked = _questions(finder, [word, *classes], 1, pos="n") if classes else []
    return [replace(asked[0], command="holonyms", term2=None), *asked] if asked else []


def _questions(finder: TermFinder, words: Sequence[str], count: int, pos: str) -> list[Understood]:
    terms = [finder.term(word) for word in words[:count]]
    known = [term for term in terms if term and term.name and not term.note]
    classes = [found for word in words[count:] if (found := _class(finder, word, pos))]
    if len(known) < count or len(classes) < len(words) - count or not _OF_WORDS.isdisjoint(words):
        return []
    return [Understood("is_a", one, other) for one, other in product(known, classes)]


def _class(finder: TermFinder, word: str, pos: str) -> AskedTerm | None:
    """Return a noun, that is mostly one where `pos` says so, or an activity; WordNet may lack a phrase."""
    lexicon, head = finder.lexicon, word.rpartition(" ")[2]
    one = next((name for name in singulars(lexicon, head) if name != head), "")
    term = (finder.term(one) if one and head == word else None) or finder.term(word)  # nuts: not insane
    if not (term and term.name):
        known = class_named(finder, word, AskedTerm(word))  # "a farm animal"
        return known if known.name or (one and head != word) else None
    found = Term(lexicon, term.name, for_reader=True)
    is_class = found.main_pos == "n" or one or (not pos and found.forms["n"])
    return term if is_class or (found.main_pos == "v" and word.endswith("ing")) else None
