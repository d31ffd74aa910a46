"""The lexicon has the same content as NLTK's reader, synset by synset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from workers.wordnet.lexicon import ALONE, NAME, POS_ORDER, TWICE
from workers.wordnet.relations import HYPERNYM, INSTANCE_HYPERNYM, SYMBOLS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.workers.nltk_side import AllOfNltk
    from workers.wordnet.lexicon import Lexicon


@pytest.fixture(scope="module")
def pairs(lexicon: Lexicon, nltk_side: AllOfNltk) -> list[tuple[int, Any]]:
    """Every synset: our number and NLTK's object."""
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
                ours = lexicon.pointers.related(number, code)

                assert len(ours) == len(set(ours))
                assert set(ours) == {number_of[target.name()] for target in synset._related(symbol)}
        assert synset._pointers.keys() <= set(SYMBOLS)


def test_the_parents_of_a_synset_are_its_hypernyms_then_its_instance_hypernyms(lexicon: Lexicon) -> None:
    for synset in range(lexicon.synset_count):
        hypernyms, of_instance = (
            lexicon.pointers.related(synset, code) for code in (HYPERNYM, INSTANCE_HYPERNYM)
        )

        assert list(lexicon.parents(synset)) == hypernyms + of_instance
    [goose, paris] = [lexicon.synsets(word, "n")[0] for word in ("goose", "paris")]
    assert [lexicon.words(synset)[0] for synset in lexicon.parents(goose)] == ["anseriform_bird"]
    assert [lexicon.words(synset)[0] for synset in lexicon.parents(paris)] == ["national_capital"]


def test_every_sense_has_its_pointers_and_frames(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs:
        senses = lexicon.senses(number)
        for sense, lemma in zip(senses, synset.lemmas(), strict=True):
            if lemma.frame_ids():
                assert lexicon.frames(sense) == lemma.frame_strings()
                assert list(lexicon.frame_numbers(sense)) == lemma.frame_ids()
        for (name, symbol), targets in synset._lemma_pointers.items():
            sense = senses[synset.lemma_names().index(name)]
            ours = lexicon.sense_pointers.related(sense, SYMBOLS.index(symbol))

            assert len(ours) == len(targets)
            assert [lexicon.sense_word(s) for s in ours] == [
                lemma.name() for lemma in synset.lemmas()[sense - senses[0]]._related(symbol)
            ]


def test_counts_are_those_of_the_tagged_texts(lexicon: Lexicon, pairs: list[tuple[int, Any]]) -> None:
    for number, synset in pairs[::7]:
        counts = [lexicon.sense_count(sense) for sense in lexicon.senses(number)]

        assert counts == [lemma.count() for lemma in synset.lemmas()]
        assert lexicon.synset_uses(number) == sum(counts)


def test_every_entry_has_the_sense_of_its_lemma(lexicon: Lexicon) -> None:
    marked = {NAME: 0, TWICE: 0, NAME | TWICE: 0}
    for lemma, name in enumerate(lexicon.lemma_names()):
        for pos in POS_ORDER:
            entries = list(lexicon.entry_senses(lemma, pos))

            assert [synset for synset, *_ in entries] == list(lexicon.entry(lemma, pos))
            for synset, sense, marks, uses in entries:
                own = lexicon.senses_of(synset, [name])
                words = [lexicon.sense_word(each) for each in own]
                chosen = words.index(name) if name in words else 0

                assert (sense, uses) == (own[chosen], lexicon.sense_count(own[chosen]))
                assert marks & ~ALONE == NAME * (name not in words) + TWICE * (len(own) > 1)
                marked[marks & ~ALONE] = marked.get(marks & ~ALONE, 0) + 1
    assert min(marked[NAME], marked[TWICE]) > 0


def test_satellites_are_entries_of_their_own_part_of_speech(lexicon: Lexicon) -> None:
    lemma = lexicon.number_of("hot")
    satellites = [synset for synset, *_ in lexicon.entry_senses(lemma, "s")]

    assert satellites == list(lexicon.entry(lemma, "s"))
    assert {lexicon.pos(synset) for synset in satellites} == {"s"}


def test_the_places_for_a_reader_are_those_of_every_part_of_speech(lexicon: Lexicon) -> None:
    for name in ("moon", "polish", "run"):
        lemma = lexicon.number_of(name)
        expected = [each for pos in POS_ORDER for each in lexicon.entry_senses(lemma, pos)]
        places = sorted(lexicon.places_for_reader(lemma))

        columns = (lexicon.tables[table] for table in ("entries", "entry_senses", "entry_marks"))
        found = zip(*([column[place] for place in places] for column in columns), strict=True)
        assert list(found) == [(synset, sense, mark) for synset, sense, mark, _ in expected]
        assert list(lexicon.every_entry(lemma)) == [synset for synset, *_ in expected]


def test_a_word_that_can_be_a_form_of_another_has_no_order_for_a_reader(lexicon: Lexicon) -> None:
    assert lexicon.places_for_reader(lexicon.number_of("left")) == []


@pytest.mark.parametrize("form", ["leaves", "saw", "better", "geese", "xyzzy", "ice_creams"])
def test_all_dictionary_forms_are_those_of_every_part_of_speech(lexicon: Lexicon, form: str) -> None:
    expected = {pos: lexicon.dictionary_forms(form, pos) for pos in POS_ORDER}

    assert lexicon.all_dictionary_forms(form) == expected


def test_names_are_sorted(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    assert list(lexicon.lemma_names()) == nltk_side.names


def test_every_name_is_found_and_others_are_not(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    for number, name in enumerate(nltk_side.names):
        assert lexicon.lemma(name) == number
    for other in ("", "Dog", "dogs ", "hot dog", "xyzzy", "\udcff", "é", "\n"):
        assert lexicon.lemma(other) is None
        assert other not in lexicon


def test_verbs_have_example_sentences_if_this_wordnet_has_any(lexicon: Lexicon, wordnet_folder: Path) -> None:
    [sense] = lexicon.senses_of(lexicon.synsets("abash", "v")[0], ["abash"])
    came = (wordnet_folder / "sentidx.vrb").exists()

    expected = ["The bad news will abash him", "The good news will abash her"]
    assert lexicon.verb_sentences(sense) == (expected if came else [])


def test_exception_lists_are_read_backwards(lexicon: Lexicon, nltk_side: AllOfNltk) -> None:
    listed = nltk_side.reader._exception_map
    for pos, forms in listed.items():
        for form, bases in forms.items():
            for base in bases:
                assert form in lexicon.listed_forms(base, pos) or lexicon.lemma(base) is None

    assert lexicon.listed_forms("child", "n") == ["children"]
    assert lexicon.listed_forms("Child", "v") == lexicon.listed_forms("xyzzy", "n") == []
