"""The lexicon holds what NLTK reads, synset by synset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from workers.hierarchy import paths_to_root
from workers.relations import SYMBOLS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workers.nltk_side import AllOfNltk
    from workers.lexicon import Lexicon


@pytest.fixture(scope="module")
def pairs(lexicon: Lexicon, nltk_side: AllOfNltk) -> list[tuple[int, Any]]:
    """Every synset, as our number and as NLTK's object."""
    theirs = [synset for pos in "nvar" for synset in nltk_side.reader.all_synsets(pos)]
    assert len(theirs) == lexicon.synset_count == 117_659
    return list(enumerate(theirs))


def test_every_synset_has_its_texts_and_words(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs:
        assert lexicon.words(number) == synset.lemma_names()
        assert lexicon.definition(number) == synset.definition()
        assert lexicon.examples(number) == synset.examples()
        assert lexicon.pos(number) == synset.pos()
        assert lexicon.lexname(number) == synset.lexname()


def test_every_synset_has_its_name_and_depth(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs:
        assert lexicon.synset_name(number) == synset.name()
        assert lexicon.depth(number) == (synset.min_depth(), synset.max_depth())


def test_every_pointer_between_synsets_is_there(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    number_of = {synset.name(): number for number, synset in pairs}
    for number, synset in pairs:
        for code, symbol in enumerate(SYMBOLS):
            if symbol in synset._pointers:
                ours = lexicon.related(number, code)
                assert ours == lexicon.pointers(number)[code]

                assert len(ours) == len(set(ours))
                assert set(ours) == {number_of[target.name()] for target in synset._related(symbol)}
        assert synset._pointers.keys() <= set(SYMBOLS)


def test_every_sense_has_its_pointers_and_frames(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs:
        senses = lexicon.senses(number)
        for sense, lemma in zip(senses, synset.lemmas(), strict=True):
            if lemma.frame_ids():
                assert lexicon.frames(sense) == lemma.frame_strings()
        for (name, symbol), targets in synset._lemma_pointers.items():
            sense = senses[synset.lemma_names().index(name)]
            ours = lexicon.sense_pointers(sense)[SYMBOLS.index(symbol)]

            assert len(ours) == len(targets)
            assert [lexicon.sense_word(s) for s in ours] == [
                lemma.name() for lemma in synset.lemmas()[sense - senses[0]]._related(symbol)
            ]


def test_counts_are_those_of_the_tagged_texts(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs[::7]:
        counts = [lexicon.sense_count(sense) for sense in lexicon.senses(number)]

        assert counts == [lemma.count() for lemma in synset.lemmas()]


def test_the_ways_to_the_root_are_those_of_nltk(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs[::5]:
        ours = [[lexicon.synset_name(step) for step in path] for path in paths_to_root(lexicon, number)]

        assert sorted(ours) == sorted([step.name() for step in path] for path in synset.hypernym_paths())


def test_names_are_sorted_and_found_by_prefix(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    assert list(lexicon.lemma_names()) == nltk_side.names
    for prefix in ("", "zyg", "ice_cream", "'", "z", "\x7f", "é", "zzz"):
        found = [lexicon.lemma_name(lemma) for lemma in lexicon.lemmas_with_prefix(prefix)]

        assert found == [name for name in nltk_side.names if name.startswith(prefix)]


def test_every_name_is_found_and_others_are_not(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for number, name in enumerate(nltk_side.names):
        assert lexicon.lemma(name) == number
    for other in ("", "Dog", "dogs ", "hot dog", "xyzzy", "\udcff", "é", "\n"):
        assert lexicon.lemma(other) is None
        assert other not in lexicon


def test_verbs_have_example_sentences_where_wordnet_came_with_them(
    lexicon: Lexicon, wordnet_folder: Path
) -> None:
    [sense] = lexicon.senses_of(lexicon.synsets("abash", "v")[0], ["abash"])
    came = (wordnet_folder / "sentidx.vrb").exists()

    expected = ["The bad news will abash him", "The good news will abash her"]
    assert lexicon.verb_sentences(sense) == (expected if came else [])
