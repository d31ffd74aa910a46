"""Which of two spellings of a word is British and which is American; WordNet does not say so.

The rules and the list are our own, from common knowledge.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Letters that only the British spelling of two has: colour, centre, organise, anaemia, defence, travelled …
_BRITISH: Final = re.compile(
    r"our(?=$|s$|ed|ing|[ai]bl|ful|less|ite|y$)|(?<=[^aeiou])re$|(?<=[iy])s(?=[eia])|[ao]e|c(?=es?$)"
    r"|(?<=[aeiou])ll(?=e[dr]|ing|ous|en)|ogue$|(?<!l)l(?=ful|ment)|(?<=[^l][aeio])l$"
)
# British spellings that follow no such rule, each with the American one.
_LISTED: Final = """
aluminium aluminum; artefact artifact; axe ax; cheque check; cosy cozy; doughnut donut; draught draft
gaol jail; grey gray; jewellery jewelry; judgement judgment; kerb curb; mould mold; moult molt
moustache mustache; omelette omelet; plough plow; programme program; pyjama pajama; sceptic skeptic
sceptical skeptical; scepticism skepticism; smoulder smolder; storey story; sulphur sulfur; tyre tire
yoghurt yogurt; mum mom; aeroplane airplane; pedlar peddler; phoney phony; furore furor; waggon wagon
ageing aging; acknowledgement acknowledgment; carburettor carburetor; woollen woolen
practise practice; licence license; chequered checkered; snowplough snowplow
"""


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    return dict(pair.split() for line in _LISTED.strip().splitlines() for pair in line.split("; "))


def counterparts(word: str) -> list[str]:
    """Return the other spelling of a word of the list, in lower case; none of another word.

    >>> counterparts("tire"), counterparts("tyre"), counterparts("color")
    (['tyre'], ['tire'], [])
    """
    return [other for pair in _listed().items() if word in pair for other in pair if other != word]


def by_country(spellings: Iterable[str]) -> dict[str, str]:
    """Return the British and the American one of the spellings of one word; empty if that is not clear.

    >>> by_country(["maneuver", "manoeuvre"]), by_country(["adviser", "advisor"])
    ({'British': 'manoeuvre', 'American': 'maneuver'}, {})
    """
    each_one = list(spellings)
    for one in each_one:
        if _listed().get(one.lower()) in each_one:
            return {"British": one, "American": _listed()[one.lower()]}
    has_z = any("z" in each.lower() for each in each_one)  # else the s is no mark: adviser, advisor
    marks = {each: sum(mark != "s" or has_z for mark in _BRITISH.findall(each.lower())) for each in each_one}
    british, american = (pick(each_one, key=marks.__getitem__, default="") for pick in (max, min))
    return {"British": british, "American": american} if marks and marks[british] > marks[american] else {}
