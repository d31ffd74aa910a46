"""The snapshot's tables of names have every name of several words, or with a sign, by its letters."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from workers.wordnet.correction.name_index import checksum
from workers.wordnet.correction.name_tables import name_tables

if TYPE_CHECKING:
    from workers.wordnet.lexicon import Lexicon


def test_the_snapshot_has_the_tables_that_this_code_makes(lexicon: Lexicon) -> None:
    """If not, the format needs another number."""
    for name, table in name_tables(lexicon).items():
        assert bytes(lexicon.tables[name]) == bytes(table), name


def test_a_name_is_under_the_checksum_of_its_letters(lexicon: Lexicon) -> None:
    checksums, lemmas = lexicon.tables["joined_checksums"], lexicon.tables["joined_lemmas"]
    names = [name for name in lexicon.lemma_names() if not name.isalpha()]

    assert sorted(map(lexicon.lemma_name, lemmas)) == names
    assert all(before <= after for before, after in pairwise(checksums))
    at = list(lemmas).index(lexicon.number_of("jack-o-lantern"))
    assert checksums[at] == checksum("jackolantern")


def test_the_first_two_words_of_names_and_irregular_forms_are_there(lexicon: Lexicon) -> None:
    pairs = lexicon.tables["pair_checksums"]

    assert {checksum("kickthe"), checksum("icecream"), checksum("attorneysat")} <= set(pairs)
    assert checksum("creamice") not in pairs
    assert all(before < after for before, after in pairwise(pairs))
