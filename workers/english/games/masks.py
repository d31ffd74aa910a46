"""Words with letters left open, as puzzles and programmers write them: "p?ttern*", "_OUND", "^x.*n$".

The reply names the regular expressions that `patterns_of` does not read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from shared.messages import Where
from workers.commands.conditions.patterns import MOST_ALTERNATIVES
from workers.english.conditions.parser import read_conditions, with_known_words
from workers.english.pieces import plain
from workers.english.term_finder import AskedTerm, as_typed
from workers.english.understood import Understood
from workers.wordnet.names.regular_expressions import patterns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.english.term_finder import TermFinder

_WILDCARD: Final = re.compile(r"(?<![\w?*'-])(?=[\w'-]{0,40}(?:\*|\?+[\w*]))[\w?*'-]{1,40}(?![\w?*'-])")
_BLANKS: Final = re.compile(
    r"(?<![\w?*'-])(?:(?=\w{0,40}_)(?=_*[a-z])[a-z_]{2,40}|(?=[a-z ]{0,40}_)[a-z_](?: [a-z_]){2,20}+)"
    r"(?![\w*'-])"  # a question mark is that of the sentence
)
_EXPRESSION: Final = re.compile(
    r"(?<!\S)/?(?=\^|\S{1,60}(?<![\d\s])\$|\S{0,60}(?:\.[*+{]|[a-z.]\[|\][a-z.]))[^\s,/]{2,60}/?(?=[,;:!]?(?:\s|$))"
)
_SIZE: Final = re.compile(r"(?<!\S)\(?\d\d?(?: letters)?\)?(?=\s*(?:$|[|,;:]))")
# A clue in its own sentence, "and it's a game with kings", or beside the letters, "an animal that purrs".
_MEANT: Final = re.compile(
    r"(?:\b(?:it|the (?:word|answer)|(?:the )?(?:clue|hint))(?:'?s| is| means|:)* (?=(?:an?|the|some\w*|to) )"
    r"|(?:^|[|,;:.]) ?(?=(?:an?|some(?:one|body|thing)|to) [^|,.;?!]*"
    r" (?:that|which|who|of|with|for|in|on|used)\b))"
    r"(?P<clue>[^|,.;?!]+)",
    re.IGNORECASE,
)
_CLUE: Final = re.compile(r"(?:crossword )?clue(?: is)?:? ", re.IGNORECASE)
_PUZZLE: Final = re.compile(r"(?:crossword|hangman|wordle|puzzle)s?(?: (?:clue|help))?", re.IGNORECASE)
# Words of a question for a pattern, which is no clue.
_OF_PATTERN: Final = re.compile(
    r"\b(?:words?|letters?|fits?|match\w*|patterns?|wordle|hangman|crosswords?|blanks?|missing|what|which|find"
    r"|need|looking|solve|nouns?|verbs?|adjectives?|adverbs?|names?)\b",
    re.IGNORECASE,
)
# In front of open letters: "ends in _atch", "words match the pattern C?T", "fill in the blanks: C_T".
_OPENER: Final = re.compile(
    r"\b(?:(?:start|begin|end|finish)\w*(?: in| with)?|(?:match|fit|look|fill|complet|go(?:es)?\b)\w*"
    r"(?: (?:in|like|the|this|here))*(?: (?:pattern|mask|blanks?|gaps?|word))?)[:\"'“ ]*$",
    re.IGNORECASE,
)
# A question, whose last sign is no open letter: "What matches C?O?D?"
_QUESTION: Final = re.compile(
    r"(?:\w+[,:]? )?(?:what|which|can|could|do|does|are|is|find|any)\b.*\?$", re.IGNORECASE
)
# Blanks at an edge, and a word that says that they stand for any number of letters.
_EDGE: Final = re.compile(r"^__+|__+$")
_EVERY: Final = re.compile(r"\b(?:all|any|every|everything|anything)\b")
_LONG_PART: Final = 3  # letters; snake_case has such words around a blank, and a puzzle hardly


def masked(finder: TermFinder, text: str) -> Understood | None:
    """Return the pattern of a text with a word that has open letters; "why?" has no wildcard."""
    line = text.lower()
    found = _EXPRESSION.search(line)
    patterns = patterns_of(found[0].strip("/"), MOST_ALTERNATIVES) if found else []
    if found and not patterns:
        return Understood("pattern", unread=(found[0],))
    found = found or _WILDCARD.search(line) or next(_with_blanks(finder, line), None)
    if not found:
        return None
    open_word = _EDGE.sub("*", found[0]) if _EVERY.search(line) else found[0]
    patterns = patterns or [_without_mark(open_word.replace(" ", "").replace("_", "?"), text)]
    pattern, before = ",".join(patterns), _OPENER.sub("", text[: found.start()])
    around = f"{before}|{text[found.end() :]}"
    if clue := _clue(around):
        return Understood("reverse", as_typed(clue), where=Where(pattern=pattern))
    others = read_conditions(around, "pattern")
    unread, where = with_known_words(finder, others.unread), others.where
    if where and not where.pattern:
        return Understood("pattern", where=replace(where, pattern=pattern), unread=unread)
    return Understood("pattern", AskedTerm(" or ".join(patterns), pattern), where=where, unread=unread)


def _without_mark(pattern: str, text: str) -> str:
    """Return a pattern without the question mark of the sentence that it ends, unless its length needs it.

    >>> _without_mark("b?r?h?", "Which tree is B?R?H?"), _without_mark("b?r?h?", "which 6 letters: b?r?h?")
    ('b?r?h', 'b?r?h?')
    """
    if not (pattern.endswith("?") and text.lower().endswith(pattern)):
        return pattern
    where = read_conditions(text, "pattern").where or Where()
    is_sign = len(pattern) != where.letters if _QUESTION.match(text) else len(pattern) - 1 == where.letters
    return pattern[:-1] if is_sign else pattern


def _clue(around: str) -> str:
    """Return the clue around a word with open letters: beside its size, or named as such; "" if none is.

    >>> _clue("Recess at the end of a church, 4, |"), _clue("hangman | and it's a game with kings")
    ('Recess at the end of a church', 'a game with kings')
    """
    if (meant := _MEANT.search(plain(around))) and not _OF_PATTERN.search(meant["clue"]):
        return "" if read_conditions(meant["clue"], "reverse").where else meant["clue"].strip(" ,:")
    rest, sizes = _SIZE.subn("", around)
    parts = [part.strip(' ,;:.?!-"') for part in rest.split("|")]
    prose = [_CLUE.sub("", part) for part in parts if part and not _PUZZLE.fullmatch(part)]
    if sizes != 1 or len(prose) != 1 or " " not in prose[0] or _OF_PATTERN.search(prose[0]):
        return ""
    return "" if read_conditions(prose[0], "reverse").where else prose[0]


def _with_blanks(finder: TermFinder, line: str) -> Iterator[re.Match[str]]:
    """Yield the words in which underscores stand for letters: neither ice_cream nor snake_case."""
    for found in _BLANKS.finditer(line) if "_" in line else ():
        parts = found[0].replace(" ", "").split("_")
        is_open = not all(parts) or min(map(len, parts)) == 1
        has_words = any(len(part) >= _LONG_PART and finder.is_word(part) for part in parts)
        if not finder.find(found[0]) and (is_open or not has_words):
            yield found
