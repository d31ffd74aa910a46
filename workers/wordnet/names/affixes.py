"""Words that are made of another word and letters in front of it or behind: *mislead*, *hopeless*.

WordNet does not say so. The other word must be an opposite or a relative, or the definition must name it:
*reply* is made of no *ply*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.relations import ANTONYM, CODES
from workers.wordnet.word_in_text import holds_any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workers.wordnet.lexicon import Lexicon

DERIVED: Final = "derived"  # the shape of such words, in a `where`
_LINKS: Final = (ANTONYM, CODES["+"], CODES["\\"])  # opposites, derivations, pertainyms
_SHORTEST: Final = 3  # letters of the other word
_FEWEST: Final = 2  # letters in front of it or behind


def is_derived(
    lexicon: Lexicon, name: str, *, starts: str | None = None, ends: str | None = None, pos: str | None = None
) -> bool:
    """Whether a name is made of another word behind `starts` or in front of `ends`, as this part of speech.

    >>> is_derived(lexicon, "mislead", starts="mis"), is_derived(lexicon, "happiness", ends="ness")
    (True, True)
    """
    parts = [pos.replace("s", "a")] if pos else POS_ORDER
    for base in _bases(name, starts, ends):
        if len(base) < _SHORTEST or lexicon.lemma(base) is None:  # as of most names
            continue
        of_base = [each for each in POS_ORDER if lexicon.synsets(base, each)]
        own = [each for each in parts if each in of_base or ends]
        if any(_is_linked(lexicon, name, each, base, of_base) for each in own):
            return True
    return False


def _bases(name: str, starts: str | None, ends: str | None) -> Iterator[str]:
    """Yield what is left of a name, and how that may be spelt alone: hope, happy, use, run."""
    for start in _letters(starts):
        if name.startswith(start):
            yield name.removeprefix(start).lstrip("-")
    for end in _letters(ends):
        if not name.endswith(end):
            continue
        rest = name.removesuffix(end).rstrip("-")
        yield from (rest, f"{rest}e")
        if rest.endswith("i"):
            yield f"{rest[:-1]}y"
        elif rest[-1:] == rest[-2:-1]:
            yield rest[:-1]


def _letters(alternatives: str | None) -> list[str]:
    return [each for each in (alternatives or "").lower().split(",") if len(each) >= _FEWEST]


def _is_linked(lexicon: Lexicon, name: str, pos: str, base: str, of_base: list[str]) -> bool:
    for synset in lexicon.synsets(name, pos):
        senses = lexicon.senses_of(synset, [name])
        targets = (
            target
            for sense in senses
            for link in _LINKS
            for target in lexicon.sense_pointers.related(sense, link)
        )
        if any(lexicon.sense_word(target).lower() == base for target in targets):
            return True
        definition = lexicon.definition(synset)
        if base[:-1] in definition and any(holds_any(lexicon, definition, [base], each) for each in of_base):
            return True
    return False
