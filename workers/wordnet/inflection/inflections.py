"""Inflects words: plurals, tenses, participles, degrees of comparison and possessives, in American spelling.

Irregular forms come from tables and from WordNet's exception lists, read backwards; all others follow the
rules, so a word need not be in WordNet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.wordnet.inflection.degrees import degrees
from workers.wordnet.inflection.plurals import plurals, singulars
from workers.wordnet.inflection.verb_forms import ing, past, past_participle, third_person

if TYPE_CHECKING:
    from collections.abc import Callable

    from workers.wordnet.lexicon import Lexicon

_FUNCTIONS: Final[dict[str, Callable[[Lexicon, str, str], list[str]]]] = {
    "plural": lambda lexicon, name, _: plurals(lexicon, name),
    "singular": lambda lexicon, name, _: singulars(lexicon, name) or [name],
    "possessive": lambda _, name, __: [possessive(name)],
    "third_person": lambda lexicon, name, _: third_person(lexicon, name),
    "past": lambda lexicon, name, _: past(lexicon, name),
    "past_participle": lambda lexicon, name, _: past_participle(lexicon, name),
    "ing": lambda lexicon, name, _: ing(lexicon, name),
    "comparative": lambda lexicon, name, pos: degrees(lexicon, name, pos, 0),
    "superlative": lambda lexicon, name, pos: degrees(lexicon, name, pos, 1),
}


def inflect(lexicon: Lexicon, name: str, form: str, pos: str) -> list[str]:
    """Return a form of a word, the commonest first; `name` is its dictionary form in WordNet's spelling."""
    return list(dict.fromkeys(_FUNCTIONS[form](lexicon, name, pos)))


def possessive(name: str, *, is_plural: bool = False) -> str:
    """Return the possessive: "dog's", "boss's", "children's", and "dogs'" of a plural.

    >>> possessive("dogs", is_plural=True)
    "dogs'"
    """
    return f"{name}'" if is_plural and name.endswith("s") else f"{name}'s"
