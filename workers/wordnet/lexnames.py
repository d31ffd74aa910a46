"""The names of WordNet's 45 lexicographer files, in the order of their numbers, from lexnames(5WN).

NLTK needs the file `lexnames`, which Debian's packages leave out, so we write it from this list.
"""

from __future__ import annotations

from typing import Final

_NAMES: Final = (
    "adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body "
    "noun.cognition noun.communication noun.event noun.feeling noun.food noun.group noun.location "
    "noun.motive noun.object noun.person noun.phenomenon noun.plant noun.possession noun.process "
    "noun.quantity noun.relation noun.shape noun.state noun.substance noun.time verb.body verb.change "
    "verb.cognition verb.communication verb.competition verb.consumption verb.contact verb.creation "
    "verb.emotion verb.motion verb.perception verb.possession verb.social verb.stative verb.weather adj.ppl"
)
LEXNAMES: Final = tuple(_NAMES.split())

_CATEGORIES: Final = {"noun": 1, "verb": 2, "adj": 3, "adv": 4}


def lexnames_file() -> str:
    """Return the text of the file `lexnames`: number, name and syntactic category on each line."""
    return "".join(
        f"{number:02}\t{name}\t{_CATEGORIES[name.partition('.')[0]]}\n"
        for number, name in enumerate(LEXNAMES)
    )
