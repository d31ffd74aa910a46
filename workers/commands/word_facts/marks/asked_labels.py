"""Kinds of usage as people ask for them, and the labels of each: *rude*, *dated*, *in the UK*."""

from __future__ import annotations

import re
from typing import Final

from workers.wordnet.word_set import word_set

# What people ask for → its labels.
_ASKED: Final[dict[str, tuple[str, ...]]] = {
    "slang": ("slang", "informal"), "informal": ("informal", "slang"), "colloquial": ("informal", "slang"),
    "casual": ("informal", "slang"), "less formal": ("informal", "slang"),
    "old-fashioned": ("old-fashioned", "archaic"), "archaic": ("archaic", "old-fashioned"),
    "obsolete": ("archaic", "old-fashioned"),
    "dated": ("old-fashioned", "archaic"), "outdated": ("old-fashioned", "archaic"),
    "rude": ("obscene", "offensive", "disparaging", "ethnic slur", "impolite"),
    "impolite": ("obscene", "offensive", "disparaging", "ethnic slur", "impolite"),
    "offensive": ("offensive", "disparaging", "ethnic slur"), "vulgar": ("obscene",),
    "poetic": ("literary",), "literary": ("literary",), "formal": ("formal",), "humorous": ("humorous",),
    "nonstandard": ("nonstandard",), "dialect": ("dialect", "regional"), "childish": ("child's",),
    "polite": ("euphemism",),
    "british": ("British",), "american": ("American",), "scottish": ("Scottish",), "irish": ("Irish",),
    "australian": ("Australian",),
}  # fmt: skip
# What is neither formal nor polite. Few words are marked as formal, so these make the difference.
NOT_FORMAL: Final = frozenset(
    ["informal", "slang", "disparaging", "offensive", "obscene", "ethnic slur", "nonstandard", "impolite"]
)
HIGH: Final = frozenset({"formal", "literary"})
# No list has words with such a mark, whatever kind of usage is asked for (see workers/wordnet/offensive.py).
NEVER_OFFERED: Final = frozenset(["ethnic slur", "obscene", "offensive"])
# Other words for what people ask for.
_LIKE: Final = {
    "professional": "formal", "academic": "formal", "plainer": "less formal",
    "politer": "polite", "nicer": "polite", "kinder": "polite", "gentler": "polite", "not rude": "polite",
    "less rude": "polite", "less offensive": "polite",
}  # fmt: skip
# Label of a region → the country and its people. "English" is mostly the language, and "us" a pronoun.
_COUNTRIES: Final = {
    "British": r"brit(?:ain|ish|s|ons?)?|england|londoners?|uk|u\.k\.",
    "American": r"americans?|america|the states|usa|(?-i:US|U\.S\.)",
    "Scottish": r"scot(?:land|s|tish)",
    "Irish": r"ireland|irish",
    "Welsh": r"wales|welsh",
    "Australian": r"australians?|australia|aussies?",
    "Canadian": r"canada|canadians?",
    "New Zealand": r"new zealand(?:ers?)?",
    "South African": r"south africa(?:ns?)?",
    "Indian": r"india|indians?",
}
_COUNTRY: Final = re.compile(
    "|".join(rf"(?P<{label.replace(' ', '_')}>\b(?:{names})(?!\w))" for label, names in _COUNTRIES.items()),
    re.IGNORECASE,
)
_BY_DEGREES: Final = re.compile(r"(?:(?:a bit|much|far|more|very|rather|slightly) )+", re.IGNORECASE)
# What people call a marked word: "Is it a slur?", "Is it offensive?" The adjectives here are nouns, too.
MARKED_WORDS: Final = word_set(
    """
    abbreviation acronym archaism colloquialism euphemism formal idiom insult obscenity offensive profanity
    slang slur swearword trademark
    """
) | {"bad word", "curse word", "slang word", "swear word"}
KINDS_ASKED: Final = MARKED_WORDS | _ASKED.keys() | _LIKE.keys() | {"standard"}


def labels_for(asked: str) -> frozenset[str]:
    """Return the labels that a word for a kind of usage asks for; none for another word.

    >>> sorted(labels_for("slang")), labels_for("music")
    (['informal', 'slang'], frozenset())
    """
    return frozenset(_ASKED.get(kind_asked(asked), ()))


def kind_asked(asked: str) -> str:
    """Return the kind of words that are asked for in these words, without a degree.

    >>> kind_asked("a bit more formal"), kind_asked("nicer"), kind_asked("music")
    ('formal', 'polite', 'music')
    """
    kind = _BY_DEGREES.sub("", asked.lower())
    return _LIKE.get(kind, kind)


def unfit_for(asked: str) -> frozenset[str]:
    """Return the labels of the words that do not fit where formal, polite or less formal ones are asked for.

    >>> "slang" in unfit_for("more formal"), unfit_for("slang")
    (True, frozenset())
    """
    if kind_asked(asked) == "less formal":
        return HIGH
    return NOT_FORMAL if labels_for(asked) & {"formal", "euphemism"} else frozenset()


def countries_in(line: str) -> list[str]:
    """Return the labels of the countries that a line names.

    >>> countries_in("do Americans say it, or only people in the UK?"), countries_in("tell us")
    (['American', 'British'], [])
    """
    found = (str(match.lastgroup).replace("_", " ") for match in _COUNTRY.finditer(line))
    return list(dict.fromkeys(found))
