"""Nouns that stand for a mass or an idea, so that they have no plural: "information"."""

from __future__ import annotations

from typing import Final

from workers.wordnet.word_set import word_set

# Only nouns whose plural is a mistake: "wines" are kinds of wine, and "helps" can be people.
_UNCOUNTABLE: Final = word_set(
    """
    advice ammo ammunition anger applause arson assistance baggage boredom bravery broccoli camping cash chess
    clothing courage crockery cutlery darkness daylight debris deforestation dust electricity equipment
    etiquette evidence expertise feedback firmware footwear freeware fun furniture garbage gasoline generosity
    graffiti gratitude greed happiness hardware harm health homework honesty hospitality housework humidity
    hunger hydrogen ignorance information jewellery jewelry junk knowledge kudos laughter leisure lightning
    luck luggage machinery malware merchandise moonlight music nitrogen nonsense obesity oxygen parking
    patience permafrost personnel plagiarism poetry pollution poverty progress publicity punctuation research
    rice rubbish rugby scenery sewage shareware shopping sightseeing silverware slang sleet software spaghetti
    spyware stamina starvation stationery stuff sunlight sunshine tennis thunder traffic transportation
    trash tuberculosis underwear unemployment vandalism violence warmth wealth weather welfare wheat wildlife
    wisdom yoga
    """
)


def is_uncountable(noun: str) -> bool:
    """Return whether a noun has no plural, by itself or with others before it: "sports equipment"."""
    return noun.lower().replace("-", "_").rpartition("_")[2] in _UNCOUNTABLE
