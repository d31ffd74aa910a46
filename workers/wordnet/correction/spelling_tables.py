"""Lays the names and the common forms, except offensive words, out as tables of the snapshot for spelling.py.

    near_names     text lists by bucket: the names and forms with this letter there and of this length
    sounds_alike   text lists by sound: the common words and forms
    sound_keys     texts by sound: the sound (see misspelling.py)
    sound_key_slots    hash table: sound → its number (see name_slots.py)
    heard          text lists by signs: the words that are pronounced so
    heard_keys     texts by signs: the signs of a pronunciation (see by_ear.py)
    heard_key_slots    hash table: signs → their number
    common_forms   texts by form: inflected forms of common words
    common_form_slots      hash table: form → its number
    common_form_weights    by form: the weight of its lemma

All texts have blanks for underscores.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from workers.wordnet.correction.by_ear import as_spoken
from workers.wordnet.correction.common_forms import common_forms
from workers.wordnet.correction.misspelling import sound_of
from workers.wordnet.correction.spelling import BUCKETS, LONGEST, bucket
from workers.wordnet.names.name_slots import name_slots
from workers.wordnet.offensive import offensive_lemmas
from workers.wordnet.snapshot_file import texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workers.wordnet.lexicon import Lexicon
    from workers.wordnet.snapshot_file import Tables

_COMMON: Final = 100  # weight of a lemma that tagged texts use
_SLOT_BITS: Final = 15  # 32,768 slots for 14,901 sounds, or for 16,989 forms
_HEARD_SLOT_BITS: Final = 16  # 65,536 slots for 26,599 pronunciations


def spelling_tables(lexicon: Lexicon) -> Tables:
    """Return the tables of all names and common forms of `lexicon`."""
    unwanted = offensive_lemmas(lexicon)
    names = {
        name.replace("_", " "): lexicon.lemma_weight(lemma) >= _COMMON
        for lemma, name in enumerate(lexicon.lemma_names())
        if 1 < len(name) <= LONGEST and lemma not in unwanted
    }
    weights: dict[str, int] = {}
    for form, lemma in common_forms(lexicon):
        if lemma not in unwanted:
            weights[form] = max(lexicon.lemma_weight(lemma), weights.get(form, 0))
    near: list[list[str]] = [[] for _ in range(BUCKETS)]
    for name in (*names, *weights):
        for place in (0, 1):
            near[bucket(place, name[place], len(name))].append(name)
    alike: dict[str, list[str]] = {}
    for name in (*(name for name, is_common in names.items() if is_common), *weights):
        if name.isalpha():
            alike.setdefault(sound_of(name), []).append(name)
    heard: dict[str, list[str]] = {}
    for name in filter(str.isalpha, names):
        spoken = (as_spoken(found.parts[0]) for found in lexicon.sounds.pronunciations(name))
        for signs in dict.fromkeys(filter(None, spoken)):
            heard.setdefault(signs, []).append(name)
    return {
        **texts("heard", map(_lines, heard.values())),
        **texts("heard_keys", heard),
        "heard_key_slots": name_slots(map(str.encode, heard), _HEARD_SLOT_BITS),
        **texts("near_names", map(_lines, near)),
        **texts("sounds_alike", map(_lines, alike.values())),
        **texts("sound_keys", alike),
        "sound_key_slots": name_slots(map(str.encode, alike), _SLOT_BITS),
        **texts("common_forms", weights),
        "common_form_slots": name_slots(map(str.encode, weights), _SLOT_BITS),
        "common_form_weights": array("I", weights.values()),
    }


def _lines(names: Iterable[str]) -> str:
    return "".join(f"{name}\n" for name in names)
