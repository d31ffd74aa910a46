"""Reads the conditions on an answer in a question: "with five letters", "ending in ology", "without an e".

Each rule takes its parts out of the text. If a part of a condition is left, the reply names it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from shared.messages import Where  # noqa: TC001 (msgspec reads the annotations)
from workers.commands.conditions.fields import where_of
from workers.english.conditions.expressions import GROUPS, NUMBERS, number_of
from workers.english.conditions.rules import RULES
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workers.english.term_finder import TermFinder

    Place = tuple[int, int]  # the start and the end of a part of the text

# The commands whose whole question consists of conditions.
OF_LETTERS: Final = frozenset(["pattern", "suggest"])

# Words between conditions that are none.
_FILLERS: Final = word_set(
    "one two three four five six seven eight nine ten twenty fifty hundred a about adjective adjectives"
    " adverb adverbs all also am an anagram anagrams and another answer any anything are as at be been begin"
    " beginning blank blanks but by call called can clue contain containing could crossword dictionary do"
    " does end ending english every everything exactly existing expression find finish finishes fit fits for"
    " from get give goes got green guess hangman has have having help hey hint how i in into is it its just"
    " know letter letters like list long longest look looking make many matches matching maybe me must my"
    " name need noun nouns of on ones only or other out pattern please pls possible random real regex"
    " regular run runs s scrabble shortest should show so some something spelled spelt start starting tell"
    " that that's thats the their them there these they think this those to today too trying u us use uses"
    " using valid verb verbs want was way what whats where which who whose with word wordle words would"
    " yellow you your"
)
_TYPOGRAPHIC: Final = str.maketrans("‘’“”`´", "''\"\"''")  # noqa: RUF001 (they are meant)
_PART: Final = re.compile(r"[^|,;:.?!]+")
_LETTER: Final = re.compile(r"\s+letters?\b")
_WORD: Final = re.compile(r"\w(?:[\w'-]*\w)?")


# "Ten common adjectives", but not "two letter words".
_WANTED: Final = re.compile(
    rf"(?<![\w-])(?P<number>\d\d?|{'|'.join(NUMBERS)})"
    r"(?: (?!letters?\b|syllables?\b|words?\b|vowels?\b|consonants?\b|meanings?\b)[\w'-]+){0,4}?"
    r" (?:words|nouns|verbs|adjectives|adverbs|synonyms|antonyms|opposites|rhymes|anagrams|kinds|types|names"
    r"|examples)\b"
)
_MOST_WANTED: Final = 20


class Conditions(Struct, frozen=True):
    """The conditions of a question; `unread` are those that no rule reads."""

    where: Where | None = None
    unread: tuple[str, ...] = ()


def number_wanted(text: str) -> int:
    """Return how many words a question asks for, 0 if it names no number.

    >>> number_wanted("ten common three-syllable adjectives"), number_wanted("two letter words")
    (10, 0)
    """
    found = _WANTED.search(text.lower())
    number = number_of(found["number"]) if found else 0
    return min(number, _MOST_WANTED) if number > 1 else 0


def read_conditions(text: str, command: str, term: Place = (0, 0), spans: Sequence[Place] = ()) -> Conditions:
    """Return the conditions that `text` puts on the answer of a command.

    `term` is the place of the term, and `spans` are those where the model reads conditions.
    """
    left = GROUPS.sub(_blank, text.lower().translate(_TYPOGRAPHIC))
    is_of_letters = command in OF_LETTERS
    places = [(0, len(text))] if is_of_letters else list(spans)
    own = (0, 0) if is_of_letters else term
    fields: dict[str, Any] = {}
    unread = []
    for rule in RULES:
        for match in rule.expression.finditer(left):
            at, end = match.span()
            is_term = own[0] < own[1] and at <= own[0] < end
            is_inside = any(start < end and at < stop for start, stop in places)
            if is_term or (rule.is_weak and not is_inside):
                continue
            is_read = rule.read(match, fields)
            names_unread = "unread" in match.re.groupindex
            if rule.is_weak and not (is_read or names_unread):
                continue
            if is_inside and not is_read:
                unread.append(match.span("unread" if names_unread else 0))
            left = f"{left[:at]}{'|' * (end - at)}{left[end:]}"
    unread += [part for place in places for part in _unread(left, place, own)]
    shown = tuple(text[at:end].strip() for at, end in sorted(unread))
    return Conditions(where_of(fields), shown)


def with_known_words(finder: TermFinder, parts: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of a text with a word that WordNet has: "animals" does, "gimme" does not."""
    return tuple(part for part in parts if any(map(finder.is_word, part.lower().split())))


def _blank(group: re.Match[str]) -> str:
    """Return blanks in place of a noun for letters, so that the other words keep their places."""
    return (group["kept"] or "").ljust(len(group[0]))


def _unread(left: str, place: Place, term: Place) -> Iterator[Place]:
    """Yield the parts of a condition that no rule took, without the fillers around them."""
    for part in _PART.finditer(left, *place):
        words = [
            word.span()
            for word in _WORD.finditer(left, *part.span())
            if word[0] not in _FILLERS and not (term[0] < word.end() and word.start() < term[1])
        ]
        if not all(left[at:end].isdecimal() for at, end in words):  # "10 verbs": see `number_wanted`
            last = _LETTER.match(left, words[-1][1])  # "a double letter"
            yield words[0][0], last.end() if last else words[-1][1]
