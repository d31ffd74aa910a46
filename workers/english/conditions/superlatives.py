"""Questions for the longest or the shortest word, "the longest one with one vowel", or for shorter ones."""

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
from workers.wordnet.names.wildcards import letter_count

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
# "A shorter word for enormous", or in a condition, "softer and shorter"; but not "no longer".
_COMPARED: Final = re.compile(r"(?<!no )\b(?:shorter|longer)\b(?! than (?:\w+ letters|\d))", re.IGNORECASE)
_SAID_COMPARED: Final = re.compile(
    r"(?:\b(?:and|but|also|is|are|a|bit|little|much|that'?s|which) )*\b(?:shorter|longer)\b"
    r"(?: than (?:it|that))?(?:,? (?:and|but)\b)?",
    re.IGNORECASE,
)
_COMPARABLE: Final = frozenset(["antonyms", "near_rhymes", "rhymes", "similar", "synonyms"])
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
    is_other_list = understood.command in _NARROWED | {"anagram", "reverse"} and not claimed_word(text)
    if is_other_list or not _ASKED.search(text):
        return understood, text
    return replace(understood, command="pattern", term=None, confidence=1.0), _CLAIM.sub("", text)


def longest_only(finder: TermFinder, understood: Understood, text: str) -> Understood:
    """Return the question with the number of letters of longer or the longest words, if it asks for these."""
    understood = _shorter_only(understood, text)
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


def _shorter_only(understood: Understood, text: str) -> Understood:
    """Return the question with the number of letters of words that are shorter, or longer, than its term."""
    found, term, where = _COMPARED.search(text), understood.term, understood.where or Where()
    if not (found and term) or understood.command not in _COMPARABLE or where.letters:
        return understood
    count = letter_count((term.name or term.shown).lower())
    low, high = (count + 1, MOST) if found[0].lower() == "longer" else (1, count - 1)
    unread = filter(None, (_SAID_COMPARED.sub("", part).strip() for part in understood.unread))
    return replace(understood, where=replace(where, letters=(low, max(high, 1))), unread=tuple(unread))


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
