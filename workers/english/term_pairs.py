"""Two terms in one piece of text, "ice cream hot dog", and what two terms say about the command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from shared.catalog import BY_NAME
from workers.commands.comparison.standing import is_spelt_alike
from workers.english.term_finder import literal
from workers.wordnet.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.english.term_finder import AskedTerm, TermFinder


# "Is queer a slur?" asks about the word, not about a kind of thing.
OF_USAGE: Final = word_set(
    "slur insult slang swearword profanity obscenity euphemism archaism colloquialism idiom acronym"
    " abbreviation trademark"
) | {"slang word", "swear word", "curse word", "bad word"}
_COMMA: Final = re.compile(r" ?, ?")
_AND: Final = re.compile(r" and ", re.IGNORECASE)


def parts(text: str) -> Iterator[list[str]]:
    """Yield the two sides of each comma, then of each "and"."""
    for match in (*_COMMA.finditer(text), *_AND.finditer(text)):
        sides = [text[: match.start()], text[match.end() :]]
        if all(sides):
            yield sides


def halves(text: str) -> Iterator[list[str]]:
    """Yield pairs of halves, the most even first: "ice cream hot dog" does not start with "ice" alone."""
    words = text.split()
    for at in sorted(range(1, len(words)), key=lambda at: abs(2 * at - len(words))):
        yield [" ".join(words[:at]), " ".join(words[at:])]


def pair_in(finder: TermFinder, text: str) -> tuple[AskedTerm, AskedTerm] | None:
    """Return two known terms that are together the whole of `text`, which is no term itself; else None."""
    if finder.term(text):
        return None
    for one, other in (*parts(text), *halves(text)):
        first, second = finder.term(one), finder.term(other)
        if first and second:
            return first, second
    return None


def reconsidered(
    finder: TermFinder, command: str, term: AskedTerm | None, term2: AskedTerm | None
) -> tuple[str, AskedTerm | None, AskedTerm | None]:
    """Return the command and the terms of a question, as the lexicon sees them together."""
    if command == "spelling" and _are_two_words(finder, term, term2):
        command = "difference"  # "poisonous or venomous?"
    if command == "is_a" and term2 and term2.shown.rstrip("s") in OF_USAGE:
        command, term2 = "usage", None
    row = BY_NAME.get(command)
    if row and row.needs_second_word and term and not (term.name or term.note):
        term, term2 = pair_in(finder, term.shown) or (term, term2)
    elif row and row.is_literal and row.is_about_form and term and command != "spelling":
        term = literal(term)
    return command, term, term2


def _are_two_words(finder: TermFinder, one: AskedTerm | None, other: AskedTerm | None) -> bool:
    """Whether two terms are correct words, and not only two spellings of one: gray, grey."""
    if not (one and other and one.name and other.name) or one.corrected or other.corrected:
        return False
    lexicon = finder.lexicon
    is_one_word = not set(lexicon.synsets(one.name)).isdisjoint(lexicon.synsets(other.name))
    return not (is_one_word and is_spelt_alike(one.name, other.name))
