"""Questions for the longest or the shortest word: "the longest word with one vowel", "is *rhythm* the …?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.conditions.fields import MOST
from workers.commands.conditions.word_filter import WordFilter
from workers.commands.table import has_answer
from workers.commands.term import Term
from workers.wordnet.names.capitals import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.english.term_finder import TermFinder
    from workers.english.understood import Understood
    from workers.wordnet.lexicon import Lexicon

_ASKED: Final = re.compile(
    r"\b(?P<which>longest|shortest) (?:(?!(?:of|in|meaning)\b)[\w-]+ ){0,3}?"
    r"(?:words?|names?|nouns?|verbs?|adjectives?|adverbs?|synonyms?|antonyms?|opposites?|rhymes?|palindromes?|isograms?)\b",
    re.IGNORECASE,
)
_CLAIM: Final = re.compile(
    r"^(?:is|isn't|was) (?:the word )?[\"'“]?(?P<word>[\w-]+)[\"'”]? (?:\w+ )?(?=the (?:long|short)est\b)",
    re.IGNORECASE,
)
# The lists that a number of letters narrows; that of an anagram begins with the longest word anyway.
_NARROWED: Final = frozenset(
    ["antonyms", "hyponyms", "instances", "near_rhymes", "pattern", "rhymes", "synonyms"]
)
_SHORTEST: Final = 2  # letters; one alone is no word
_LONGEST: Final = 36  # letters; no name of WordNet that is one word has more


def claimed_word(text: str) -> str:
    """Return the word that a question says is the longest or the shortest, or nothing."""
    found = _CLAIM.search(text)
    return found["word"].lower() if found else ""


def of_words(understood: Understood, text: str) -> tuple[Understood, str]:
    """Return the question for a pattern where the longest word is asked for, and the text without a claim."""
    if not _ASKED.search(text) or (
        understood.command in _NARROWED | {"anagram", "reverse"} and not claimed_word(text)
    ):
        return understood, text
    return replace(understood, command="pattern", term=None, confidence=1.0), _CLAIM.sub("", text)


def longest_only(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question with the number of letters of its longest words, if it asks for these."""
    asked, where = _ASKED.search(text), understood.where or Where()
    if asked and understood.command == "suggest" and understood.term:
        where = Where(starts=understood.term.shown)
        understood = replace(understood, command="pattern", term=None)
    if not asked or understood.command not in _NARROWED or understood.unread:
        return understood
    which = asked["which"].lower()
    for letters in () if where.about else _lengths(where, which):
        narrowed = replace(understood, where=replace(where, letters=letters), superlative=which)
        if _has_word(finder.lexicon, narrowed):
            return narrowed
    return replace(understood, unread=(which,))


def _lengths(where: Where, which: str) -> Iterator[int]:
    """Yield the numbers of letters to look for, in their order."""
    wanted = where.letters or (_SHORTEST, MOST)
    low, high = (wanted, wanted) if isinstance(wanted, int) else wanted
    lengths = range(low, min(high, _LONGEST) + 1)
    return iter(lengths if which == "shortest" else reversed(lengths))


def _has_word(lexicon: Lexicon, asked: Understood) -> bool:
    """Whether a word meets the conditions: of a pattern, no name; of synonyms, not the word itself."""
    where, term = asked.where or Where(), asked.term
    if term is None:
        name = next(WordFilter(lexicon, where).words("word"), "")
        return name != "" and written(lexicon, name) == name
    is_of_others = asked.command == "synonyms"
    about = Term(lexicon, term.name or term.shown, asked.pos, for_reader=is_of_others, where=where)
    if is_of_others:
        return bool(about.kept((word for each in about.meanings for word in about.synonyms(each)), 1))
    return has_answer(about, asked.command)
