"""Pronunciations, rhymes and homophones equal those of a straightforward reading of the dictionary."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from msgspec import Struct

from workers.wordnet.lexicon import POS_ORDER, Lexicon
from workers.wordnet.pronunciation.cmudict import FILE_NAME
from workers.wordnet.pronunciation.corrections import corrected
from workers.wordnet.pronunciation.phones import decode, encode
from workers.wordnet.pronunciation.sounds import POS_BITS
from workers.wordnet.pronunciation.transcription import arpabet

# Words in WordNet's tagged texts that the dictionary must be able to pronounce, in percent of what occurs.
LEAST_COVERED = 98.0
MOST_CORRECTED = 1_600  # words of 126,000; most have two main stresses, and few are in WordNet


class Plain(Struct):
    """The dictionary as text: word → pronunciations, and rhyming part → words."""

    said: dict[str, list[str]]
    rhyming: dict[str, set[str]]


def rhyming_part(sounds: str) -> str:
    """Return the sounds from the last vowel marked 1 or 2 on, without marks: Datamuse's rule."""
    from_stress = re.search(r"[A-Z]{2}[12](?!.*[12]).*", sounds)
    return re.sub(r"\d", "", from_stress[0] if from_stress else sounds)


@pytest.fixture(scope="module")
def plain(data_dir: Path, lexicon: Lexicon) -> Plain:  # opening the lexicon copies the dictionary
    found = Plain(defaultdict(list), defaultdict(set))
    for line in (data_dir / FILE_NAME).read_text().splitlines():
        word, _, sounds = line.partition(" # ")[0].partition(" ")
        name = re.sub(r"\(\d\)$", "", word)
        if "  " not in sounds and not re.search(r"[AEIOU][A-Z](?!\d)", sounds):
            found.said[name].append(sounds)
    corrections = corrections_of(found.said, lexicon)
    assert len(corrections) < MOST_CORRECTED
    found.said |= corrections
    for name, said in found.said.items():
        for sounds in said:
            found.rhyming[rhyming_part(sounds)].add(name)
    return found


def corrections_of(said: dict[str, list[str]], lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the words whose pronunciations we change, with the new ones."""
    encoded = {name: [encode(sounds) for sounds in unique(each)] for name, each in said.items()}
    known_pos = {
        name: sum(POS_BITS[pos] for pos in POS_ORDER if lexicon.dictionary_forms(name, pos)) for name in said
    }
    changed = corrected(encoded, known_pos.__getitem__)
    return {name: [decode(each) for each in changed[name]] for name in said if changed[name] != encoded[name]}


def unique(sounds: list[str]) -> list[str]:
    return list(dict.fromkeys(sounds))


def known_pos(lexicon: Lexicon, name: str) -> list[str]:
    return [pos for pos in POS_ORDER if lexicon.dictionary_forms(name, pos)]


def is_known(lexicon: Lexicon, name: str) -> bool:
    return bool(known_pos(lexicon, name))


def test_every_word_has_the_dictionarys_pronunciations(lexicon: Lexicon, plain: Plain) -> None:
    assert lexicon.sounds.word_count == len(plain.said) > 126_000
    for name, expected in plain.said.items():
        assert [arpabet(found) for found in lexicon.sounds.pronunciations(name)] == expected


def test_rhymes_follow_datamuses_rule(lexicon: Lexicon, plain: Plain) -> None:
    for name in Random(7).sample(sorted(plain.said), 2_000):
        alike = set().union(*(plain.rhyming[rhyming_part(sounds)] for sounds in plain.said[name]))
        expected = {
            other
            for other in alike
            if is_known(lexicon, other) and set(plain.said[other]).isdisjoint(plain.said[name])
        }

        found = list(lexicon.sounds.rhymes(name))

        assert set(found) == expected, name
        assert len(found) == len(expected)


@pytest.mark.parametrize("name", ["light", "read", "ice_cream", "xyzzy", "orange"])
def test_the_test_of_a_rhyme_passes_the_rhymes_only(lexicon: Lexicon, plain: Plain, name: str) -> None:
    is_rhyme = lexicon.sounds.rhyme_test(name)

    assert {other for other in plain.said if is_rhyme(other)} == set(lexicon.sounds.rhymes(name))
    assert is_rhyme("birthday_night") is (name == "light")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("read", "need", True), ("read", "bed", True), ("though", "cough", False), ("day", "they", True),
        ("flower", "flour", True), ("Ice cream", "TEAM", True), ("orange", "xyzzy", False),
        ("xyzzy", "xyzzy", False),
    ],
)  # fmt: skip
def test_two_names_rhyme_if_any_of_their_pronunciations_do(
    lexicon: Lexicon, one: str, other: str, expected: bool
) -> None:
    assert lexicon.sounds.do_rhyme(one, other) is lexicon.sounds.do_rhyme(other, one) is expected


def test_homophones_have_a_pronunciation_in_common(lexicon: Lexicon, plain: Plain) -> None:
    words = defaultdict(set)
    for name, said in plain.said.items():
        for sounds in said:
            words[sounds].add(name)
    for name in Random(8).sample(sorted(plain.said), 2_000):
        expected = {other for sounds in plain.said[name] for other in words[sounds]} - {name}
        nouns = {other for other in expected if lexicon.dictionary_forms(other, "n")}

        assert set(lexicon.sounds.homophones(name)) == expected, name
        assert set(lexicon.sounds.homophones(name, "n")) == nouns, name


def test_common_words_come_first(lexicon: Lexicon) -> None:
    found = list(lexicon.sounds.rhymes("light"))
    weights = [lexicon.lemma_weight(lemma) for name in found if (lemma := lexicon.lemma(name)) is not None]

    assert found[:3] == ["write", "right", "fight"]
    assert weights[0] > weights[len(weights) // 2] > weights[-1]


def test_what_occurs_in_the_tagged_texts_has_a_pronunciation(lexicon: Lexicon) -> None:
    """The tag counts of cntlist.rev, each lemma with all its senses."""
    counts = {lemma: lexicon.lemma_weight(lemma) >> 7 for lemma in range(lexicon.lemma_count)}
    said = sum(
        count
        for lemma, count in counts.items()
        if count and lexicon.sounds.pronunciations(lexicon.lemma_name(lemma))
    )

    assert 100 * said / sum(counts.values()) >= LEAST_COVERED


def test_near_rhymes_are_no_perfect_rhymes(lexicon: Lexicon) -> None:
    near, perfect = set(lexicon.sounds.near_rhymes("time")), set(lexicon.sounds.rhymes("time"))

    assert {"line", "mind"} <= near
    assert "climb" in perfect
    assert near.isdisjoint(perfect)


def test_near_rhymes_with_the_same_vowel_come_first(lexicon: Lexicon) -> None:
    near = list(lexicon.sounds.near_rhymes("garden"))

    assert near.index("guarding") < near.index("carbon") < near.index("according")


def test_a_name_of_several_words_rhymes_as_its_last(lexicon: Lexicon) -> None:
    sounds = lexicon.sounds

    assert list(sounds.rhymes("ice_cream")) == list(sounds.rhymes("cream"))
    assert list(sounds.rhymes("xyzzy cream")) == []


@pytest.mark.parametrize(
    ("name", "count"), [("serendipity", 5), ("ice_cream", 2), ("Well-Known", 2), ("xyzzy", None), ("", None)]
)
def test_syllables_are_counted(lexicon: Lexicon, name: str, count: int | None) -> None:
    assert lexicon.sounds.syllable_count(name) == count


def test_an_expression_matches_whole_words(lexicon: Lexicon) -> None:
    matching = lexicon.sounds.words_matching
    names = [lexicon.sounds.name(word) for word in range(lexicon.sounds.word_count)]

    assert list(matching(".*")) == names
    assert list(matching("(?:cr.w)|(?:zz.*)")) == [name for name in names if re.fullmatch("cr.w|zz.*", name)]
    assert list(matching("")) == []


def test_the_dictionary_contains_single_words(lexicon: Lexicon) -> None:
    assert "Colonel" in lexicon.sounds
    assert "ice cream" not in lexicon.sounds
    assert lexicon.sounds.name(0) in lexicon.sounds


def test_no_class_is_large_enough_to_be_slow(lexicon: Lexicon) -> None:
    """The work of an answer is that of its class: some µs a word, of which a lookup may take thousands."""
    sounds = lexicon.sounds
    for starts, most in ((sounds._rhymes_at, 800), (sounds._near_rhymes_at, 900)):
        assert max(end - start for start, end in pairwise(starts)) <= most
