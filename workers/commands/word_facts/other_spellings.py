"""The other spellings of a word that WordNet has: *color* for colour, *hemorrhage* for haemorrhage."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from workers.commands.sounds import variants
from workers.wordnet.names.spelled import readable

if TYPE_CHECKING:
    from workers.commands.term import Term

# Letters that British, American and older spellings exchange → one of them, in this order.
_EXCHANGED: Final = tuple(
    (re.compile(letters), one)
    for letters, one in (
        (r"[ao]e(?=[^aeiou])", "e"),
        (r"our(?=$|s$|ed|ing|[ai]bl|ful|less|ite|y$)", "or"),
        (r"(?<=[^aeiou])re$", "er"),
        (r"(?<=[iy])z(?=[eia])", "s"),
        (r"c(?=ed|es?$|ing)", "s"),
        (r"(?<=[aeiou])ll(?=e[dr]|ing)", "l"),
        (r"ogue$", "og"),
    )
)


def other_spellings(term: Term) -> list[str]:
    """Return the names that share a meaning with the word and sound like it or exchange such letters.

    CMUdict lacks many British words, whose sound is thus unknown.
    """
    name = term.form.lower()
    names = chain.from_iterable(map(term.lexicon.words, term.meanings))
    alike = (readable(each) for each in names if _folded(each.lower()) == _folded(name))
    found = dict.fromkeys([*variants(term), *alike])
    return [each for each in found if each.lower() != readable(name)]


def _folded(name: str) -> str:
    for letters, one in _EXCHANGED:
        name = letters.sub(one, name)
    return name
