"""Whether what the adjective of a class says holds by WordNet's definitions: is a heifer a *male* animal?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from workers.commands.comparison.ancestors import Ways
from workers.commands.term import Term
from workers.wordnet.relations import ANTONYM, SIMILAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

_STEPS_UP: Final = 4  # to the classes whose names tell: a spinster is an *unmarried woman*
_HEADS: Final = 2  # definitions that are read: of *heifer*, "young cow", and of *cow*
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BRACKETS: Final = re.compile(r"\([^)]*\)")
# Where the words before the head of a definition end, with that head: "adult female chicken, kept for …".
_AFTER_HEAD: Final = re.compile(
    r"[,;:]|\b(?:that|which|who|whose|with|without|of|for|in|on|at|from|by|to|as|having|used|made|like|than|or"
    r"|and|not|under|over|when|where|is|are)\b"
)


class Told(NamedTuple):
    """Whether the adjective holds, and the words that tell: a definition, or the name of a class."""

    holds: bool
    words: str
    of: str = ""  # the word that is defined, if it is not the one asked about
    is_class: bool = False


def told(lexicon: Lexicon, synset: int, adjective: str) -> Told | None:
    """Return whether a meaning has what an adjective says, or its opposite, or None if nothing tells."""
    opposites = _opposites(lexicon, adjective)
    for words, of, text in _said(lexicon, synset):
        if adjective in words or not opposites.isdisjoint(words):
            return Told(adjective in words, text.rstrip(" :;"), of, is_class=of == text)
    return None


def _said(lexicon: Lexicon, synset: int) -> Iterator[tuple[list[str], str, str]]:
    """Yield what tells of a meaning: words, the word that they define, and the whole text."""
    heads = [(synset, "")]
    for _ in range(_HEADS):
        each, name = heads[-1]
        definition = lexicon.definition(each)
        words = _before_head(definition)
        yield words, name, definition
        head = _noun_like(lexicon, words[-1], each) if words else None
        if head is None:
            break
        heads.append((head, words[-1]))
    for high, _ in Ways(lexicon).just_above(synset, _STEPS_UP):
        name = lexicon.words(high)[0]
        if high != synset:
            yield name.lower().split("_"), name, name


def _before_head(definition: str) -> list[str]:
    """Return the words of a definition up to its head: of "an uncastrated male sheep kept for wool", four.

    Of "an old breed of dogs" it is the head alone, since no dog is old by that.
    """
    plain = _BRACKETS.sub(" ", definition.lower()).strip()
    end = _AFTER_HEAD.search(plain)
    words = _WORD.findall(plain[: end.start()] if end else plain)
    return words[-1:] if end and end[0] == "of" else words


def _noun_like(lexicon: Lexicon, word: str, synset: int) -> int | None:
    """Return the meaning of the head of a definition: a noun in the file of the word that it defines."""
    lexname = lexicon.lexname(synset)
    return next((each for each in lexicon.synsets(word, "n") if lexicon.lexname(each) == lexname), None)


def _opposites(lexicon: Lexicon, adjective: str) -> set[str]:
    """Return the opposites of an adjective in its likely meanings, or of those that it is like: of *adult*.

    Some classes are nouns, such as *female*.
    """
    own = Term(lexicon, adjective, "a", for_reader=True).prominent + list(lexicon.synsets(adjective, "n"))
    like = [
        head for each in own if lexicon.pos(each) == "s" for head in lexicon.pointers.related(each, SIMILAR)
    ]
    found = {
        lexicon.sense_word(target).lower()
        for each in (*own, *like)
        for sense in lexicon.senses(each)
        for target in lexicon.sense_pointers.related(sense, ANTONYM)
    }
    return found - {adjective}
