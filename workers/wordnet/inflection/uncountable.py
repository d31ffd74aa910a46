"""Nouns that stand for a mass or an idea, so that they have no plural: "information"."""

from __future__ import annotations

from typing import Final

from workers.wordnet.word_set import word_set

# Only nouns whose plural is a mistake: "wines" are kinds of wine, and "helps" can be people.
_UNCOUNTABLE: Final = word_set(
    """
    adulthood advice aggression ammo ammunition anger applause archery arithmetic arson asbestos
    assistance astronomy baggage boredom botany bravery broccoli calmness camping carpentry cash chess
    childcare clothing commerce cooperation courage cowardice crockery cryptography cutlery dandruff
    darkness daylight debris deforestation dentistry diligence dust electricity equipment etiquette
    evidence expertise fame feedback firmware foliage footwear freeware fun furniture garbage gasoline
    generosity golf graffiti gratitude greed guano happiness hardware harm health heroism hockey homework
    honesty hospitality housework humidity hunger hydrogen ignorance impatience information innocence
    integrity jewellery jewelry judo junk karate knowledge kudos laughter legislation leisure lightning
    literacy loneliness longevity luck luggage lumber machinery malware mankind merchandise moisture
    moonlight mud music nausea news nitrogen nonsense nutrition oatmeal obedience obesity optimism oxygen
    parking patience permafrost perseverance personnel pessimism photosynthesis plagiarism plumbing poetry
    pollution pork porridge poverty progress puberty publicity punctuation racism recycling remorse
    research rice rubbish rugby sadness sarcasm scenery sewage shareware shopping shrapnel sightseeing
    silverware slang sleet smog soccer sociology software spaghetti spyware stamina starvation stationery
    stuff sunlight sunshine tennis thunder tourism traffic transportation trash tuberculosis ugliness
    underwear unemployment uranium urine vandalism vengeance violence warmth wealth weather welfare wheat
    wildlife wisdom workmanship yoga zinc
    """
)


def is_uncountable(noun: str) -> bool:
    """Return whether a noun has no plural, by itself or with others before it: "sports equipment"."""
    return noun.lower().replace("-", "_").rpartition("_")[2] in _UNCOUNTABLE
