"""Plurals of learned nouns that WordNet's lists lack: of compounds, tumours and parts of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon

_LATIN: Final = ("us", "um", "a", "ex", "ix", "on")
_SHORTEST_HEAD: Final = 2  # letters of a compound: "subgenus" …
_SHORTEST_TAIL: Final = 5  # … whose tail has a plural in the lists: "genera"
# The file of WordNet → the ending of its nouns, and that of a second plural: "sarcomata", "jejuna".
_ENDINGS: Final = {
    "noun.state": ("oma", "omata"),
    "noun.body": ("um", "a"),
}
_SHORTEST: Final = 6  # letters; "coma" is no tumour
_ENGLISH: Final = "drum"  # an eardrum


def irregular_tail(lexicon: Lexicon, noun: str) -> str | None:
    """Return the end of a noun that is a noun with an irregular plural: "genus" of "subgenus"."""
    if not noun.endswith(_LATIN):
        return None
    tails = (noun[at:] for at in range(_SHORTEST_HEAD, len(noun) - _SHORTEST_TAIL + 1))
    return next((tail for tail in tails if lexicon.listed_forms(tail, "n")), None)


def second_plurals(lexicon: Lexicon, noun: str) -> list[str]:
    """Return the Latin or Greek plural beside the regular one, as a list of at most one."""
    lemma = lexicon.lemma(noun) if len(noun) >= _SHORTEST and noun.endswith(("oma", "um")) else None
    synsets = () if lemma is None else lexicon.entry(lemma, "n")
    if not len(synsets):
        return []
    ending, plural = _ENDINGS.get(lexicon.lexname(synsets[0]), ("", ""))
    is_learned = ending and noun.endswith(ending) and not noun.endswith(_ENGLISH)
    return [noun[: -len(ending)] + plural] if is_learned else []
