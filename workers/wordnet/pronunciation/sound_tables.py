"""Lays the pronouncing dictionary out as tables of the snapshot.

The tables, and how they are indexed (a word is one of the dictionary's, in alphabetical order; a
pronunciation is one of a word's; "known" means that WordNet has the word, or the word it is a form of):

    sound_names    texts by word: its spelling, in lower case
    sound_slots    hash table: name of a word → its number (see name_slots.py)
    first_sound    by word: the number of its first pronunciation
    word_weights   by word: how common it is, as in `lemma_weights`; a form has half the weight of its lemma
    word_pos       one byte a word: the parts of speech it can be, as in POS_BITS; 0 is unknown
    sound_pos      one byte a pronunciation: the parts of speech that are pronounced so (see homographs.py)
    silent         by pronunciation: its silent letters, if the word is known (see silent_letters.py)
    phones         ragged, by pronunciation: its phones, as in phones.py
    rhyme_of, near_of      by pronunciation: its class of rhymes, and of near rhymes
    rhymes, near_rhymes    ragged, by class: its known words, the commonest first
    by_sound       the pronunciations of known words, sorted by their phones
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from workers.wordnet.lexicon import POS_ORDER
from workers.wordnet.names.name_slots import name_slots
from workers.wordnet.pronunciation.corrections import corrected
from workers.wordnet.pronunciation.homographs import parts_of_speech
from workers.wordnet.pronunciation.phones import near_part, rhyming_part
from workers.wordnet.pronunciation.silent_letters import silent_letters
from workers.wordnet.pronunciation.sounds import POS_BITS
from workers.wordnet.snapshot_file import ragged, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workers.wordnet.lexicon import Lexicon
    from workers.wordnet.pronunciation.cmudict import Pronunciations
    from workers.wordnet.snapshot_file import Tables

SLOT_BITS: Final = 18  # 262,144 slots for 126,704 words, 1 MB


def sound_tables(lexicon: Lexicon, pronunciations: Pronunciations) -> Tables:
    """Return the tables of all these words, corrected.

    `lexicon` says which are known, and how common they are.
    """
    pronunciations = corrected(pronunciations, lambda name: _weight_and_pos(lexicon, name)[1])
    names = sorted(pronunciations)
    ranked = [_weight_and_pos(lexicon, name) for name in names]
    weights = [weight for weight, _ in ranked]
    pos = bytes(mask for _, mask in ranked)
    sounds = [phones for name in names for phones in pronunciations[name]]
    word_of = [word for word, name in enumerate(names) for _ in pronunciations[name]]
    known = [sound for sound, word in enumerate(word_of) if pos[word]]
    of_all: dict[str, Any] = {"sounds": sounds, "known": known, "word_of": word_of, "weights": weights}
    return {
        **texts("sound_names", names),
        "sound_slots": name_slots(map(str.encode, names), SLOT_BITS),
        "first_sound": _starts([len(pronunciations[name]) for name in names]),
        "word_weights": array("I", weights),
        "word_pos": pos,
        "sound_pos": bytes(
            mask
            for name, possible in zip(names, pos, strict=True)
            for mask in parts_of_speech(name, pronunciations[name], possible)
        ),
        "silent": array(
            "I",
            (
                silent_letters(names[word], phones) if pos[word] else 0
                for word, phones in zip(word_of, sounds, strict=True)
            ),
        ),
        **ragged("phones", "B", sounds),
        **_classes("rhyme", "rhymes", part=rhyming_part, **of_all),
        **_classes("near", "near_rhymes", part=near_part, **of_all),
        "by_sound": array("I", sorted(range(len(sounds)), key=lambda sound: (sounds[sound], word_of[sound]))),
    }


def _weight_and_pos(lexicon: Lexicon, name: str) -> tuple[int, int]:
    """Return how common a word is, and the parts of speech it can be, as bits."""
    weight = mask = 0
    for pos in POS_ORDER:
        for base in lexicon.dictionary_forms(name, pos):
            of_base = lexicon.lemma_weight(lexicon.number_of(base))
            weight = max(weight, of_base if base == name else of_base // 2)
            mask |= POS_BITS[pos]
    return weight, mask


def _classes(
    one: str,
    many: str,
    *,
    part: Callable[[bytes], bytes],
    sounds: Sequence[bytes],
    known: Sequence[int],
    word_of: Sequence[int],
    weights: Sequence[int],
) -> Tables:
    """Return the class of each pronunciation, and the words of each class: those of equal `part`."""
    number_of: dict[bytes, int] = {}
    class_of = array("H", (number_of.setdefault(part(phones), len(number_of)) for phones in sounds))
    members: list[set[int]] = [set() for _ in number_of]
    for sound in known:
        members[class_of[sound]].add(word_of[sound])
    rows = [sorted(words, key=lambda word: (-weights[word], word)) for words in members]
    return {f"{one}_of": class_of, **ragged(many, "I", rows)}


def _starts(lengths: Sequence[int]) -> array[int]:
    return array("I", accumulate(lengths, initial=0))
