"""The snapshot's tables for spelling have every inoffensive name in its buckets, and the common forms."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from workers.wordnet.correction.by_ear import as_spoken
from workers.wordnet.correction.misspelling import sound_of
from workers.wordnet.correction.spelling import BUCKETS, LONGEST, bucket
from workers.wordnet.correction.spelling_tables import spelling_tables
from workers.wordnet.offensive import is_offensive

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def row(lexicon: Lexicon, table: str, number: int) -> list[str]:
    return bytes(lexicon.row(table, number)).decode().splitlines()[:-1]


@pytest.fixture(scope="module")
def sounds(lexicon: Lexicon) -> list[str]:
    return bytes(lexicon.tables["sound_keys"]).decode().splitlines()


def test_the_snapshot_has_the_tables_that_this_code_makes(lexicon: Lexicon) -> None:
    """If not, the format needs another number."""
    for name, table in spelling_tables(lexicon).items():
        assert bytes(lexicon.tables[name]) == bytes(table), name


def test_a_name_is_in_the_buckets_of_its_first_two_letters(lexicon: Lexicon) -> None:
    assert "ice cream" in row(lexicon, "near_names", bucket(0, "i", 9))
    assert "ice cream" in row(lexicon, "near_names", bucket(1, "c", 9))
    assert "happened" in row(lexicon, "near_names", bucket(0, "h", 8))


def test_every_inoffensive_name_is_in_two_buckets(lexicon: Lexicon) -> None:
    found = Counter(name for number in range(BUCKETS) for name in row(lexicon, "near_names", number))
    wanted = {
        name.replace("_", " ")
        for name in lexicon.lemma_names()
        if 1 < len(name) <= LONGEST and not is_offensive(lexicon, name)
    }

    assert set(found.values()) == {2}
    assert wanted <= found.keys()
    forms = found.keys() - wanted
    assert {"happened", "children"} <= forms
    assert not any(is_offensive(lexicon, form) for form in forms)


def test_common_words_and_forms_are_together_by_sound(lexicon: Lexicon, sounds: list[str]) -> None:
    for number, sound in enumerate(sounds):
        assert {sound_of(name) for name in row(lexicon, "sounds_alike", number)} == {sound}
    assert "physics" in row(lexicon, "sounds_alike", sounds.index("fsks"))


def test_words_are_together_by_their_pronunciation(lexicon: Lexicon) -> None:
    keys = bytes(lexicon.tables["heard_keys"]).decode().splitlines()

    for number in range(0, len(keys), 97):
        for name in row(lexicon, "heard", number):
            spoken = {as_spoken(found.parts[0]) for found in lexicon.sounds.pronunciations(name)}
            assert keys[number] in spoken
    assert "queue" in row(lexicon, "heard", keys.index("ka"))


def test_a_form_has_the_weight_of_its_lemma(lexicon: Lexicon) -> None:
    forms = bytes(lexicon.tables["common_forms"]).decode().splitlines()
    weights = lexicon.tables["common_form_weights"]

    assert len(set(forms)) == len(forms) == len(weights)
    assert weights[forms.index("happened")] == lexicon.lemma_weight(lexicon.number_of("happen"))
